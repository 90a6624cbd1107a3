import type { Intent } from '../intents/intents.ts';
import type { Context, Slots, Understanding } from '../intents/understanding.ts';
import type { Mode } from './audit/define.ts';
import type { Report } from './audit/report.ts';
import type { ReportPage } from './history/store.ts';
import type { manifest } from './manifest.ts';
import type { Schedule } from './schedules/book.ts';

export type Channel = 'voice' | 'chat' | 'api';

/** One thing asked: a sentence, or an intent that somebody else understood. */
export interface Command {
  readonly utterance?: string;
  /** Used when there is no utterance. */
  readonly intent?: Intent;
  readonly slots?: Slots;
  /** `api` when absent. `voice` without a session is one conversation. */
  readonly channel?: Channel;
  /** A conversation to remember; nothing is remembered when absent, but for `voice`. */
  readonly session?: string;
  readonly locale?: 'fr' | 'en';
}

/** `not-for-us`, `negated`, `refused`: nothing was done. `aborted`: somebody said stop. `failed`: we could not. */
export type RefusalCode = 'not-for-us' | 'negated' | 'refused' | 'aborted' | 'failed';

/** What happens to a command, in order; the last is `done` or `failed`, and comes once. */
export type SkillEvent =
  | { readonly type: 'accepted'; readonly intent: Intent; readonly slots: Slots }
  /** Words to be said now. `slow`: the listener asked for it. */
  | { readonly type: 'speech'; readonly text: string; readonly slow?: true }
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly target: string }
  /** The report that the answer rests on; `path` is null when it could not be saved. */
  | { readonly type: 'report'; readonly id: string; readonly path: string | null }
  /** `speech`: at most 300 characters, for a voice; empty when a `speech` event said all of it already. `text`: at most 500, for eyes. `status`: of the report; null without one. */
  | { readonly type: 'done'; readonly text: string; readonly speech: string; readonly status: Report['status'] | null }
  /** `text` is a polite sentence, or empty where nothing is to be said. */
  | { readonly type: 'failed'; readonly code: RefusalCode; readonly text: string };

/** The router of an assistant that lives in the same process. */
export interface Router {
  register(entry: {
    readonly id: string;
    readonly intents: readonly Intent[];
    match(utterance: string, context: Context): Understanding;
    handle(command: Command, signal: AbortSignal): AsyncIterable<SkillEvent>;
  }): void;
}

export interface Skill {
  readonly manifest: typeof manifest;
  match(utterance: string, context: Context): Understanding;
  /** The one path of every command. Never throws but the caller's own abort, at once. */
  handle(command: Command, signal: AbortSignal): AsyncIterable<SkillEvent>;
  register(router: Router): void;
  /** A report that was made here or is in the history, whether or not it could be saved; null when there is none. */
  report(id: string): Promise<Report | null>;
  /** The newest of a mode, or of any. */
  latest(mode?: Mode): Promise<Report | null>;
  /** Newest first. `after` is the `next` of the page before. */
  reports(page: { readonly after?: string; readonly limit: number }): Promise<ReportPage>;
  readonly schedules: {
    /** Planned audits. Never rejects. */
    list(): Promise<readonly Schedule[]>;
    /**
     * Runs them until `signal` aborts or the skill closes, resolves then and never rejects. `announce` gets what is to be said
     * when one found a change; true, or a promise of it, means that a voice said it: « pourquoi ? » is then about it.
     */
    start(announce: (text: string) => unknown, signal: AbortSignal): Promise<void>;
  };
  /** Ends what is under way; sockets closed, children gone. */
  close(): Promise<void>;
}
