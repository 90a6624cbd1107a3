import type { FailureCode } from '../../../skill/audit/define.ts';
import { phrase } from '../../locale.ts';
import { failures } from '../names.ts';
import { bytes, digits } from '../numbers.ts';

/** Words about SQLite files. */
export const sqlite = {
  'sqlite-whole': phrase<{ target: string; path: string; sizeBytes: number; mode: string | null }>({
    text: ({ target, path, sizeBytes, mode }) =>
      `${target} : ${path} est saine (${bytes(sizeBytes)}${mode === null ? '' : `, droits ${mode}`}).`,
  }),
  'sqlite-broken': phrase<{ target: string; path: string; state: 'missing' | 'empty' | 'damaged' | 'not-a-database'; problems: number }>({
    text: ({ target, path, state, problems }) =>
      `${target} : ${path} ${STATES[state]}${state === 'damaged' && problems > 1 ? ` (${digits(problems)} défauts)` : ''}.`,
    remedy: ({ path, state }) =>
      state === 'missing'
        ? `Restaurer ${path} depuis une sauvegarde, ou corriger le chemin dans l'inventaire.`
        : `Arrêter le service, mettre ${path} de côté, puis restaurer la dernière sauvegarde saine ; à défaut, tenter la récupération de sqlite3 (.recover).`,
    spoken: ({ target, state }) => `La base ${target} ${STATES[state]}.`,
    action: ({ target }) => `Restaurer la base ${target} depuis une sauvegarde.`,
  }),
  'sqlite-unchecked': phrase<{ target: string; path: string; why: FailureCode | 'busy' | 'too-large' }>({
    text: ({ target, path, why }) =>
      `${target} : l'intégrité de ${path} est inconnue (${why === 'busy' ? 'écrite pendant la lecture' : why === 'too-large' ? 'trop grande pour être copiée pendant qu’elle sert' : failures[why]}).`,
    remedy: ({ path, why }) =>
      why === 'denied'
        ? `Donner à l'auditeur le droit de lire ${path}, puis relancer l'audit.`
        : why === 'busy' || why === 'too-large'
          ? "Relancer l'audit quand le service est au repos."
          : "Relancer l'audit ; si cela dure, vérifier la base à la main.",
    spoken: ({ target }) => `L'état de la base ${target} n'a pas pu être vérifié.`,
  }),
} as const;

const STATES = {
  missing: 'est introuvable',
  empty: 'est vide',
  damaged: 'est endommagée',
  'not-a-database': "n'est pas une base SQLite",
} as const;
