import type { Locale } from '../../locale.ts';
import { theOne } from '../names.ts';
import { capital, digits, list, plural } from '../numbers.ts';

const OF_SEVERITY: Readonly<Record<string, string>> = { critical: 'critical problem', high: 'high problem', medium: 'medium problem' };

/** Scores, what they are made of, and what each section says of itself. */
export const scores: Locale['answers']['scores'] = {
  value: (dimension, score) => `${dimension}: ${digits(score)} out of 100.`,
  graded: (dimension, score, grade) => `${dimension}: ${digits(score)}/100 (${grade}).`,
  overall: (score) => `Overall score: ${digits(score)} out of 100.`,
  overallGraded: (score, grade, verdict) => `Overall score: ${digits(score)}/100 (${grade}), ${verdict}.`,
  noOverall: 'No overall score: stability or security has none.',
  lowest: (dimension, score) => `The lowest: ${dimension.toLowerCase()}, ${digits(score)} out of 100.`,
  each: (dimension, score) => `${dimension} ${score === null ? '–' : digits(score)}`,
  list: (each) => `${each.join(' · ')}.`,
  none: {
    'nothing-to-measure': (dimension) => `${dimension}: no score, the inventory declares nothing to measure.`,
    'too-little-read': (dimension) => `${dimension}: no score, too little could be read.`,
    skipped: (dimension) => `${dimension}: no score in quick mode.`,
  },
  quickHasNone: 'A full audit would give one.',
  coverage: (percent) => `${digits(percent)} % checked.`,
  cap: (value, severity, count) =>
    `Held down to ${digits(value)} by ${count === 1 ? 'a single' : digits(count)} ${plural(count, OF_SEVERITY[severity] ?? 'problem')}.`,
  capAloud: (value, severity) =>
    severity === 'medium'
      ? `Too many medium problems hold it down to ${digits(value)}.`
      : `A ${severity} problem holds it down to ${digits(value)}.`,
  meanOf: (count) => `It is the mean of ${digits(count)} ${plural(count, 'score')}.`,
  heaviest: (component, percent) => `What costs most: ${component}, at ${digits(percent)} %.`,
  allFull: 'All that counts is at its best.',
  parts: (parts) => `Made of: ${parts.join('; ')}.`,
  part: (component, percent, weight) => `${component} ${digits(percent)} % (weight ${digits(weight)})`,
  unread: (component) => `What could not be read counts as lost, to be careful: ${component}.`,
  seen: (value) => `What I read: ${value}.`,
  noWorst: 'Nothing serious is open.',
  nothingOpen: (about) => `${capital(about)}: nothing open in what I could read.`,
  nothingHere: 'Nothing open in what I could read.',
  nothingLookedAt: 'Nothing of it could be checked.',
  notInQuick: (about) => `${about}: not looked at in quick mode.`,
  more: (count) => `And ${digits(count)} ${plural(count, 'more')} in the report.`.replace('mores', 'more'),
  risks: (count) => `${digits(count)} ${plural(count, 'risk')} in all.`,
  unknown: (count) => `${digits(count)} ${plural(count, 'item')} could not be read.`,
  oneMachine: (name) => `Everything runs on a single machine, ${name}.`,
  machines: (count) => `${digits(count)} machines.`,
  points: (names, more) =>
    names.length + more === 1
      ? `One single point of failure: ${names[0] ?? ''}.`
      : `Single points of failure: ${list(more > 0 ? [...names, `${digits(more)} more`] : names)}.`,
  noFallback: (capabilities) => `Without a fallback: ${list(capabilities.map(theOne))}.`,
  fallbackUnknown: (capabilities) => `Fallback unknown for ${list(capabilities.map(theOne))}.`,
  allFallback: 'Every capability that was read has a fallback.',
  proven: (capabilities) => `Proven just now: ${list(capabilities.map(theOne))}.`,
  notProven: (capabilities) => `Not proven: ${list(capabilities.map(theOne))}.`,
  fullest: (mount, percent) => `Fullest disk: ${mount}, at ${digits(percent)} %.`,
  backups: (fresh, all) => `Backups up to date: ${digits(fresh)} out of ${digits(all)}.`,
  noBackup: 'No backup is declared.',
};
