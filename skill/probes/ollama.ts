import pLimit from 'p-limit';
import { z } from 'zod';
import { commonFields, defineProbe, ProbeError } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { endpointOf } from './endpoint.ts';
import { fieldOf } from './entries.ts';
import { httpUrl, prompt } from './fields.ts';
import { accepted, readFullMode } from './full-mode.ts';
import { refuseStatus } from './http-status.ts';
import type { Pace, Prompt } from './inference.ts';
import { quickerOf } from './latency.ts';
import { type Model, NodeFacts } from './node-facts.ts';
import {
  type Installed,
  isCloud,
  ollamaModel,
  parseOllamaRunning,
  parseOllamaShow,
  parseOllamaTags,
  parseOllamaVersion,
  type Shown,
} from './ollama-models.ts';
import { msLeft } from './time-left.ts';

/** Side questions wait no longer than this, so that one that hangs leaves time for the rest. */
const SIDE_QUESTION_MS = 2_000;
const MOST_SHOWN = 64;
const SHOWN_AT_ONCE = 8;

const OllamaTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('ollama'),
  url: httpUrl,
  /** The one model that the minimal prompt may load. */
  ping: z.string().optional(),
  prompt: prompt.optional(),
  expect: z.strictObject({ models: z.array(z.string()).optional(), version: z.string().optional() }).optional(),
});

/** An Ollama server: version, installed models, loaded models. */
export const ollama = defineProbe({
  kind: 'ollama',
  target: OllamaTarget,
  facts: NodeFacts,
  quick: true,
  node: true,
  async read(target, host, mode, signal) {
    const startedAtMs = host.now();
    const { base, credentials } = endpointOf(target);
    const aside = () => host.deadline(Math.min(SIDE_QUESTION_MS, Math.max(1, msLeft(target, startedAtMs, host))), signal);
    const get = (path: string, until: AbortSignal) => host.request(base + path, { headers: credentials }, until);
    const [tags, version, running] = await Promise.all([
      get('/api/tags', signal),
      get('/api/version', signal),
      orNull(async () => parseOllamaRunning(ok(await get('/api/ps', aside())))),
    ]);
    const installed = parseOllamaTags(ok(tags));
    const engine = parseOllamaVersion(ok(version));
    const shown = await showSilent(installed, base, credentials, host, aside());
    const models = installed.map((entry) => ollamaModel(entry, running, shown.get(entry.name) ?? null));
    const prompt = promptFor(target.ping ?? loadedLlm(installed, models), base);
    const after = { target, path: '/api/tags', accepts: accepted(parseOllamaTags), prompt, startedAtMs };
    signal.throwIfAborted();
    const fullMode = await readFullMode(after, host, mode, signal);
    // by now the rush of all the others is over
    const latencyMs = await quickerOf(tags, (until) => get('/api/tags', until), msLeft(target, startedAtMs, host), host, signal);
    return {
      product: 'Ollama',
      version: engine,
      latencyMs,
      clockSkewMs: tags.clockSkewMs,
      models,
      ...fullMode,
    };
  },
});

function ok(answer: Awaited<ReturnType<Host['request']>>): string {
  refuseStatus(answer);
  return answer.body;
}

/** Null when it could not be read: a side question never loses the list. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProbeError) return null;
    throw error;
  }
}

/** Asks the local models that the list says nothing about what they can do. */
async function showSilent(
  installed: readonly Installed[],
  base: string,
  credentials: Readonly<Record<string, string>>,
  host: Host,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Shown | null>> {
  const silent = installed.filter((entry) => entry.capabilities === null && !isCloud(entry)).slice(0, MOST_SHOWN);
  const headers = { ...credentials, 'content-type': 'application/json' };
  const show = async ({ name }: Installed): Promise<[string, Shown | null]> => {
    const body = JSON.stringify({ model: name });
    const ask = async () => parseOllamaShow(ok(await host.request(`${base}/api/show`, { method: 'POST', headers, body }, signal)));
    return [name, await orNull(ask)];
  };
  return new Map(await pLimit(SHOWN_AT_ONCE).map(silent, show));
}

function loadedLlm(installed: readonly Installed[], models: readonly Model[]): string | undefined {
  return installed.find((_, index) => {
    const model = models[index];
    return model?.loaded && model.type === 'llm' && !model.cloud;
  })?.name;
}

function promptFor(model: string | undefined, base: string): Prompt | null {
  if (model === undefined) return null;
  return {
    model,
    url: `${base}/api/chat`,
    body: { model, messages: [{ role: 'user', content: 'ping' }], stream: false, options: { num_predict: 1 } },
    measure: paceOf,
  };
}

/** Durations are nanoseconds. The only token asked for is the first one: its time is the total. */
function paceOf(answer: unknown): Pace {
  if (fieldOf(answer, 'done') !== true) throw new ProbeError('malformed', 'not a chat answer of Ollama');
  const total = figure(answer, 'total_duration');
  const tokens = figure(answer, 'eval_count');
  const duration = figure(answer, 'eval_duration');
  return {
    firstTokenMs: total === null ? null : total / 1e6,
    tokensPerSecond: tokens !== null && duration ? (tokens / duration) * 1e9 : null,
  };
}

function figure(answer: unknown, name: string): number | null {
  const value = fieldOf(answer, name);
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
