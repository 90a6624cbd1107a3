import type { FailureCode } from '../../skill/audit/define.ts';
import type { discover as french } from '../fr/discover.ts';
import type { Translated } from '../locale.ts';
import { failures } from './names.ts';
import { digits, list, plural } from './numbers.ts';

const MOST_MODELS = 6;

function models(names: readonly string[] | null): string {
  if (names === null) return '';
  const shown = names.slice(0, MOST_MODELS);
  const more = names.length > shown.length ? ' …' : '';
  return names.length === 0 ? ', no model' : `, ${digits(names.length)} ${plural(names.length, 'model')}: ${shown.join(', ')}${more}`;
}

/** The English comments of the inventory that `discover` prints. */
export const discover: Translated<typeof french> = {
  head: (machine: string, moment: string) => [
    `Inventory of ${machine}, as seen on ${moment} by "jarvis-audit discover".`,
    'Read it, correct it, then keep it as jarvis.yaml where the audit is run.',
    'To be added by hand: the other machines, and for each target',
    '  provides: [text, embedding, vision, audio, web, code, orchestration]   what it is for',
    '  dependsOn: [id]   what it cannot work without',
    '  planned: down     that it is off is normal',
    `No token is written here: \${NAME} is read from the environment when the audit runs.`,
  ],
  notes: {
    answers: ({ product, version, at, models: names, isLocked, process, token }) =>
      `${at} answers as ${product}${version ? ` ${version}` : ''}${isLocked ? `, and wants credentials${token ? `: put its token in ${token}` : ''}` : models(names)}${process ? ` (process ${process})` : ''}.`,
    environment: ({ name }: { name: string }) => `From ${name} in the environment.`,
    machine: () => 'This machine: load, memory, disks, updates, clock.',
    gpus: ({ tool, names }: { tool: string; names: readonly string[] }) =>
      names.length === 0
        ? `${tool} answers, but sees no GPU.`
        : `${digits(names.length)} ${plural(names.length, 'GPU')} seen by ${tool}: ${list([...new Set(names)])}.`,
    gpusUnread: ({ failure }: { failure: FailureCode }) => `A GPU driver is there, but the GPUs could not be read: ${failures[failure]}.`,
    socket: ({ product, path, version, isAllowed }) =>
      isAllowed
        ? `${path}: ${version ? `${product} ${version} answers` : `${product} did not answer`}.`
        : `${path}: ${product} is there, but this user may not talk to it.`,
    kubeconfig: ({ path, isReadable }) =>
      isReadable ? `${path} gives access to a Kubernetes cluster.` : `${path} exists, but could not be read.`,
    compose: ({ count, shown }) =>
      `${digits(count)} compose ${plural(count, 'file')} found${shown < count ? `, of which ${digits(shown)} here` : ''}.`,
    units: ({ count }: { count: number }) => `${digits(count)} systemd ${plural(count, 'service')} installed and enabled.`,
    secrets: ({ count, shown }) =>
      `${digits(count)} environment ${plural(count, 'file')}${shown < count ? `, of which ${digits(shown)} here` : ''}: their secrets will be looked for, never shown.`,
    backups: () => 'Only the name of these folders suggests backups: remove the "#" if they are.',
  },
  ports: 'What listens on this machine.',
  portsMissing: (why: string) => `What listens could not be listed (${why}): only the usual ports were tried.`,
  noPort: 'Nothing listens by TCP on this machine.',
  expected: 'expected: said when closed',
  known: 'tolerated: neither watched nor reported; move to expect those that must stay open',
  unknownOwner: 'owner unknown without sudo',
  otherKinds: ['Seen too, but this version cannot read it yet.', 'The day it can, removing the "#" from these lines is enough.'],
  suggested: ['To be confirmed before the "#" is removed.'],
};
