import { operand, quoted } from '../../../skill/rules/shell.ts';
import type { compose as french } from '../../fr/findings/compose.ts';
import type { Locale } from '../../locale.ts';
import { failures } from '../names.ts';
import { capital, digits, inWords, list, plural } from '../numbers.ts';

const onAnother = ({ service, free }: { readonly service: string; readonly free: number | null }) =>
  `Publish ${service} on ${free === null ? 'a free port' : `port ${free}, which is free`}`;

/** Words about Compose files. */
export const compose: Pick<Locale['findings'], keyof typeof french> = {
  'port-latent': {
    text: ({ file, line, service, port, owner }) =>
      `${file}, line ${line}: the service ${service} would publish port ${port}, which ${owner} holds already.`,
    remedy: (values) => `${onAnother(values)}, or delete ${values.file} if it is of no more use.`,
    spoken: ({ service, owner }) => `Starting ${service} would run into the port of ${owner}.`,
    action: ({ service }) => `Change the port that ${service} would publish.`,
  },
  'port-wished-twice': {
    text: ({ file, line, service, port, other, otherFile, otherLine }) =>
      `${file}, line ${line}: the service ${service} would publish port ${port}, as ${other} would (${otherFile}, line ${otherLine}).`,
    remedy: (values) => `${onAnother(values)}.`,
    spoken: ({ service, other }) => `The services ${service} and ${other} would publish the same port.`,
    action: ({ service }) => `Change the port that ${service} would publish.`,
  },
  'latent-owner-unknown': {
    text: ({ port, file, line }) => `${file}, line ${line}: port ${port} is taken already, but nothing tells by whom.`,
    remedy: () => "Run the audit again with the right to read Docker and other users' processes (sudo).",
    spoken: () => 'A port that a Compose file would publish is taken, but nothing tells by whom.',
  },
  'compose-port-unclear': {
    text: ({ file, line, variables }) =>
      variables.length > 0
        ? `${file}, line ${line}: the port depends on ${list(variables)}, which nothing sets.`
        : `${file}, line ${line}: this port makes no sense.`,
    remedy: ({ variables }) =>
      variables.length > 0 ? `Set ${list(variables)} in the file ".env" beside it.` : 'Write the port as Compose reads it: "8080:80".',
    spoken: () => 'A port of a Compose file is not known.',
  },
  'listeners-needed': {
    text: ({ target }) => `${target}: without the list of open ports, nothing tells which are taken.`,
    remedy: () => 'Declare the ports of the machine (kind: ports) and run the audit on it.',
    spoken: () => 'Without the list of open ports, nothing tells which are taken.',
  },
  'compose-unreadable': {
    text: ({ path, failure, count }) =>
      count > 1
        ? `${digits(count)} Compose files could not be read, ${path} among them (${failures[failure]}).`
        : `The Compose file ${path} could not be read (${failures[failure]}).`,
    remedy: ({ path, failure }) =>
      failure === 'denied'
        ? `Give the auditor the right to read ${path}, then run the audit again.`
        : failure === 'not-found'
          ? `Correct the path ${path} in the inventory.`
          : `Check the file: docker compose -f ${quoted(path)} config --quiet.`,
    spoken: ({ count }) =>
      count > 1 ? `${capital(inWords(count))} Compose files could not be read.` : 'A Compose file could not be read.',
  },
  'compose-obsolete': {
    text: ({ path, ports }) =>
      ports.length > 0
        ? `${path} was put aside, but would still publish ${plural(ports.length, 'port')} ${list(ports.map(String))}, in use today.`
        : `${path} is a Compose file that was put aside, and that somebody could start.`,
    remedy: ({ path }) => `Delete it (git keeps it): rm ${operand(path)}.`,
    spoken: ({ ports }) =>
      ports.length > 0
        ? 'A Compose file that was put aside still aims at a port in use.'
        : 'A Compose file that was put aside still lies about.',
    action: () => 'Delete the Compose file that was put aside.',
  },
  'project-stopped': {
    text: ({ project, file, stopped }) =>
      stopped > 0
        ? `The project ${project} (${file}) is stopped: ${digits(stopped)} ${plural(stopped, 'container')}, none running.`
        : `The project ${project} (${file}) has no container: it was never started here, or not for long.`,
    remedy: ({ file }) => `Start it (docker compose -f ${quoted(file)} up -d), or archive it out of this folder.`,
    spoken: ({ project, stopped }) => (stopped > 0 ? `The project ${project} is stopped.` : `The project ${project} is not started.`),
    action: ({ project }) => `Start or archive the project ${project}.`,
  },
  'port-taken': {
    text: ({ port, owners }) => `${list(owners)} could not start: port ${port} was taken.`,
    remedy: ({ port }) => `See who holds it (ss -ltnp 'sport = :${port}'), then change the port of one of them.`,
    spoken: ({ owners }) => `${list(owners)} could not start: its port was taken.`,
    action: () => 'Give each of them a port.',
  },
};
