import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { rules } from '../../skill/rules/all.ts';

describe.each([fr, en])('what rests on no report, in $language', (locale) => {
  const { answers } = locale;
  const fixed = [
    answers.auditing,
    answers.auditingQuick,
    answers.looking,
    answers.stopped,
    answers.nothingToStop,
    answers.noAuditYet,
    answers.notSaved,
    answers.failed,
    answers.failedToAudit,
    answers.refused,
    ...['yesterday', 'this_morning', 'last_week', 'last_month', 'monday', 'sunday', 'constructor'].map(answers.noAuditSince),
    answers.schedule.whenUnknown,
    answers.schedule.passed,
    answers.schedule.tooMany,
    answers.schedule.nothingPlanned,
    ...[1, 2].map(answers.schedule.cancelled),
    ...[{}, { every: 'hour' }, { in: 'PT2H' }, { every: 'constructor', at: 'soon', date: '__proto__', in: 'x' }].flatMap((slots) => [
      answers.schedule.planned(slots),
      answers.schedule.foundChanges(slots),
    ]),
  ];

  it.each(fixed)('« %s » is a sentence that can be said as it stands', (sentence) => {
    expect(sentence).toMatch(/^\p{Lu}.*[.?!]$/u);
    expect(locale.aloud(sentence)).not.toMatch(/\d|undefined|NaN|null|function| {2}/);
    expect(sentence.length).toBeLessThan(150);
    expect(sentence).not.toMatch(/erreur|non reconnu|error|unrecogni/i);
  });

  it('what the assistant would throw away is said otherwise', () => {
    expect(answers.kept('Erreur : commande non reconnue. ERREURS-2.')).not.toMatch(/erreur|non reconnu/i);
  });

  it('every rule says what its violation endangers, each in words of its own', () => {
    const stakes = rules.map(({ code, dimension }) => answers.stakes.of(code, dimension));
    expect(stakes.filter((stake) => !/^\p{Lu}.*\.$/u.test(stake))).toEqual([]);
    expect(answers.stakes.of('NEW-999', 'security')).toMatch(/\.$/);
    expect(answers.stakes.of('constructor', 'security')).toBe(answers.stakes.of('NEW-999', 'security'));
  });
});

describe('a planned audit', () => {
  it.each([
    [{ mode: 'full', every: 'day', at: '08:00' }, 'Entendu : audit complet tous les jours à huit heures, tant que le serveur tourne.'],
    [{ mode: 'quick', every: 'hour' }, 'Entendu : audit rapide toutes les heures, tant que le serveur tourne.'],
    [{ every: 'PT2H' }, 'Entendu : audit complet toutes les deux heures, tant que le serveur tourne.'],
    [{ every: 'PT1H' }, 'Entendu : audit complet toutes les heures, tant que le serveur tourne.'],
    [{ every: 'PT1M' }, 'Entendu : audit complet toutes les minutes, tant que le serveur tourne.'],
    [{ every: 'PT30M' }, 'Entendu : audit complet toutes les trente minutes, tant que le serveur tourne.'],
    [{ every: 'monday', at: '22:30' }, 'Entendu : audit complet chaque lundi à vingt-deux heures trente, tant que le serveur tourne.'],
    [{ every: 'P2D' }, 'Entendu : audit complet tous les deux jours, tant que le serveur tourne.'],
    [{ at: '00:00' }, 'Entendu : audit complet à minuit, tant que le serveur tourne.'],
    [{ date: 'tomorrow', at: '09:00' }, 'Entendu : audit complet demain à neuf heures, tant que le serveur tourne.'],
    [{ date: 'sunday' }, 'Entendu : audit complet dimanche, tant que le serveur tourne.'],
    [{ in: 'PT2H' }, 'Entendu : audit complet dans deux heures, tant que le serveur tourne.'],
    [{ in: 'PT1H30M' }, 'Entendu : audit complet dans une heure et trente minutes, tant que le serveur tourne.'],
    [{ at: '01:00' }, 'Entendu : audit complet à une heure, tant que le serveur tourne.'],
  ])('%j is « %s »', (slots, sentence) => {
    expect(fr.answers.schedule.planned(slots)).toBe(sentence);
  });

  it.each([
    [{ every: 'day', at: '08:00' }, "Very well: full audit every day at eight o'clock, as long as the server runs."],
    [{ every: 'PT1M' }, 'Very well: full audit every minute, as long as the server runs.'],
    [{ mode: 'quick', every: 'PT2H' }, 'Very well: quick audit every two hours, as long as the server runs.'],
    [{ date: 'tomorrow', at: '09:05' }, 'Very well: full audit tomorrow at nine oh five, as long as the server runs.'],
    [{ every: 'monday' }, 'Very well: full audit every Monday, as long as the server runs.'],
    [{ in: 'PT1H' }, 'Very well: full audit in one hour, as long as the server runs.'],
  ])('%j is « %s »', (slots, sentence) => {
    expect(en.answers.schedule.planned(slots)).toBe(sentence);
  });

  it('of a rhythm that nobody knows is not confirmed with one', () => {
    expect(fr.answers.schedule.planned({ every: 'fortnight' })).toBe('Entendu : audit complet, tant que le serveur tourne.');
  });

  it('is told by when it was planned', () => {
    expect(fr.answers.schedule.foundChanges({ at: '08:00' })).toBe("L'audit prévu à huit heures a vu du changement.");
    // by then it is no longer tomorrow
    expect(fr.answers.schedule.foundChanges({ date: 'tomorrow', in: 'PT2H' })).toBe("L'audit prévu a vu du changement.");
    expect(en.answers.schedule.foundChanges({ every: 'day', at: '08:00' })).toBe(
      "The audit planned for every day at eight o'clock has seen changes.",
    );
  });
});
