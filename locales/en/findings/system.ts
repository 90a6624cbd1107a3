import type { system as french } from '../../fr/findings/system.ts';
import type { Locale } from '../../locale.ts';
import { bytes, digits, inWords, percent, plural, share } from '../numbers.ts';

/** Words about machines. */
export const system: Pick<Locale['findings'], keyof typeof french> = {
  'disk-full': {
    text: ({ target, mount, percent: used, freeBytes }) =>
      `The disk ${mount} on ${target} is ${digits(used)}% full${freeBytes === null ? '' : ` (${bytes(freeBytes)} free)`}.`,
    remedy: ({ mount }) => `Free space on ${mount} or move models elsewhere.`,
    spoken: ({ target, percent: used }) => `A disk on ${target} is ${percent(used)} full.`,
    action: ({ target }) => `Free some space on the disk of ${target}.`,
  },
  'mount-unknown': {
    text: ({ target, mount }) => `The mount ${mount} on ${target} is not answering: space unknown.`,
    remedy: ({ mount }) => `Check the server that holds ${mount}.`,
    spoken: ({ target }) => `A mount on ${target} is not answering.`,
  },
  'inodes-full': {
    text: ({ target, mount, percent: used }) => `${mount} on ${target} has used ${digits(used)}% of its inodes.`,
    remedy: ({ mount }) => `Remove the small files that ${mount} does not need.`,
    spoken: ({ target }) => `A disk on ${target} has almost no inodes left.`,
  },
  'disk-read-only': {
    text: ({ target, mount, device }) => `${mount} on ${target} (${device}) has gone read-only: nothing can be written to it.`,
    remedy: ({ device }) => `Read dmesg, check the disk ${device} (fsck, SMART), then mount it writable again.`,
    spoken: ({ target }) => `A disk on ${target} has gone read-only.`,
    action: ({ target }) => `Check the disk of ${target}.`,
  },
  'memory-low': {
    text: ({ target, availableBytes, totalBytes, process }) =>
      `${target} has only ${bytes(availableBytes)} of memory available out of ${bytes(totalBytes)}${process ? ` (the largest: ${process})` : ''}.`,
    remedy: ({ process }) => (process ? `Close or limit ${process}.` : 'Close what uses up the memory.'),
    spoken: ({ target, availableBytes, totalBytes }) => `${target} has ${share(availableBytes, totalBytes)} of its memory left.`,
    action: ({ target }) => `Free some memory on ${target}.`,
  },
  'load-high': {
    text: ({ target, load, cores }) => `The load on ${target} is ${digits(load, 1)} for ${digits(cores)} ${plural(cores, 'core')}.`,
    remedy: () => 'Find the process (top) and limit it.',
    spoken: ({ target }) => `${target} is overloaded.`,
  },
  'security-updates': {
    text: ({ target, count }) => `${target} has ${digits(count)} security ${plural(count, 'update')} waiting.`,
    remedy: () => 'Run sudo apt upgrade, then restart what needs it.',
    spoken: ({ target, count }) => `${target} has ${inWords(count)} security ${plural(count, 'update')} waiting.`,
    action: ({ target }) => `Update ${target}.`,
  },
  'reboot-required': { text: ({ target }) => `${target} must restart to apply its updates.`, remedy: () => 'Plan a restart.' },
  'clock-unsynchronised': {
    text: ({ target }) => `${target}'s clock is not synchronised.`,
    remedy: () => 'Turn synchronisation on (sudo timedatectl set-ntp true, or chrony).',
  },
  'clock-skew': {
    text: ({ target, seconds }) => `${target}'s clock is ${digits(seconds)} s away from this machine's.`,
    remedy: () => 'Turn synchronisation on at both ends (sudo timedatectl set-ntp true, or chrony).',
    spoken: ({ target, seconds }) => `${target}'s clock is ${inWords(seconds)} ${plural(seconds, 'second')} away from ours.`,
    action: () => 'Synchronise the clocks.',
  },
  'disk-failing': {
    text: ({ target, device }) => `The disk ${device} on ${target} reports that it is failing (SMART).`,
    remedy: ({ device }) => `Back everything up now, then replace ${device}.`,
    spoken: ({ target }) => `A disk on ${target} reports that it is failing.`,
    action: ({ target }) => `Back up the disk of ${target} now.`,
  },
  'disk-health-unknown': {
    text: ({ target, device }) => `The SMART health of ${device} on ${target} could not be read.`,
    remedy: () => 'Run the audit again with the right to read SMART (sudo).',
    spoken: ({ target }) => `The health of a disk on ${target} could not be read.`,
  },
};
