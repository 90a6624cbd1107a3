import { z } from 'zod';
import { ProbeError } from '../audit/define.ts';
import { parseApiJson } from './api-json.ts';
import { cut } from './cut.ts';
import { entriesOf, fieldOf } from './entries.ts';
import { foreignCount, foreignFlag, foreignNumber, foreignText, foreignWords } from './foreign.ts';
import type { Model } from './node-facts.ts';
import { parseOpenAiModels } from './openai-models.ts';

export interface LmStudioList {
  readonly models: readonly Model[];
  /** A loaded chat model, under the name by which it is prompted; null keeps LM Studio from loading one for us. */
  readonly loaded: { readonly instance: string; readonly canSkipReasoning: boolean } | null;
}

const Instance = z.object({
  id: z.string(),
  config: z.object({ context_length: foreignCount }).nullable().catch(null),
});

/** A name of which something is left once it is cut. */
const name = z.string().refine((text) => cut(text) !== '');

const V1Entry = z.object({
  key: name,
  loaded_instances: z.array(Instance),
  type: foreignText,
  max_context_length: foreignCount,
  size_bytes: foreignNumber,
  capabilities: z
    .object({ vision: foreignFlag, reasoning: z.object({ allowed_options: foreignWords }).nullable().catch(null) })
    .nullable()
    .catch(null),
});

const V0Entry = z.object({
  id: name,
  state: z.string(),
  type: foreignText,
  max_context_length: foreignCount,
  loaded_context_length: foreignCount,
});

/** GET /api/v1/models, since 0.4.0. */
export function parseLmStudioV1(body: string): LmStudioList {
  const entries = usableEntries(fieldOf(parseApiJson(body), 'models'), V1Entry);
  const awake = entries.find(({ type, loaded_instances }) => type === 'llm' && loaded_instances.length > 0);
  const instance = awake?.loaded_instances[0]?.id;
  return {
    models: entries.map(modelOfV1),
    loaded: instance ? { instance, canSkipReasoning: awake.capabilities?.reasoning?.allowed_options?.includes('off') ?? false } : null,
  };
}

/** GET /api/v0/models, since 0.3.6. */
export function parseLmStudioV0(body: string): LmStudioList {
  const entries = usableEntries(fieldOf(parseApiJson(body), 'data'), V0Entry);
  const awake = entries.find(({ type, state }) => (type === 'llm' || type === 'vlm') && state === 'loaded');
  return { models: entries.map(modelOfV0), loaded: awake ? { instance: awake.id, canSkipReasoning: false } : null };
}

/** The entries that have the shape; a list in which none has it is another product's. */
function usableEntries<T>(list: unknown, entry: z.ZodType<T>): readonly T[] {
  const usable = Array.isArray(list) ? list.filter((item) => entry.safeParse(item).success) : [];
  return entriesOf(usable.length > 0 ? usable : list, entry, 'LM Studio');
}

/** GET /v1/models: names only, so that nothing is known to be loaded. Others answer there too, and sign. */
export function parseLmStudioOpenAi(body: string): LmStudioList {
  const json = parseApiJson(body);
  if (fieldOf(json, 'models') !== undefined) throw new ProbeError('wrong-product', 'lists models twice, as llama.cpp does');
  if (fieldOf(json, 'data') === null) throw new ProbeError('wrong-product', 'writes an empty list as null, as Ollama does');
  const { models, owners } = parseOpenAiModels(body);
  const owner = owners.intersection(OTHER_PRODUCTS).values().next().value;
  if (owner) throw new ProbeError('wrong-product', `the list is signed ${owner}`);
  return { models: models.map((model) => ({ ...model, loaded: null })), loaded: null };
}

/** What these servers put in `owned_by`. */
const OTHER_PRODUCTS: ReadonlySet<string> = new Set([
  'llamacpp',
  'vllm',
  'vllm-mlx',
  'lmdeploy',
  'lemonade',
  'docker',
  'omlx',
  'FastFlowLM',
  // Ollama
  'library',
]);

function modelOfV1(entry: z.infer<typeof V1Entry>): Model {
  return {
    ...UNTOLD,
    id: cut(entry.key),
    type: typeOf(entry.type),
    loaded: entry.loaded_instances.length > 0,
    contextLength: entry.loaded_instances[0]?.config?.context_length ?? entry.max_context_length,
    vision: entry.capabilities?.vision ?? null,
    sizeBytes: entry.size_bytes,
  };
}

function modelOfV0(entry: z.infer<typeof V0Entry>): Model {
  const type = typeOf(entry.type);
  return {
    ...UNTOLD,
    id: cut(entry.id),
    type,
    loaded: entry.state === 'loaded',
    contextLength: entry.loaded_context_length ?? entry.max_context_length,
    vision: type === 'llm' ? entry.type === 'vlm' : null,
  };
}

function typeOf(type: string | null): Model['type'] {
  if (type === null) return null;
  if (type === 'llm' || type === 'vlm') return 'llm';
  return /^embeddings?$/.test(type) ? 'embedding' : 'other';
}

/** REST tells no video memory, whatever the version. */
const UNTOLD = { audio: null, sizeBytes: null, vramMiB: null, vramShare: null, cloud: false } as const;
