import type { FailureCode } from '../../../skill/audit/define.ts';
import type { Kind } from '../../../skill/probes/secrets/kinds.ts';
import { phrase } from '../../locale.ts';
import { failures, of } from '../names.ts';
import { capital, digits, plural } from '../numbers.ts';

/** Words about secrets that lie in files. The value is in none of them. */
export const secrets = {
  'secret-exposed': phrase<{ path: string; line: number; name: string | null; kind: Kind; service: string | null; fix: string }>({
    text: ({ path, line, name, kind, service }) =>
      `${capital(secretKinds[kind](service))} en clair : ${path}, ligne ${digits(line)}${name === null ? '' : ` (${name})`}.`,
    remedy: ({ path, line, kind, service, fix }) =>
      kind === 'private-key'
        ? `Créer une autre paire de clés et retirer celle-ci de ${path} ; en attendant, la réserver à son propriétaire (${fix}).`
        : `Révoquer ce secret${service === null ? '' : ` (${service})`}, en créer un autre (openssl rand -base64 32) et le ranger dans un coffre ou un secret Docker, puis effacer la ligne ${digits(line)} de ${path}.`,
    spoken: ({ kind, service }) => `${capital(secretKinds[kind](service))} est en clair dans un fichier.`,
    action: () => 'Révoquer et remplacer les secrets écrits en clair.',
  }),
  'secrets-none': phrase<{ target: string; files: number }>({
    text: ({ target, files }) => `${target} : ${digits(files)} ${plural(files, 'fichier')} ${plural(files, 'lu')}, aucun secret en clair.`,
  }),
  'secret-path-lost': phrase<{ path: string; failure: FailureCode }>({
    text: ({ path, failure }) =>
      failure === 'not-found'
        ? `Secrets : ${path} n'existe pas, rien n'y a été cherché.`
        : `Secrets : ${path} n'a pas pu être lu (${failures[failure]}).`,
    remedy: ({ path, failure }) =>
      failure === 'denied'
        ? `Donner à l'auditeur le droit de lire ${path}, puis relancer l'audit.`
        : `Corriger le chemin ${path} dans l'inventaire, ou l'en retirer.`,
    spoken: () => "Un endroit où chercher des secrets n'a pas pu être lu.",
  }),
  'secrets-partly-read': phrase<{ target: string; file: string | null; why: FailureCode | 'cut' }>({
    text: ({ target, file, why }) =>
      `${target} : la recherche de secrets n'est pas complète, ${
        why === 'cut' || file === null
          ? 'trop de fichiers pour le temps donné'
          : why === 'too-large'
            ? `${file} dépasse 1 Mio`
            : `${file} n'a pas pu être lu (${failures[why]})`
      }.`,
    remedy: ({ file, why }) =>
      why === 'cut' || file === null
        ? 'Déclarer des chemins plus précis, ignorer les autres (ignore), ou donner plus de temps (timeoutMs).'
        : why === 'denied'
          ? `Donner à l'auditeur le droit de lire ${file}, puis relancer l'audit.`
          : `Vérifier ${file} à la main, ou l'ajouter à « ignore ».`,
    spoken: ({ target }) => `La recherche de secrets ${of(target)} n'est pas complète.`,
  }),
  'env-open': phrase<{ path: string; mode: string; fix: string }>({
    text: ({ path, mode }) => `${path} est lisible par d'autres que son propriétaire (droits ${mode}).`,
    remedy: ({ fix }) => `Le réserver à son propriétaire (${fix}).`,
    spoken: () => "Un fichier d'environnement est lisible par tous.",
    action: () => "Réserver le fichier d'environnement à son propriétaire.",
  }),
  'env-rights-unknown': phrase<{ path: string }>({
    text: ({ path }) => `Les droits de ${path} n'ont pas pu être lus.`,
    remedy: ({ path }) => `Donner à l'auditeur le droit de traverser le dossier de ${path}, puis relancer l'audit.`,
    spoken: () => "Les droits d'un fichier d'environnement n'ont pas pu être lus.",
  }),
  'env-tracked': phrase<{ path: string; fix: string }>({
    text: ({ path }) => `${path} est suivi par git : tous ceux qui ont le dépôt ont ses secrets.`,
    remedy: ({ fix }) =>
      `Le retirer de git (${fix}), l'ignorer désormais (.gitignore), puis remplacer chaque secret : l'historique les garde.`,
    spoken: () => "Un fichier d'environnement est suivi par git.",
    action: () => "Retirer de git le fichier d'environnement, puis remplacer ses secrets.",
  }),
  'env-tracking-unknown': phrase<{ path: string; failure: FailureCode }>({
    text: ({ path, failure }) =>
      failure === 'missing-tool'
        ? `${path} est dans un dépôt, mais git n'est pas installé ici : suivi inconnu.`
        : `git n'a pas pu dire s'il suit ${path} : ${failures[failure]}.`,
    remedy: ({ failure }) =>
      failure === 'missing-tool' ? "Installer git, puis relancer l'audit." : "Relancer l'audit avec le compte auquel le dépôt appartient.",
    spoken: () => "Impossible de savoir si git suit un fichier d'environnement.",
  }),
  'secret-default': phrase<{ path: string; line: number; name: string; example: string | null }>({
    text: ({ path, line, name, example }) =>
      example === null
        ? `${name} garde une valeur d'attente connue de tous : ${path}, ligne ${digits(line)}.`
        : `${name} a la valeur donnée en exemple dans ${example} : ${path}, ligne ${digits(line)}.`,
    remedy: ({ path, name }) =>
      `Générer une valeur (openssl rand -base64 32), l'écrire pour ${name} dans ${path}, puis redémarrer le service.`,
    spoken: () => 'Un secret en service a encore sa valeur d’exemple.',
    action: () => "Remplacer les secrets laissés à leur valeur d'exemple.",
  }),
} as const;

/** What was found, with the product that it opens. */
const secretKinds: Readonly<Record<Kind, (service: string | null) => string>> = {
  password: (service) => `un mot de passe${service === null ? '' : ` ${service}`}`,
  token: (service) => `une clé d'accès${service === null ? '' : ` ${service}`}`,
  'private-key': () => 'une clé privée',
  'connection-url': (service) => `une adresse${service === null ? '' : ` ${service}`} avec son mot de passe`,
  jwt: (service) => `un jeton${service === null ? '' : ` ${service}`}`,
};
