import { describe, expect, test } from 'vitest';
import { en } from '../../../locales/en/locale.ts';
import { fr } from '../../../locales/fr/locale.ts';
import { answerTo } from '../../../reporters/answers/answer.ts';
import { comparisonOf } from '../../../reporters/answers/comparison.ts';
import { explanationOf } from '../../../reporters/answers/explanation.ts';
import { keyOf } from '../../../skill/audit/assessment.ts';
import { differenceOf } from '../../../skill/audit/difference.ts';
import { plainSpeech } from '../../../skill/voice/speaking/plain-speech.ts';
import { HOSTILE, hostileReport } from '../../support/hostile.ts';
import { questions } from '../../support/questions.ts';

/** Controls but the line feed, what is not seen, what reorders, and halves of characters. */
const UNPRINTABLE = /[^\P{C}\n]|[\u2028\u2029\u115f\u1160\u3164\uffa0]|\p{M}{5}/u;
const NOW = new Date('2026-02-24T14:30:30.000+01:00');

describe.each(Object.entries(HOSTILE))('%s', (_, text) => {
  describe.each([fr, en])('in $language', (locale) => {
    test.each(locale === fr ? [true, false] : [true])('no answer gives way (cleaned as it was read: %s)', (isRead) => {
      const report = hostileReport(text, locale, isRead);
      const earlier = { ...report, timestamp: '2026-02-23T14:30:00.000+01:00', findings: report.findings.slice(1) };
      for (const question of questions(report, [text])) {
        const { speech, text: shown } = answerTo(question, { report, earlier, now: NOW }, locale);
        // nothing that an engine obeys, and nothing is lost where the last barrier stands
        expect(plainSpeech(speech)).toBe(speech);
        expect(speech).toMatch(/^[\p{L}\p{M} .,;:!?'’()«»“”…-]+$/u);
        expect(speech.length).toBeLessThanOrEqual(300);
        expect(speech.split(/\s+/).length).toBeLessThanOrEqual(55);
        expect(UNPRINTABLE.exec(shown)?.[0]).toBeUndefined();
        expect(shown.length).toBeLessThanOrEqual(500);
        // a name begins no line of its own
        expect(shown.split('\n').filter((line) => line.startsWith('✓ tout va bien'))).toEqual([]);
        for (const words of [speech, shown]) expect(words).not.toMatch(/erreur|non reconnu|undefined|\[object/i);
      }
    });

    test('no explanation and no comparison does', () => {
      const report = hostileReport(text, locale, true);
      const difference = differenceOf(report, report);
      const long = [
        ...report.findings.map((finding) => explanationOf(keyOf(finding), report, locale) ?? ''),
        difference ? comparisonOf(difference, report, report, locale) : '',
      ];
      for (const words of long) {
        expect(UNPRINTABLE.exec(words)?.[0]).toBeUndefined();
        expect(words.length).toBeLessThanOrEqual(2_000);
        expect(words).not.toMatch(/erreur|non reconnu|undefined|\[object/i);
      }
    });
  });
});
