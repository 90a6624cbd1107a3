import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Inventory, Target } from '../../skill/audit/define.ts';
import { gather } from '../../skill/audit/gather.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { probes } from '../../skill/probes/all.ts';

/** What a process of its own is to gather. */
export interface ChildPlan {
  readonly targets: readonly Target[];
  readonly deadlineMs: number;
  readonly mode?: 'full' | 'quick';
  readonly abortAfterMs?: number;
  /** Read once before memory is measured. */
  readonly warmUp?: Target;
  /** `close` when absent: the host is closed and the process must end by itself. */
  readonly leave?: 'close' | 'exit';
}

export interface ChildStory {
  /** `ok`, `skipped` or the failure code, by target; null when gather rejected. */
  readonly outcomes: Readonly<Record<string, string>> | null;
  readonly details: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
  readonly rejected: string | null;
  readonly ms: number;
  /** Growth of the peak of resident memory while it gathered. */
  readonly grownMiB: number;
  /** Wall-clock milliseconds at which the process had nothing left to do. */
  readonly doneAt: number;
}

if (process.argv[1]?.endsWith('gather-child.ts')) await play(JSON.parse(process.argv[2] ?? '') as ChildPlan);

async function play(plan: ChildPlan) {
  const host = createNodeHost();
  const cancel = new AbortController();
  const all = { probes, mode: plan.mode ?? 'quick', host, deadlineMs: plan.deadlineMs } as const;
  if (plan.warmUp) await gather({ ...all, inventory: inventoryOf([plan.warmUp]) }, cancel.signal);
  globalThis.gc?.();
  // forgets the peak that start-up left
  writeFileSync('/proc/self/clear_refs', '5');
  const before = residentKiB('VmRSS');
  let abortedAt = 0;
  if (plan.abortAfterMs !== undefined) {
    void sleep(plan.abortAfterMs).then(() => {
      abortedAt = performance.now();
      cancel.abort(new Error('stop'));
    });
  }
  const startedAt = performance.now();
  const told = await gather({ ...all, inventory: inventoryOf(plan.targets) }, cancel.signal).then(
    ({ readings, auditor }) => ({
      outcomes: Object.fromEntries([...readings].map(([id, reading]) => [id, reading.ok ? 'ok' : (reading.failure?.code ?? 'skipped')])),
      details: Object.fromEntries([...readings].map(([id, reading]) => [id, reading.ok ? '' : (reading.failure?.detail ?? '')])),
      names: auditor.names,
      rejected: null,
    }),
    (error: unknown) => ({ outcomes: null, details: {}, names: {}, rejected: String(error) }),
  );
  const ms = performance.now() - (abortedAt || startedAt);
  const grownMiB = (residentKiB('VmHWM') - before) / 1024;
  await host.close();
  writeFileSync(1, `${JSON.stringify({ ...told, ms, grownMiB, doneAt: Date.now() } satisfies ChildStory)}\n`);
  if (plan.leave === 'exit') process.exit();
}

function inventoryOf(targets: readonly Target[]): Inventory {
  return { source: 'file', cluster: { name: 'test', version: '1' }, targets };
}

function residentKiB(field: 'VmRSS' | 'VmHWM'): number {
  return Number(new RegExp(`${field}:\\s*(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
