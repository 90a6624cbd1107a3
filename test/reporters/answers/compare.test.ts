import { describe, expect, it } from 'vitest';
import { fr } from '../../../locales/fr/locale.ts';
import { answerTo } from '../../../reporters/answers/answer.ts';
import { comparisonOf } from '../../../reporters/answers/comparison.ts';
import { worded } from '../../../reporters/words.ts';
import { differenceOf } from '../../../skill/audit/difference.ts';
import { asPrevious, assessed, card, type Entry, failed, mount, on } from '../../support/judged.ts';

const BEFORE = '2026-02-23T14:30:00.000+01:00';
const AFTER = '2026-02-24T08:00:00.000+01:00';

function groundsOf(before: readonly Entry[], after: readonly Entry[]) {
  const first = assessed(before, { at: BEFORE });
  const second = assessed(after, { at: AFTER, previous: asPrevious(first) });
  return { report: worded(second, fr), earlier: worded(first, fr), now: new Date(AFTER) };
}

const asked = (slots: Readonly<Record<string, string>>, grounds: ReturnType<typeof groundsOf>) =>
  answerTo({ intent: 'compare', slots }, grounds, fr);

const FULL = [mount('/', { usedPercent: 97, availableBytes: 3 })];
const TWO = [on.lmstudio('M1'), on.lmstudio('M2')];

describe('what changed', () => {
  it('is told since when, the new before the fixed, one figure a sentence', () => {
    const { speech } = asked(
      {},
      groundsOf([...TWO, on.host('tour', { mounts: FULL })], [on.lmstudio('M1', failed('refused')), on.lmstudio('M2'), on.host('tour')]),
    );
    expect(speech).toMatch(/^Depuis hier quatorze heures trente, trois nouveaux problèmes\. M-un ne répond pas\./);
  });

  it('a fixed problem goes by what is well again: its own words would sound as if it were there', () => {
    const { speech } = asked(
      {},
      groundsOf([...TWO, on.host('tour', { mounts: FULL })], [...TWO, on.host('tour', { mounts: [mount('/')] })]),
    );
    expect(speech).toContain('Depuis hier quatorze heures trente, un problème réglé. Réglé sur tour : espace disque.');
    expect(speech).not.toContain('rempli');
  });

  it('is nothing when it is nothing', () => {
    expect(asked({}, groundsOf(TWO, TWO)).speech).toBe("Depuis hier quatorze heures trente, rien n'a changé.");
  });

  it('says what could not be checked again, and does not call it fixed', () => {
    const hot = on.gpu('gpus', [card(0, { temperatureC: 95 })]);
    const { speech } = asked({}, groundsOf([...TWO, hot], [...TWO, on.gpu('gpus', failed('timeout'))]));
    expect(speech).toContain("Je n'ai pas pu revérifier un problème.");
    expect(speech).not.toContain('problème réglé');
  });

  it('says what can no longer be read, and what can again', () => {
    const lost = [on.lmstudio('M1', failed('timeout')), on.lmstudio('M2')];
    const speech = (before: readonly Entry[], after: readonly Entry[], slots = {}) => asked(slots, groundsOf(before, after)).speech;
    expect(speech(TWO, lost)).toContain('Je ne peux plus lire M-un.');
    expect(speech(lost, TWO)).toContain('Je peux de nouveau lire M-un.');
    expect(speech(TWO, lost, { node: 'M1' })).toContain('Je ne peux plus lire M-un.');
    expect(speech(TWO, lost, { node: 'M2' })).toContain("rien n'a changé");
    const off = [on.lmstudio('M1', failed('timeout'), { planned: 'down' }), on.lmstudio('M2')];
    expect(speech(TWO, off)).not.toContain('lire M-un');
    // what is down is told as a problem
    expect(speech(TWO, [on.lmstudio('M1', failed('refused')), on.lmstudio('M2')])).not.toContain('lire M-un');
  });

  it('a problem on what was not looked at before is a change of scope, and no bad news', () => {
    const { text } = asked({}, groundsOf(TWO, [...TWO, on.host('tour', { mounts: FULL })]));
    expect(text).toContain('aucun problème nouveau ni réglé');
    expect(text).toMatch(/À part : \d+ points?/);
  });

  it('is of the node or section that was asked for alone', () => {
    const grounds = groundsOf(
      [...TWO, on.host('tour', { mounts: FULL })],
      [on.lmstudio('M1', failed('refused')), on.lmstudio('M2'), on.host('tour', { mounts: [mount('/')] })],
    );
    expect(asked({ node: 'M1' }, grounds).text).toMatch(/pour M1, 1 nouveau problème\.\nNouveau : M1 ne répond pas/);
    expect(asked({ section: 'persistence' }, grounds).text).not.toContain('M1');
    expect(asked({ section: 'observability' }, grounds).text).toContain("rien n'a changé");
  });

  it('needs an older audit of the same mode', () => {
    const { report, now } = groundsOf(TWO, TWO);
    const ask = (earlier: typeof report | null, slots = {}) => answerTo({ intent: 'compare', slots }, { report, earlier, now }, fr).speech;
    expect(ask(null)).toBe("Je n'ai pas d'audit complet plus ancien : le prochain sera comparé à celui-ci.");
    expect(ask(null, { since: 'yesterday' })).toBe(
      "Je n'ai pas d'audit d'hier dans l'historique. Dites « depuis le dernier audit » pour comparer au précédent.",
    );
    expect(ask(null, { since: 'constructor' })).toEqual(expect.stringContaining("pas d'audit de ce moment-là"));
    expect(ask({ ...report, mode: 'quick' })).toContain("n'est pas du même mode");
  });
});

it('side by side, each list is counted whole and told in part', () => {
  const many = Array.from({ length: 12 }, (_, index) => on.lmstudio(`N${index}`, failed('refused')));
  const well = many.map(({ target: { id } }) => on.lmstudio(id));
  const { report, earlier } = groundsOf(well, many);
  const difference = differenceOf(earlier, report);
  const text = difference ? comparisonOf(difference, earlier, report, fr) : '';
  const [, count] = /Nouveaux \((\d+)\)/.exec(text) ?? [];
  const [, rest] = /… et (\d+) autres/.exec(text) ?? [];
  expect(Number(count)).toBe(difference?.new.length);
  expect(text.match(/^- /gm)).toHaveLength(Number(count) - Number(rest));
});
