import { cut } from '../cut.ts';

const COMPOSE = /compose[^/]*\.ya?ml/i;
/** After the ending anything that people put there; before it only what cannot be the name of a service. */
const PUT_ASIDE =
  /(?:\.ya?ml.*(?:[._-](?:obsolete|old|bak|backup|orig|save|saved|disabled|deprecated|ancien)(?=[._-]|\d|$)|~$)|[._-](?:obsolete|old|bak|deprecated)\.ya?ml$)/i;

export function isNamedAfterCompose(path: string): boolean {
  return COMPOSE.test(baseOf(path));
}

/** `docker-compose.yml.OBSOLETE`, `compose.yaml.bak`, `compose.old.yml`. */
export function isPutAside(path: string): boolean {
  return PUT_ASIDE.test(baseOf(path));
}

/** A project's name as Compose makes it of a folder's or of what somebody wrote. */
export function projectName(name: string): string {
  return cut(name, 100)
    .toLowerCase()
    .replace(/[^-_a-z0-9]/g, '')
    .replace(/^[-_]+/, '');
}

export function folderName(absolute: string): string {
  return absolute.split(/[/\\]/).at(-2) ?? '';
}

const baseOf = (path: string) => path.split(/[/\\]/).at(-1)?.slice(0, 255) ?? '';
