import { theTarget } from '../names.ts';
import { capital, digits, list, plural } from '../numbers.ts';

const counted = (count: number, one: string, many = `${one}s`) => `${digits(count)} ${plural(count, one, many)}`;

const others = (names: readonly string[], more: number) => list(more > 0 ? [...names, counted(more, 'autre')] : names);

/** What changed from one audit to another. */
export const changes = {
  noEarlier: (mode: string) =>
    `Je n'ai pas d'audit ${mode === 'quick' ? 'rapide' : 'complet'} plus ancien : le prochain sera comparé à celui-ci.`,
  otherMode: "L'audit plus ancien n'est pas du même mode : je ne compare pas.",
  nothing: (since: string) => `${capital(since)}, rien n'a changé.`,
  about: (since: string, about: string) => `${since}, pour ${about}`,
  headNone: (since: string) => `${capital(since)}, aucun problème nouveau ni réglé.`,
  headNew: (since: string, count: number) => `${capital(since)}, ${counted(count, 'nouveau problème', 'nouveaux problèmes')}.`,
  headFixed: (since: string, count: number) => `${capital(since)}, ${counted(count, 'problème réglé', 'problèmes réglés')}.`,
  alsoFixed: (count: number) => `${counted(count, 'problème réglé', 'problèmes réglés')}.`,
  fresh: (text: string) => `Nouveau : ${text}`,
  fixed: (title: string, where: string) => `Réglé sur ${where} : ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
  gains: (dimension: string, points: number) => `${dimension} : ${counted(points, 'point')} de plus.`,
  loses: (dimension: string, points: number) => `${dimension} : ${counted(points, 'point')} de moins.`,
  lost: (dimension: string) => `${dimension} : plus de note, trop peu a été lu.`,
  gained: (dimension: string, score: number) => `${dimension} : de nouveau une note, ${digits(score)} sur 100.`,
  moved: (dimension: string, before: number | null, now: number | null) =>
    `${dimension} ${before === null ? '–' : digits(before)} → ${now === null ? '–' : digits(now)}`,
  movedAll: (each: readonly string[]) => `Notes : ${each.join(' · ')}.`,
  sinceLast: (fixed: number, fresh: number) =>
    `Depuis l'audit précédent : ${digits(fixed)} ${plural(fixed, 'réglé')}, ${digits(fresh)} ${plural(fresh, 'nouveau', 'nouveaux')}.`,
  unverified: (count: number) => `Je n'ai pas pu revérifier ${counted(count, 'problème')}.`,
  persisting: (count: number) => `${counted(count, 'problème dure', 'problèmes durent')}.`,
  flapping: (names: readonly string[], more: number) => `Instable : ${others(names, more)}.`,
  lostSight: (names: readonly string[], more: number) => `Je ne peux plus lire ${others(names.map(theTarget), more)}.`,
  seenAgain: (names: readonly string[], more: number) => `Je peux de nouveau lire ${others(names.map(theTarget), more)}.`,
  scope: (count: number) => `À part : ${counted(count, 'point')} que seul l'un des audits regarde.`,
  titles: {
    fixed: (count: number) => `Réglés (${digits(count)}) :`,
    new: (count: number) => `Nouveaux (${digits(count)}) :`,
    persisting: (count: number) => `Inchangés (${digits(count)}) :`,
    unverified: (count: number) => `Non revérifiés (${digits(count)}) :`,
    flapping: (count: number) => `Instables (${digits(count)}) :`,
    scopeChanges: (count: number) => `Changements de périmètre (${digits(count)}), ni bons ni mauvais :`,
  },
  between: (mode: string, from: string, to: string) =>
    `Audits ${mode === 'quick' ? 'rapides' : 'complets'} comparés : ${from}, puis ${to}.`,
  noMove: "Aucune note n'a bougé.",
  andMore: (count: number) => `… et ${counted(count, 'autre')}`,
} as const;
