import { own } from '../../own.ts';

const SINCE: Readonly<Record<string, string>> = {
  yesterday: "d'audit d'hier",
  this_morning: "d'audit de ce matin",
  last_week: "d'audit de la semaine dernière",
  last_month: "d'audit du mois dernier",
  monday: "d'audit de lundi",
  tuesday: "d'audit de mardi",
  wednesday: "d'audit de mercredi",
  thursday: "d'audit de jeudi",
  friday: "d'audit de vendredi",
  saturday: "d'audit de samedi",
  sunday: "d'audit de dimanche",
};

/** Sentences that rest on no report. */
export const fixed = {
  auditing: "J'audite le système.",
  auditingQuick: 'Je fais un audit rapide.',
  looking: 'Je regarde le cluster.',
  stopped: "D'accord, j'arrête.",
  nothingToStop: "Rien n'est en cours.",
  noAuditYet: "Je n'ai pas encore d'audit. Dites « audit système ».",
  notSaved: "Attention : le rapport n'a pas pu être enregistré.",
  failed: "Je n'ai pas pu le faire.",
  failedToAudit: "L'audit n'a pas pu aller jusqu'au bout.",
  refused: 'Je ne change rien à votre système : je lis et je conseille.',
  noAuditSince: (since: string): string =>
    `Je n'ai pas ${own(SINCE, since) ?? "d'audit de ce moment-là"} dans l'historique. Dites « depuis le dernier audit » pour comparer au précédent.`,
} as const;
