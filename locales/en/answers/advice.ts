import type { Horizon } from '../../../skill/audit/report.ts';
import type { Locale } from '../../locale.ts';
import { digits, plural } from '../numbers.ts';

const HORIZONS: Readonly<Record<Horizon, string>> = { '48h': 'within 48 hours', 'week-1': 'this week', later: 'no hurry' };

const lower = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** What to do, in order. */
export const advice: Locale['answers']['advice'] = {
  first: (horizon, text) => `First, ${HORIZONS[horizon]}: ${lower(text)}`,
  next: (text) => `Then: ${lower(text)}`,
  nextWithin: (horizon, text) => `Then, ${HORIZONS[horizon]}: ${lower(text)}`,
  step: (order, horizon, text) => `${digits(order)}. ${text.replace(/\.$/, '')} (${HORIZONS[horizon]}).`,
  inReport: (component) => `What concerns ${component} in the report.`,
  verify: (command) => `To check 1: ${command}`,
  more: (count) => `${digits(count)} more ${plural(count, 'item is', 'items are')} in the plan of the report.`,
  nothing: 'Nothing urgent to do, from what I could read.',
  nothingAbout: (about) => `Nothing to do about ${about}, from what I could read.`,
  elsewhere: (text) => `Elsewhere, first: ${lower(text)}`,
  toDo: (text) => `To do: ${lower(text)}`,
  about: (where, text) => `${where}: ${lower(text)}`,
  nothingMore: 'I have nothing else to report.',
};
