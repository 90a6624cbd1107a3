import type { FailureCode } from '../../../skill/audit/define.ts';
import { phrase } from '../../locale.ts';
import { failures, named, that, type Unreadable, unreadable } from '../names.ts';
import { rules } from '../rules.ts';

/** Words about any rule. */
export const common = {
  passed: phrase<{ code: keyof typeof rules; subject: string }>({
    text: ({ code, subject }) => `${rules[code]} : rien à signaler (${subject}).`,
  }),
  'not-read': phrase<{ target: string; failure: FailureCode }>({
    text: ({ target, failure }) => `${target} n'a pas pu être lu : ${failures[failure]}.`,
    remedy: ({ target, failure }) =>
      failure === 'timeout'
        ? `Vérifier ${that(target)} est allumé et joignable, ou le marquer « planned: down ».`
        : `Lever ce qui empêche de lire ${target}, puis relancer l'audit.`,
    action: ({ target, failure }) =>
      failure === 'timeout' ? `Vérifier ${that(target)} est allumé et joignable.` : `Lever ce qui empêche de lire ${target}.`,
  }),
  skipped: phrase<{ target: string }>({ text: ({ target }) => `${target} : non examiné en mode rapide.` }),
  'planned-down': phrase<{ target: string }>({ text: ({ target }) => `${target} est à l'arrêt, comme prévu.` }),
  'no-target': phrase<{ code: keyof typeof rules }>({ text: ({ code }) => `${rules[code]} : rien dans l'inventaire à examiner.` }),
  'nothing-to-judge': phrase<{ code: keyof typeof rules; target: string }>({
    text: ({ code, target }) => `${rules[code]} : sans objet pour ${target}.`,
  }),
  'rule-failed': phrase<{ code: keyof typeof rules }>({
    text: ({ code }) => `${rules[code]} : le contrôle lui-même a échoué, rien n'est affirmé.`,
  }),
  'not-readable-here': phrase<{ target: string; what: Unreadable; failure: FailureCode | 'stale' | 'not-applicable' | 'not-exported' }>({
    text: ({ target, what, failure }) => `${target}, ${named(what)} : ${unreadable(what, failure).reason}.`,
    remedy: ({ what, failure }) => unreadable(what, failure).remedy,
  }),
} as const;
