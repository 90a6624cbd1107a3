import { inWords, plural } from './numbers.ts';

const allUp = (count: number) => (count === 1 ? 'Le nœud attendu répond.' : `Les ${inWords(count)} nœuds attendus répondent.`);

/** What is said aloud: short, the worst first, one figure a sentence. Never « erreur » nor « non reconnu »: the assistant's router throws such answers away. */
export const speech = {
  nodes: (up: number, expected: number) => (up === expected ? allUp(up) : up === 0 ? `Aucun des ${inWords(expected)} nœuds attendus ne répond.` : `${capital(inWords(up))} ${plural(up, 'nœud')} sur ${inWords(expected)} ${plural(up, 'répond', 'répondent')}.`),
  theOnlyNodeDown: 'Le seul nœud attendu ne répond pas.',
  noNodes: "Aucun nœud IA n'est déclaré.",
  allWell: "Rien d'anormal dans ce que j'ai pu lire.",
  nothingRead: "Je n'ai rien pu lire : je ne peux rien affirmer.",
  blindNetwork: "Je n'ai pas de réseau : je ne peux rien dire des autres machines.",
  worst: (text: string) => `Le plus grave : ${lower(text)}`,
  another: (text: string) => text,
  andMore: (count: number) => `Et ${count === 1 ? 'un autre point' : `${inWords(count)} autres points`} à revoir.`,
  notSeen: (target: string) => `Je n'ai pas pu lire ${target}.`,
  manyNotSeen: (count: number) => `Je n'ai pas pu lire ${inWords(count)} éléments.`,
  masks: (count: number) => `Cela explique ${inWords(count)} autres constats.`,
  first: (text: string) => `D'abord : ${lower(text)}`,
  score: (score: number) => `Note globale : ${inWords(score)} sur cent.`,
  noScore: 'Trop peu a pu être lu pour donner une note.',
  coverage: (percent: number) => `J'ai pu vérifier ${inWords(percent)} pour cent de ce qui compte.`,
  evolution: (fixed: number, fresh: number) =>
    fixed > 0 && fresh > 0 ? `Depuis le dernier audit : ${inWords(fixed)} ${plural(fixed, 'problème réglé', 'problèmes réglés')}, ${inWords(fresh)} ${plural(fresh, 'nouveau', 'nouveaux')}.` : fixed > 0 ? `Depuis le dernier audit, ${inWords(fixed)} ${plural(fixed, 'problème réglé', 'problèmes réglés')}.` : `Depuis le dernier audit, ${inWords(fresh)} ${plural(fresh, 'problème nouveau', 'problèmes nouveaux')}.`,
  unsaved: "Attention : le rapport n'a pas pu être enregistré.",
  noVoice: 'Aucune voix sur cette machine : le résumé est seulement écrit.',
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence inside another: its first letter goes down unless it begins a name (two capitals, a digit). */
function lower(text: string): string {
  return /^[A-ZÀ-Ý][a-zà-ÿ']*\s/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
