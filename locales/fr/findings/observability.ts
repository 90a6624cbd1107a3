import type { FailureCode } from '../../../skill/audit/define.ts';
import { phrase } from '../../locale.ts';
import { age, ageAloud } from '../ages.ts';
import { failures } from '../names.ts';
import { bytes } from '../numbers.ts';

/** Words about logs. */
export const observability = {
  'log-none': phrase<{ path: string }>({
    text: ({ path }) => `Aucun journal à l'endroit déclaré : ${path}.`,
    remedy: ({ path }) => `Vérifier que le service écrit bien son journal dans ${path}, ou corriger l'inventaire.`,
    spoken: () => "Un journal déclaré n'existe pas.",
    action: () => 'Vérifier où le service écrit son journal.',
  }),
  'log-silent': phrase<{ path: string; ageHours: number; maxAgeHours: number }>({
    text: ({ path, ageHours, maxAgeHours }) =>
      `Le journal ${path} n'a plus rien reçu depuis plus de ${age(ageHours)} (limite : ${age(maxAgeHours)}).`,
    remedy: ({ path }) => `Vérifier que le service tourne et qu'il peut écrire dans ${path}.`,
    spoken: ({ ageHours }) => `Un journal n'a plus rien reçu depuis plus de ${ageAloud(ageHours)}.`,
    action: () => 'Vérifier pourquoi un journal ne reçoit plus rien.',
  }),
  'log-endless': phrase<{ path: string; file: string; sizeBytes: number }>({
    text: ({ file, sizeBytes }) => `Le journal ${file} grossit sans fin : ${bytes(sizeBytes)}, et rien ne montre de rotation.`,
    remedy: ({ file }) => `Ajouter ${file} à logrotate, ou limiter sa taille dans le service qui l'écrit.`,
    spoken: () => 'Un journal grossit sans rotation.',
    action: () => 'Configurer la rotation des journaux.',
  }),
  'log-rotation-unknown': phrase<{ path: string; file: string; sizeBytes: number }>({
    text: ({ file, sizeBytes }) => `La rotation du journal ${file} (${bytes(sizeBytes)}) n'a pas pu être lue.`,
    remedy: () => "Relancer l'audit avec le droit de lire la configuration de logrotate.",
    spoken: () => "La rotation d'un journal n'a pas pu être lue.",
  }),
  'log-unreadable': phrase<{ path: string; failure: FailureCode }>({
    text: ({ path, failure }) => `Le journal ${path} n'a pas pu être lu : ${failures[failure]}.`,
    remedy: ({ path, failure }) =>
      failure === 'denied'
        ? `Donner à l'auditeur le droit de lire ${path}, puis relancer l'audit.`
        : `Rendre ${path} lisible, puis relancer l'audit.`,
    spoken: () => "Un journal n'a pas pu être lu.",
  }),
} as const;
