import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en/locale.ts';
import { fr } from '../../../locales/fr/locale.ts';
import { answerTo } from '../../../reporters/answers/answer.ts';
import { problemsOf, shownText } from '../../../reporters/answers/problems.ts';
import { isInSection, scopeOf } from '../../../reporters/answers/scopes.ts';
import { worded } from '../../../reporters/words.ts';
import { isOpen } from '../../../skill/audit/assessment.ts';
import { judge } from '../../../skill/audit/run.ts';
import { readingsFromText } from '../../../skill/audit/saved-readings.ts';
import { assessed, auditor, type Entry, failed, notAsked, on, type SceneOptions } from '../../support/judged.ts';
import { SECTIONS } from '../../support/questions.ts';

const AT = '2026-02-23T14:30:00.000+01:00';
const now = new Date(AT);
const reportOf = (entries: readonly Entry[]) => worded(assessed(entries, { at: AT }), fr);
const saved = readingsFromText(readFileSync(new URL('../../golden/jarvis.readings.json', import.meta.url), 'utf8'));
const jarvis = (locale: typeof fr) => judge(saved, locale, { name: 'jarvis-audit', version: '0.0.0' }).report;

const sentences = (text: string) => text.match(/[^.!?]+[.!?]/g)?.map((each) => each.trim()) ?? [];

const countedIn = (text: string) => Number(/(\d+) (?:autres? problèmes?|more problems?)/.exec(text)?.[1] ?? 0);

describe.each([fr, en])('more, in $language', (locale) => {
  const report = jarvis(locale);
  const grounds = { report, earlier: null, now: new Date(Date.parse(report.timestamp) + report.durationMs) };
  const summary = answerTo({ intent: 'audit_full', slots: {} }, grounds, locale).speech;
  const more = answerTo({ intent: 'details', slots: {} }, grounds, locale).speech;

  it('says nothing that the summary has said', () => {
    expect(sentences(more).length).toBeGreaterThan(2);
    expect(sentences(more).filter((sentence) => sentences(summary).includes(sentence))).toEqual([]);
  });

  it('goes on from what was heard', () => {
    const next = answerTo({ intent: 'details', slots: {} }, { ...grounds, heard: [summary, more] }, locale).speech;
    const before = [...sentences(summary), ...sentences(more)];
    expect(sentences(next).filter((sentence) => before.includes(sentence))).toEqual([]);
  });

  it.each([{ node: 'OL1' }, { section: 'security' }, { section: 'resilience' }])(
    'what is told of %j and what is counted is all that is open',
    (slots) => {
      const { text } = answerTo({ intent: 'details', slots }, grounds, locale);
      const holds = scopeOf(slots, report, locale)?.holds ?? (() => true);
      const open = report.findings.filter((finding) => isOpen(finding) && holds(finding));
      expect(open.filter((finding) => text.includes(shownText(finding, locale))).length + countedIn(text)).toBe(open.length);
    },
  );

  it.each(SECTIONS.filter((section) => section !== 'summary' && section !== 'scores'))(
    '%s tells or counts all that is open in it',
    (section) => {
      const { text } = answerTo({ intent: 'section_status', slots: { section } }, grounds, locale);
      const { all, told } = problemsOf(report, isInSection(section));
      const named = told.filter((finding) => text.includes(shownText(finding, locale))).length;
      const rest = Number(/(\d+) (?:autres? problèmes?|more problems?)/.exec(text)?.[1] ?? 0);
      expect(named + rest).toBe(all);
    },
  );
});

it('what another answer left out is told, though the summary has it', () => {
  const report = jarvis(fr);
  const at = new Date(Date.parse(report.timestamp) + report.durationMs);
  const ask = (heard: readonly string[]) =>
    answerTo({ intent: 'details', slots: {} }, { report, earlier: null, now: at, heard }, fr).speech;
  expect(ask([])).not.toContain('N-huit-n');
  expect(ask(['Quatre nœuds sur cinq répondent.'])).toContain('N-huit-n est arrêté.');
});

describe('asked for more again and again', () => {
  const report = jarvis(fr);
  const now = new Date(Date.parse(report.timestamp) + report.durationMs);

  it.each(['speech', 'text'] as const)('says nothing twice as %s, and in the end that there is no more', (form) => {
    const heard = [answerTo({ intent: 'audit_full', slots: {} }, { report, earlier: null, now }, fr)[form]];
    for (let times = 0; times < 30 && !heard.at(-1)?.includes("rien d'autre"); times += 1)
      heard.push(answerTo({ intent: 'details', slots: {} }, { report, earlier: null, now, heard }, fr)[form]);
    expect(heard.at(-1)).toMatch(/^Je n'ai rien d'autre à signaler\.\sJe n'ai pas pu lire/);
    expect(heard.length).toBeGreaterThan(3);
    expect(new Set(heard).size).toBe(heard.length);
  });
});

it('counts as risks the problems that it tells', () => {
  const low = on.lmstudio('M1', { version: '0.3.9' });
  const report = reportOf([low, on.lmstudio('M2', failed('refused')), on.lmstudio('M3')]);
  expect(report.findings.filter((finding) => isOpen(finding) && finding.severity === 'low')).not.toEqual([]);
  const { speech } = answerTo({ intent: 'section_status', slots: { section: 'risks' } }, { report, earlier: null, now }, fr);
  expect(speech).toMatch(/^Un risque en tout\. M-deux ne répond pas\. [\p{L}-]+ points? n/u);
});

it('« le plus gros risque » is the worst, whatever the summary told', () => {
  const report = jarvis(fr);
  const asked = { intent: 'details', slots: { section: 'risks' } } as const;
  expect(answerTo(asked, { report, earlier: null, now }, fr).text).toMatch(/\nSi tour tombe|^Si tour tombe/);
});

it('what was read is shown where it has a source, not where it is a value alone', () => {
  const { text } = answerTo({ intent: 'explain_score', slots: {} }, { report: jarvis(fr), earlier: null, now }, fr);
  expect(text).toContain('on perd les embeddings');
  expect(text).not.toContain('provided by');
});

it('what the summary has told whole is told with what it rests on and what it endangers', () => {
  const report = reportOf([on.lmstudio('M1', failed('refused')), on.lmstudio('M2'), on.lmstudio('M3')]);
  const { speech } = answerTo({ intent: 'details', slots: {} }, { report, earlier: null, now }, fr);
  expect(speech).toBe(
    "M-un ne répond pas : connexion refusée. Ce qu'il servait échoue, ou retombe sur les autres nœuds. À faire : redémarrer le serveur de M-un.",
  );
});

it('where nothing is open, what could not be read is the detail', () => {
  const report = reportOf([on.lmstudio('M1'), on.lmstudio('M2'), on.lmstudio('M3', failed('timeout'))]);
  const { text } = answerTo({ intent: 'details', slots: { section: 'nodes' } }, { report, earlier: null, now }, fr);
  expect(text).toMatch(/^Aucun problème pour les nœuds dans ce que j'ai pu lire\.\nM3 n'a pas pu être lu/);
});

describe('a section', () => {
  const ask = (section: string, entries: readonly Entry[], options: SceneOptions = {}) => {
    const report = worded(assessed(entries, { at: AT, ...options }), fr);
    return answerTo({ intent: 'section_status', slots: { section } }, { report, earlier: null, now }, fr).speech;
  };

  it('that is well says that it was looked at', () => {
    expect(ask('security', [on.lmstudio('M1'), on.lmstudio('M2')])).toBe(
      "Sécurité : cent sur cent. Aucun problème dans ce que j'ai pu lire.",
    );
  });

  it('whose backups could not be read calls none of them old', () => {
    const speech = ask('persistence', [on.lmstudio('M1'), on.backups('saves', failed('denied'))]);
    expect(speech).not.toContain('à jour');
    expect(speech).toMatch(/points? n'ont? pas pu être lus?|point n'a pas pu être lu/);
  });

  it('that nobody looks at in a hurry says so, and has no score', () => {
    const speech = ask('persistence', [on.lmstudio('M1'), on.backups('saves', notAsked)], { mode: 'quick' });
    expect(speech).toContain('Pas examiné en mode rapide');
    expect(ask('scores', [on.lmstudio('M1'), on.ports('ports', notAsked)], { mode: 'quick' })).toContain(
      'Pas de note globale en mode rapide',
    );
  });

  it('out of the reach of a machine without a network is not called well', () => {
    const speech = ask('security', [on.lmstudio('M2', failed('unreachable')), on.lmstudio('M3', failed('timeout'))], {
      auditor: auditor({ hasNetwork: false, addresses: [] }),
    });
    expect(speech).toContain("Je n'ai pas de réseau");
    expect(speech).not.toContain('Aucun problème');
  });

  it('of nothing that is declared says that', () => {
    expect(ask('architecture', [])).toMatch(/L'inventaire n'y déclare rien à regarder\./);
  });
});
