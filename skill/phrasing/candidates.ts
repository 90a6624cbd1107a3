import type { Inventory, Target } from '../audit/define.ts';
import type { Report } from '../audit/report.ts';
import type { SpeechSettings } from '../inventory/schema.ts';
import { scopeOf } from '../probes/network-scope.ts';

/** A server of OpenAI's chat API that may be asked to phrase. `url` ends in `/v1`. */
export interface Phraser {
  readonly id: string;
  readonly url: string;
  readonly token: string | undefined;
  readonly model: string;
}

/** More would take longer than the listener waits. */
const MOST = 3;

interface NodeTarget extends Target {
  readonly url?: string;
  readonly token?: string;
  readonly prompt?: 'full' | 'never';
}

/**
 * Who may phrase this report, the best first: the configured server, then the fastest healthy local nodes of this very audit with a
 * loaded model. Never a node that must not be prompted, under whatever name it is reached; never a cloud model or a command.
 */
export function candidates(
  report: Report,
  { targets }: Pick<Inventory, 'targets'>,
  configured: SpeechSettings['llm'] | undefined,
): readonly Phraser[] {
  const nodes = targets as readonly NodeTarget[];
  const forbidden = new Set(nodes.flatMap(({ prompt, url }) => (prompt === 'never' && url ? [originOf(url)] : [])));
  const own = configured ? [{ id: 'speech.llm', url: configured.url, token: configured.token, model: configured.model }] : [];
  const local = nodes
    .flatMap((node) => phraserOf(node, report))
    .toSorted((a, b) => a.latencyMs - b.latencyMs)
    .map(({ phraser }) => phraser);
  return [...own, ...local].filter(({ url }) => !forbidden.has(originOf(url))).slice(0, MOST);
}

function phraserOf({ id, kind, url, token, prompt }: NodeTarget, { nodes }: Report) {
  const node = nodes[id];
  const model = node?.models.find(({ type, loaded, cloud }) => type === 'llm' && loaded === true && !cloud);
  if (node?.status !== 'up' || !model || url === undefined || prompt === 'never' || scopeOf(url) === 'wan') return [];
  const base = url.replace(/\/+$/, '');
  const api = kind === 'openai' ? base : kind === 'lmstudio' || kind === 'ollama' ? `${base}/v1` : null;
  if (api === null) return [];
  return [{ latencyMs: node.latencyMs ?? Number.POSITIVE_INFINITY, phraser: { id, url: api, token, model: model.id } }];
}

/** Scheme, host and port: every name of this machine is one. */
function originOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  const host = scopeOf(url) === 'loopback' ? '127.0.0.1' : hostname;
  return `${host}:${port || (protocol === 'https:' ? '443' : '80')}`;
}
