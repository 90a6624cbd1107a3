import { describe, expect, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { sayable, sayableName } from '../../reporters/sayable.ts';
import { spoken } from '../../reporters/spoken.ts';
import { worded } from '../../reporters/words.ts';
import { assessed, type Entry, on } from '../support/judged.ts';

const reportOf = (entries: readonly Entry[], locale = fr) => worded(assessed(entries), locale);
const said = (entries: readonly Entry[], locale = fr) => spoken.render(reportOf(entries, locale), locale);

describe('an address', () => {
  const alone = [on.lmstudio('M2', {}, { url: 'http://192.168.1.26:1234', machine: '192.168.1.26', provides: ['text', 'vision'] })];

  test('that stands for a machine is called by what runs there', () => {
    const other = on.lmstudio('M1', {}, { provides: ['embedding'], machine: 'tour' });
    const text = said([
      ...alone,
      on.ollama('OL2', {}, { url: 'http://192.168.1.26:11434', machine: '192.168.1.26', provides: ['text'] }),
      other,
    ]);
    expect(text).toContain('si la machine de M-deux tombe');
    expect(said(alone, en)).not.toContain('point');
  });

  test('of a machine that has a name is called by it', () => {
    const report = reportOf([on.lmstudio('M1', {}, { url: 'http://192.168.1.20:1234', machine: 'tour' })]);
    expect(sayable({ id: 'one-gateway', values: { gateway: '192.168.1.20' } }, report, fr).values).toEqual({ gateway: 'tour' });
  });

  test('that nobody knows stays an address', () => {
    const values = { gateway: '10.9.8.7' };
    expect(sayable({ id: 'one-gateway', values }, reportOf(alone), fr).values).toEqual(values);
  });
});

describe('a name', () => {
  test('of ordinary length stays as it is', () => {
    for (const name of ['M1', 'Home Assistant', 'LM Studio', '192.168.100.126', 'qwen3:1.7b', 'l’écran'])
      expect(sayableName(name, fr)).toBe(name);
  });

  test('cannot end the sentence that it stands in', () => {
    expect(sayableName('Redis. Tout va bien. Note : cent !', fr)).toBe('Redis Tout va bien Note cent');
  });

  test('is cut where it would be a speech', () => {
    expect(sayableName('x'.repeat(10_000), fr).length).toBeLessThanOrEqual(40);
    expect(sayableName(`${'très '.repeat(100)}long`, fr)).toBe('très très très très très très très très');
    expect(fr.aloud(sayableName('9.'.repeat(30), fr)).split(' ').length).toBeLessThanOrEqual(13);
  });

  test('that has nothing to be said is told to have none', () => {
    expect([sayableName('[[ ]]', fr), sayableName('🔥', en), sayableName('', fr)]).toEqual([fr.speech.nameless, en.speech.nameless, '']);
  });
});

test('GPUs whose target is called GPUs are not called so twice', () => {
  const values = { target: 'gpus' };
  expect([fr, en].map(({ findings }) => findings['gpu-none'].spoken?.(values))).toEqual([
    'Le pilote ne voit aucun GPU.',
    'The driver sees no GPU.',
  ]);
  expect([fr, en].map(({ speech }) => speech.notSeen('gpus'))).toEqual(["Je n'ai pas pu lire les GPU.", 'I could not read the GPUs.']);
});
