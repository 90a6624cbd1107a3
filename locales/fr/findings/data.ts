import type { FailureCode } from '../../../skill/audit/define.ts';
import { phrase } from '../../locale.ts';
import { age, ageAloud, duration } from '../ages.ts';
import { failures, of } from '../names.ts';
import { bytes, digits, plural } from '../numbers.ts';

/** Words about backups and about trying them. */
export const data = {
  'backup-fresh': phrase<{ set: string; ageHours: number; maxAgeHours: number }>({
    text: ({ set, ageHours, maxAgeHours }) => `La dernière sauvegarde « ${set} » a ${age(ageHours)} (limite : ${age(maxAgeHours)}).`,
  }),
  'backup-none': phrase<{ set: string; path: string; isFound: boolean }>({
    text: ({ set, path, isFound }) =>
      `Aucune sauvegarde « ${set} » : ${isFound ? `${path} ne contient aucun fichier terminé` : `${path} n'existe pas`}.`,
    remedy: ({ set }) => `Mettre en place la sauvegarde « ${set} », ou réparer la tâche qui la fait.`,
    spoken: ({ set }) => `Aucune sauvegarde n'existe pour ${set}.`,
    action: ({ set }) => `Remettre en route la sauvegar${of(set)}.`,
  }),
  'backup-old': phrase<{ set: string; ageHours: number; maxAgeHours: number }>({
    text: ({ set, ageHours, maxAgeHours }) =>
      `La dernière sauvegarde « ${set} » a plus de ${age(ageHours)} (limite : ${age(maxAgeHours)}).`,
    remedy: ({ set }) => `Réparer la tâche qui fait la sauvegarde « ${set} », puis la lancer une fois.`,
    spoken: ({ set, ageHours }) => `La dernière sauvegar${of(set)} a plus de ${ageAloud(ageHours)}.`,
    action: ({ set }) => `Réparer la sauvegar${of(set)}.`,
  }),
  'backup-empty': phrase<{ set: string; file: string; isAll: boolean }>({
    text: ({ set, file, isAll }) =>
      isAll
        ? `La sauvegarde « ${set} » ne contient que des fichiers vides, comme ${file}.`
        : `La dernière sauvegarde « ${set} » est vide : ${file}.`,
    remedy: ({ set }) => `Lire le journal de la tâche « ${set} », la réparer, puis la relancer.`,
    spoken: ({ set }) => `La dernière sauvegar${of(set)} est vide.`,
    action: ({ set }) => `Réparer la sauvegar${of(set)}.`,
  }),
  'backup-shrunk': phrase<{ set: string; file: string; sizeBytes: number; medianBytes: number }>({
    text: ({ set, file, sizeBytes, medianBytes }) =>
      `La dernière sauvegarde « ${set} » a fondu : ${bytes(sizeBytes)} au lieu de ${bytes(medianBytes)} d'ordinaire (${file}).`,
    remedy: ({ set }) => `Vérifier ce que la sauvegarde « ${set} » contient encore, et le journal de sa tâche.`,
    spoken: ({ set }) => `La dernière sauvegar${of(set)} pèse moins de la moitié des précédentes.`,
    action: ({ set }) => `Vérifier ce que contient la sauvegar${of(set)}.`,
  }),
  'backup-unreadable': phrase<{ set: string; path: string; failure: FailureCode }>({
    text: ({ set, path, failure }) => `La sauvegarde « ${set} » n'a pas pu être lue : ${path}, ${failures[failure]}.`,
    remedy: ({ path, failure }) =>
      failure === 'denied'
        ? `Donner à l'auditeur le droit de lire ${path}, puis relancer l'audit.`
        : `Rendre ${path} lisible, puis relancer l'audit.`,
    spoken: ({ set }) => `La sauvegar${of(set)} n'a pas pu être lue.`,
  }),
  'backup-being-written': phrase<{ set: string }>({
    text: ({ set }) => `La sauvegarde « ${set} » est en cours d'écriture, et aucune autre n'est terminée.`,
    remedy: () => "Attendre la fin de la sauvegarde, puis relancer l'audit.",
  }),
  'restore-tested': phrase<{ set: string; days: number }>({
    text: ({ set, days }) =>
      `La restauration de « ${set} » a été essayée ${days === 0 ? "aujourd'hui" : `il y a ${digits(days)} ${plural(days, 'jour')}`}.`,
  }),
  'restore-untold': phrase<{ set: string }>({
    text: ({ set }) => `Rien ne dit si la restauration de « ${set} » a déjà été essayée.`,
    remedy: ({ set }) => `Essayer une restauration de « ${set} », puis noter la date dans un fichier ".restore-tested" à côté.`,
    spoken: ({ set }) => `Rien ne dit si la restauration ${of(set)} a déjà été essayée.`,
  }),
  'restore-unreadable': phrase<{ set: string; failure: FailureCode }>({
    text: ({ set, failure }) => `La date du dernier essai de restauration de « ${set} » n'a pas pu être lue : ${failures[failure]}.`,
    remedy: () => "Donner à l'auditeur le droit de lire le fichier qui note cet essai, puis relancer l'audit.",
    spoken: ({ set }) => `La date du dernier essai de restauration ${of(set)} n'a pas pu être lue.`,
  }),
  'restore-old': phrase<{ set: string; days: number }>({
    text: ({ set, days }) => `Le dernier essai de restauration de « ${set} » remonte à ${digits(days)} jours.`,
    remedy: ({ set }) => `Planifier un essai de restauration de « ${set} ».`,
    spoken: ({ set, days }) => `Le dernier essai de restauration ${of(set)} remonte à ${ageAloud(days * 24)}.`,
    action: ({ set }) => `Essayer de restaurer ${set}.`,
  }),
  'restore-slow': phrase<{ set: string; minutes: number; rtoMinutes: number }>({
    text: ({ set, minutes, rtoMinutes }) =>
      `Restaurer « ${set} » a pris ${duration(minutes)} au dernier essai, pour un objectif de ${duration(rtoMinutes)}.`,
    remedy: ({ set }) => `Accélérer la restauration de « ${set} », ou revoir l'objectif.`,
    spoken: ({ set }) => `La restauration ${of(set)} prend plus de temps que prévu.`,
    action: ({ set }) => `Accélérer la restauration ${of(set)}.`,
  }),
} as const;
