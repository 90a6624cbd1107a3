import type { Locale } from '../../locale.ts';
import { theOne } from '../names.ts';
import { capital, digits, list, plural } from '../numbers.ts';

const OF_SEVERITY: Readonly<Record<string, string>> = { critical: 'critical problem', high: 'high problem', medium: 'medium problem' };

/** Scores, what they are made of, and what each section says of itself. */
export const scores: Locale['answers']['scores'] = {
  value: (dimension, score) => `${dimension}: ${digits(score)} out of 100.`,
  graded: (dimension, score, grade) => `${dimension}: ${digits(score)}/100 (${grade}).`,
  overall: (score) => `Overall score: ${digits(score)} out of 100.`,
  overallGraded: (score, grade, verdict) => `Overall score: ${digits(score)}/100 (${grade}). Verdict: ${verdict}.`,
  noOverall: 'No overall score: stability or security has none.',
  lowest: (dimension, score) => `The lowest: ${dimension.toLowerCase()}, ${digits(score)} out of 100.`,
  each: (dimension, score) => `${dimension} ${score === null ? '–' : digits(score)}`,
  list: (each) => `${each.join(' · ')}.`,
  none: {
    'nothing-to-measure': (dimension) => `${dimension}: no score, the inventory declares nothing to measure.`,
    'too-little-read': (dimension) => `${dimension}: no score, too little could be read.`,
    skipped: (dimension) => `${dimension}: no score in quick mode.`,
  },
  noOverallInHaste: 'No overall score in quick mode: a full audit would give one.',
  coverage: (percent) => `${digits(percent)}% checked.`,
  cap: (value, severity, count) =>
    `Held down to ${digits(value)} by ${count === 1 ? 'a single' : digits(count)} ${plural(count, OF_SEVERITY[severity] ?? 'problem')}.`,
  capAloud: (severity, count) => {
    const one = OF_SEVERITY[severity] ?? 'problem';
    return count === 1 ? `A ${one} holds it down there.` : `${capital(one)}s hold it down there.`;
  },
  meanOf: (count) => `It is the mean of ${digits(count)} ${plural(count, 'score')}.`,
  heaviest: (component, percent) => `What costs most: ${component}, at ${digits(percent)}%.`,
  allFull: 'All that counts is at its best.',
  parts: (parts) => `Made of: ${parts.join('; ')}.`,
  part: (component, percent, weight) => `${component} ${digits(percent)}% (weight ${digits(weight)})`,
  unread: (components) => `What could not be read counts as lost: ${components}.`,
  seen: (value) => `What I read: ${value}.`,
  noScoreOfItsOwn: (about) => `There is no score for ${about}.`,
  weighsOn: (dimension) => `It counts in the score of ${dimension.toLowerCase()}.`,
  noWorst: 'Nothing serious in what I could read.',
  nothingOpen: (about) => `No problem about ${about} in what I could read.`,
  nothingHere: 'No problem in what I could read.',
  nothingDeclared: 'The inventory declares nothing to look at there.',
  nothingLookedAt: 'Nothing of it could be checked.',
  notInQuick: (about) => `Not looked at in quick mode: ${about}.`,
  more: (count) => `And ${digits(count)} more ${plural(count, 'problem')} in the report.`,
  risks: (count) => `${digits(count)} ${plural(count, 'risk')} in all.`,
  criticals: (count) => (count === 1 ? 'Only one is critical.' : `${digits(count)} are critical.`),
  allInReport: (count) => `${digits(count)} ${plural(count, 'risk')} in all, in the report.`,
  slowest: (name, ms) => `The slowest node is ${name}: ${digits(ms)} ms.`,
  bottleneck: {
    'slow-node': (subject, ms) => `${subject} takes ${digits(ms)} ms to answer.`,
    'full-gpu': (_, free) => `A GPU has only ${digits(Math.floor(100 * free))}% of its memory free.`,
    'hot-gpu': (_, degrees) => `A GPU is at ${digits(degrees)} °C.`,
    'busy-processor': (subject, load) => `${subject} has a load of ${digits(load, 1)} per core.`,
    'full-memory': (subject, free) => `${subject} has only ${digits(Math.floor(100 * free))}% of its memory available.`,
  },
  speeds: (each) => `Tokens per second: ${each.join(', ')}.`,
  speed: (name, tokens) => `${name} ${digits(tokens, 1)}`,
  unknown: (count) => `${digits(count)} ${plural(count, 'item')} could not be read.`,
  oneMachine: (name) => `Everything runs on a single machine, ${name}.`,
  machines: (count) => `The inventory stands on ${digits(count)} machines.`,
  points: (names, more) =>
    names.length + more === 1
      ? `One single point of failure: ${names[0] ?? ''}.`
      : `Single points of failure: ${list(more > 0 ? [...names, `${digits(more)} more`] : names)}.`,
  noFallback: (capabilities) => `Without a fallback: ${list(capabilities.map(theOne))}.`,
  fallbackUnknown: (capabilities) => `Fallback unknown for ${list(capabilities.map(theOne))}.`,
  allFallback: 'Every capability that was read has a fallback.',
  proven: (capabilities) => `Proven: ${list(capabilities.map(theOne))}.`,
  notProven: (capabilities) => `Not proven: ${list(capabilities.map(theOne))}.`,
  fullest: (mount, percent) => `Fullest disk: ${mount}, at ${digits(percent)}%.`,
  backups: (fresh, all) => {
    if (all === 1) return fresh === 1 ? 'The backup is up to date.' : 'The backup is not up to date.';
    return fresh === 0
      ? `None of the ${digits(all)} backups is up to date.`
      : `Backups up to date: ${digits(fresh)} out of ${digits(all)}.`;
  },
  noBackup: 'No backup is declared.',
};
