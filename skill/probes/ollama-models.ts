import { z } from 'zod';
import { ProbeError } from '../audit/define.ts';
import { parseApiJson } from './api-json.ts';
import { cut } from './cut.ts';
import { entriesOf, fieldOf } from './entries.ts';
import { foreignCount, foreignNumber, foreignText, foreignWords } from './foreign.ts';
import type { Model } from './node-facts.ts';

const BYTES_PER_MIB = 2 ** 20;

const Installed = z.object({
  name: z.string().min(1),
  digest: z.string().min(1),
  size: foreignNumber,
  capabilities: foreignWords,
  remote_model: foreignText,
  remote_host: foreignText,
});
export type Installed = z.infer<typeof Installed>;

const Running = z.object({
  name: z.string().min(1),
  size: foreignNumber,
  size_vram: foreignNumber,
  context_length: foreignCount,
});
export type Running = z.infer<typeof Running>;

/** What one model says of itself. */
export interface Shown {
  readonly capabilities: readonly string[] | null;
  readonly contextLength: number | null;
}

/** GET /api/version. */
export function parseOllamaVersion(body: string): string {
  const version = fieldOf(parseApiJson(body), 'version');
  if (typeof version !== 'string' || version === '') throw new ProbeError('wrong-product', 'not the version of Ollama');
  return cut(version);
}

/** GET /api/tags. llama.cpp answers there too, with empty digests. */
export function parseOllamaTags(body: string): readonly Installed[] {
  return entriesOf(modelsOf(body), Installed, 'Ollama');
}

/** GET /api/ps. */
export function parseOllamaRunning(body: string): readonly Running[] {
  return entriesOf(modelsOf(body), Running, 'Ollama');
}

/** POST /api/show, which only reads. */
export function parseOllamaShow(body: string): Shown {
  const json = parseApiJson(body);
  const info = fieldOf(json, 'model_info');
  const context = fieldOf(info, `${String(fieldOf(info, 'general.architecture'))}.context_length`);
  return { capabilities: foreignWords.parse(fieldOf(json, 'capabilities')), contextLength: foreignCount.parse(context) };
}

/** Runs elsewhere, by its origin or by its name. */
export function isCloud({ name, remote_model, remote_host }: Installed): boolean {
  return Boolean(remote_model || remote_host) || /[:-]cloud$/.test(name);
}

/** One model out of the three lists; `running` is null when nobody could tell what is loaded. */
export function ollamaModel(installed: Installed, running: readonly Running[] | null, shown: Shown | null): Model {
  const active = running?.find(({ name }) => name === installed.name);
  const capabilities = installed.capabilities ?? shown?.capabilities ?? null;
  return {
    id: cut(installed.name),
    type: typeOf(capabilities),
    loaded: running && active !== undefined,
    contextLength: active?.context_length ?? shown?.contextLength ?? null,
    vision: capabilities?.includes('vision') ?? null,
    audio: capabilities?.includes('audio') ?? null,
    sizeBytes: installed.size,
    vramMiB: active?.size_vram == null ? null : active.size_vram / BYTES_PER_MIB,
    vramShare: active ? shareInVram(active) : null,
    cloud: isCloud(installed),
  };
}

function modelsOf(body: string): unknown {
  const list = fieldOf(parseApiJson(body), 'models');
  // Go writes an empty slice as null
  return list === null ? [] : list;
}

function typeOf(capabilities: readonly string[] | null): Model['type'] {
  if (capabilities?.includes('embedding')) return 'embedding';
  return capabilities?.includes('completion') ? 'llm' : null;
}

function shareInVram({ size, size_vram }: Running): number | null {
  return size && size_vram !== null ? Math.min(1, size_vram / size) : null;
}
