import { theOne } from '../names.ts';
import { digits, inWords, list, plural } from '../numbers.ts';

const OF_SEVERITY: Readonly<Record<string, readonly [string, string]>> = {
  critical: ['problème critique', 'problèmes critiques'],
  high: ['problème élevé', 'problèmes élevés'],
  medium: ['problème moyen', 'problèmes moyens'],
};

/** Scores, what they are made of, and what each section says of itself. */
export const scores = {
  value: (dimension: string, score: number) => `${dimension} : ${digits(score)} sur 100.`,
  graded: (dimension: string, score: number, grade: string) => `${dimension} : ${digits(score)}/100 (${grade}).`,
  overall: (score: number) => `Note globale : ${digits(score)} sur 100.`,
  overallGraded: (score: number, grade: string, verdict: string) => `Note globale : ${digits(score)}/100 (${grade}). Verdict : ${verdict}.`,
  noOverall: "Pas de note globale : la stabilité ou la sécurité n'est pas notée.",
  lowest: (dimension: string, score: number) => `La plus basse : ${dimension.toLowerCase()}, ${digits(score)} sur 100.`,
  each: (dimension: string, score: number | null) => `${dimension} ${score === null ? '–' : digits(score)}`,
  list: (each: readonly string[]) => `${each.join(' · ')}.`,
  none: {
    'nothing-to-measure': (dimension: string) => `${dimension} : pas de note, l'inventaire ne déclare rien à mesurer.`,
    'too-little-read': (dimension: string) => `${dimension} : pas de note, trop peu a pu être lu.`,
    skipped: (dimension: string) => `${dimension} : pas de note en mode rapide.`,
  },
  noOverallInHaste: 'Pas de note globale en mode rapide : un audit complet en donnerait une.',
  coverage: (percent: number) => `Vérifié à ${digits(percent)} %.`,
  cap: (value: number, severity: string, count: number) =>
    `Note plafonnée à ${digits(value)} par ${count === 1 ? 'un seul' : digits(count)} ${plural(count, ...(OF_SEVERITY[severity] ?? (['problème', 'problèmes'] as const)))}.`,
  capAloud: (severity: string, count: number) => {
    const [one, many] = OF_SEVERITY[severity] ?? ['problème', 'problèmes'];
    return count === 1 ? `Un ${one} la plafonne là.` : `Des ${many} la plafonnent là.`;
  },
  meanOf: (count: number) => `C'est la moyenne de ${digits(count)} ${plural(count, 'note')}.`,
  heaviest: (component: string, percent: number) => `Ce qui pèse le plus : ${component}, à ${digits(percent)} %.`,
  allFull: 'Tout ce qui compte est au maximum.',
  parts: (parts: readonly string[]) => `Composantes : ${parts.join(' ; ')}.`,
  part: (component: string, percent: number, weight: number) => `${component} ${digits(percent)} % (poids ${digits(weight)})`,
  unread: (components: string) => `Ce qui n'a pas pu être lu compte comme perdu : ${components}.`,
  seen: (value: string) => `Ce que j'ai lu : ${value}.`,
  noScoreOfItsOwn: (about: string) => `Il n'y a pas de note pour ${about}.`,
  weighsOn: (dimension: string) => `Cela compte dans la note de ${dimension.toLowerCase()}.`,
  noWorst: "Rien de grave dans ce que j'ai pu lire.",
  nothingOpen: (about: string) => `Aucun problème pour ${about} dans ce que j'ai pu lire.`,
  nothingHere: "Aucun problème dans ce que j'ai pu lire.",
  nothingDeclared: "L'inventaire n'y déclare rien à regarder.",
  nothingLookedAt: "Rien n'a pu y être vérifié.",
  notInQuick: (about: string) => `Pas examiné en mode rapide : ${about}.`,
  more: (count: number) => `Et ${digits(count)} ${plural(count, 'autre problème', 'autres problèmes')} dans le rapport.`,
  risks: (count: number) => `${digits(count)} ${plural(count, 'risque')} en tout.`,
  criticals: (count: number) => (count === 1 ? 'Un seul est critique.' : `${digits(count)} sont critiques.`),
  allInReport: (count: number) => `${digits(count)} ${plural(count, 'risque')} en tout, dans le rapport.`,
  slowest: (name: string, ms: number) => `Le nœud le plus lent est ${name} : ${digits(ms)} ms.`,
  bottleneck: {
    'slow-node': (subject: string, ms: number) => `${subject} met ${digits(ms)} ms à répondre.`,
    'full-gpu': (_: string, free: number) => `Un GPU n'a que ${digits(Math.floor(100 * free))} % de mémoire libre.`,
    'hot-gpu': (_: string, degrees: number) => `Un GPU est à ${digits(degrees)} °C.`,
    'busy-processor': (subject: string, load: number) => `${subject} a une charge de ${digits(load, 1)} par cœur.`,
    'full-memory': (subject: string, free: number) => `${subject} n'a que ${digits(Math.floor(100 * free))} % de mémoire disponible.`,
  },
  speeds: (each: readonly string[]) => `Jetons par seconde : ${each.join(', ')}.`,
  speed: (name: string, tokens: number) => `${name} ${digits(tokens, 1)}`,
  unknown: (count: number) => `${digits(count)} ${plural(count, "point n'a pas pu être lu", "points n'ont pas pu être lus")}.`,
  oneMachine: (name: string) => `Tout tourne sur une seule machine, ${name}.`,
  machines: (count: number) => `L'inventaire tient sur ${digits(count)} machines.`,
  points: (names: readonly string[], more: number) =>
    names.length + more === 1
      ? `Un seul point unique de défaillance : ${names[0] ?? ''}.`
      : `Points uniques de défaillance : ${list(more > 0 ? [...names, `${digits(more)} ${plural(more, 'autre')}`] : names)}.`,
  noFallback: (capabilities: readonly string[]) => `Sans repli : ${list(capabilities.map(theOne))}.`,
  fallbackUnknown: (capabilities: readonly string[]) => `Repli inconnu pour ${list(capabilities.map(theOne))}.`,
  allFallback: 'Chaque capacité lue a un repli.',
  proven: (capabilities: readonly string[]) => `Prouvé : ${list(capabilities.map(theOne))}.`,
  notProven: (capabilities: readonly string[]) => `Pas prouvé : ${list(capabilities.map(theOne))}.`,
  fullest: (mount: string, percent: number) => `Disque le plus rempli : ${mount}, à ${digits(percent)} %.`,
  backups: (fresh: number, all: number) => {
    if (all === 1) return fresh === 1 ? 'La sauvegarde est à jour.' : "La sauvegarde n'est pas à jour.";
    if (fresh === 0) return `Aucune des ${digits(all)} sauvegardes n'est à jour.`;
    // a voice cannot know that a figure is feminine
    return `Sauvegardes à jour : ${fresh % 10 === 1 ? inWords(fresh, true) : digits(fresh)} sur ${digits(all)}.`;
  },
  noBackup: "Aucune sauvegarde n'est déclarée.",
} as const;
