import type { Locale } from '../../locale.ts';
import { theTarget } from '../names.ts';
import { capital, digits, list, plural } from '../numbers.ts';

const problems = (count: number, kind: string) => `${digits(count)} ${kind} ${plural(count, 'problem')}`;

const others = (names: readonly string[], more: number) => list(more > 0 ? [...names, `${digits(more)} more`] : names);

/** What changed from one audit to another. */
export const changes: Locale['answers']['changes'] = {
  noEarlier: (mode) => `I have no earlier ${mode === 'quick' ? 'quick' : 'full'} audit: the next one will be compared with this one.`,
  otherMode: 'The older audit is not of the same mode: I do not compare them.',
  nothing: (since) => `${capital(since)}, nothing has changed.`,
  about: (since, about) => `${since}, about ${about}`,
  headNone: (since) => `${capital(since)}, no problem is new and none is fixed.`,
  headNew: (since, count) => `${capital(since)}, ${problems(count, 'new')}.`,
  headFixed: (since, count) => `${capital(since)}, ${digits(count)} ${plural(count, 'problem')} fixed.`,
  alsoFixed: (count) => `${digits(count)} ${plural(count, 'problem')} fixed.`,
  fresh: (text) => `New: ${text}`,
  fixed: (title, where) => `Fixed on ${where}: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
  gains: (dimension, points) => `${dimension}: up ${digits(points)} ${plural(points, 'point')}.`,
  loses: (dimension, points) => `${dimension}: down ${digits(points)} ${plural(points, 'point')}.`,
  lost: (dimension) => `${dimension}: no score any more, too little was read.`,
  gained: (dimension, score) => `${dimension}: a score again, ${digits(score)} out of 100.`,
  moved: (dimension, before, now) => `${dimension} ${before === null ? '–' : digits(before)} → ${now === null ? '–' : digits(now)}`,
  movedAll: (each) => `Scores: ${each.join(' · ')}.`,
  sinceLast: (fixed, fresh) => `Since the audit before: ${digits(fixed)} fixed, ${digits(fresh)} new.`,
  unverified: (count) => `I could not check ${digits(count)} ${plural(count, 'problem')} again.`,
  persisting: (count) => `${digits(count)} ${plural(count, 'problem remains', 'problems remain')}.`,
  flapping: (names, more) => `Unstable: ${others(names, more)}.`,
  lostSight: (names, more) => `I can no longer read ${others(names.map(theTarget), more)}.`,
  seenAgain: (names, more) => `I can read ${others(names.map(theTarget), more)} again.`,
  scope: (count) => `Apart: ${digits(count)} ${plural(count, 'item')} that only one of the audits looks at.`,
  titles: {
    fixed: (count) => `Fixed (${digits(count)}):`,
    new: (count) => `New (${digits(count)}):`,
    persisting: (count) => `Unchanged (${digits(count)}):`,
    unverified: (count) => `Not checked again (${digits(count)}):`,
    flapping: (count) => `Unstable (${digits(count)}):`,
    scopeChanges: (count) => `Changes of scope (${digits(count)}), neither good nor bad:`,
  },
  between: (mode, from, to) => `${mode === 'quick' ? 'Quick' : 'Full'} audits compared: ${from}, then ${to}.`,
  noMove: 'No score has moved.',
  andMore: (count) => `… and ${digits(count)} more`,
};
