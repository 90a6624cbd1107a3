import type { Message } from '../../locales/locale.ts';
import { defineRule, type Rule, type Scope } from '../audit/define.ts';
import { capabilityView, MODALITIES, nodeStates } from '../audit/nodes.ts';
import { command } from '../probes/command.ts';
import { lmstudio } from '../probes/lmstudio.ts';
import type { Inference } from '../probes/node-facts.ts';
import { ollama } from '../probes/ollama.ts';
import { openai } from '../probes/openai.ts';
import { publicUrl } from '../public-url.ts';
import { judge } from './judge.ts';
import { listUrl, servers, verifyList } from './servers.ts';
import { curl, quoted, whoAnswers, whoProvides } from './shell.ts';

/** Below this share the model really runs partly on the processor; above it is rounding. */
const VRAM_SHARE = 0.99;

const modelLoaded = defineRule({
  code: 'NODE-002',
  dimension: 'stability',
  severity: 'medium',
  about: 'target',
  needs: { lmstudio },
  *check({ lmstudio }) {
    for (const { target, reading } of lmstudio) {
      if (!reading.ok) continue;
      const { models, api } = reading.facts;
      const loaded = models.filter((model) => model.loaded).map(({ id }) => id);
      const missing = (target.expect?.loaded ?? []).filter((id) => !loaded.includes(id));
      const on = judge('NODE-002', target.id, target.id, {
        evidence: [{ request: `GET ${listUrl(target, reading)}`, value: `loaded: ${loaded.join(', ') || 'none'}`, at: reading.startedAt }],
        verify: verifyList({ target, reading }),
      });
      // the oldest API lists models without saying which are loaded
      if (api === 'openai') yield on.unknown({ id: 'loaded-unknown', values: { node: target.id } });
      else if (loaded.length === 0) yield on.violation({ id: 'no-model-loaded', values: { node: target.id, installed: models.length } });
      else if (missing.length > 0) yield on.violation({ id: 'model-not-loaded', values: { node: target.id, models: missing } });
      else yield on.pass();
    }
  },
});

const modelsInstalled = defineRule({
  code: 'NODE-006',
  dimension: 'stability',
  severity: 'medium',
  about: 'target',
  needs: { lmstudio, ollama, openai },
  *check({ lmstudio, ollama, openai }) {
    for (const { target, reading } of servers(lmstudio, ollama, openai)) {
      const expected = target.expect?.models ?? [];
      if (expected.length === 0) yield judge('NODE-006', target.id, target.id).notApplicable();
      if (!reading.ok) continue;
      const installed = reading.facts.models.map(({ id }) => id);
      for (const model of expected) {
        const on = judge('NODE-006', target.id, model, {
          evidence: [
            {
              request: `GET ${listUrl(target, reading)}`,
              value: `installed: ${installed.slice(0, 20).join(', ') || 'none'}`,
              at: reading.startedAt,
            },
          ],
          // a name may begin with a dash
          verify: `${verifyList({ target, reading })} | grep -oF -e ${quoted(model)} || echo absent`,
        });
        yield isInstalled(installed, model) ? on.pass() : on.violation({ id: 'model-missing', values: { node: target.id, model } });
      }
    }
  },
});

/** Ollama's `qwen3` is `qwen3:latest`. */
function isInstalled(installed: readonly string[], model: string): boolean {
  return installed.includes(model) || installed.includes(`${model}:latest`);
}

const modelInVram = defineRule({
  code: 'NODE-007',
  dimension: 'scalability',
  severity: 'medium',
  about: 'target',
  needs: { ollama },
  *check({ ollama }) {
    for (const { target, reading } of ollama) {
      if (!reading.ok) continue;
      const loaded = reading.facts.models.filter((model) => model.loaded && model.vramShare !== null);
      if (loaded.length === 0) yield judge('NODE-007', target.id, target.id).notApplicable();
      for (const { id, vramShare } of loaded) {
        const share = vramShare ?? 0;
        const request = `${publicUrl(target.url)}/api/ps`;
        const on = judge('NODE-007', target.id, id, {
          evidence: [{ request: `GET ${request}`, value: `size_vram ÷ size = ${share.toFixed(2)}`, at: reading.startedAt }],
          verify: curl(request),
        });
        yield share < VRAM_SHARE
          ? on.violation({ id: 'model-spills', values: { node: target.id, model: id, percent: Math.floor(share * 100) } })
          : on.pass();
      }
    }
  },
});

const inference = defineRule({
  code: 'NODE-008',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { lmstudio, ollama, openai },
  *check({ lmstudio, ollama, openai }, scope) {
    for (const { target, reading } of servers(lmstudio, ollama, openai)) {
      const on = judge('NODE-008', target.id, target.id);
      if (scope.mode === 'quick') yield on.skipped();
      else if (target.prompt === 'never') yield on.notApplicable({ id: 'no-prompt', values: { node: target.id } });
      else if (reading.ok && reading.facts.inference === null)
        yield on.notApplicable({ id: 'nothing-to-prompt', values: { node: target.id } });
      else if (reading.ok && reading.facts.inference)
        yield prompted(target.id, reading.facts.inference, verifyList({ target, reading }), scope);
    }
  },
});

function prompted(node: string, { model, ok, failure, totalMs, firstTokenMs, tokensPerSecond }: Inference, verify: string, scope: Scope) {
  const value = ok
    ? `${totalMs} ms, first token ${firstTokenMs ?? '?'} ms, ${tokensPerSecond?.toFixed(1) ?? '?'} tokens/s`
    : (failure ?? 'bug');
  const on = judge('NODE-008', node, node, { evidence: [{ request: `one-token prompt to ${model}`, value }], verify });
  if (ok) return on.pass({ id: 'inference-ok', values: { node, model, ms: totalMs, tokensPerSecond } });
  // late once may be a queue; late twice is a fault
  const before: Message['id'] | undefined = scope.messageBefore('NODE-008', node, node)?.id;
  const isSecondTime = before === 'inference-late' || before === 'inference-failed';
  if (failure === 'timeout' && !isSecondTime) return on.unknown({ id: 'inference-late', values: { node, model } });
  return on.violation({ id: 'inference-failed', values: { node, model, failure: failure ?? 'bug' } });
}

/** What tells the version without credentials: LM Studio's generations differ in what they say there. */
const VERSION_PATH: Readonly<Record<string, string>> = { lmstudio: '/api/v1/models', ollama: '/api/version' };

const sameVersion = defineRule({
  code: 'NODE-011',
  dimension: 'stability',
  severity: 'low',
  about: 'cluster',
  needs: { lmstudio, ollama },
  *check({ lmstudio, ollama }, scope) {
    for (const [kind, reads] of Object.entries({ lmstudio: servers(lmstudio), ollama: servers(ollama) })) {
      if (reads.length === 0) continue;
      const read = reads.flatMap(({ target, reading }) =>
        reading.ok && reading.facts.version ? [{ id: target.id, version: reading.facts.version }] : [],
      );
      const wanted = reads.flatMap(({ target }) => target.expect?.version ?? []);
      const versions = [...new Set([...read.map(({ version }) => version), ...(read.length > 0 ? wanted : [])])].toSorted();
      const on = judge('NODE-011', 'cluster', kind, {
        evidence: read.map(({ id, version }) => ({ value: `${id}: ${version}` })),
        verify: whoAnswers(
          reads.filter(({ reading }) => reading.ok).map(({ target }) => `${publicUrl(target.url)}${VERSION_PATH[kind] ?? ''}`),
        ),
      });
      const isPartlyRead = reads.some(({ target, reading }) => !reading.ok && target.planned !== 'down');
      const differedBefore = scope.messageBefore('NODE-011', 'cluster', kind)?.id === 'versions-differ';
      if (versions.length > 1) yield on.violation({ id: 'versions-differ', values: { kind, versions } });
      // the one that differed may be the one that is silent now
      else if (differedBefore && isPartlyRead) yield on.unknown({ id: 'too-few-versions', values: { kind } });
      else if (read.length + wanted.length >= 2) yield on.pass();
      else if (reads.length === 1) yield on.notApplicable({ id: 'too-few-versions', values: { kind } });
      else yield on.unknown({ id: 'too-few-versions', values: { kind } });
    }
  },
});

const coverage = defineRule({
  code: 'NODE-012',
  dimension: 'multimodal',
  severity: 'medium',
  about: 'cluster',
  needs: { lmstudio, ollama, openai, command },
  *check(_, { inventory, readings }) {
    const nodes = nodeStates(inventory, readings);
    for (const capability of nodes.length > 0 ? MODALITIES : []) {
      const { proven, possible, promised } = capabilityView(nodes, capability);
      const told = nodes
        .filter(({ id }) => promised.includes(id) || proven.includes(id))
        .map(({ id, status }) => ({ value: `${id}: ${proven.includes(id) ? 'proven' : `promised, ${status}`}` }));
      const on = judge('NODE-012', 'cluster', capability, { evidence: told, verify: whoProvides([...promised, ...proven], inventory) });
      if (proven.length > 0) yield on.pass();
      else if (promised.length === 0) yield on.notApplicable({ id: 'capability-not-promised', values: { capability } });
      else if (possible.some(({ status }) => status === 'unknown'))
        yield on.unknown({ id: 'capability-unknown', values: { capability, nodes: possible.map(({ id }) => id) } });
      else if (possible.length > 0) yield on.skipped();
      else yield on.violation({ id: 'capability-unproven', values: { capability } });
    }
  },
});

export const modelRules: readonly Rule[] = [modelLoaded, modelsInstalled, modelInVram, inference, sameVersion, coverage];
