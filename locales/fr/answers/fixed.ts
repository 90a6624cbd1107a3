import { own } from '../../own.ts';

/** What was asked of us and is never done, by class. */
export type RefusedClass = 'restart' | 'stop' | 'delete' | 'deploy' | 'repair' | 'other';

const REFUSED: Readonly<Record<RefusedClass, string>> = {
  restart: 'Je ne redémarre rien : je lis et je conseille.',
  stop: "Je n'éteins rien : je lis et je conseille.",
  delete: "Je n'efface rien : je lis et je conseille.",
  deploy: "Je n'installe et ne déploie rien : je lis et je conseille.",
  repair: 'Je ne répare rien moi-même : je lis et je conseille.',
  other: 'Je ne change rien à votre système : je lis et je conseille.',
};

const SINCE: Readonly<Record<string, string>> = {
  last: "d'audit précédent",
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
  nothingToRepeat: "Je n'ai encore rien dit.",
  stopped: "D'accord, j'arrête.",
  nothingToStop: "Rien n'est en cours.",
  noAuditYet: "Je n'ai pas encore d'audit. Dites « audit système ».",
  notSaved: "Attention : le rapport n'a pas pu être enregistré.",
  failed: "Je n'ai pas pu le faire.",
  failedToAudit: "L'audit n'a pas pu aller jusqu'au bout.",
  late: "L'audit n'est pas encore fini. Je vous dis le reste dès que je l'ai.",
  refused: (what: RefusedClass): string => REFUSED[what],
  noAuditSince: (since: string): string => `Je n'ai pas ${own(SINCE, since) ?? "d'audit de ce moment-là"} dans l'historique.`,
} as const;
