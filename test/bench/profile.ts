import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.ts';

/** What a process does, by the functions on its stack, the outermost first; names stay in the built program. */
const PHASES: readonly (readonly [phase: string, functions: RegExp])[] = [
  ['saving', /^(?:saveReport|writeSynced|jsonPieces|keepReadings)$/],
  ['words', /^(?:worded|render)$/],
  ['judging', /^(?:judge|assess)$/],
  ['inventory', /^(?:findInventory|parseInventory)$/],
  ['last report', /^(?:newestReport|readDocument|headOf)$/],
  ['loading code', /^(?:evaluate|compileSourceTextModule|compileForInternalLoader|import|getOrCreateModuleJob|syncLink|__copyProps)$/],
];
const BY_SELF: Readonly<Record<string, string>> = { '(idle)': 'waiting', '(garbage collector)': 'garbage', '(program)': 'Node itself' };
const REST = 'exchanges';
const MOST_NAMED = 3;
const INTERVAL_US = 200;

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** One more run, profiled: the three phases that take most of its time, « loading code 38 %, waiting 21 %, judging 12 % ». */
export async function dominating(args: readonly string[], folder: string): Promise<string> {
  const place = mkdtempSync(join(folder, 'profile-'));
  try {
    await measure(['--cpu-prof', `--cpu-prof-interval=${INTERVAL_US}`, `--cpu-prof-dir=${place}`, ...args], folder);
    const shares = readdirSync(place).map((name) => sharesOf(JSON.parse(readFileSync(join(place, name), 'utf8')) as CpuProfile));
    return (shares[0] ?? []).slice(0, MOST_NAMED).join(', ');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function sharesOf({ nodes, samples, timeDeltas }: CpuProfile): readonly string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const phases = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const phase = phaseOf(sample, names, parents);
    phases.set(phase, (phases.get(phase) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const total = [...phases.values()].reduce((sum, part) => sum + part, 0);
  return [...phases].toSorted(([, a], [, b]) => b - a).map(([phase, part]) => `${phase} ${Math.round((100 * part) / total)} %`);
}

function phaseOf(sample: number, names: ReadonlyMap<number, string>, parents: ReadonlyMap<number, number>): string {
  const own = BY_SELF[names.get(sample) ?? ''];
  if (own !== undefined) return own;
  const stack: string[] = [];
  for (let at: number | undefined = sample; at !== undefined; at = parents.get(at)) stack.push(names.get(at) ?? '');
  return PHASES.find(([, functions]) => stack.some((name) => functions.test(name)))?.[0] ?? REST;
}
