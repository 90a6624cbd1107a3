import { z } from 'zod';
import { ProbeError } from '../audit/define.ts';
import { cut } from './cut.ts';
import type { Gpu } from './gpu.ts';
import { figureOf, MOST_MIB, words } from './gpu-nvidia.ts';

const MOST_GPUS = 64;
const MIB = 1024 * 1024;

const Answer = z.record(z.string(), z.unknown());
type Card = z.infer<typeof Answer>;

/** The answer of `rocm-smi … --json`, whose keys change between releases. Throws only a {@link ProbeError}. */
export function parseRocm(text: string): { readonly driver: string | null; readonly gpus: readonly Gpu[] } {
  const entries = Object.entries(parseJson(text));
  const cards = entries.flatMap(([key, value]) => {
    const index = /^card(\d{1,6})$/.exec(key)?.[1];
    const card = Answer.safeParse(value);
    return index !== undefined && card.success ? [{ index, card: card.data }] : [];
  });
  const system = Answer.safeParse(entries.find(([key]) => key === 'system')?.[1]);
  return {
    driver: system.success ? textOf(system.data, /^driver version$/i) : null,
    gpus: cards.slice(0, MOST_GPUS).map(({ index, card }) => toGpu(index, card)),
  };
}

/** Warnings may stand before the JSON, and without a driver there is none, though the exit code is 0. */
function parseJson(text: string): Card {
  const start = text.indexOf('{');
  if (/driver not initialized/i.test(start < 0 ? text : text.slice(0, start)) || (start < 0 && /^ERROR/m.test(text)))
    throw new ProbeError('bad-status', `rocm-smi: ${cut(text.slice(text.search(/ERROR/)))}`);
  try {
    return Answer.parse(JSON.parse(text.slice(start, text.lastIndexOf('}') + 1)));
  } catch (cause) {
    throw new ProbeError('malformed', `rocm-smi did not answer in JSON: ${cut(text, 120)}`, { cause });
  }
}

function toGpu(index: string, card: Card): Gpu {
  const total = mib(card, /^vram total memory \(b\)$/i, 1);
  const used = mib(card, /^vram total used memory \(b\)$/i, 0);
  return {
    index,
    uuid: textOf(card, /^unique id$/i),
    name: textOf(card, /^card series$/i) ?? textOf(card, /^card model$/i) ?? textOf(card, /^card vendor$/i),
    temperatureC: figure(card, /^temperature \(sensor edge\)/i, -50, 150) ?? figure(card, /^temperature \(sensor junction\)/i, -50, 150),
    memoryTotalMiB: total,
    memoryUsedMiB: used,
    memoryFreeMiB: total !== null && used !== null && used <= total ? total - used : null,
    utilizationPercent: figure(card, /^gpu use \(%\)$/i, 0, 100),
    powerWatts: figure(card, /^(?:average|current socket) graphics package power/i, 0, 10_000),
    lost: false,
  };
}

/** A PCI id such as 0x1002 is no name, though older releases print it as one. */
function textOf(card: Card, key: RegExp): string | null {
  const value = entryOf(card, key);
  const text = typeof value === 'string' ? words(value) : null;
  return text !== null && /^0x[0-9a-f]{1,8}$/i.test(text) ? null : text;
}

function mib(card: Card, key: RegExp, leastMiB: number): number | null {
  const bytes = figureIn(entryOf(card, key), 0, MOST_MIB * MIB);
  return bytes === null || bytes < leastMiB * MIB ? null : bytes / MIB;
}

const figure = (card: Card, key: RegExp, least: number, most: number) => figureIn(entryOf(card, key), least, most);

const entryOf = (card: Card, key: RegExp) => Object.entries(card).find(([name]) => key.test(name))?.[1];

function figureIn(value: unknown, least: number, most: number): number | null {
  if (typeof value === 'number') return value >= least && value <= most ? value : null;
  return typeof value === 'string' ? figureOf(value, least, most) : null;
}
