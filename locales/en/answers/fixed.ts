import { own } from '../../own.ts';

const SINCE: Readonly<Record<string, string>> = {
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
  stopped: 'All right, I am stopping.',
  nothingToStop: 'Nothing is under way.',
  noAuditYet: 'I have no audit yet. Say “system audit”.',
  notSaved: 'Please note: the report could not be saved.',
  failed: 'I could not do it.',
  failedToAudit: 'The audit could not be finished.',
  refused: 'I do not change anything on your system: I read and advise.',
  noAuditSince: (since: string): string =>
    `I have no audit ${own(SINCE, since) ?? 'from then'} in the history. Say “since the last audit” to compare with the one before.`,
} as const;
