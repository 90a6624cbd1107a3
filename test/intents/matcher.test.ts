import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_NODES } from '../../intents/default-nodes.ts';
import { type Intent, intents } from '../../intents/intents.ts';
import { createMatcher } from '../../intents/matcher.ts';
import type { Context } from '../../intents/understanding.ts';
import { examples as english } from '../../locales/en/examples.ts';
import { examples as french } from '../../locales/fr/examples.ts';

const match = createMatcher(DEFAULT_NODES);
const heard = (utterance: string, context: Context = 'idle') => {
  const { intent, slots } = match(utterance, context);
  return { intent, ...slots };
};

const own = Object.entries({ french, english }).flatMap(([language, examples]) =>
  Object.entries(examples).flatMap(([intent, sentences]) =>
    sentences.map((sentence: string) => ({ language, intent: intent as Intent, sentence })),
  ),
);

it.each(own)('the $language example « $sentence » is understood as $intent', ({ intent, sentence }) => {
  expect(match(sentence, 'active').intent).toBe(intent);
});

it.each(own)('« $sentence » survives capitals, missing accents, punctuation and politeness', ({ sentence }) => {
  const meant = heard(sentence, 'active');
  const bare = sentence.normalize('NFD').replace(/\p{M}/gu, '');
  for (const said of [
    sentence.toUpperCase(),
    bare,
    sentence.replace(/'/g, '’'),
    sentence.replace(/['’-]/g, ' '),
    `${sentence} ?`,
    `  ${sentence}!  `,
    `Jarvis, ${sentence}`,
    `euh ${sentence}`,
    `${sentence} s'il te plaît`,
  ])
    expect(heard(said, 'active'), said).toEqual(meant);
});

describe('bare follow-ups are ours only while we talk', () => {
  it.each<[string, Record<string, string>]>([
    ['pourquoi ?', { intent: 'explain_score' }],
    ['et M2 ?', { intent: 'node_status', node: 'M2' }],
    ['et la sécurité ?', { intent: 'section_status', section: 'security' }],
    ['en premier ?', { intent: 'remediation' }],
    ['par quoi je commence ?', { intent: 'remediation' }],
    ['répète', { intent: 'repeat' }],
    ['moins vite', { intent: 'repeat', pace: 'slow' }],
    ['répète plus lentement', { intent: 'repeat', pace: 'slow' }],
    ["qu'est-ce qui a changé ?", { intent: 'compare' }],
    ['stop', { intent: 'cancel' }],
    ['et depuis hier ?', { intent: 'compare', since: 'yesterday' }],
    ['dis-m’en plus', { intent: 'details' }],
  ])('%s', (sentence, meant) => {
    expect(heard(sentence, 'active')).toEqual(meant);
    expect(heard(sentence, 'idle')).toEqual({ intent: 'none' });
  });
});

it.each([
  ["n'audite pas", 'negated'],
  ["pas d'audit", 'negated'],
  ['surtout ne lance rien', 'negated'],
  ["plus d'audit automatique", 'negated'],
  ["je ne veux pas d'audit ce soir", 'negated'],
  ['il ne faut pas lancer l’audit', 'negated'],
  ["don't run the audit", 'negated'],
  ['no audit please', 'negated'],
  ['un audit euh non', 'negated'],
  ['redémarre le cluster', 'refused'],
  ['éteins M2', 'refused'],
  ['déploie le cluster', 'refused'],
  ['supprime le nœud M3', 'refused'],
  ['répare M1', 'refused'],
  ['restart the cluster', 'refused'],
  ['quel temps fait-il', 'not-for-us'],
  ['répète la chanson', 'not-for-us'],
  ['lance un consensus entre M1 et M2', 'not-for-us'],
  ['on a fait un audit du système', 'not-for-us'],
  ["l'audit est terminé", 'not-for-us'],
  ['annule lundi', 'not-for-us'],
  ["qui fait l'audit", 'not-for-us'],
  ["c'est quoi un audit", 'not-for-us'],
  ['dis à Marie de lancer un audit', 'not-for-us'],
])('« %s » starts nothing: %s', (sentence, reason) => {
  for (const context of ['idle', 'active'] as const) expect(match(sentence, context)).toMatchObject({ intent: 'none', reason });
});

describe('when an audit is to be made', () => {
  it.each<[string, Record<string, string>]>([
    ['un audit tous les matins à huit heures', { every: 'day', at: '08:00' }],
    ['programme un audit tous les soirs à huit heures', { every: 'day', at: '20:00' }],
    ["lance un audit dans un quart d'heure", { in: 'PT15M' }],
    ['un audit dans une heure et demie', { in: 'PT1H30M' }],
    ['planifie un audit complet à midi et demi', { at: '12:30', mode: 'full' }],
    ['programme un audit le premier du mois', { every: 'month' }],
    ['lance un audit demain à sept heures moins le quart', { date: 'tomorrow', at: '06:45' }],
    ['un audit rapide toutes les deux heures', { every: 'PT2H', mode: 'quick' }],
    ['audit lundi à 9h30', { date: 'monday', at: '09:30' }],
    ['un audit chaque dimanche à vingt-deux heures quinze', { every: 'sunday', at: '22:15' }],
    ['planifie un audit ce soir à neuf heures', { date: 'today', at: '21:00' }],
    ['schedule an audit every day at half past eight', { every: 'day', at: '08:30' }],
    ['run an audit tomorrow at 9 pm', { date: 'tomorrow', at: '21:00' }],
    ['an audit in twenty five minutes', { in: 'PT25M' }],
  ])('%s', (sentence, slots) => {
    expect(heard(sentence)).toEqual({ intent: 'schedule', ...slots });
  });

  it('an audit asked for today is one now', () => {
    expect(heard("fais un audit aujourd'hui")).toEqual({ intent: 'audit_full' });
  });
});

describe('names of nodes', () => {
  it.each([
    ['comment va aime un', 'M1'],
    ['état de m deux', 'M2'],
    ['statut de o l un', 'OL1'],
    ["comment va l'Ollama", 'OL1'],
    ['comment va gémini', 'GEMINI'],
  ])('« %s » is %s', (sentence, node) => {
    expect(heard(sentence)).toEqual({ intent: 'node_status', node });
  });

  it('are those of the inventory, as one says them', () => {
    const ours = createMatcher(['tour-2', 'gpu_box', 'OL1', 'OL2', 'Étagère']);
    const node = (sentence: string) => ours(sentence, 'idle').slots['node'];
    expect(node('comment va tour deux')).toBe('tour-2');
    expect(node('état de la tour 2')).toBe('tour-2');
    expect(node('état de gpu box')).toBe('gpu_box');
    expect(node('comment va gpubox')).toBe('gpu_box');
    expect(node('comment va ollama deux')).toBe('OL2');
    expect(node("comment va l'étagère")).toBe('Étagère');
    expect(ours('comment va M1', 'idle').intent).toBe('none');
  });

  it('a name that means nothing, or much, breaks nothing', () => {
    for (const name of ['', '()', '[', '|', '#', '*', 'audit', 'le', '__proto__', '日本', 'a'.repeat(5000)])
      expect(createMatcher([name])('lance un audit du système', 'idle').intent).toBe('audit_full');
  });
});

it('of what is corrected, the last counts', () => {
  expect(heard('état de M1, euh non, de M2')).toEqual({ intent: 'node_status', node: 'M2' });
});

it('a reason beside the request is no part of it', () => {
  expect(heard("avant d'aller dormir fais un audit du système")).toEqual({ intent: 'audit_full' });
  expect(heard('Le patron arrive, comment va le cluster ?')).toEqual({ intent: 'cluster_status' });
  expect(heard('je ne veux pas que Paul lance un audit')).toEqual({ intent: 'none' });
});

describe('hostile input', () => {
  it.each([
    '',
    ' ',
    '🙂🙂',
    '集群状态如何',
    'как дела у кластера',
    '__proto__',
    'constructor',
    '\u0000\u001b[31m',
    '\u202e',
    '¿qué tal?',
    '(((',
    '#',
    '*',
  ])('of %j nothing is understood', (utterance) => {
    for (const context of ['idle', 'active'] as const) expect(match(utterance, context)).toMatchObject({ intent: 'none', slots: {} });
  });

  it.each(['wie geht es dem Server', 'starte ein System Audit', 'lanza una auditoría del sistema', 'reinicia el servidor'])(
    'another language is not ours: %s',
    (utterance) => {
      expect(match(utterance, 'idle').intent).toBe('none');
    },
  );

  it('more than 500 characters are no sentence', () => {
    const long = `lance un audit ${'du système '.repeat(60)}`;
    expect(match(long, 'idle')).toMatchObject({ intent: 'none', reason: 'not-for-us' });
  });

  it('the time of any sentence is bounded', () => {
    for (const piece of ['lance un ', 'vingt ', 'm ', 'le cluster ', 'audit, zog, ', 'x', 'è', 'a '.repeat(5000)]) {
      const utterance = piece.repeat(Math.max(1, Math.floor(500 / piece.length)));
      // the least of several: others share the processor
      const times = Array.from({ length: 9 }, () => {
        const startedAt = performance.now();
        match(utterance, 'active');
        return performance.now() - startedAt;
      });
      expect(Math.min(...times), piece.slice(0, 20)).toBeLessThan(5);
    }
  });

  it('never throws, and answers within the contract', () => {
    const word = fc.constantFrom(...own.flatMap(({ sentence }) => sentence.split(' ')), 'pas', 'ne', '12', '8h30', 'M2', 'Ω', '{}', '\\');
    const sentence = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(sentence, fc.constantFrom<Context>('idle', 'active'), (utterance, context) => {
        const { intent, slots, confidence, reason } = match(utterance, context);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(reason === null).toBe(intent !== 'none');
        const names: readonly string[] = intents[intent];
        for (const name of Object.keys(slots)) expect(names).toContain(name);
        expect(match(utterance, context)).toEqual({ intent, slots, confidence, reason });
      }),
      { numRuns: 400 },
    );
  });

  it('a denial in front of any request to start leaves it unstarted', () => {
    const starting = own.filter(({ intent, language }) => language === 'french' && intent === 'audit_full').map(({ sentence }) => sentence);
    const denial = fc.constantFrom(
      'surtout pas de',
      'ne fais pas',
      'je ne veux pas',
      'il ne faut jamais',
      'pas question de',
      'évite de',
      'interdiction de',
      'sans',
    );
    fc.assert(
      fc.property(denial, fc.constantFrom(...starting), fc.constantFrom<Context>('idle', 'active'), (words, request, context) => {
        expect(['audit_full', 'schedule']).not.toContain(match(`${words} ${request.replace('Jarvis, ', '')}`, context).intent);
      }),
    );
  });
});

describe('what is said to others, or about them, starts nothing', () => {
  it.each([
    "mon collègue dit toujours qu'il faut lancer un audit avant de partir",
    'mon chef répète qu’il faut auditer le système tous les lundis',
    "il paraît qu'il faut faire un audit tous les mois",
    'apparently you should run an audit every week',
    'every morning I run an audit',
    "dis à maman que je la rappelle après l'audit",
    "annonce à tout le monde que l'audit commence",
    'remind me to run an audit tomorrow',
    "c'est quoi un audite en fait",
    "un audit c'est quoi",
    'sais-tu faire autre chose que des audits',
    'can you do anything besides audits',
    'what can I say to start an audit',
    'comment je fais pour lancer un audit',
    'pourquoi faire un audit',
    "j'aurais dû lancer un audit",
    'on aurait dû auditer le système',
    'je vais lancer un audit moi-même',
    'he is running an audit',
    'should I run an audit',
    'remets-le en marche',
    'plus de son',
    'un peu plus fort',
    "ma cheffe voulait qu'on programme un audit le vendredi",
    "d'après mon pote le cluster rame",
    'maybe I should run an audit',
    'je sais déjà tout ça',
    'programme le four pour midi',
    'thanks for the audit',
    'tomorrow I start an audit',
    'quelle est la différence entre un nœud et un cluster',
    "l'audit s'est bien passé",
  ])('%s', (sentence) => {
    expect([heard(sentence, 'idle'), heard(sentence, 'active')]).toEqual([{ intent: 'none' }, { intent: 'none' }]);
  });
});

it.each([
  ['well, go ahead and fix it then', 'refused'],
  ['exécute la première recommandation', 'refused'],
  ['vas-y, fais la correction toi-même', 'refused'],
  ['improve the security', 'refused'],
  ["pas la peine d'expliquer, j'ai compris", 'negated'],
  ['no need to explain, I got it', 'negated'],
])('« %s » is %s, in a conversation too', (sentence, reason) => {
  expect(match(sentence, 'active')).toMatchObject({ intent: 'none', reason });
});

describe('what only resembles it is still asked', () => {
  it.each<[string, string]>([
    ['vas-y lance un audit', 'audit_full'],
    ['go ahead and run an audit', 'audit_full'],
    ["on m'a dit de te demander un audit", 'audit_full'],
    ["j'aurais voulu un audit du système", 'audit_full'],
    ["pendant que je m'occupe de la vaisselle, lance un audit", 'audit_full'],
    ['mon chef veut savoir comment va le cluster', 'cluster_status'],
    ['comment je corrige ça', 'remediation'],
    ['répète plus fort', 'repeat'],
    ['how do you get the security score', 'explain_score'],
    ['remets ça à plus tard', 'cancel'],
    ['dites, le cluster de mon fils, il se porte bien', 'cluster_status'],
    ['le cluster, comment ça va', 'cluster_status'],
    ['comment remettre M2 en ligne', 'remediation'],
    ["annule l'audit que tu as lancé", 'cancel'],
  ])('%s', (sentence, intent) => {
    expect(heard(sentence, 'active').intent).toBe(intent);
  });
});

it.each<[string, Record<string, string>]>([
  ['audit toutes les minutes', { intent: 'schedule', every: 'PT1M' }],
  ['lance un audit chaque minute', { intent: 'schedule', every: 'PT1M' }],
  ['run an audit every minute', { intent: 'schedule', every: 'PT1M' }],
  ['repeat the audit report', { intent: 'repeat' }],
  ['repeat the audit results', { intent: 'repeat' }],
  ["qu'est-ce qui a changé depuis tout à l'heure", { intent: 'compare', since: 'last' }],
])('« %s » is heard as it is meant', (sentence, meant) => {
  expect(heard(sentence, 'active')).toEqual(meant);
});

describe('what is asked instead of what came before is what counts', () => {
  it.each<[string, Record<string, string>]>([
    ["lance l'audit, non attends, juste l'état", { intent: 'cluster_status' }],
    ["lance un audit, non, donne-moi l'état de M2", { intent: 'node_status', node: 'M2' }],
    ['audit complet, euh non, un rapide plutôt', { intent: 'audit_full', mode: 'quick' }],
    ['programme un audit demain, non, lundi', { intent: 'schedule', date: 'monday' }],
    ["plus d'audit lundi, annule", { intent: 'cancel' }],
    ['lance un audit, non, annule', { intent: 'cancel' }],
  ])('%s', (sentence, meant) => {
    expect(heard(sentence)).toEqual(meant);
  });

  it.each(["n'audite pas, enfin si tu veux", "n'annule pas l'audit, laisse", 'fais un audit, ou plutôt non', 'lance un audit, non'])(
    '« %s » starts nothing',
    (sentence) => {
      expect(heard(sentence).intent).toBe('none');
    },
  );
});

describe('what is asked in a word while we talk', () => {
  it.each<[string, Record<string, string>]>([
    ["c'est grave ?", { intent: 'section_status', section: 'risks' }],
    ['et les GPU ?', { intent: 'section_status', section: 'performance' }],
    ['et ensuite ?', { intent: 'details' }],
    ['en deux mots ?', { intent: 'section_status', section: 'summary' }],
    ['programme-le demain', { intent: 'schedule', date: 'tomorrow' }],
  ])('%s', (sentence, meant) => {
    expect(heard(sentence, 'active')).toEqual(meant);
    expect(heard(sentence, 'idle')).toEqual({ intent: 'none' });
  });
});

it('a section is asked by its bare name, and by no more than that', () => {
  expect(heard('stabilité ?')).toEqual({ intent: 'section_status', section: 'stability' });
  expect(heard('les scores')).toEqual({ intent: 'section_status', section: 'scores' });
  expect(heard('backup global')).toEqual({ intent: 'none' });
});

describe('names of an inventory are heard as nodes, whatever else they mean', () => {
  const ours = createMatcher(['tour', 'n8n', 'nas']);

  it.each([
    ['comment va tour', 'tour'],
    ['comment va la tour ?', 'tour'],
    ['n8n répond ?', 'n8n'],
    ['état du nas', 'nas'],
  ])('%s', (sentence, node) => {
    expect(ours(sentence, 'idle')).toMatchObject({ intent: 'node_status', slots: { node } });
  });

  it.each(['redémarre tour', 'redémarre n8n', 'éteins le nas'])('« %s » is refused', (sentence) => {
    expect(ours(sentence, 'idle')).toMatchObject({ intent: 'none', reason: 'refused' });
  });

  it.each(['comment va M7', 'état de M douze', 'et M7 ?'])('« %s » is about no node of ours', (sentence) => {
    expect(heard(sentence, 'active')).toEqual({ intent: 'none' });
  });
});
