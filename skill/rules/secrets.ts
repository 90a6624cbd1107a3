import { defineRule, type Inventory, type Rule, type Verdict } from '../audit/define.ts';
import { type EnvironmentFile, type FoundSecret, type SecretsFacts, secrets } from '../probes/secrets.ts';
import { gitForget, gitTracks, linesNaming, ownerOnly, rightsOf } from './files.ts';
import { judge } from './judge.ts';

/** Only who owns a file may do anything with it. */
const OTHERS = 0o077;

/** No secret lies in clear text. One that opens a known product is critical, since whoever reads it can go and use it. */
const exposed = defineRule({
  code: 'SEC-001',
  dimension: 'security',
  severity: 'high',
  about: 'target',
  needs: { secrets },
  *check({ secrets }, { inventory }) {
    for (const { target, reading } of secrets) {
      if (!reading.ok) continue;
      const { found, lost, files } = reading.facts;
      for (const secret of found) yield isExposed(target.id, secret, reading.startedAt, inventory);
      for (const { path, failure } of lost) {
        const evidence = [{ file: path, value: `${failure.code}: ${failure.detail}`, at: reading.startedAt }];
        yield judge('SEC-001', target.id, path, { evidence, verify: rightsOf(path, inventory) }).unknown({
          id: 'secret-path-lost',
          values: { path, failure: failure.code },
        });
      }
      yield* partly('SEC-001', target.id, lackOf(reading.facts), inventory);
      const evidence = [{ value: `${files} files read`, at: reading.startedAt }];
      if (found.length + lost.length === 0 && lackOf(reading.facts) === null)
        yield judge('SEC-001', target.id, target.id, { evidence }).pass({ id: 'secrets-none', values: { target: target.id, files } });
    }
  },
});

function isExposed(target: string, secret: FoundSecret, at: string, inventory: Inventory): Verdict {
  const { path, line, name, nth, kind, service, length, fingerprint } = secret;
  const subject = name === null ? `${path}:${kind}#${nth}` : `${path}:${name}${nth === 1 ? '' : `#${nth}`}`;
  const on = judge('SEC-001', target, subject, {
    evidence: [{ file: path, line, value: `${kind}, ${length} characters, fingerprint ${fingerprint}`, at }],
    verify: name === null ? rightsOf(path, inventory) : linesNaming(name, [path], inventory),
  });
  const values = { path, line, name, kind, service, fix: ownerOnly(path, inventory) };
  return on.violation({ id: 'secret-exposed', values }, service === null && kind !== 'connection-url' ? 'high' : 'critical');
}

/** Files of environment variables that programs read are for their owner alone. */
const open = defineRule({
  code: 'SEC-002',
  dimension: 'security',
  severity: 'medium',
  about: 'target',
  needs: { secrets },
  *check({ secrets }, { inventory, auditor }) {
    for (const { target, reading } of secrets) {
      // Windows keeps no such rights
      if (!reading.ok || auditor.platform === 'win32') continue;
      for (const { path, mode } of reading.facts.environments) {
        const on = judge('SEC-002', target.id, path, {
          evidence: [{ file: path, value: `mode ${mode ?? '?'}`, at: reading.startedAt }],
          verify: rightsOf(path, inventory),
        });
        if (mode === null) yield on.unknown({ id: 'env-rights-unknown', values: { path } });
        else if ((Number.parseInt(mode, 8) & OTHERS) === 0) yield on.pass();
        else yield on.violation({ id: 'env-open', values: { path, mode, fix: ownerOnly(path, inventory) } });
      }
      yield* partly('SEC-002', target.id, reading.facts.unlisted, inventory);
    }
  },
});

/** Git keeps what it tracks for ever, and hands it to everybody. */
const tracked = defineRule({
  code: 'SEC-003',
  dimension: 'security',
  severity: 'critical',
  about: 'target',
  needs: { secrets },
  *check({ secrets }, { inventory }) {
    for (const { target, reading } of secrets) {
      if (!reading.ok) continue;
      for (const file of reading.facts.environments) yield isTracked(target.id, file, reading.startedAt, inventory);
      yield* partly('SEC-003', target.id, reading.facts.unlisted, inventory);
    }
  },
});

function isTracked(target: string, { path, tracking }: EnvironmentFile, at: string, inventory: Inventory): Verdict {
  const on = judge('SEC-003', target, path, {
    evidence: [{ file: path, command: 'git ls-files', value: tracking, at }],
    verify: gitTracks(path, inventory),
  });
  if (tracking === 'tracked') return on.violation({ id: 'env-tracked', values: { path, fix: gitForget(path, inventory) } });
  if (tracking === 'untracked') return on.pass();
  return tracking === 'outside' ? on.notApplicable() : on.unknown({ id: 'env-tracking-unknown', values: { path, failure: tracking } });
}

/** No value in force is one that instructions show. */
const replaced = defineRule({
  code: 'SEC-004',
  dimension: 'security',
  severity: 'critical',
  about: 'target',
  needs: { secrets },
  *check({ secrets }, { inventory }) {
    for (const { target, reading } of secrets) {
      if (!reading.ok) continue;
      const { defaults, compared } = reading.facts;
      for (const { path, line, name, example } of defaults) {
        const at = reading.startedAt;
        const shown = example ? [{ file: example.path, line: example.line, value: 'the same value', at }] : [];
        const on = judge('SEC-004', target.id, `${path}:${name}`, {
          evidence: [{ file: path, line, value: example ? 'the value of an example' : 'a usual placeholder', at }, ...shown],
          verify: linesNaming(name, [path, ...(example ? [example.path] : [])], inventory),
        });
        yield on.violation({ id: 'secret-default', values: { path, line, name, example: example?.path ?? null } });
      }
      yield* partly('SEC-004', target.id, lackOf(reading.facts), inventory);
      if (compared > 0 && defaults.length === 0 && lackOf(reading.facts) === null)
        yield judge('SEC-004', target.id, target.id, {
          evidence: [{ value: `${compared} values compared`, at: reading.startedAt }],
        }).pass();
    }
  },
});

/** What was not looked into may hold what is looked for. */
function* partly(
  code: 'SEC-001' | 'SEC-002' | 'SEC-003' | 'SEC-004',
  target: string,
  lack: SecretsFacts['lack'],
  inventory: Inventory,
): Generator<Verdict> {
  if (lack === null) return;
  const on = judge(code, target, target, lack.path === null ? {} : { verify: rightsOf(lack.path, inventory) });
  yield on.unknown({ id: 'secrets-partly-read', values: { target, file: lack.path, why: lack.code } });
}

function lackOf({ lack, found, foundCount }: SecretsFacts): SecretsFacts['lack'] {
  return lack ?? (foundCount > found.length ? { path: null, code: 'cut' } : null);
}

export const secretRules: readonly Rule[] = [exposed, open, tracked, replaced];
