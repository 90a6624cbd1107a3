import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Target } from '../../skill/audit/define.ts';
import type { Report } from '../../skill/audit/report.ts';
import { hearing } from './hearing.ts';
import { fiveNodes, inventoryOf, oneHanging, thousand } from './inventories.ts';
import { measure, median, middle, type Sample } from './measure.ts';
import type { Held } from './memory-child.ts';
import { dominating } from './profile.ts';
import { writeSecretFiles } from './secret-files.ts';
import type { Places } from './servers.ts';
import { voice } from './voice.ts';
import { voiceActivity } from './voice-activity.ts';
import { webhook } from './webhook.ts';

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly target: string;
  readonly cpuMs: number | null;
  /** Wall time over that of `node -e 0` in the same minute. */
  readonly ratio: number | null;
  readonly isKept: boolean;
  /** What takes most of its time, by a profile of one more run; null where no process is measured. */
  readonly dominated: string | null;
  /** Every figure behind the line. */
  readonly data: object;
}

export interface Bench {
  readonly main: string;
  readonly folder: string;
  readonly places: Places;
  /** Only figures whose name holds one of these; all when there is none. */
  readonly words: readonly string[];
}

const ROUNDS = 9;
const HANGING_MS = 1_000;
/** How much later than its deadline an audit may be. */
const LATE_MS = 250;

interface Whole {
  readonly name: string;
  readonly args: readonly string[];
  readonly targets: (places: Places) => readonly Target[];
  readonly mostMs: number;
  readonly mostMiB?: number;
  readonly rounds?: number;
}

const WHOLE: readonly Whole[] = [
  { name: 'jarvis-audit --version', args: ['--version'], targets: () => [], mostMs: 80 },
  { name: 'quick audit, five nodes', args: ['--quick'], targets: fiveNodes, mostMs: 160 },
  { name: 'full audit, five nodes', args: [], targets: fiveNodes, mostMs: 250 },
  {
    name: `quick audit, one of six hangs for ${HANGING_MS / 1000} s`,
    args: ['--quick'],
    targets: (places) => oneHanging(places, HANGING_MS),
    mostMs: HANGING_MS + LATE_MS,
  },
  { name: '1,000 targets, quick', args: ['--quick'], targets: (places) => thousand(places, false), mostMs: 1_500, mostMiB: 150 },
  { name: '1,000 targets, a tenth hangs', args: ['--quick'], targets: (places) => thousand(places, true), mostMs: 6_000, rounds: 3 },
];
/** What one reading of them may take. */
const SECRET_FILES = [
  { files: 300, mostMs: 200 },
  { files: 10_000, mostMs: 5_000 },
];
const SEARCHES = 5;
const MOST_JUDGING_MS = 50;
const MANY_AUDITS = [50, 250, 500];
/** Caches fill and the heap breathes: this much growth from 50 to 500 audits is no leak. */
const MOST_GROWTH_KIB = 1_024;
/** Longer than any deadline of these audits. */
const SETTLE_MS = 6_500;

/** Every figure, one after the other: nothing else of ours runs beside them. */
export async function* figures(bench: Bench): AsyncGenerator<Figure> {
  const isWanted = (name: string) => bench.words.length === 0 || bench.words.some((word) => name.includes(word));
  for (const whole of WHOLE) if (isWanted(whole.name)) yield await wholeProcess(whole, bench);
  const judging = 'assessing 1,000 saved targets';
  if (isWanted(judging)) yield* judgement(judging, bench);
  for (const { files, mostMs } of SECRET_FILES) {
    const name = `secrets in ${files} files`;
    if (isWanted(name)) yield await secretSearch(name, files, mostMs, bench);
  }
  const memory = `memory over ${MANY_AUDITS.at(-1)} audits`;
  if (isWanted(memory)) yield await memoryOver(memory, bench);
  yield* webhook(bench, isWanted);
  yield* voiceActivity(isWanted);
  yield* voice(bench, isWanted);
  yield* hearing(bench, isWanted);
}

async function wholeProcess({ name, args, targets, mostMs, mostMiB, rounds = ROUNDS }: Whole, { main, folder, places }: Bench) {
  const here = placeFor(folder, name, targets(places));
  const run = () => measure([main, ...args], here);
  // the first one fills the caches of a fresh installation
  const first = await run();
  const { own, base } = await alternating(run, here, rounds);
  const isLight = mostMiB === undefined || own.rssMiB <= mostMiB;
  return {
    name,
    value: `${seconds(own.wallMs)}, ${Math.round(own.rssMiB)} MiB`,
    target: `${seconds(mostMs)}${mostMiB === undefined ? '' : `, ${mostMiB} MiB`}`,
    cpuMs: own.cpuMs,
    ratio: own.wallMs / base.wallMs,
    isKept: own.wallMs <= mostMs && isLight,
    dominated: await dominating([main, ...args], here),
    data: { ...own, first, base, rounds, mostMs, mostMiB },
  };
}

/** Both in the same minute, so that a busy one counts for both. */
async function alternating(run: () => Promise<Sample>, cwd: string, rounds: number) {
  const [own, base]: [Sample[], Sample[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    base.push(await measure(['-e', '0'], cwd));
    own.push(await run());
  }
  return { own: middle(own), base: middle(base) };
}

type Effort = Omit<Sample, 'rssMiB'>;

async function* judgement(name: string, { main, folder, places }: Bench): AsyncGenerator<Figure> {
  const here = placeFor(folder, name, thousand(places, true));
  const file = join(here, 'readings.json');
  await measure([main, '--quick', '--no-save', '--save-readings', file], here);
  const { assessed, worded } = (await json('judge-child.ts', [file])) as Record<'assessed' | 'worded', Record<'cold' | 'warm', Effort>>;
  const of = (what: string, { wallMs, cpuMs }: Effort, mostMs: number | null) => ({
    name: `${name}${what}`,
    value: `${Math.round(wallMs)} ms`,
    target: mostMs === null ? '' : `${mostMs} ms`,
    cpuMs,
    ratio: null,
    isKept: mostMs === null || wallMs <= mostMs,
    dominated: null,
    data: { wallMs, cpuMs },
  });
  yield of(', the first time', assessed.cold, null);
  yield of(', once warm', assessed.warm, MOST_JUDGING_MS);
  yield of(', warm, with words and redaction', worded.warm, null);
  const { own, base } = await alternating(() => measure([main, '--replay', file], here), here, ROUNDS);
  const value = `${seconds(own.wallMs)}, ${Math.round(own.rssMiB)} MiB`;
  const ratio = own.wallMs / base.wallMs;
  const dominated = await dominating([main, '--replay', file], here);
  yield { name: '--replay of the same', value, target: '', cpuMs: own.cpuMs, ratio, isKept: true, dominated, data: { ...own, base } };
}

/** The reading alone, as the report tells it, in a process that has done nothing before. */
async function secretSearch(name: string, files: number, mostMs: number, { main, folder }: Bench): Promise<Figure> {
  const here = placeFor(folder, name, [{ id: 'env', kind: 'secrets', paths: ['files'] } as Target]);
  writeSecretFiles(join(here, 'files'), files);
  const searches: { readonly wallMs: number; readonly found: number }[] = [];
  for (let round = 0; round < SEARCHES; round += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [main, '--json', '--no-save'], { cwd: here, maxBuffer: MOST_OUTPUT });
    const { readings, findings } = JSON.parse(stdout) as Report;
    const isWhole = !findings.some(({ code, outcome }) => code === 'SEC-001' && outcome === 'unknown' && files < 5_000);
    if (readings['env']?.ok !== true || !isWhole) throw new Error(`${name}: not all of them were read`);
    searches.push({ wallMs: readings['env'].durationMs, found: findings.filter(({ code }) => code === 'SEC-001').length });
  }
  const wallMs = median(searches.map((search) => search.wallMs));
  const value = `${Math.round(wallMs)} ms, ${searches[0]?.found} found`;
  const target = `${mostMs} ms`;
  return { name, value, target, cpuMs: null, ratio: null, isKept: wallMs <= mostMs, dominated: null, data: { searches } };
}

async function memoryOver(name: string, { folder, places }: Bench): Promise<Figure> {
  const here = placeFor(folder, name, fiveNodes(places));
  const held = (await json('memory-child.ts', [
    inventoryOf(fiveNodes(places)),
    here,
    String(SETTLE_MS),
    ...MANY_AUDITS.map(String),
  ])) as readonly Held[];
  const [first, last] = [held[0] as Held, held.at(-1) as Held];
  const grownKiB = last.heapKiB - first.heapKiB;
  const slope = (1024 * grownKiB) / (last.audits - first.audits);
  return {
    name,
    value: `heap ${grownKiB < 0 ? '' : '+'}${Math.round(grownKiB)} KiB (${Math.round(slope)} B an audit), ${Math.round(last.rssMiB)} MiB`,
    target: `+${MOST_GROWTH_KIB} KiB, no handle left`,
    cpuMs: null,
    ratio: null,
    isKept: grownKiB <= MOST_GROWTH_KIB && last.descriptors <= first.descriptors && last.active <= first.active,
    dominated: null,
    data: { held, slope },
  };
}

/** A folder of its own with this inventory. */
function placeFor(folder: string, name: string, targets: readonly Target[]): string {
  const place = join(folder, name.replace(/\W+/g, '-'));
  mkdirSync(place);
  writeFileSync(join(place, 'jarvis.yaml'), inventoryOf(targets));
  return place;
}

const MOST_OUTPUT = 16 * 1024 * 1024;

async function json(program: string, args: readonly string[]): Promise<unknown> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', file, ...args], { maxBuffer: MOST_OUTPUT });
  return JSON.parse(stdout);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
