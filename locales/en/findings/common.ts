import type { common as french } from '../../fr/findings/common.ts';
import type { Locale } from '../../locale.ts';
import { failures, named, unreadable } from '../names.ts';
import { rules } from '../rules.ts';

/** Words about any rule. */
export const common: Pick<Locale['findings'], keyof typeof french> = {
  passed: { text: ({ code, subject }) => `${rules[code]}: nothing to report (${subject}).` },
  'not-read': {
    text: ({ target, failure }) => `${target} could not be read: ${failures[failure]}.`,
    remedy: ({ target, failure }) =>
      failure === 'timeout'
        ? `Check that ${target} is on and reachable, or mark it “planned: down”.`
        : `Remove what keeps ${target} from being read, then run the audit again.`,
    action: ({ target, failure }) =>
      failure === 'timeout' ? `Check that ${target} is on and reachable.` : `Remove what keeps ${target} from being read.`,
  },
  skipped: { text: ({ target }) => `${target}: not examined in quick mode.` },
  'planned-down': { text: ({ target }) => `${target} is off, as planned.` },
  'no-target': { text: ({ code }) => `${rules[code]}: nothing in the inventory to examine.` },
  'nothing-to-judge': { text: ({ code, target }) => `${rules[code]}: not applicable to ${target}.` },
  'rule-failed': { text: ({ code }) => `${rules[code]}: the check itself failed, so nothing is claimed.` },
  'not-readable-here': {
    text: ({ target, what, failure }) => `${target}, ${named(what)}: ${unreadable(what, failure).reason}.`,
    remedy: ({ what, failure }) => unreadable(what, failure).remedy,
    spoken: ({ target, what, failure }) =>
      failure === 'not-applicable' ? `On ${target}, ${named(what)}: not applicable.` : `On ${target}, ${named(what)} could not be read.`,
  },
};
