import type { sqlite as french } from '../../fr/findings/sqlite.ts';
import type { Locale } from '../../locale.ts';
import { failures } from '../names.ts';
import { bytes, digits } from '../numbers.ts';

/** Words about SQLite files. */
export const sqlite: Pick<Locale['findings'], keyof typeof french> = {
  'sqlite-whole': {
    text: ({ target, path, sizeBytes, mode }) =>
      `${target}: ${path} is whole (${bytes(sizeBytes)}${mode === null ? '' : `, rights ${mode}`}).`,
  },
  'sqlite-broken': {
    text: ({ target, path, state, problems }) =>
      `${target}: ${path} ${STATES[state]}${state === 'damaged' && problems > 1 ? ` (${digits(problems)} faults)` : ''}.`,
    remedy: ({ path, state }) =>
      state === 'missing'
        ? `Restore ${path} from a backup, or correct the path in the inventory.`
        : `Stop the service, put ${path} aside, then restore the last good backup; failing that, try “.recover” in sqlite3.`,
    spoken: ({ target, state }) => `The database ${target} ${STATES[state]}.`,
    action: ({ target }) => `Restore the database ${target} from a backup.`,
  },
  'sqlite-unchecked': {
    text: ({ target, path, why }) =>
      `${target}: whether ${path} is whole is unknown (${why === 'busy' ? 'written to while it was read' : why === 'too-large' ? 'too large to be copied while it is in use' : failures[why]}).`,
    remedy: ({ path, why }) =>
      why === 'denied'
        ? `Give the auditor the right to read ${path}, then run the audit again.`
        : why === 'busy' || why === 'too-large'
          ? 'Run the audit again when the service is at rest.'
          : 'Run the audit again; if it lasts, check the database by hand.',
    spoken: ({ target }) => `The state of the database ${target} could not be checked.`,
  },
};

const STATES = { missing: 'is missing', empty: 'is empty', damaged: 'is damaged', 'not-a-database': 'is no SQLite database' } as const;
