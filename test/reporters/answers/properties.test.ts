import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../locales/en/locale.ts';
import { fr } from '../../../locales/fr/locale.ts';
import { inWords } from '../../../locales/fr/numbers.ts';
import type { Locale } from '../../../locales/locale.ts';
import { type Answer, answerTo, type Grounds } from '../../../reporters/answers/answer.ts';
import { comparisonOf } from '../../../reporters/answers/comparison.ts';
import { explanationOf } from '../../../reporters/answers/explanation.ts';
import { worded } from '../../../reporters/words.ts';
import { keyOf } from '../../../skill/audit/assessment.ts';
import { differenceOf } from '../../../skill/audit/difference.ts';
import { asPrevious, assessed } from '../../support/judged.ts';
import { numbersIn, numbersOf } from '../../support/numbers-in.ts';
import { type Question, questions } from '../../support/questions.ts';
import { type Cluster, clusters, seen } from '../../support/random-cluster.ts';

const FIRST = '2026-02-23T14:30:00.000+01:00';
const LATER = '2026-02-24T08:00:00.000+01:00';
const RUNS = { numRuns: Number(process.env['RUNS'] ?? 15) };

/** Two audits of one cluster, a day apart, and what is asked right after the second. */
function groundsOf(cluster: Cluster, locale: Locale): Grounds {
  const first = assessed(seen(cluster, 0), { mode: cluster.mode, at: FIRST });
  const second = assessed(seen(cluster, 1), { mode: cluster.mode, at: LATER, previous: asPrevious(first) });
  return { report: worded(second, locale), earlier: worded(first, locale), now: new Date('2026-02-24T08:00:00.500+01:00') };
}

const allowed = new WeakMap<Grounds, ReadonlySet<number>>();

function allowedIn(grounds: Grounds, locale: Locale): ReadonlySet<number> {
  const { report, earlier } = grounds;
  const numbers = allowed.get(grounds) ?? new Set([...numbersOf(report, locale), ...(earlier ? numbersOf(earlier, locale) : [])]);
  allowed.set(grounds, numbers);
  return numbers;
}

describe.each([fr, en])('in $language', (locale) => {
  const each = (claim: (answer: Answer, question: Question, grounds: Grounds) => void) =>
    fc.assert(
      fc.property(clusters, (cluster) => {
        const grounds = groundsOf(cluster, locale);
        for (const question of questions(grounds.report)) claim(answerTo(question, grounds, locale), question, grounds);
      }),
      RUNS,
    );

  test('every question has an answer that fits, in words that the assistant keeps', () => {
    each(({ speech, text }) => {
      expect(speech.length).toBeGreaterThan(0);
      expect(speech.length).toBeLessThanOrEqual(300);
      expect(speech.split(/\s+/).length).toBeLessThanOrEqual(55);
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(500);
      for (const words of [speech, text]) {
        expect(words).not.toMatch(/undefined|NaN|Infinity|\[object|(?<!dev\/)null|erreur|non reconnu|error|unrecogni/i);
        expect(words).not.toMatch(/ {2}|^\s|\s$|\n\n|\.\./);
      }
      expect(speech).not.toMatch(/\d/);
      expect(speech).toMatch(/^\p{Lu}.*[.!?]$/u);
    });
  });

  test('every number that is shown is one of the reports, or counted in them', () => {
    each(({ text }, { slots }, grounds) => {
      const asked = numbersIn(slots['node'] ?? '');
      // the day before, as the report wrote it
      const shown = numbersIn(text.replace(/(?:hier|yesterday) \d+(?: h |:)\d+/gi, '').replace(/^\d+\. /gm, ''));
      expect(shown.filter((number) => !allowedIn(grounds, locale).has(number) && !asked.includes(number))).toEqual([]);
    });
  });

  test('every finding can be explained, and two audits laid side by side', () => {
    fc.assert(
      fc.property(clusters, (cluster) => {
        const { report, earlier } = groundsOf(cluster, locale);
        const difference = earlier && differenceOf(earlier, report);
        const long = [
          ...report.findings.map((finding) => explanationOf(keyOf(finding), report, locale)),
          difference && earlier ? comparisonOf(difference, earlier, report, locale) : null,
        ];
        for (const words of long) {
          expect(words).not.toBeNull();
          expect(words?.length).toBeLessThanOrEqual(2_000);
          expect(words).not.toMatch(/undefined|NaN|Infinity|\[object|(?<!dev\/)null|erreur|error/i);
        }
      }),
      RUNS,
    );
  });

  test('the same grounds are the same words', () => {
    let copy: readonly [Grounds, Grounds] | null = null;
    each((answer, question, grounds) => {
      if (copy?.[0] !== grounds) copy = [grounds, structuredClone(grounds)];
      expect(answerTo(question, copy[1], locale)).toEqual(answer);
    });
  });
});

const SAID = new Map(Array.from({ length: 3_100 }, (_, value) => [inWords(value), value] as const));

/** What French says of numbers; « un » is an article too. */
function saidIn(words: string): readonly number[] {
  return words.split(/[^\p{L}-]+/u).flatMap((word) => SAID.get(word.toLowerCase()) ?? []);
}

test('every number that is said is one of the reports, or counted in them', () => {
  fc.assert(
    fc.property(clusters, (cluster) => {
      const grounds = groundsOf(cluster, fr);
      const allowed = new Set(allowedIn(grounds, fr));
      const { scores } = grounds.earlier ?? grounds.report;
      // a score that moved is said by how much
      for (const [dimension, before] of Object.entries(scores)) {
        const now = grounds.report.scores[dimension as keyof typeof scores];
        if (before !== null && now !== null) allowed.add(Math.abs(now - before));
      }
      for (const question of questions(grounds.report, [])) {
        const { speech } = answerTo(question, grounds, fr);
        const said = saidIn(speech.replace(/hier .*? heures?(?: \S+)?/g, ''));
        expect(said.filter((number) => !allowed.has(number))).toEqual([]);
      }
    }),
    RUNS,
  );
});

test('a sentence says one figure', () => {
  fc.assert(
    fc.property(clusters, (cluster) => {
      const grounds = groundsOf(cluster, fr);
      for (const question of questions(grounds.report, [])) {
        const { speech } = answerTo(question, grounds, fr);
        // a moment is one, so is « deux sur trois », and a name is none
        const plain = speech.replace(/hier .*? heures?(?: \S+)?/g, '').replace(/ pour cent| sur [\p{L}-]+| set [\p{L}-]+/gu, '');
        const crowded = plain.split(/(?<=[.!?]) /).filter((sentence) => saidIn(sentence).filter((value) => value !== 1).length > 1);
        expect(crowded).toEqual([]);
      }
    }),
    RUNS,
  );
});
