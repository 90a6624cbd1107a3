import type { architecture as french } from '../../fr/findings/architecture.ts';
import type { Locale } from '../../locale.ts';
import { mainOf } from '../../locale.ts';
import { named, theOne } from '../names.ts';
import { list } from '../numbers.ts';

/** Words about the architecture. */
export const architecture: Pick<Locale['findings'], keyof typeof french> = {
  'single-point': {
    text: ({ component, loses, isDown }) =>
      isDown
        ? `${component} is down, and nothing else provides ${list(loses.map(theOne))}.`
        : `If ${component} goes down, we lose ${list(loses.map(theOne))}.`,
    remedy: ({ loses }) => `Add a fallback, on another machine, for ${list(loses.map(theOne))}.`,
    spoken: ({ component, loses, isDown }) => {
      const others = loses.length > 1 ? ', among other things' : '';
      return isDown
        ? `${component} is down, and nothing else provides ${theOne(mainOf(loses))}${others}.`
        : `If ${component} goes down, we lose ${theOne(mainOf(loses))}${others}.`;
    },
    action: ({ loses }) => `Plan a fallback for ${theOne(mainOf(loses))}.`,
  },
  'single-point-unknown': {
    text: ({ component, capabilities }) =>
      capabilities.length === 0
        ? `Whether ${component} carries anything alone is unknown: it could not be read.`
        : `Whether ${component} alone carries ${list(capabilities.map(theOne))} is unknown: some nodes could not be read.`,
  },
  'no-fallback': {
    text: ({ capability, up }) =>
      up.length === 0
        ? `No node was seen running for “${named(capability)}”.`
        : `“${named(capability)}” has no fallback: only ${list(up)} provides it.`,
    remedy: ({ capability }) => `Add a node for ${theOne(capability)}.`,
    spoken: ({ capability, up }) =>
      up.length === 0 ? `No node was seen running for ${theOne(capability)}.` : `No fallback for ${theOne(capability)}.`,
  },
  'fallback-exists': { text: ({ capability, up }) => `“${named(capability)}” is provided by ${list(up)}.` },
  'fallback-unknown': {
    text: ({ capability, unknown }) => `The fallback for “${named(capability)}” is unknown: ${list(unknown)} could not be read.`,
  },
  'one-gateway': {
    text: ({ gateway }) => `A single network gateway (${gateway}): without it, no access to the outside.`,
    remedy: () => 'Prepare a backup connection (4G).',
    spoken: () => 'There is only one network gateway.',
  },
};
