import type { files as french } from '../../fr/findings/files.ts';
import type { Locale } from '../../locale.ts';
import { failures } from '../names.ts';

/** Words about files of which only a part is known. */
export const files: Pick<Locale['findings'], keyof typeof french> = {
  'files-partly-read': {
    text: ({ name, folder, why }) =>
      `“${name}” could not be read completely: ${why === 'cut' ? 'too many files for the time given' : `${folder}, ${failures[why]}`}.`,
    remedy: ({ folder, why }) =>
      why === 'cut'
        ? 'Declare a narrower path, then run the audit again.'
        : `Give the auditor the right to read ${folder}, then run the audit again.`,
    spoken: ({ name }) => `${name} could not be read completely.`,
  },
  'age-unknown': {
    text: ({ name, why }) =>
      why === 'future'
        ? `The age of “${name}” is unknown: some files are dated in the future, so a clock is wrong.`
        : `The age of “${name}” is unknown: the clock of this machine is wrong.`,
    remedy: ({ why }) =>
      why === 'future'
        ? 'Set the clock of the machine that writes these files, then run the audit again.'
        : 'Set the clock of this machine, then run the audit again.',
    spoken: ({ name }) => `The age of ${name} is unknown: a clock is wrong.`,
  },
};
