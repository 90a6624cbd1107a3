import type { Report } from '../../../skill/audit/report.ts';
import { manifest } from '../../../skill/manifest.ts';
import type { Command, Skill, SkillEvent } from '../../../skill/skill.ts';
import { reportSample } from '../../support/report-sample.ts';

/** What a command makes happen. */
export type Behaviour = (command: Command, signal: AbortSignal) => AsyncIterable<SkillEvent>;

export interface SmallSkill extends Skill {
  /** Every command that was handled, oldest first. */
  readonly handled: readonly Command[];
  /** How many were aborted by their caller. */
  aborted(): number;
}

/** A skill that does what the test says with each command, over these reports, newest first. */
export function smallSkill(behave: Behaviour = atOnce, reports: readonly Report[] = [reportSample()]): SmallSkill {
  const handled: Command[] = [];
  let aborted = 0;
  const find = (wanted: (report: Report) => boolean) => Promise.resolve(reports.find(wanted) ?? null);
  return {
    manifest,
    handled,
    aborted: () => aborted,
    match: () => ({ intent: 'cluster_status', slots: {}, confidence: 1, reason: null }),
    async *handle(command, signal) {
      handled.push(command);
      signal.addEventListener('abort', () => {
        aborted += 1;
      });
      yield* behave(command, signal);
    },
    register: () => {},
    report: (id) => find((report) => report.id === id),
    latest: (mode) => find((report) => mode === undefined || report.mode === mode),
    async reports({ after, limit }) {
      const start = after === undefined ? 0 : Number(after);
      return { reports: reports.slice(start, start + limit), next: start + limit < reports.length ? String(start + limit) : null };
    },
    schedules: { list: async () => [], start: async () => {} },
    close: async () => {},
  };
}

/** An audit that has its answer. */
export async function* atOnce(): AsyncGenerator<SkillEvent> {
  yield { type: 'accepted', intent: 'cluster_status', slots: {} };
  yield { type: 'report', id: reportSample().id, path: null };
  yield { type: 'done', text: 'Tout va bien : 1 nœud sur 2.', speech: 'Un nœud sur deux répond.', status: 'warning' };
}

/** Understands, says that it begins, and ends when told to, or at the caller's abort. */
export function held(): { readonly behave: Behaviour; readonly release: () => void } {
  const gate = Promise.withResolvers<void>();
  return {
    release: gate.resolve,
    async *behave(_command, signal) {
      yield { type: 'accepted', intent: 'audit_full', slots: {} };
      yield { type: 'speech', text: "J'audite le système." };
      await Promise.race([gate.promise, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
      signal.throwIfAborted();
      yield { type: 'done', text: 'Fini.', speech: 'Fini.', status: 'ok' };
    },
  };
}

/** Not for us, negated or refused. */
export function failing(code: 'not-for-us' | 'negated' | 'refused' | 'failed' | 'aborted', text: string): Behaviour {
  return async function* () {
    if (code === 'failed' || code === 'aborted') yield { type: 'accepted', intent: 'audit_full', slots: {} };
    yield { type: 'failed', code, text };
  };
}
