import { defineRule, type Inventory, type Rule, type Verdict } from '../audit/define.ts';
import { secrets } from '../probes/secrets.ts';
import { systemd, type Unit } from '../probes/systemd.ts';
import { linesNaming } from './files.ts';
import { judge } from './judge.ts';
import { operand } from './shell.ts';

/** So often, and up again for so short a time: it is going round in circles. */
const MANY_RESTARTS = 3;
const SHORT_S = 120;

/** Every declared unit does what it is there for. */
const active = defineRule({
  code: 'SVC-001',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { systemd },
  *check({ systemd }) {
    for (const { target, reading } of systemd)
      if (reading.ok) for (const unit of reading.facts.units) yield isActive(target.id, unit, reading.startedAt);
  },
});

function isActive(target: string, unit: Unit, at: string): Verdict {
  const { unit: name, load, active: state, sub, type, result, exitStatus, restarts } = unit;
  const command = `systemctl show -p ActiveState,SubState,Result,NRestarts ${operand(name)}`;
  const value = `${load}, ${state} (${sub}), Restart=${unit.restart ?? '?'}, NRestarts=${restarts ?? '?'}`;
  const on = judge('SVC-001', target, name, { evidence: [{ command, value, at }], verify: command });
  if (load === 'not-found') return on.violation({ id: 'unit-missing', values: { unit: name } });
  if (isLooping(unit)) return on.violation({ id: 'unit-looping', values: { unit: name, restarts: restarts ?? 0 } });
  if (state === 'active' || state === 'reloading') return on.pass({ id: 'unit-running', values: { unit: name, sub, restarts } });
  const isAtRest = state === 'inactive' && load === 'loaded' && (result === null || result === 'success');
  if (isAtRest && (type === 'oneshot' || unit.isTriggered)) return on.pass({ id: 'unit-ready', values: { unit: name } });
  if (state !== 'inactive' && state !== 'failed') return on.unknown({ id: 'unit-changing', values: { unit: name, active: state } });
  const fix = `journalctl -n 50 -u ${operand(name)} && sudo systemctl restart ${operand(name)}`;
  return on.violation({ id: 'unit-down', values: { unit: name, active: state, result, exitStatus, fix } });
}

/** Between two falls it may show itself active. */
function isLooping({ active: state, sub, restarts, activeForS }: Unit): boolean {
  if (sub === 'auto-restart' || sub === 'auto-restart-queued') return true;
  return state === 'active' && (restarts ?? 0) >= MANY_RESTARTS && activeForS !== null && activeForS < SHORT_S;
}

/** No unit of the machine has failed, declared or not. */
const noneFailed = defineRule({
  code: 'SVC-002',
  dimension: 'stability',
  severity: 'medium',
  about: 'target',
  needs: { systemd },
  *check({ systemd }) {
    for (const { target, reading } of systemd) {
      if (!reading.ok || reading.facts.manager === 'none') continue;
      const { failed, failedMissing } = reading.facts;
      const command = 'systemctl list-units --failed';
      const proof = (value: string) => ({ evidence: [{ command, value, at: reading.startedAt }], verify: command });
      const all = judge('SVC-002', target.id, target.id, proof(failed === null ? String(failedMissing) : `${failed.length} failed`));
      if (failed === null) yield all.unknown({ id: 'not-read', values: { target: target.id, failure: failedMissing ?? 'malformed' } });
      else if (failed.length === 0) yield all.pass();
      for (const unit of failed ?? [])
        yield judge('SVC-002', target.id, unit, proof(unit)).violation({
          id: 'unit-failed',
          values: { unit, fix: `journalctl -n 50 -u ${operand(unit)}` },
        });
    }
  },
});

/** What sets how a service runs commands. */
interface Setting {
  readonly target: string;
  readonly place: string;
  readonly line: number | null;
  readonly isDirect: boolean;
  readonly hasAllowlist: boolean;
  readonly at: string;
}

/** No service runs what it is told straight on the machine. What a program falls back on counts only where nothing is set. */
const sandboxed = defineRule({
  code: 'SVC-004',
  dimension: 'security',
  severity: 'high',
  about: 'target',
  needs: { secrets, systemd },
  *check({ secrets, systemd }, { inventory }) {
    const inFiles = secrets.flatMap(({ target, reading }) =>
      reading.ok
        ? reading.facts.executionModes.map((mode) => ({ target: target.id, place: mode.path, at: reading.startedAt, ...mode }))
        : [],
    );
    const inUnits = systemd.flatMap(({ target, reading }) =>
      reading.ok
        ? reading.facts.units.flatMap(({ unit, file, execution }) =>
            execution ? [{ target: target.id, place: file ?? unit, line: null, at: reading.startedAt, ...execution }] : [],
          )
        : [],
    );
    const set = [...inUnits, ...inFiles.filter(({ isSetting }) => isSetting)];
    for (const setting of set) yield isSandboxed(setting, false, inventory);
    if (set.length === 0) for (const fallback of inFiles) yield isSandboxed(fallback, true, inventory);
  },
});

function isSandboxed({ target, place, line, isDirect, hasAllowlist, at }: Setting, isDefault: boolean, inventory: Inventory): Verdict {
  const value = `EXECUTE_MODE=${isDirect ? 'direct' : 'another'}${hasAllowlist ? ', with an allowlist' : ''}`;
  const on = judge('SVC-004', target, place, {
    evidence: [{ file: place, ...(line === null ? {} : { line }), value, at }],
    verify: linesNaming('EXECUTE_MODE', [place], inventory),
  });
  if (!isDirect) return on.pass();
  return on.violation({ id: 'execute-direct', values: { place, line, hasAllowlist, isDefault } }, hasAllowlist ? 'medium' : 'high');
}

export const serviceRules: readonly Rule[] = [active, noneFailed, sandboxed];
