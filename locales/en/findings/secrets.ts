import type { secrets as french } from '../../fr/findings/secrets.ts';
import type { Locale } from '../../locale.ts';
import { failures } from '../names.ts';
import { capital, digits, plural } from '../numbers.ts';

/** Words about secrets that lie in files. */
export const secrets: Pick<Locale['findings'], keyof typeof french> = {
  'secret-exposed': {
    text: ({ path, line, name, kind, service }) =>
      `${capital(secretKinds[kind](service))} in clear text: ${path}, line ${digits(line)}${name === null ? '' : ` (${name})`}.`,
    remedy: ({ path, line, kind, service, fix }) =>
      kind === 'private-key'
        ? `Make another pair of keys and take this one out of ${path}; meanwhile, keep it to its owner (${fix}).`
        : `Revoke this secret${service === null ? '' : ` (${service})`}, make another (openssl rand -base64 32) and keep it in a vault or a Docker secret, then delete line ${digits(line)} of ${path}.`,
    spoken: ({ kind, service }) => `A file holds in clear text: ${secretKinds[kind](service)}.`,
    action: () => 'Revoke and replace the secrets written in clear text.',
  },
  'secrets-none': {
    text: ({ target, files }) => `${target}: ${digits(files)} ${plural(files, 'file')} read, no secret in clear text.`,
  },
  'secret-path-lost': {
    text: ({ path, failure }) =>
      failure === 'not-found'
        ? `Secrets: ${path} does not exist, so nothing was looked for there.`
        : `Secrets: ${path} could not be read (${failures[failure]}).`,
    remedy: ({ path, failure }) =>
      failure === 'denied'
        ? `Give the auditor the right to read ${path}, then run the audit again.`
        : `Correct the path ${path} in the inventory, or remove it there.`,
    spoken: () => 'A place to look for secrets could not be read.',
  },
  'secrets-partly-read': {
    text: ({ target, file, why }) =>
      `${target}: the search for secrets is not complete, ${
        why === 'cut' || file === null
          ? 'too many files for the time given'
          : why === 'too-large'
            ? `${file} is larger than 1 MiB`
            : `${file} could not be read (${failures[why]})`
      }.`,
    remedy: ({ file, why }) =>
      why === 'cut' || file === null
        ? 'Declare narrower paths, pass over the others (ignore), or give more time (timeoutMs).'
        : why === 'denied'
          ? `Give the auditor the right to read ${file}, then run the audit again.`
          : `Check ${file} by hand, or add it to “ignore”.`,
    spoken: ({ target }) => `The search for secrets of ${target} is not complete.`,
  },
  'env-open': {
    text: ({ path, mode }) => `${path} can be read by others than its owner (rights ${mode}).`,
    remedy: ({ fix }) => `Keep it to its owner (${fix}).`,
    spoken: () => 'An environment file can be read by everybody.',
    action: () => 'Keep the environment file to its owner.',
  },
  'env-rights-unknown': {
    text: ({ path }) => `The rights of ${path} could not be read.`,
    remedy: ({ path }) => `Give the auditor the right to enter the folder of ${path}, then run the audit again.`,
    spoken: () => 'The rights of an environment file could not be read.',
  },
  'env-tracked': {
    text: ({ path }) => `${path} is tracked by git: whoever has the repository has its secrets.`,
    remedy: ({ fix }) =>
      `Take it out of git (${fix}), ignore it from now on (.gitignore), then replace each secret: the history keeps them.`,
    spoken: () => 'An environment file is tracked by git.',
    action: () => 'Take the environment file out of git, then replace its secrets.',
  },
  'env-tracking-unknown': {
    text: ({ path, failure }) =>
      failure === 'missing-tool'
        ? `${path} lies in a repository, but git is not installed here: whether it is tracked is unknown.`
        : `git could not tell whether it tracks ${path}: ${failures[failure]}.`,
    remedy: ({ failure }) =>
      failure === 'missing-tool' ? 'Install git, then run the audit again.' : 'Run the audit again as the owner of the repository.',
    spoken: () => 'Whether git tracks an environment file is unknown.',
  },
  'secret-default': {
    text: ({ path, line, name, example }) =>
      example === null
        ? `${name} still has a placeholder that everybody knows: ${path}, line ${digits(line)}.`
        : `${name} has the value that ${example} shows as an example: ${path}, line ${digits(line)}.`,
    remedy: ({ path, name }) => `Generate a value (openssl rand -base64 32), write it for ${name} in ${path}, then restart the service.`,
    spoken: () => 'A secret in use still has its example value.',
    action: () => 'Replace the secrets left at their example value.',
  },
};

/** What was found, with the product that it opens. */
const secretKinds = {
  password: (service: string | null) => `${of(service)}password`,
  token: (service: string | null) => `${of(service)}access key`,
  'private-key': () => 'private key',
  'connection-url': (service: string | null) => `${of(service)}address with its password`,
  jwt: (service: string | null) => `${of(service)}token`,
};

const of = (service: string | null) => (service === null ? '' : `${service} `);
