import { describe, expect, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { type Message, wordsOf } from '../../locales/locale.ts';
import { messages, rarer } from '../support/message-samples.ts';

const all = [...messages, ...rarer];
const locales = [fr, en];
/** The assistant's router throws away answers with these. */
const DISCARDED = /erreur|non reconnu|error|unrecogni[sz]ed|not recogni[sz]ed/i;

const cases = locales.flatMap((locale) => all.map((message) => ({ language: locale.language, locale, id: message.id, message })));

describe.each(cases)('$language $id', ({ locale, message }) => {
  const { text, remedy, spoken } = wordsOf(locale, message);
  const said = [text, spoken, ...(remedy === null ? [] : [remedy])];

  test('is a sentence that ends', () => {
    for (const sentence of said) expect(sentence).toMatch(/^\S.*[.!?]$/u);
  });

  test('has no hole and no stray mark', () => {
    for (const sentence of said)
      expect(sentence).not.toMatch(/undefined|NaN|null|\[object|Infinity|\s{2}|\s[.,)]|\(\s|\(\)|\.{2}|(?<!:): ?\.|« »|“”/u);
  });

  test('is kept by the assistant when spoken', () => {
    expect(spoken).not.toMatch(DISCARDED);
    expect(remedy ?? '').not.toMatch(DISCARDED);
  });

  test('says what to do without path, figure or command', () => {
    const { action } = wordsOf(locale, message);
    if (action !== null) expect(action).toMatch(/^\S[^/\\$<>{}[\]`=\d]*\.$/u);
  });

  test('has no long number aloud', () => {
    expect(spoken).not.toMatch(/\d{5,}/);
  });

  test('says its figures in words where it has a spoken form', () => {
    if (locale.findings[message.id].spoken) expect(spoken).not.toMatch(/\d/);
  });

  test('is one sentence, short enough to hear, where it has a spoken form', () => {
    if (!locale.findings[message.id].spoken) return;
    expect(spoken.split(/\s+/).length).toBeLessThanOrEqual(20);
    expect(spoken.match(/[.!?](?=\s)/g)).toBeNull();
  });
});

describe.each(locales)('$language', (locale) => {
  test('never reads the detail that a target gave aloud', () => {
    const hostile = all.flatMap((message) =>
      'detail' in message.values ? [{ ...message, values: { ...message.values, detail: 'Error 1234567' } } as Message] : [],
    );
    const aloud = hostile.filter((message) => wordsOf(locale, message).spoken.includes('1234567')).map(({ id }) => id);
    expect([...new Set(aloud)]).toEqual([]);
  });

  test('never repeats a detail in what there is to do', () => {
    const hostile = all.flatMap((message) =>
      'detail' in message.values ? [{ ...message, values: { ...message.values, detail: 'Error 1234567' } } as Message] : [],
    );
    const repeated = hostile.filter((message) => wordsOf(locale, message).remedy?.includes('1234567')).map(({ id }) => id);
    expect([...new Set(repeated)]).toEqual([]);
  });
});

/** The numbers of a sentence, whichever way its language groups thousands and marks decimals. */
const figures = (text: string) =>
  text
    .replace(/(\d)[ ,](?=\d{3}\b)/g, '$1')
    .replace(/(\d),(\d)/g, '$1.$2')
    .match(/\d+(?:\.\d+)*/g) ?? [];

test.each(all.map((message) => ({ id: message.id, message })))(
  '$id: the English sentence has the same figures as the French',
  ({ message }) => {
    expect(figures(wordsOf(en, message).text).toSorted()).toEqual(figures(wordsOf(fr, message).text).toSorted());
  },
);

test('every French remedy has an English one', () => {
  const withRemedy = (locale: typeof fr) => all.filter((message) => wordsOf(locale, message).remedy !== null).map(({ id }) => id);
  expect(withRemedy(en)).toEqual(withRemedy(fr));
});

test('updates that no tool could read are not called old', () => {
  const message: Message = { id: 'not-readable-here', values: { target: 'nova', what: 'updates', failure: 'missing-tool' } };
  expect(wordsOf(fr, message).text).toContain('outil absent');
  expect(wordsOf(en, message).text).toContain('tool missing');
});

test('a card replaced by another is not counted as fewer cards', () => {
  const swapped: Message = { id: 'gpu-missing', values: { target: 'nova-gpu', seen: 6, expected: 6, uuids: ['GPU-8a3f0c1e'] } };
  expect(wordsOf(fr, swapped).spoken).not.toContain('six');
  expect(wordsOf(en, swapped).spoken).toBe('An expected GPU on nova-gpu is not visible.');
});

test('a single card that is left is singular', () => {
  const one: Message = { id: 'gpu-missing', values: { target: 'nova-gpu', seen: 1, expected: 6, uuids: [] } };
  expect(wordsOf(fr, one).spoken).toBe('Il manque cinq GPU sur six.');
  expect(wordsOf(en, one).spoken).toBe('Only one of the six GPUs on nova-gpu is visible.');
});

test('a missing tool is not a silent driver', () => {
  const noTool: Message = {
    id: 'gpu-unreadable',
    values: { target: 'nova-gpu', failure: 'missing-tool', detail: 'nvidia-smi is not installed' },
  };
  expect(wordsOf(fr, noTool).spoken).not.toContain('pilote');
  expect(wordsOf(en, noTool).spoken).not.toContain('driver');
});

test('what could not be read is said so in both languages, never that it is fine', () => {
  const unread: readonly Message[] = all.filter(({ id }) =>
    ['not-read', 'origin-unknown', 'disk-health-unknown', 'listeners-unknown', 'capability-unknown', 'fallback-unknown'].includes(id),
  );
  for (const message of unread) {
    expect(wordsOf(fr, message).text).toMatch(/n'(?:a|ont) pas pu être lu/);
    expect(wordsOf(en, message).text).toContain('could not be read');
  }
});

test('French elides before a vowel, and nowhere else', () => {
  const said = (node: string) => wordsOf(fr, { id: 'command-failed', values: { node, exitCode: 1 } }).spoken;
  expect([said('OL1'), said('étage'), said('M1'), said('n8n'), said('hôte')]).toEqual([
    "La commande d'OL1 échoue.",
    "La commande d'étage échoue.",
    'La commande de M1 échoue.',
    'La commande de n8n échoue.',
    'La commande de hôte échoue.',
  ]);
  for (const { id, values } of all) {
    const named = { ...values, node: 'OL1', target: 'OL1', service: 'Ollama', host: 'alpha', name: 'alpha' };
    const { text, spoken, remedy, action } = wordsOf(fr, { id, values: named } as Message);
    expect(`${text} ${spoken} ${remedy} ${action}`).not.toMatch(/\b(?:de|que) (?:OL1|Ollama|alpha)/);
  }
});
