import { randomUUID } from 'node:crypto';
import type { Command, Skill, SkillEvent } from '../../skill.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** One command on its way. Whoever waits for it may leave; it ends when nobody is left, unless it is kept. */
export interface Job {
  readonly id: string;
  /** What happened so far. */
  readonly events: readonly SkillEvent[];
  /** What it came to; null while it runs. `fault`: a fault of ours, `stopped`: by `stopAll`. */
  readonly end: Outcome | 'fault' | 'stopped' | null;
  /** Resolves with the next event, or at the end. */
  next(): Promise<void>;
}

export interface Jobs {
  /** Null when too many run already. */
  start(command: Command): Job | null;
  /** It goes on without its caller, and can be asked for by its id for a while after its end. */
  keep(job: Job): void;
  /** Its caller went away. */
  leave(job: Job): void;
  find(id: string): Job | null;
  running(): number;
  stopAll(): void;
}

/** How long the result of a job can be asked for. */
export const KEPT_MS = 15 * 60_000;
const MOST_RUNNING = 4_096;
/** Results in memory, of two kilobytes each; the oldest gives way. */
const MOST_KEPT = 5_000;

interface Running extends Job {
  readonly events: SkillEvent[];
  end: Job['end'];
  readonly controller: AbortController;
}

export function createJobs(skill: Skill, onFault: (error: unknown) => void): Jobs {
  const running = new Map<string, Running>();
  const kept = new Map<string, Running>();

  async function run(job: Running, command: Command, wake: () => void) {
    try {
      for await (const event of skill.handle(command, job.controller.signal)) {
        job.events.push(event);
        job.end = outcomeOf(job.events);
        wake();
      }
      job.end ??= 'fault';
    } catch (error) {
      if (!job.controller.signal.aborted) onFault(error);
      job.end = job.controller.signal.aborted ? 'stopped' : 'fault';
    }
    running.delete(job.id);
    wake();
    if (!kept.has(job.id)) return;
    // a thousand targets make a thousand steps, which nobody asks for afterwards
    kept.set(job.id, { ...job, events: job.events.filter(({ type }) => type !== 'progress') });
    setTimeout(() => kept.delete(job.id), KEPT_MS).unref();
  }

  return {
    start(command) {
      if (running.size >= MOST_RUNNING) return null;
      let bell = Promise.withResolvers<void>();
      const wake = () => {
        bell.resolve();
        bell = Promise.withResolvers();
      };
      const job: Running = { id: randomUUID(), events: [], end: null, controller: new AbortController(), next: () => bell.promise };
      running.set(job.id, job);
      void run(job, command, wake);
      return job;
    },
    keep({ id }) {
      const job = running.get(id);
      if (job) kept.set(id, job);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    },
    leave({ id }) {
      if (!kept.has(id)) running.get(id)?.controller.abort();
    },
    find: (id) => kept.get(id) ?? null,
    running: () => running.size,
    stopAll() {
      for (const { controller } of running.values()) controller.abort();
    },
  };
}

/** Everything that happens in a job, from its start to its end, or until the caller leaves. */
export async function* follow(job: Job, signal: AbortSignal): AsyncGenerator<SkillEvent> {
  const left = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  for (let at = 0; !signal.aborted; ) {
    const event = job.events[at];
    if (event) {
      at += 1;
      yield event;
    } else if (job.end === null) await Promise.race([job.next(), left]);
    else {
      // what was cut short has no last event of its own
      if (typeof job.end === 'string') yield { type: 'failed', code: job.end === 'stopped' ? 'aborted' : 'failed', text: '' };
      return;
    }
  }
}

/** The last event of what was answered long ago. */
export async function* replay(outcome: Outcome): AsyncGenerator<SkillEvent> {
  const { text = '' } = outcome;
  if (outcome.reason !== undefined) yield { type: 'failed', code: outcome.reason, text };
  else if (outcome.handled) yield { type: 'done', text, speech: outcome.speech, status: outcome.status };
}
