import type { FailureCode } from '../../../skill/audit/define.ts';
import { phrase } from '../../locale.ts';
import { failures, of } from '../names.ts';

/** Words about files of which only a part is known. */
export const files = {
  'files-partly-read': phrase<{ name: string; folder: string | null; why: FailureCode | 'cut' }>({
    text: ({ name, folder, why }) =>
      `« ${name} » n'a pas pu être lu en entier : ${why === 'cut' ? 'trop de fichiers pour le temps donné' : `${folder}, ${failures[why]}`}.`,
    remedy: ({ folder, why }) =>
      why === 'cut'
        ? "Déclarer un chemin plus précis, puis relancer l'audit."
        : `Donner à l'auditeur le droit de lire ${folder}, puis relancer l'audit.`,
    spoken: ({ name }) => `${name} n'a pas pu être lu en entier.`,
  }),
  'age-unknown': phrase<{ name: string; why: 'future' | 'clock' }>({
    text: ({ name, why }) =>
      why === 'future'
        ? `L'âge de « ${name} » est inconnu : des fichiers sont datés du futur, une horloge est fausse.`
        : `L'âge de « ${name} » est inconnu : l'horloge de cette machine est fausse.`,
    remedy: ({ why }) =>
      why === 'future'
        ? "Mettre à l'heure la machine qui écrit ces fichiers, puis relancer l'audit."
        : "Mettre cette machine à l'heure, puis relancer l'audit.",
    spoken: ({ name }) => `L'âge ${of(name)} est inconnu : une horloge est fausse.`,
  }),
} as const;
