import type { observability as french } from '../../fr/findings/observability.ts';
import type { Locale } from '../../locale.ts';
import { age, ageAloud } from '../ages.ts';
import { failures } from '../names.ts';
import { bytes } from '../numbers.ts';

/** Words about logs. */
export const observability: Pick<Locale['findings'], keyof typeof french> = {
  'log-none': {
    text: ({ path }) => `No log where one is declared: ${path}.`,
    remedy: ({ path }) => `Check that the service writes its log to ${path}, or correct the inventory.`,
    spoken: () => 'A log that is declared does not exist.',
    action: () => 'Check where the service writes its log.',
  },
  'log-silent': {
    text: ({ path, ageHours, maxAgeHours }) =>
      `Nothing has been written to the log ${path} for more than ${age(ageHours)} (limit: ${age(maxAgeHours)}).`,
    remedy: ({ path }) => `Check that the service is running and that it can write to ${path}.`,
    spoken: ({ ageHours }) => `Nothing has been written to a log for more than ${ageAloud(ageHours)}.`,
    action: () => 'Find out why nothing is written to a log any more.',
  },
  'log-endless': {
    text: ({ file, sizeBytes }) => `The log ${file} grows without end: ${bytes(sizeBytes)}, with no sign of rotation.`,
    remedy: ({ file }) => `Add ${file} to logrotate, or limit its size in the service that writes it.`,
    spoken: () => 'A log grows without rotation.',
    action: () => 'Set up log rotation.',
  },
  'log-rotation-unknown': {
    text: ({ file, sizeBytes }) => `The rotation of the log ${file} (${bytes(sizeBytes)}) could not be read.`,
    remedy: () => 'Run the audit again with the right to read the configuration of logrotate.',
    spoken: () => 'The rotation of a log could not be read.',
  },
  'log-unreadable': {
    text: ({ path, failure }) => `The log ${path} could not be read: ${failures[failure]}.`,
    remedy: ({ path, failure }) =>
      failure === 'denied'
        ? `Give the auditor the right to read ${path}, then run the audit again.`
        : `Make ${path} readable, then run the audit again.`,
    spoken: () => 'A log could not be read.',
  },
};
