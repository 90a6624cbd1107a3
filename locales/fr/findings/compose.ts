import type { FailureCode } from '../../../skill/audit/define.ts';
import { operand, quoted } from '../../../skill/rules/shell.ts';
import { phrase } from '../../locale.ts';
import { failures, of } from '../names.ts';
import { capital, digits, inWords, list, plural } from '../numbers.ts';

export interface Place {
  readonly port: number;
  readonly file: string;
  readonly line: number;
  readonly service: string;
  /** Null where nobody could tell which port is free. */
  readonly free: number | null;
}

const onAnother = ({ service, free }: Place) =>
  `Publier ${service} sur ${free === null ? 'un port libre' : `le port ${free}, qui est libre`}`;

/** Words about Compose files. */
export const compose = {
  'port-latent': phrase<Place & { owner: string }>({
    text: ({ file, line, service, port, owner }) =>
      `${file}, ligne ${line} : le service ${service} publierait le port ${port}, que ${owner} tient déjà.`,
    remedy: (values) => `${onAnother(values)}, ou supprimer ${values.file} s'il ne sert plus.`,
    spoken: ({ service, owner }) => `Démarrer ${service} se heurterait au port ${of(owner)}.`,
    action: ({ service }) => `Changer le port que publierait ${service}.`,
  }),
  'port-wished-twice': phrase<Place & { other: string; otherFile: string; otherLine: number }>({
    text: ({ file, line, service, port, other, otherFile, otherLine }) =>
      `${file}, ligne ${line} : le service ${service} publierait le port ${port}, comme ${other} (${otherFile}, ligne ${otherLine}).`,
    remedy: (values) => `${onAnother(values)}.`,
    spoken: ({ service, other }) => `Les services ${service} et ${other} publieraient le même port.`,
    action: ({ service }) => `Changer le port que publierait ${service}.`,
  }),
  'latent-owner-unknown': phrase<{ port: number; file: string; line: number }>({
    text: ({ port, file, line }) => `${file}, ligne ${line} : le port ${port} est déjà pris, mais rien ne dit par qui.`,
    remedy: () => "Relancer l'audit avec le droit de lire Docker et les processus des autres (sudo).",
    spoken: () => 'Un port que publierait un fichier Compose est pris, mais rien ne dit par qui.',
  }),
  'compose-port-unclear': phrase<{ file: string; line: number; variables: readonly string[] }>({
    text: ({ file, line, variables }) =>
      variables.length > 0
        ? `${file}, ligne ${line} : le port dépend ${of(list(variables))}, que rien ne fixe.`
        : `${file}, ligne ${line} : ce port ne se lit pas.`,
    remedy: ({ variables }) =>
      variables.length > 0 ? `Fixer ${list(variables)} dans le fichier ".env" à côté.` : 'Écrire le port comme Compose le lit : "8080:80".',
    spoken: () => "Un port d'un fichier Compose n'est pas connu.",
  }),
  'listeners-needed': phrase<{ target: string }>({
    text: ({ target }) => `${target} : sans la liste des ports ouverts, rien ne dit lesquels sont pris.`,
    remedy: () => "Déclarer les ports de la machine (kind: ports) et lancer l'audit sur elle.",
    spoken: () => 'Sans la liste des ports ouverts, rien ne dit lesquels sont pris.',
  }),
  'compose-unreadable': phrase<{ path: string; failure: FailureCode; count: number }>({
    text: ({ path, failure, count }) =>
      count > 1
        ? `${digits(count)} fichiers Compose n'ont pas pu être lus, dont ${path} (${failures[failure]}).`
        : `Le fichier Compose ${path} n'a pas pu être lu (${failures[failure]}).`,
    remedy: ({ path, failure }) =>
      failure === 'denied'
        ? `Donner à l'auditeur le droit de lire ${path}, puis relancer l'audit.`
        : failure === 'not-found'
          ? `Corriger le chemin ${path} dans l'inventaire.`
          : `Vérifier le fichier : docker compose -f ${quoted(path)} config --quiet.`,
    spoken: ({ count }) =>
      count > 1 ? `${capital(inWords(count))} fichiers Compose n'ont pas pu être lus.` : "Un fichier Compose n'a pas pu être lu.",
  }),
  'compose-obsolete': phrase<{ path: string; ports: readonly number[] }>({
    text: ({ path, ports }) =>
      ports.length > 0
        ? `${path} est mis de côté, mais publierait encore ${plural(ports.length, 'le port', 'les ports')} ${list(ports.map(String))}, en service aujourd'hui.`
        : `${path} est un fichier Compose mis de côté, que quelqu'un pourrait relancer.`,
    remedy: ({ path }) => `Le supprimer (git en garde la trace) : rm ${operand(path)}.`,
    spoken: ({ ports }) =>
      ports.length > 0 ? 'Un fichier Compose mis de côté vise encore un port en service.' : 'Un fichier Compose mis de côté traîne encore.',
    action: () => 'Supprimer le fichier Compose mis de côté.',
  }),
  'project-stopped': phrase<{ project: string; file: string; stopped: number }>({
    text: ({ project, file, stopped }) =>
      stopped > 0
        ? `Le projet ${project} (${file}) est arrêté : ${digits(stopped)} ${plural(stopped, 'conteneur')}, aucun en marche.`
        : `Le projet ${project} (${file}) n'a aucun conteneur : il n'a jamais été démarré ici, ou plus depuis longtemps.`,
    remedy: ({ file }) => `Le démarrer (docker compose -f ${quoted(file)} up -d), ou l'archiver hors de ce dossier.`,
    spoken: ({ project, stopped }) => (stopped > 0 ? `Le projet ${project} est arrêté.` : `Le projet ${project} n'est pas démarré.`),
    action: ({ project }) => `Démarrer ou archiver le projet ${project}.`,
  }),
  'port-taken': phrase<{ port: number; owners: readonly string[] }>({
    text: ({ port, owners }) => `${list(owners)} n'a pas pu démarrer : le port ${port} était pris.`,
    remedy: ({ port }) => `Voir qui le tient (ss -ltnp 'sport = :${port}'), puis changer le port de l'un d'eux.`,
    spoken: ({ owners }) => `${list(owners)} n'a pas pu démarrer : son port était pris.`,
    action: () => 'Donner un port à chacun.',
  }),
} as const;
