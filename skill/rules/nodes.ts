import { defineRule, type Rule, type Verdict } from '../audit/define.ts';
import { command } from '../probes/command.ts';
import { lmstudio } from '../probes/lmstudio.ts';
import { ollama } from '../probes/ollama.ts';
import { openai } from '../probes/openai.ts';
import { MASK } from '../redact.ts';
import { lineOf } from './command-line.ts';
import { judge } from './judge.ts';
import { listUrl, listUrlAt, type ServerRead, servers, verifyList } from './servers.ts';
import { curl } from './shell.ts';

/** Failures that prove that nobody serves there. */
const DOWN: ReadonlySet<string> = new Set(['refused', 'reset', 'unreachable']);
const FOREIGN_ORIGIN = 'https://audit.invalid';

const nodeReachable = defineRule({
  code: 'NODE-001',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { lmstudio, openai },
  *check({ lmstudio, openai }) {
    for (const read of servers(lmstudio, openai)) yield* reachable('NODE-001', read);
  },
});

const ollamaReachable = defineRule({
  code: 'NODE-005',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { ollama },
  *check({ ollama }) {
    for (const read of servers(ollama)) yield* reachable('NODE-005', read);
  },
});

/** Anything but an answer or a refusal stays unknown, which the engine says by itself. */
function* reachable(code: 'NODE-001' | 'NODE-005', { target, reading }: ServerRead): Generator<Verdict> {
  const proof = (value: string) => ({
    evidence: [{ request: `GET ${listUrl(target, reading)}`, value, at: reading.startedAt }],
    verify: verifyList({ target, reading }),
  });
  if (reading.ok) {
    const { latencyMs, models, version } = reading.facts;
    yield judge(code, target.id, target.id, proof(`${latencyMs} ms, ${models.length} models, version ${version ?? 'unknown'}`)).pass();
  } else if (reading.failure && DOWN.has(reading.failure.code)) {
    const failure = reading.failure.code;
    yield judge(code, target.id, target.id, proof(failure)).violation({ id: 'node-down', values: { node: target.id, failure } });
  }
}

const tokenAccepted = defineRule({
  code: 'NODE-003',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { lmstudio, ollama, openai },
  *check({ lmstudio, ollama, openai }) {
    for (const { target, reading } of servers(lmstudio, ollama, openai)) {
      const value = reading.ok ? 'accepted' : (reading.failure?.detail ?? '');
      const on = judge('NODE-003', target.id, target.id, {
        evidence: [{ request: `GET ${listUrl(target, reading)}`, value, at: reading.startedAt }],
        // the refusal is in the status: its body may be empty
        verify: verifyList({ target, reading }, true),
      });
      const hasToken = target.token !== undefined;
      // without a token too: the node lets us in
      if (reading.ok) yield on.pass();
      // 401 and 403 are a violation whether a token was sent or not
      else if (reading.failure?.code === 'denied') yield on.violation({ id: 'token-refused', values: { node: target.id, hasToken } });
    }
  },
});

const nodeProtected = defineRule({
  code: 'NODE-004',
  dimension: 'security',
  severity: 'high',
  about: 'target',
  needs: { lmstudio, ollama, openai },
  *check({ lmstudio, ollama, openai }, { mode }) {
    for (const { target, reading } of servers(lmstudio, ollama, openai)) {
      if (!reading.ok) continue;
      const { access } = reading.facts;
      const node = target.id;
      if (access === null) {
        const blind = judge('NODE-004', node, node);
        yield mode === 'quick' ? blind.skipped() : blind.unknown({ id: 'access-unknown', values: { node } });
        continue;
      }
      const { scope, address, anonymous, status } = access;
      const value = status === null ? 'no answer' : `HTTP ${status}`;
      const url = listUrlAt({ target, reading }, address);
      const on = judge('NODE-004', node, node, {
        evidence: [{ request: `GET ${url}`, value, at: reading.startedAt }],
        verify: curl(url, { showHeaders: true }),
      });
      if (scope === 'loopback') yield on.notApplicable({ id: 'node-on-loopback', values: { node } });
      else if (anonymous === null) yield on.unknown({ id: 'access-unknown', values: { node } });
      else if (anonymous) yield on.violation({ id: 'node-open', values: { node, scope, address } }, scope === 'wan' ? 'critical' : 'high');
      else yield on.pass();
    }
  },
});

const commandAvailable = defineRule({
  code: 'NODE-009',
  dimension: 'stability',
  severity: 'medium',
  about: 'target',
  needs: { command },
  *check({ command }) {
    for (const { target, reading } of command) {
      if (!reading.ok) continue;
      const { state, exitCode, latencyMs } = reading.facts;
      const on = judge('NODE-009', target.id, target.id, {
        evidence: [{ command: lineOf(target.command, MASK), value: `exit ${exitCode}, ${latencyMs} ms`, at: reading.startedAt }],
        verify: `${lineOf(target.command, '"$SECRET"')}; echo $?`,
      });
      if (state === 'ok') yield on.pass();
      else if (target.planned === 'down') yield on.notApplicable({ id: 'planned-down', values: { target: target.id } });
      else if (state === 'degraded') yield on.violation({ id: 'command-degraded', values: { node: target.id } });
      else yield on.violation({ id: 'command-failed', values: { node: target.id, exitCode } });
    }
  },
});

const originsRestricted = defineRule({
  code: 'NODE-013',
  dimension: 'security',
  severity: 'medium',
  about: 'target',
  needs: { lmstudio, ollama, openai },
  *check({ lmstudio, ollama, openai }, { mode }) {
    for (const { target, reading } of servers(lmstudio, ollama, openai)) {
      if (!reading.ok) continue;
      const { allowedOrigin } = reading.facts;
      const on = judge('NODE-013', target.id, target.id, {
        evidence: [
          {
            request: `GET ${listUrl(target, reading)} (Origin: ${FOREIGN_ORIGIN})`,
            value: allowedOrigin || 'no Access-Control-Allow-Origin',
            at: reading.startedAt,
          },
        ],
        verify: curl(listUrl(target, reading), {
          headers: [`Origin: ${FOREIGN_ORIGIN}`],
          showHeaders: true,
          hasToken: target.token !== undefined,
        }),
      });
      if (allowedOrigin === null) yield mode === 'quick' ? on.skipped() : on.unknown({ id: 'origin-unknown', values: { node: target.id } });
      else if (allowedOrigin === '*' || allowedOrigin === FOREIGN_ORIGIN)
        yield on.violation({ id: 'any-origin', values: { node: target.id, origin: allowedOrigin } });
      else yield on.pass();
    }
  },
});

export const nodeRules: readonly Rule[] = [
  nodeReachable,
  tokenAccepted,
  nodeProtected,
  ollamaReachable,
  commandAvailable,
  originsRestricted,
];
