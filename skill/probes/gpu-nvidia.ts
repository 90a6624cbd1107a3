import { cut } from './cut.ts';
import type { Gpu } from './gpu.ts';

/** What is asked, in the order of the cells. */
export const FULL_FIELDS = [
  'index',
  'uuid',
  'name',
  'driver_version',
  'temperature.gpu',
  'memory.total',
  'memory.used',
  'memory.free',
  'utilization.gpu',
  'power.draw',
] as const;

/** What every driver knows, for those that refuse one of {@link FULL_FIELDS}. */
export const MINIMAL_FIELDS = ['index', 'uuid', 'name', 'temperature.gpu', 'memory.total', 'memory.used'] as const;

type Field = (typeof FULL_FIELDS)[number];

const MOST_GPUS = 64;

/** The answer of `nvidia-smi --query-gpu=… --format=csv,noheader,nounits`, cell by cell. Never throws. */
export function parseNvidia(csv: string, fields: readonly Field[]): { readonly driver: string | null; readonly gpus: readonly Gpu[] } {
  const rows = csv
    .split(/\r?\n/)
    .map((line) => parseRow(line, fields))
    .filter((row) => row !== null)
    .slice(0, MOST_GPUS);
  return {
    driver: rows.map(({ cells }) => words(cells.get('driver_version'))).find((driver) => driver !== null) ?? null,
    gpus: rows.map(({ cells, lost }, row) => lost ?? toGpu(cells, row)),
  };
}

interface Row {
  readonly cells: ReadonlyMap<Field, string>;
  readonly lost: Gpu | null;
}

function parseRow(line: string, fields: readonly Field[]): Row | null {
  const lostAt = /Unable to determine the device handle for GPU\s*([0-9A-F:.]*[0-9A-F])/i.exec(line)?.[1];
  if (lostAt) return { cells: new Map(), lost: { ...LOST, index: cut(lostAt) } };
  const cells = split(line, fields.length);
  if (!cells || !isCard(cells)) return null;
  // the name is the only free text, so surplus cells are the commas in it
  const surplus = Math.max(0, cells.length - fields.length);
  const name = fields.indexOf('name');
  const joined = cells.toSpliced(name, surplus + 1, cells.slice(name, name + surplus + 1).join(', '));
  return { cells: new Map(fields.map((field, i) => [field, joined[i] ?? ''])), lost: null };
}

/** Null for a line that is no row, such as a warning. A bare comma may be a decimal one: it separates only as a last resort. */
function split(line: string, count: number): readonly string[] | null {
  const cells = line.split(', ');
  if (cells.length >= count) return cells;
  const bare = line.split(',');
  const found = cells.length === 1 ? bare : cells;
  return found.length >= count || (found.length > 1 && /^\s*\d+\s*$/.test(found[0] ?? '')) ? found : null;
}

/** Index and UUID come first; either may be unreadable, but commas alone make no card. */
function isCard([index = '', uuid = '']: readonly string[]): boolean {
  return /^\s*\d{1,6}\s*$/.test(index) || /^\s*(?:GPU|MIG)-/.test(uuid);
}

const LOST: Gpu = {
  index: '',
  uuid: null,
  name: null,
  temperatureC: null,
  memoryTotalMiB: null,
  memoryUsedMiB: null,
  memoryFreeMiB: null,
  utilizationPercent: null,
  powerWatts: null,
  lost: true,
};

function toGpu(cells: ReadonlyMap<Field, string>, row: number): Gpu {
  const figure = (field: Field, least: number, most: number) => figureOf(cells.get(field), least, most);
  return {
    index: words(cells.get('index')) ?? String(row),
    uuid: words(cells.get('uuid')),
    name: words(cells.get('name')),
    temperatureC: figure('temperature.gpu', -50, 150),
    memoryTotalMiB: figure('memory.total', 1, MOST_MIB),
    memoryUsedMiB: figure('memory.used', 0, MOST_MIB),
    memoryFreeMiB: figure('memory.free', 0, MOST_MIB),
    utilizationPercent: figure('utilization.gpu', 0, 100),
    powerWatts: figure('power.draw', 0, 10_000),
    lost: false,
  };
}

/** 16 TiB: more is a counter gone wrong. */
export const MOST_MIB = 16 * 1024 * 1024;

/** A figure with or without its unit, with a decimal point or comma; null for `[N/A]`, `ERR!`, nothing, or out of range. */
export function figureOf(cell: string | undefined, least: number, most: number): number | null {
  const digits = /^(-?\d{1,12}(?:[.,]\d{1,6})?)(?: ?(?:MiB|W|%|C))?$/.exec((cell ?? '').trim())?.[1];
  if (digits === undefined) return null;
  const figure = Number(digits.replace(',', '.'));
  return figure >= least && figure <= most ? figure : null;
}

/** Text, or null for the ways of saying that there is none. */
export function words(cell: string | undefined): string | null {
  const text = cut(cell ?? '');
  return text === '' || /^(?:\[.*\]|N\/A|ERR!|None|unknown(?: error)?)$/i.test(text) ? null : text;
}
