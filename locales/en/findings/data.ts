import type { data as french } from '../../fr/findings/data.ts';
import type { Locale } from '../../locale.ts';
import { age, ageAloud, duration } from '../ages.ts';
import { failures } from '../names.ts';
import { bytes, digits, plural } from '../numbers.ts';

/** Words about backups and about trying them. */
export const data: Pick<Locale['findings'], keyof typeof french> = {
  'backup-fresh': {
    text: ({ set, ageHours, maxAgeHours }) => `The last “${set}” backup is ${age(ageHours)} old (limit: ${age(maxAgeHours)}).`,
  },
  'backup-none': {
    text: ({ set, path, isFound }) => `No “${set}” backup: ${isFound ? `${path} holds no finished file` : `${path} does not exist`}.`,
    remedy: ({ set }) => `Set up the “${set}” backup, or repair the job that makes it.`,
    spoken: ({ set }) => `There is no ${set} backup.`,
    action: ({ set }) => `Get the ${set} backup going again.`,
  },
  'backup-old': {
    text: ({ set, ageHours, maxAgeHours }) => `The last “${set}” backup is more than ${age(ageHours)} old (limit: ${age(maxAgeHours)}).`,
    remedy: ({ set }) => `Repair the job that makes the “${set}” backup, then run it once.`,
    spoken: ({ set, ageHours }) => `The last ${set} backup is more than ${ageAloud(ageHours)} old.`,
    action: ({ set }) => `Repair the ${set} backup.`,
  },
  'backup-empty': {
    text: ({ set, file, isAll }) =>
      isAll ? `The “${set}” backup holds nothing but empty files, such as ${file}.` : `The last “${set}” backup is empty: ${file}.`,
    remedy: ({ set }) => `Read the log of the “${set}” job, repair it, then run it again.`,
    spoken: ({ set }) => `The last ${set} backup is empty.`,
    action: ({ set }) => `Repair the ${set} backup.`,
  },
  'backup-shrunk': {
    text: ({ set, file, sizeBytes, medianBytes }) =>
      `The last “${set}” backup has shrunk: ${bytes(sizeBytes)} instead of the usual ${bytes(medianBytes)} (${file}).`,
    remedy: ({ set }) => `Check what the “${set}” backup still contains, and the log of its job.`,
    spoken: ({ set }) => `The last ${set} backup is less than half the size of those before it.`,
    action: ({ set }) => `Check what the ${set} backup contains.`,
  },
  'backup-unreadable': {
    text: ({ set, path, failure }) => `The “${set}” backup could not be read: ${path}, ${failures[failure]}.`,
    remedy: ({ path, failure }) =>
      failure === 'denied'
        ? `Give the auditor the right to read ${path}, then run the audit again.`
        : `Make ${path} readable, then run the audit again.`,
    spoken: ({ set }) => `The ${set} backup could not be read.`,
  },
  'backup-being-written': {
    text: ({ set }) => `The “${set}” backup is being written, and no other one is finished.`,
    remedy: () => 'Wait for the backup to finish, then run the audit again.',
  },
  'restore-tested': {
    text: ({ set, days }) => `Restoring “${set}” was tried ${days === 0 ? 'today' : `${digits(days)} ${plural(days, 'day')} ago`}.`,
  },
  'restore-untold': {
    text: ({ set }) => `Nothing says whether restoring “${set}” was ever tried.`,
    remedy: ({ set }) => `Try restoring “${set}”, then note the date in a file ".restore-tested" beside it.`,
    spoken: ({ set }) => `Nothing says whether restoring ${set} was ever tried.`,
  },
  'restore-unreadable': {
    text: ({ set, failure }) => `The date of the last restore test of “${set}” could not be read: ${failures[failure]}.`,
    remedy: () => 'Give the auditor the right to read the file that notes this test, then run the audit again.',
    spoken: ({ set }) => `The date of the last restore test of ${set} could not be read.`,
  },
  'restore-old': {
    text: ({ set, days }) => `The last restore test of “${set}” was ${digits(days)} days ago.`,
    remedy: ({ set }) => `Plan a restore test of “${set}”.`,
    spoken: ({ set, days }) => `The last restore test of ${set} was ${ageAloud(days * 24)} ago.`,
    action: ({ set }) => `Try restoring ${set}.`,
  },
  'restore-slow': {
    text: ({ set, minutes, rtoMinutes }) =>
      `Restoring “${set}” took ${duration(minutes)} in the last test, for an objective of ${duration(rtoMinutes)}.`,
    remedy: ({ set }) => `Make restoring “${set}” faster, or revise the objective.`,
    spoken: ({ set }) => `Restoring ${set} takes longer than planned.`,
    action: ({ set }) => `Make restoring ${set} faster.`,
  },
};
