import { describe, expect, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { wordsOf } from '../../locales/locale.ts';
import { messages } from '../support/message-samples.ts';

const sentencesOf = ({ speech }: typeof fr) => [
  speech.nodes(0, 3, false),
  speech.nodes(1, 1, false),
  speech.nodes(1, 3, false),
  speech.nodes(2, 21, false),
  speech.nodes(3, 3, false),
  speech.nodes(0, 3, true),
  speech.theOnlyNodeDown(false),
  speech.theOnlyNodeDown(true),
  speech.allPlannedDown,
  speech.stale('Le serveur ne répond pas.'),
  speech.first(speech.recheck('nova')),
  speech.nothingToMeasure,
  speech.noNodes,
  speech.allWell,
  speech.nothingRead,
  speech.blindNetwork,
  ...messages.map((message) => speech.worst(wordsOf(fr.speech === speech ? fr : en, message).spoken)).filter((text) => !/\d/.test(text)),
  speech.inAll(1),
  speech.inAll(21),
  speech.notSeen('nova'),
  speech.manyNotSeen(2),
  speech.masks(1),
  speech.masks(12),
  speech.score(80),
  speech.noScore,
  speech.coverage(71),
  speech.evolution(1, 0),
  speech.evolution(2, 0),
  speech.evolution(0, 1),
  speech.evolution(0, 2),
  speech.evolution(2, 1),
  speech.unsaved,
  speech.noVoice,
];

describe.each([fr, en])('$language', (locale) => {
  test('every sentence ends, has no hole and no digit, and is kept by the assistant', () => {
    for (const sentence of sentencesOf(locale)) {
      expect(sentence).toMatch(/^[A-ZÀ-Ý].*\.$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\s{2}|\d|erreur|non reconnu|error|recogni[sz]ed/i);
    }
  });

  test('a program or machine at the head of the worst keeps its capital', () => {
    expect(locale.speech.worst(`Plex ${locale === fr ? 'est arrêté' : 'is not running'}.`)).toContain(': Plex ');
    expect(locale.speech.worst('LM Studio.')).toContain(': LM Studio');
  });

  test('our own first word loses its capital inside a sentence', () => {
    const message = messages.find(({ id }) => id === 'disk-full');
    if (message) expect(locale.speech.worst(wordsOf(locale, message).spoken)).toMatch(/ : un disque|: a disk/);
    for (const each of messages) {
      const { remedy } = wordsOf(locale, each);
      if (remedy) expect(locale.speech.first(remedy)).toMatch(/: \p{Ll}/u);
    }
  });
});

test('French says who answers', () => {
  const { nodes } = fr.speech;
  expect([nodes(0, 3, false), nodes(1, 1, false), nodes(1, 3, false), nodes(2, 3, false), nodes(3, 3, false)]).toEqual([
    'Aucun des trois nœuds attendus ne répond.',
    'Le nœud attendu répond.',
    'Un nœud sur trois répond.',
    'Deux nœuds sur trois répondent.',
    'Les trois nœuds attendus répondent.',
  ]);
});

test('English says who answers', () => {
  const { nodes } = en.speech;
  expect([nodes(0, 3, false), nodes(1, 1, false), nodes(1, 3, false), nodes(2, 3, false), nodes(3, 3, false)]).toEqual([
    'None of the three expected nodes is answering.',
    'The expected node is answering.',
    'One node out of three is answering.',
    'Two nodes out of three are answering.',
    'All three expected nodes are answering.',
  ]);
});

test('one of something is singular in French', () => {
  const { inAll, masks, evolution, manyNotSeen } = fr.speech;
  expect([inAll(1), masks(1), evolution(1, 0), manyNotSeen(1)]).toEqual([
    'Un risque en tout.',
    'Cela explique un autre constat.',
    'Depuis le dernier audit, un problème réglé.',
    "Je n'ai pas pu lire un élément.",
  ]);
});

test('one of something is singular in English', () => {
  const { inAll, masks, evolution, manyNotSeen } = en.speech;
  expect([inAll(1), masks(1), evolution(1, 0), evolution(0, 1), evolution(2, 1), evolution(1, 2), manyNotSeen(1)]).toEqual([
    'One risk in all.',
    'That explains one other finding.',
    'Since the last audit, one problem fixed.',
    'Since the last audit, one new problem.',
    'Since the last audit, two problems fixed. One is new.',
    'Since the last audit, one problem fixed. Two are new.',
    'I could not read one item.',
  ]);
});
