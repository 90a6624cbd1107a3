import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Probe, ProbeError, type Reading, type Target } from '../../skill/audit/define.ts';
import { type Gathered, type GatherOptions, gather } from '../../skill/audit/gather.ts';
import { createNodeHost, type NodeHost } from '../../skill/host/node.ts';
import type { ChildPlan, ChildStory } from './gather-child.ts';

/** What the process may be late by: the promise of the reliability table. */
export const LATE_MS = 250;

/** Tells a measured figure where `FIGURES=1` asks for them. */
export function figure(text: string) {
  if (process.env['FIGURES']) console.log(`FIGURE ${text}`);
}

/** The real host, closed with the test. */
export function realHost(): NodeHost {
  const host = createNodeHost();
  onTestFinished(() => host.close());
  return host;
}

/** An LM Studio of the inventory; without `timeoutMs` it has the five seconds that every target has. */
export function nodeAt(url: string, id = 'M1', timeoutMs?: number) {
  return { id, kind: 'lmstudio', url, ...(timeoutMs !== undefined && { timeoutMs }) };
}

/** Gathers these targets with the real host; by default everything, with ten seconds. */
export function gatherAll(
  targets: readonly Target[],
  probes: readonly Probe[],
  { signal = new AbortController().signal, host = realHost(), ...options }: Partial<GatherOptions> & { signal?: AbortSignal } = {},
): Promise<Gathered> {
  const inventory = { source: 'file', cluster: { name: 'test', version: '1' }, targets } as const;
  return gather({ inventory, probes, mode: 'full', host, deadlineMs: 10_000, ...options }, signal);
}

/** `ok`, `skipped` or the failure's code. */
export function outcomeOf(reading: Reading | undefined): string {
  if (!reading) return 'absent';
  return reading.ok ? 'ok' : (reading.failure?.code ?? 'skipped');
}

/** `ok`, or the code with which it failed. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    return error instanceof ProbeError ? error.code : `no ProbeError: ${String(error)}`;
  }
}

/** What `work` gave and the milliseconds that it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const startedAt = performance.now();
  const value = await work();
  return { value, ms: performance.now() - startedAt };
}

interface ChildOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Put before `node`, to run it under something else. */
  readonly under?: readonly string[];
  readonly nodeOptions?: readonly string[];
}

export interface ChildEnd extends ChildStory {
  readonly exitCode: number | null;
  readonly stderr: string;
  /** Milliseconds from having nothing left to do to having gone. */
  readonly exitMs: number;
}

/** Gathers in a Node process of its own and waits for its end. */
export async function gatherInChild(plan: ChildPlan, { env = {}, under = [], nodeOptions = [] }: ChildOptions = {}): Promise<ChildEnd> {
  const script = fileURLToPath(new URL('./gather-child.ts', import.meta.url));
  const [file = '', ...args] = [...under, process.execPath, ...nodeOptions, script, JSON.stringify(plan)];
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve);
  });
  const goneAt = Date.now();
  await new Promise((resolve) => {
    if (child.stdout.closed) resolve(null);
    else child.stdout.once('close', resolve);
  });
  const line = stdout.split('\n').find((text) => text.startsWith('{'));
  if (!line) throw new Error(`the child told nothing: ${stderr || stdout}`);
  const story = JSON.parse(line) as ChildStory;
  return { ...story, exitCode, stderr, exitMs: goneAt - story.doneAt };
}
