import type { conversation as reference } from '../fr/conversation.ts';
import type { Translated } from '../locale.ts';

export const conversation: Translated<typeof reference> = {
  auditingFirst: 'I have no recent audit: auditing the system.',
  wasStopped: 'The audit was stopped.',
  stillPlanned: 'Nothing is under way. For planned audits, say "cancel the scheduled audit".',
  savingLate: 'The report is not saved yet.',
  unspoken: 'The audit is done, but I could not sum it up.',
  negated: 'All right, I start nothing.',
  badName: 'This conversation has a name that I cannot keep.',
  canAsk: 'I answer about the cluster. Say "system audit", "cluster status" or "detail the security".',
  plannedWords: ['schedul', 'planned', 'automat', 'regular'],
  plans: { full: (when) => `schedule an audit ${when}`, quick: (when) => `schedule a quick audit ${when}` },
  closing: 'I am closing.',
};
