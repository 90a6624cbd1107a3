import { setTimeout as sleep } from 'node:timers/promises';
import { locales } from '../../locales/all.ts';
import { type Answer, answerTo } from '../../reporters/answers/answer.ts';
import type { Flights } from '../audit/flights.ts';
import { localIso } from '../audit/local-time.ts';
import type { Report } from '../audit/report.ts';
import { precededBy } from '../conversation/fit.ts';
import { type Sessions, VOICE } from '../conversation/sessions.ts';
import type { Reports } from '../history/reports.ts';
import type { Book, Schedule } from './book.ts';
import { type Due, takeDue } from './due.ts';
import { hasChanged } from './has-changed.ts';

/** Another process may have planned something, and the clock may have been set: milliseconds between two looks at most. */
const LOOK_MS = 15_000;

/** Gets what is to be said. True, or a promise of it: a voice said it, and what one answers a voice goes on from there. */
export type Announce = (text: string) => unknown;

export interface SchedulerOptions {
  readonly book: Book;
  readonly flights: Flights;
  readonly reports: Reports;
  readonly sessions: Sessions;
  clock(): Date;
  log(line: string): void;
}

export interface Scheduler {
  /** Runs what is due until `signal` aborts; `announce` gets a sentence when an audit found a change. Never rejects. */
  start(announce: Announce, signal: AbortSignal): Promise<void>;
  /** Something was planned: look again soon. */
  wake(): void;
}

/** Runs planned audits, each by one process. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { book, clock, log } = options;
  let news = Promise.withResolvers<void>();
  let lastProblem = '';

  async function due(): Promise<readonly Schedule[]> {
    try {
      const { run, missed } = await claim(book, clock().getTime());
      for (const { mode, nextAt } of missed) log(`the ${mode} audit planned for ${localIso(new Date(nextAt))} was missed`);
      lastProblem = '';
      return run;
    } catch (error) {
      const problem = `planned audits cannot be claimed: ${error instanceof Error ? error.message : String(error)}`;
      // it is tried again and again
      if (problem !== lastProblem) log(problem);
      lastProblem = problem;
      return [];
    }
  }

  async function carryOut(run: readonly Schedule[], announce: Announce, signal: AbortSignal): Promise<void> {
    // two of one mode at once are one audit, told once
    const first = [...Map.groupBy(run, ({ mode }) => mode).values()].flatMap(([schedule]) => schedule ?? []);
    await Promise.all(first.map((schedule) => carryOutOne(schedule, options, announce, signal)));
  }

  async function untilNext(signal: AbortSignal): Promise<void> {
    const nextAt = Math.min(...(await book.read()).map((schedule) => schedule.nextAt));
    const ms = lastProblem === '' ? Math.max(0, Math.min(LOOK_MS, nextAt - clock().getTime())) : LOOK_MS;
    const over = new AbortController();
    await Promise.race([sleep(ms, null, { signal: AbortSignal.any([signal, over.signal]) }), news.promise]).catch(() => {});
    over.abort();
    news = Promise.withResolvers();
  }

  return {
    wake: () => news.resolve(),
    async start(announce, signal) {
      const afoot = new Set<Promise<void>>();
      while (!signal.aborted) {
        const work = carryOut(await due(), announce, signal);
        // a long audit does not keep the next one waiting
        afoot.add(work);
        work.finally(() => afoot.delete(work)).catch(() => {});
        await untilNext(signal);
      }
      await Promise.allSettled(afoot);
    },
  };
}

/** Takes what is due out of the book, if anything is: a look alone locks and writes nothing. */
async function claim(book: Book, now: number): Promise<Due> {
  const seen = await book.read();
  const first = takeDue(seen, now);
  if (first.schedules === seen) return first;
  return await book.change((schedules) => {
    const result = takeDue(schedules, now);
    return { schedules: result.schedules, result };
  });
}

async function carryOutOne(schedule: Schedule, options: SchedulerOptions, announce: Announce, signal: AbortSignal): Promise<void> {
  const { mode, slots } = schedule;
  const { flights, reports, clock, log } = options;
  const locale = locales[schedule.locale];
  try {
    const before = await reports.newest({ mode });
    const { report } = await flights.board(mode, locale, () => {}, signal);
    if (!hasChanged(before?.report ?? null, report)) return;
    const answer = answerTo({ intent: 'audit_full', slots: { mode } }, { report, earlier: null, now: clock() }, locale);
    const speech = precededBy(answer.speech, locale.answers.schedule.foundChanges(slots), locale);
    if ((await announce(speech)) === true) await goOn(report, { ...answer, speech }, options);
  } catch (error) {
    if (!signal.aborted) log(`a planned ${mode} audit failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** « Pourquoi ? » after an announcement is about it. */
async function goOn({ id, mode }: Report, answer: Answer, { sessions, clock }: SchedulerOptions): Promise<void> {
  const grounds = { intent: 'audit_full', slots: { mode }, report: id, earlier: null, isPhrased: false } as const;
  await sessions.write(VOICE, { lastWordAt: clock().getTime(), answer, heard: [], grounds, report: id, topic: {} });
}
