import type { Horizon } from '../../../skill/audit/report.ts';
import type { Locale } from '../../locale.ts';
import { digits } from '../numbers.ts';

const HORIZONS: Readonly<Record<Horizon, string>> = { '48h': 'within 48 hours', 'week-1': 'this week', later: 'later' };

/** One finding, at length. */
export const explanation: Locale['answers']['explanation'] = {
  title: (code, title, where) => `${code} — ${title} (${where})`,
  state: (outcome, severity, dimension) => `State: ${outcome}. Severity: ${severity}. Score concerned: ${dimension}.`,
  cvss: (score) => `CVSS: ${digits(score, 1)}.`,
  stake: (text) => `At stake: ${text}`,
  evidence: 'What was read:',
  noEvidence: 'No evidence was kept: nothing could be read.',
  line: (line) => `line ${digits(line)}`,
  remedy: (text, horizon) => `To do${horizon ? ` (${HORIZONS[horizon]})` : ''}: ${text}`,
  verify: (command) => `To check: ${command}`,
  since: (when) => `Open since ${when}.`,
  stale: (when) => `Not checked again this time: first seen ${when}.`,
  staleUndated: 'Not checked again this time.',
  cause: (target) => `Explained by ${target}, which is reported already.`,
  ownNetwork: 'Explained by this machine, which has no network.',
  none: (key) => `The report has no finding ${key}.`,
};
