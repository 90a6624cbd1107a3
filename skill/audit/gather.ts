import pLimit from 'p-limit';
import { orAborted } from '../host/abort.ts';
import { toFailure } from '../host/failures.ts';
import type { Host } from '../host/host.ts';
import {
  type AuditorFacts,
  type Inventory,
  type Mode,
  type Probe,
  ProbeError,
  type Reading,
  type Readings,
  type Target,
} from './define.ts';
import { localIso } from './local-time.ts';
import { plainStrings } from './plain-strings.ts';
import { selfTest } from './self-test.ts';

/** Milliseconds for one target that says nothing else. */
export const TARGET_MS = 5_000;
/** Readings under way at once: the sockets and children of one machine are bounded. */
export const MOST_IN_FLIGHT = 256;

/** A whole cluster as it was read, before anybody judged it. */
export interface Gathered {
  /** When it began, local time with offset. */
  readonly takenAt: string;
  readonly durationMs: number;
  readonly mode: Mode;
  readonly auditor: AuditorFacts;
  readonly readings: Readings;
}

export interface GatherOptions {
  readonly inventory: Inventory;
  readonly probes: readonly Probe[];
  readonly mode: Mode;
  readonly host: Host;
  /** Milliseconds for everything: what is unread by then is a timeout. */
  readonly deadlineMs: number;
  readonly onProgress?: (done: number, total: number, target: Target) => void;
}

/**
 * Reads every target, all at once. A deadline makes one reading fail; `signal` makes the whole rejects at once with its
 * reason. Nothing that a target does makes it reject.
 */
export async function gather(options: GatherOptions, signal: AbortSignal): Promise<Gathered> {
  const { inventory, mode, host } = options;
  const takenAt = localIso(host.clock());
  const startedAt = host.now();
  const whole = wholeDeadline(options.deadlineMs, signal);
  try {
    const asked = inventory.targets.filter((target) => isAsked(target, options));
    const atOnce = pLimit(MOST_IN_FLIGHT);
    let done = 0;
    const read = async (target: Target): Promise<[string, Reading]> => {
      const reading = await atOnce(() => readTarget(target, options, whole.signal));
      done += 1;
      options.onProgress?.(done, asked.length, target);
      return [target.id, reading];
    };
    const work = Promise.all([selfTest(inventory, host, whole.signal), Promise.all(asked.map(read))]);
    const [auditor, answers] = await orAborted(signal, () => work);
    const byId = new Map(answers);
    const readings = new Map(inventory.targets.map(({ id }) => [id, byId.get(id) ?? SKIPPED]));
    return { takenAt, durationMs: Math.round(host.now() - startedAt), mode, auditor, readings };
  } finally {
    whole.end();
  }
}

const SKIPPED: Reading = { ok: false, failure: null, startedAt: null, durationMs: 0 };

function isAsked(target: Target, { probes, mode }: GatherOptions): boolean {
  return mode === 'full' || target.quick === true || probes.some((probe) => probe.kind === target.kind && probe.quick);
}

async function readTarget(target: Target, { probes, mode, host }: GatherOptions, whole: AbortSignal): Promise<Reading> {
  const startedAt = host.now();
  const at = localIso(host.clock());
  const took = () => ({ startedAt: at, durationMs: Math.round(host.now() - startedAt) });
  try {
    const probe = probes.find(({ kind }) => kind === target.kind);
    if (!probe) throw new ProbeError('bug', `no probe of kind ${target.kind}`);
    const deadlineMs = target.timeoutMs ?? probe.budgetMs?.(target) ?? TARGET_MS;
    const deadline = host.deadline(deadlineMs, whole);
    // a probe that is deaf to its signal must not hold the others
    const facts = await orAborted(deadline, () => probe.read(target, host, mode, deadline));
    return { ok: true, facts: probe.facts.parse(plainStrings(facts)), ...took() };
  } catch (error) {
    return { ok: false, failure: plainStrings(toFailure(error)), ...took() };
  }
}

/** Its timer keeps the process alive, so that even an audit of deaf targets ends. */
function wholeDeadline(ms: number, signal: AbortSignal) {
  const controller = new AbortController();
  const late = () => controller.abort(new DOMException('the deadline of the whole audit has passed', 'TimeoutError'));
  const timer = setTimeout(late, ms);
  return { signal: AbortSignal.any([controller.signal, signal]), end: () => clearTimeout(timer) };
}
