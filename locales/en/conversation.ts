import type { conversation as reference } from '../fr/conversation.ts';
import type { Translated } from '../locale.ts';

export const conversation: Translated<typeof reference> = {
  auditing: 'Auditing the system.',
  auditingQuick: 'Running a quick audit.',
  auditingFirst: 'I have no recent audit: auditing the system.',
  looking: 'Looking at the cluster.',
  nothingToRepeat: 'I have not said anything yet.',
  stopped: 'All right, stopping.',
  wasStopped: 'The audit was stopped.',
  nothingToStop: 'Nothing is under way.',
  stillPlanned: 'Nothing is under way. For planned audits, say "cancel the scheduled audit".',
  unsaved: 'Beware: the report could not be saved.',
  savingLate: 'The report is not saved yet.',
  failed: 'I could not do it.',
  failedToAudit: 'The audit could not be completed.',
  unspoken: 'The audit is done, but I could not sum it up.',
  refused: 'I change nothing in your system: I read and I advise.',
  negated: 'All right, I start nothing.',
  badName: 'This conversation has a name that I cannot keep.',
  canAsk: 'I answer about the cluster. Say "system audit", "cluster status" or "detail the security".',
  closing: 'I am closing.',
};
