import { describe, expect, it } from 'vitest';
import { fr } from '../../../locales/fr/locale.ts';
import { answerTo } from '../../../reporters/answers/answer.ts';
import { worded } from '../../../reporters/words.ts';
import { assessed, auditor, card, type Entry, failed, inference, model, notAsked, on, type SceneOptions } from '../../support/judged.ts';

const AT = '2026-02-23T14:30:00.000+01:00';

function about(node: string, entries: readonly Entry[], options: SceneOptions = {}) {
  const report = worded(assessed(entries, { at: AT, ...options }), fr);
  return answerTo({ intent: 'node_status', slots: { node } }, { report, earlier: null, now: new Date(AT) }, fr);
}

it.each([
  ['node_status', /À faire : vérifier que M-un est allumé et joignable/],
  ['explain_score', /^M-un n'a pas pu être lu : pas de réponse à temps\. À faire : vérifier que M-un est allumé/],
  ['remediation', /^D'abord : vérifier que M-un est allumé et joignable\./],
] as const)('%s of a node that could not be read says to look after it', (intent, speech) => {
  const report = worded(assessed([on.lmstudio('M1', failed('timeout')), on.lmstudio('M2')], { at: AT }), fr);
  expect(answerTo({ intent, slots: { node: 'M1' } }, { report, earlier: null, now: new Date(AT) }, fr).speech).toMatch(speech);
});

describe('a node', () => {
  it('that is up says how fast, and what it has loaded', () => {
    const { speech, text } = about('M1', [on.lmstudio('M1', { models: [model('qwen3-8b'), model('nomic')] }), on.lmstudio('M2')]);
    expect(speech).toMatch(/^M-un répond en douze millisecondes\. .*Deux modèles y sont chargés\./);
    expect(text).toContain('Modèles chargés : qwen3-8b et nomic.');
  });

  it('that is down says so once, and what to do', () => {
    const { speech } = about('M1', [on.lmstudio('M1', failed('refused')), on.lmstudio('M2')]);
    expect(speech.match(/ne répond pas/g)).toHaveLength(1);
    expect(speech).toContain('À faire : redémarrer le serveur de M-un.');
  });

  it('that gave no answer is unknown, with why, and nothing is said to be wrong with it', () => {
    const { speech } = about('M1', [on.lmstudio('M1', failed('timeout')), on.lmstudio('M2')]);
    expect(speech).toMatch(/^Je n'ai pas pu lire M-un : pas de réponse à temps\./);
    expect(speech).not.toContain('ne répond pas');
  });

  it('that is off on purpose is off as planned', () => {
    expect(about('M3', [on.lmstudio('M1'), on.lmstudio('M3', failed('timeout'), { planned: 'down' })]).speech).toBe(
      "M-trois est à l'arrêt, comme prévu.",
    );
  });

  it('that nobody asked in a hurry is not looked at', () => {
    expect(about('GEMINI', [on.lmstudio('M1'), on.command('GEMINI', notAsked)], { mode: 'quick' }).speech).toBe(
      "Gémini n'est pas examiné en mode rapide.",
    );
  });

  it('that this machine cannot reach is not blamed', () => {
    const { speech } = about('M2', [on.lmstudio('M2', failed('unreachable')), on.lmstudio('M1')], {
      auditor: auditor({ hasNetwork: false, addresses: [] }),
    });
    expect(speech).toMatch(/^Je n'ai pas pu lire M-deux : .*Je n'ai pas de réseau/);
  });

  it('that is well at a glance is not said to be well', () => {
    const entries = [on.lmstudio('M1'), on.lmstudio('M2')];
    expect(about('M1', entries).speech).toContain("Aucun problème sur M-un dans ce que j'ai pu lire.");
    expect(about('M1', entries, { mode: 'quick' }).speech).toContain("À première vue, aucun problème sur M-un : l'audit complet");
  });

  it('is told of the GPUs that were read where it runs, though they name no machine', () => {
    const { speech } = about('M1', [
      on.lmstudio('M1', undefined, { machine: 'tour' }),
      on.lmstudio('M2'),
      on.gpu('gpus', [card(0, { temperatureC: 93 })]),
    ]);
    expect(speech).toContain('Un G-P-U est à quatre-vingt-treize degrés.');
    expect(speech).not.toContain('Aucun problème');
  });

  it('that is off on purpose is off because the inventory says so', () => {
    const report = worded(assessed([on.lmstudio('M1'), on.lmstudio('M3', failed('timeout'), { planned: 'down' })], { at: AT }), fr);
    const { speech } = answerTo({ intent: 'explain_score', slots: { node: 'M3' } }, { report, earlier: null, now: new Date(AT) }, fr);
    expect(speech).toBe("L'inventaire dit que M-trois est à l'arrêt : je ne le compte pas parmi les pannes.");
  });

  it("is not told what its machine's fall would cost", () => {
    const gemini = on.command('GEMINI', undefined, { machine: 'tour' });
    const { speech } = about('GEMINI', [on.host('tour'), gemini, on.lmstudio('M1', undefined, { machine: 'tour' })]);
    expect(speech).toMatch(/^Gémini répond/);
    expect(speech).not.toContain('tour');
  });

  it('names what explains that it could not be read', () => {
    const { speech } = about('M2', [
      on.host('tour', failed('timeout'), {}),
      on.lmstudio('M2', failed('timeout'), { machine: 'tour' }),
      on.lmstudio('M1'),
    ]);
    expect(speech).toContain("La panne de tour l'explique.");
  });

  it('tells its own problems before those of the machine under it', () => {
    const { text } = about('M1', [
      on.lmstudio('M1', { inference: inference({ ok: false, failure: 'bad-status' }) }, { machine: 'tour' }),
      on.gpu('gpus', [card(0, { temperatureC: 95 })], { machine: 'tour' }),
    ]);
    expect(text.indexOf('M1 est joignable')).toBeGreaterThan(0);
    expect(text.indexOf('M1 est joignable')).toBeLessThan(text.indexOf('95 °C'));
  });

  it('is not told of what else runs on its machine', () => {
    const { text } = about('M1', [
      on.lmstudio('M1', {}, { machine: 'tour' }),
      on.ollama('OL1', failed('refused'), { machine: 'tour' }),
      on.lmstudio('M2'),
    ]);
    expect(text).not.toContain('OL1 ne répond pas');
  });

  it('is found whatever the case it was asked in', () => {
    expect(about('m1', [on.lmstudio('M1'), on.lmstudio('M2')]).text).toContain('M1 répond');
  });
});

describe('what is no node', () => {
  it('a machine is told with all that stands on it', () => {
    const { text } = about('tour', [on.host('tour'), on.ollama('OL1', failed('refused'), { machine: 'tour' }), on.lmstudio('M2')]);
    expect(text).toContain('OL1 ne répond pas');
    expect(text).toContain('Y tourne : OL1.');
  });

  it('GPUs say how hot they are and how many could not be read', () => {
    const { speech, text } = about('gpus', [on.lmstudio('M1'), on.gpu('gpus', [card(0), card(1, { temperatureC: null })])]);
    expect(speech).toContain('Le G-P-U le plus chaud est à soixante degrés.');
    expect(speech).toContain("La température d'un G-P-U est illisible.");
    expect(text).toContain('GPU : 60 °C.');
  });
});

it('a stranger is said to be one, with the names that exist', () => {
  expect(about('M9', [on.lmstudio('M1'), on.ollama('OL1')]).speech).toBe("L'inventaire ne connaît pas M-neuf. Je connais M-un et O-L-un.");
});

describe('whatever is asked about a stranger', () => {
  const report = worded(assessed([on.lmstudio('M1'), on.ollama('OL1')], { at: AT }), fr);
  it.each(['node_status', 'compare', 'details', 'remediation'] as const)('%s says that it is one', (intent) => {
    const { speech } = answerTo({ intent, slots: { node: 'M9' } }, { report, earlier: report, now: new Date(AT) }, fr);
    expect(speech).toMatch(/^L'inventaire ne connaît pas M-neuf\./);
  });
});
