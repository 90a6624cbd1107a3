import type { RefusedClass } from '../../fr/answers/fixed.ts';
import { own } from '../../own.ts';

const REFUSED: Readonly<Record<RefusedClass, string>> = {
  restart: 'I do not restart anything: I read and advise.',
  stop: 'I do not switch anything off: I read and advise.',
  delete: 'I do not delete anything: I read and advise.',
  deploy: 'I do not install or deploy anything: I read and advise.',
  repair: 'I do not repair anything myself: I read and advise.',
  other: 'I do not change anything on your system: I read and advise.',
};

const SINCE: Readonly<Record<string, string>> = {
  last: 'before this one',
  yesterday: 'from yesterday',
  this_morning: 'from this morning',
  last_week: 'from last week',
  last_month: 'from last month',
  monday: 'from Monday',
  tuesday: 'from Tuesday',
  wednesday: 'from Wednesday',
  thursday: 'from Thursday',
  friday: 'from Friday',
  saturday: 'from Saturday',
  sunday: 'from Sunday',
};

/** Sentences that rest on no report. */
export const fixed = {
  auditing: 'Auditing the system.',
  auditingQuick: 'Running a quick audit.',
  looking: 'Looking at the cluster.',
  nothingToRepeat: 'I have not said anything yet.',
  stopped: 'All right, I am stopping.',
  nothingToStop: 'Nothing is under way.',
  noAuditYet: 'I have no audit yet. Say “system audit”.',
  notSaved: 'Please note: the report could not be saved.',
  failed: 'I could not do it.',
  failedToAudit: 'The audit could not be finished.',
  late: 'The audit is not finished yet. I will tell you the rest as soon as I have it.',
  refused: (what: RefusedClass): string => REFUSED[what],
  noAuditSince: (since: string): string => `I have no audit ${own(SINCE, since) ?? 'from then'} in the history.`,
} as const;
