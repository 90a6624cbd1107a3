import { theTarget } from './names.ts';
import { capital, inWords, plural } from './numbers.ts';

const STALE = 'Non revérifié : ';

const allUp = (count: number) => (count === 1 ? 'Le nœud attendu répond.' : `Les ${inWords(count)} nœuds attendus répondent.`);

/** What is said aloud: short, the worst first, one figure a sentence. Never « erreur » nor « non reconnu »: the assistant's router throws such answers away. */
export const speech = {
  nodes: (up: number, expected: number, someDegraded: boolean) => {
    if (up === expected) return allUp(up);
    if (up === 0) return `Aucun des ${inWords(expected)} nœuds attendus ${someDegraded ? "n'est utilisable" : 'ne répond'}.`;
    const can = someDegraded ? plural(up, 'est utilisable', 'sont utilisables') : plural(up, 'répond', 'répondent');
    return `${capital(inWords(up))} ${plural(up, 'nœud')} sur ${inWords(expected)} ${can}.`;
  },
  theOnlyNodeDown: (isDegraded: boolean) =>
    isDegraded ? "Le seul nœud attendu n'est pas utilisable." : 'Le seul nœud attendu ne répond pas.',
  allPlannedDown: "Tous les nœuds sont à l'arrêt, comme prévu.",
  stale: (text: string) => `${STALE}${OPENERS.test(text) ? lower(text) : text}`,
  recheck: (target: string) => `Revérifier ${theTarget(target)}.`,
  nothingToMeasure: "L'inventaire ne déclare pas de quoi donner une note globale.",
  noNodes: "Aucun nœud n'est déclaré.",
  allWell: "Rien de grave dans ce que j'ai pu lire.",
  nothingRead: "Je n'ai rien pu lire : je ne peux rien affirmer.",
  blindNetwork: "Je n'ai pas de réseau : je ne peux rien dire des autres machines.",
  worst: (text: string) =>
    text.startsWith(STALE) ? `Le plus grave, ${lower(text)}` : `Le plus grave : ${OPENERS.test(text) ? lower(text) : text}`,
  inAll: (count: number) => `${capital(inWords(count))} ${plural(count, 'risque')} en tout.`,
  notSeen: (target: string) => `Je n'ai pas pu lire ${theTarget(target)}.`,
  manyNotSeen: (count: number) => `Je n'ai pas pu lire ${inWords(count)} ${plural(count, 'élément')}.`,
  masks: (count: number) => `Cela explique ${inWords(count)} ${plural(count, 'autre constat', 'autres constats')}.`,
  first: (text: string) => `D'abord : ${lower(text)}`,
  firstInReport: (component: string) => `D'abord : ce qui concerne ${component} dans le rapport.`,
  score: (score: number) => `Note : ${inWords(score)} sur cent.`,
  noScoreInHaste: 'Pas de note en mode rapide.',
  noScore: 'Trop peu a pu être lu pour donner une note.',
  coverage: (percent: number) => `Vérifié à ${inWords(percent)} pour cent.`,
  evolution: (fixed: number, fresh: number) => {
    if (fixed === 0) return `Depuis le dernier audit, ${inWords(fresh)} ${plural(fresh, 'nouveau problème', 'nouveaux problèmes')}.`;
    return `Depuis le dernier audit, ${inWords(fixed)} ${plural(fixed, 'problème réglé', 'problèmes réglés')}.${fresh > 0 ? ` ${capital(inWords(fresh))} ${plural(fresh, 'est nouveau', 'sont nouveaux')}.` : ''}`;
  },
  machineOf: (target: string) => `la machine de ${target}`,
  nameless: 'un élément au nom illisible',
  unsaved: "Attention : le rapport n'a pas pu être enregistré.",
  noSound: 'Aucune sortie audio sur cette machine : le résumé est écrit ci-dessous.',
  soundKept: (file: string) => `Aucune sortie audio sur cette machine : le résumé parlé est dans ${file}.`,
  noOutput: 'sortie audio absente ou occupée',
  noPlayer: "Pour l'entendre ici, installez alsa-utils, pulseaudio-utils ou pipewire-bin.",
  noVoice:
    "Aucune voix sur cette machine : le résumé est écrit ci-dessous. Pour l'entendre, installez espeak-ng ou déclarez un serveur de voix (speech.tts) dans l'inventaire.",
  otherVoice: (wished: string, used: string, reason: string) => `La voix ${wished} n'a pas pu parler (${reason}) : ${used} la remplace.`,
} as const;

/** The words that begin our own sentences; any other first word may be a name, whose capital is part of it. */
const OPENERS = /^(?:Aucun|Cette|Deux|Il|La|Le|Les|L'horloge|Mémoire|N'importe|Pas|Plusieurs|Si|Sur|Un|Une)\s/;

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
