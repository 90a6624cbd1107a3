import { z } from 'zod';
import { ProbeError } from '../audit/define.ts';
import { parseApiJson } from './api-json.ts';
import { cut } from './cut.ts';
import { entriesOf, fieldOf } from './entries.ts';
import { foreignCount, foreignNumber, foreignText, foreignWords } from './foreign.ts';
import type { Pace, Prompt } from './inference.ts';
import type { Model } from './node-facts.ts';

export interface OpenAiList {
  readonly product: string;
  readonly models: readonly Model[];
  /** Who signs the entries; servers put their own name there. */
  readonly owners: ReadonlySet<string>;
  /** The whole name of a loaded chat model. */
  readonly loaded: string | null;
}

const Entry = z.object({
  id: z.string().min(1),
  owned_by: foreignText,
  max_model_len: foreignCount,
  meta: z.object({ n_ctx: foreignCount, size: foreignNumber }).nullable().catch(null),
  architecture: z.object({ input_modalities: foreignWords }).nullable().catch(null),
  // llama.cpp as a router also lists what it would have to load first
  status: z.object({ value: z.string() }).nullable().catch(null),
});

/** The list of GET /v1/models. */
export function parseOpenAiModels(body: string): OpenAiList {
  const entries = readEntries(body);
  const product = productOf(entries);
  const serves = product === 'llama.cpp' || product === 'vLLM' ? true : null;
  const rows = entries.map((entry) => ({ name: entry.id, model: modelOf(entry, serves) }));
  return {
    product,
    models: rows.map(({ model }) => model),
    owners: new Set(entries.map(({ owned_by }) => owned_by ?? '')),
    loaded: rows.find(({ model }) => model.loaded && model.type === 'llm')?.name ?? null,
  };
}

/** One message of one word, asking for one token. */
export function chatPrompt(url: string, model: string, measure: (answer: unknown) => Pace = () => UNTOLD): Prompt {
  return {
    model,
    url,
    body: { model, messages: [{ role: 'user', content: 'ping' }], max_tokens: 1 },
    measure(answer) {
      if (!Array.isArray(fieldOf(answer, 'choices'))) throw new ProbeError('malformed', 'not a chat completion');
      return measure(answer);
    },
  };
}

type Entry = z.infer<typeof Entry>;

const UNTOLD: Pace = { firstTokenMs: null, tokensPerSecond: null };

function readEntries(body: string): readonly Entry[] {
  const json = parseApiJson(body);
  const list = fieldOf(json, 'data');
  // Ollama writes null for an empty list
  const empty = list === null && fieldOf(json, 'object') === 'list';
  return entriesOf(empty ? [] : list, Entry, 'an OpenAI-compatible server');
}

function productOf(entries: readonly Entry[]): string {
  if (entries.some(({ owned_by }) => owned_by === 'llamacpp')) return 'llama.cpp';
  return entries.some(({ owned_by }) => owned_by === 'vllm') ? 'vLLM' : 'OpenAI-compatible';
}

function modelOf(entry: Entry, serves: true | null): Model {
  const inputs = entry.architecture?.input_modalities ?? null;
  return {
    id: cut(entry.id),
    type: /embed/i.test(entry.id) ? 'embedding' : 'llm',
    loaded: entry.status ? entry.status.value === 'loaded' : serves,
    contextLength: entry.meta?.n_ctx ?? entry.max_model_len,
    vision: inputs?.includes('image') ?? null,
    audio: inputs?.includes('audio') ?? null,
    sizeBytes: entry.meta?.size ?? null,
    vramMiB: null,
    vramShare: null,
    cloud: false,
  };
}
