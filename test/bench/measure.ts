import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One whole process, from its start to its end. */
export interface Sample {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The peak of its resident memory. */
  readonly rssMiB: number;
}

const USAGE = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** Runs `node` with these arguments. Rejects when it fails: a broken program is quick. */
export async function measure(args: readonly string[], cwd: string): Promise<Sample> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--require', USAGE, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const [stderr, usage] = [textOf(child.stdio[2]), textOf(child.stdio[3])];
  const code = await new Promise<number | null>((resolve, reject) => void child.once('error', reject).once('exit', resolve));
  const wallMs = performance.now() - startedAt;
  if (code !== 0) throw new Error(`node ${args.join(' ')}: exit ${code}\n${await stderr}`);
  return { wallMs, ...(JSON.parse(await usage) as Omit<Sample, 'wallMs'>) };
}

async function textOf(stream: unknown): Promise<string> {
  let text = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
}

/** Medians, each of its own figure. */
export function middle(samples: readonly Sample[]): Sample {
  const of = (pick: (sample: Sample) => number) => median(samples.map(pick));
  return { wallMs: of(({ wallMs }) => wallMs), cpuMs: of(({ cpuMs }) => cpuMs), rssMiB: of(({ rssMiB }) => rssMiB) };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}
