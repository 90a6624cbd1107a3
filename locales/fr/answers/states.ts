import { of, theTarget } from '../names.ts';
import { digits, list, plural } from '../numbers.ts';

const others = (names: readonly string[], more: number) => list(more > 0 ? [...names, `${digits(more)} ${plural(more, 'autre')}`] : names);

/** Nodes and other targets, one by one. */
export const states = {
  up: (names: readonly string[], more: number) => `${others(names, more)} ${plural(names.length + more, 'répond', 'répondent')}.`,
  down: (names: readonly string[], more: number) => `${others(names, more)} ne ${plural(names.length + more, 'répond', 'répondent')} pas.`,
  degraded: (names: readonly string[], more: number) =>
    names.length + more === 1
      ? `${others(names, more)} répond, mais n'est pas utilisable.`
      : `${others(names, more)} répondent, mais ne sont pas utilisables.`,
  unknown: (names: readonly string[], more: number) => `Je n'ai pas pu lire ${others(names.map(theTarget), more)}.`,
  'planned-down': (names: readonly string[], more: number) =>
    `${others(names, more)} ${plural(names.length + more, 'est', 'sont')} à l'arrêt, comme prévu.`,
  plannedBy: (name: string) => `L'inventaire dit que ${name} est à l'arrêt : je ne le compte pas parmi les pannes.`,
  skipped: (names: readonly string[], more: number) =>
    `${others(names, more)} ${plural(names.length + more, "n'est pas examiné", 'ne sont pas examinés')} en mode rapide.`,
  because: (sentence: string, why: string) => `${sentence.replace(/\.$/, '')} : ${why}.`,
  upIn: (name: string, ms: number) => `${name} répond en ${digits(ms)} ms.`,
  latencies: (each: readonly string[]) => `Latences : ${each.join(', ')}.`,
  latency: (name: string, ms: number) => `${name} ${digits(ms)} ms`,
  noModel: "Aucun modèle n'y est chargé.",
  loadedUnknown: "Il ne dit pas ce qu'il a chargé.",
  loadedOne: (model: string) => `Modèle chargé : ${model}.`,
  loaded: (count: number) => `${digits(count)} modèles y sont chargés.`,
  loadedNames: (models: readonly string[], more: number) => `Modèles chargés : ${others(models, more)}.`,
  hottest: (celsius: number) => `Le GPU le plus chaud de sa machine est à ${digits(celsius)} °C.`,
  hottestHere: (celsius: number) => `Le GPU le plus chaud est à ${digits(celsius)} °C.`,
  gpusHere: (celsius: readonly string[]) => `GPU : ${celsius.join(', ')} °C.`,
  gpusUnread: (count: number) =>
    count === 1 ? "La température d'un GPU est illisible." : `La température de ${digits(count)} GPU est illisible.`,
  nodesOn: (names: readonly string[], more: number) => `Y ${plural(names.length + more, 'tourne', 'tournent')} : ${others(names, more)}.`,
  nothingOn: (name: string) => `Aucun problème sur ${theTarget(name)} dans ce que j'ai pu lire.`,
  nothingInHaste: (name: string) => `À première vue, aucun problème sur ${theTarget(name)} : l'audit complet en regarde plus.`,
  causedBy: (name: string) => `La panne ${of(name)} l'explique.`,
  noNames: "Cette machine ne résout aucun nom : je ne peux pas l'atteindre.",
  explains: (count: number) => `Sa panne explique ${digits(count)} ${plural(count, 'autre constat', 'autres constats')}.`,
  stranger: (name: string) => `L'inventaire ne connaît pas ${name}.`,
  known: (names: readonly string[], more: number) => `Je connais ${others(names, more)}.`,
} as const;
