import { describe, expect, it } from 'vitest';
import { DEFAULT_NODES } from '../../intents/default-nodes.ts';
import { createMatcher } from '../../intents/matcher.ts';
import { judgedBy, labelledIn, scoresOf } from '../support/labelled.ts';

const judged = (name: string) => judgedBy(createMatcher(DEFAULT_NODES), labelledIn(new URL(name, import.meta.url)));

/**
 * What the matcher reached when it was written: a change that loses some of it is looked at. All of these sentences have been
 * read while it was written: what they say of it is not what a sentence says that nobody has looked at.
 */
const REACHED = {
  'own.csv': { intent: 0.96, frame: 0.95, misrouted: 0, falselyAccepted: 0.005 },
  'heard-a.csv': { intent: 0.97, frame: 0.965, misrouted: 0.005, falselyAccepted: 0.003 },
  'heard-b.csv': { intent: 0.97, frame: 0.97, misrouted: 0.006, falselyAccepted: 0.003 },
  'heard-c.csv': { intent: 0.93, frame: 0.93, misrouted: 0.015, falselyAccepted: 0.003 },
  'heard-d.csv': { intent: 0.895, frame: 0.89, misrouted: 0.012, falselyAccepted: 0.003 },
  'heard-e.csv': { intent: 0.935, frame: 0.93, misrouted: 0.01, falselyAccepted: 0.003 },
  'heard-f.csv': { intent: 0.97, frame: 0.965, misrouted: 0.005, falselyAccepted: 0.003 },
};

describe.each(Object.entries(REACHED))('the sentences of %s', (name, reached) => {
  const all = judged(name);
  const scores = scoresOf(all);

  it('are mostly understood, slots and all', () => {
    expect(scores.intent).toBeGreaterThanOrEqual(reached.intent);
    expect(scores.frame).toBeGreaterThanOrEqual(reached.frame);
  });

  it('are rarely taken for another, or taken at all when they are not for us', () => {
    expect(scores.misrouted).toBeLessThanOrEqual(reached.misrouted);
    expect(scores.falselyAccepted).toBeLessThanOrEqual(reached.falselyAccepted);
  });

  it('never start anything that was denied, or that somebody else was asked', () => {
    expect({ denied: scores.negationsDisobeyed, foreign: scores.actionsFromForeign }).toEqual({ denied: 0, foreign: 0 });
  });
});

it('our own sentences that were written down clearly are never won by another intent', () => {
  const stolen = judged('own.csv').filter(
    ({ intent, isRight, heard, family }) => intent !== 'none' && !isRight && heard !== 'none' && !family.startsWith('stt'),
  );
  expect(stolen.map(({ utterance, intent, heard }) => ({ utterance, intent, heard }))).toEqual([]);
});

const DENIED_BEFORE = [
  'ne fais pas',
  'surtout pas',
  'je ne veux pas',
  'il ne faut pas',
  'pas question de',
  'évite',
  'interdiction de',
  "n'essaie même pas",
  "je t'interdis",
  'tu ne dois pas',
  'ça ne sert à rien,',
  'inutile',
  "don't",
  'never',
  'please do not',
  "I don't want",
  'no need to',
];
const DENIED_AFTER = [
  'non',
  ', non',
  ', surtout pas',
  ', jamais',
  ', pas maintenant',
  ', en fait non',
  ', annule',
  ', laisse tomber',
  'not',
];

it('no denial, before or after any request that starts something, is obeyed as that request', () => {
  const match = createMatcher(DEFAULT_NODES);
  const starts = (utterance: string) => ['audit_full', 'schedule'].includes(match(utterance, 'idle').intent);
  const requests = Object.keys(REACHED)
    .flatMap((name) => labelledIn(new URL(name, import.meta.url)))
    .filter(({ intent }) => intent === 'audit_full' || intent === 'schedule')
    .map(({ utterance }) => utterance);
  const denied = requests.flatMap((request) => [
    ...DENIED_BEFORE.map((words) => `${words} ${request}`),
    ...DENIED_AFTER.map((words) => `${request} ${words}`),
  ]);
  expect(denied.length).toBeGreaterThan(4000);
  expect(denied.filter(starts)).toEqual([]);
}, 180_000);
