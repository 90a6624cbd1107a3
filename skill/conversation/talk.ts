import type { Matcher } from '../../intents/understanding.ts';
import type { Locale } from '../../locales/locale.ts';
import type { Flights } from '../audit/flights.ts';
import type { Reports } from '../history/reports.ts';
import type { Phrase } from '../phrasing/patiently.ts';
import type { Book } from '../schedules/book.ts';
import type { Channel, SkillEvent } from '../skill.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { Emit } from './event-stream.ts';
import type { Session, Sessions } from './sessions.ts';
import type { UnderWay, Work } from './under-way.ts';

/** What every conversation shares. */
export interface Parts {
  readonly match: Matcher;
  readonly flights: Flights;
  readonly reports: Reports;
  readonly sessions: Sessions;
  readonly underWay: UnderWay;
  readonly elsewhere: Elsewhere;
  readonly book: Book;
  readonly language: 'fr' | 'en';
  readonly phrase: Phrase;
  clock(): Date;
  log(line: string): void;
  /** Something was planned. */
  wake(): void;
  isClosed(): boolean;
}

/** One command on its way. */
export interface Talk {
  readonly parts: Parts;
  readonly channel: Channel;
  /** The conversation; null: nothing is remembered. */
  readonly id: string | null;
  readonly session: Session;
  readonly locale: Locale;
  readonly work: Work;
  readonly emit: Emit<SkillEvent>;
  /** The caller's, or somebody's stop. */
  readonly signal: AbortSignal;
}
