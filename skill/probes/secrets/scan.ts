import { type Assignment, assignmentsIn, assignmentsOf, lineAt } from './assignments.ts';
import type { Kind, Place } from './kinds.ts';
import { heldBy } from './names.ts';
import { serviceNamed } from './services.ts';
import { shapesIn } from './shapes.ts';
import { isElsewhere, isPlaceholder, type Style, worthOf } from './values.ts';

/** A secret in a text. The value stays with whoever holds the text. */
export interface Sighting extends Place {
  readonly name: string | null;
}

/** What people add to the name of a file that they put aside. */
export const ASIDE =
  /(?:\.(?:bak|backup|old|orig|save|saved|obsolete|disabled|off|copy|tmp|swp|dpkg-\w+|rpm\w+|\d{1,12})|~|-\d{4}-?\d{2}-?\d{2})+$/i;

/** How a file is written, by its name. */
export function styleOf(path: string): Style {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(ASIDE, '');
  if (/(?:^|[._-])env(?:[._-]|$)/.test(name)) return 'settings';
  if (/\.(?:ya?ml|json5?|jsonc|xml|plist|hcl|tf|tfvars|tfstate|ipynb)$/.test(name)) return 'structured';
  if (/\.(?:md|mdx|rst|adoc|txt|log|csv|tsv|svg|po|pot)$|^(?:readme|license|licence|changelog|notice)/.test(name)) return 'prose';
  return SETTINGS.test(name) ? 'settings' : 'code';
}

/** Files of other endings are programs to us, where only a quoted word is a value. */
const SETTINGS =
  /^\.?[\w-]+$|\.(?:conf|cfg|cnf|cf|ini|toml|properties|props|service|socket|timer|container|network|netdev|desktop|repo|list|sh|bash|zsh|fish|bat|cmd|mk|dockerfile|containerfile|nginx|vhost|htaccess|rules|pem|key|secrets?|credentials?|creds|pass|passwd|local|dist|example|sample|template|tpl|j2|tmpl|history|dump|opts|settings|config|auth|token)$|^(?:dockerfile|containerfile|makefile|caddyfile|vagrantfile|procfile|jenkinsfile)/;

/** A file that shows how another is to be filled in. */
export function isExample(path: string): boolean {
  return /(?:^|[._/-])(?:example|exemple|sample|template|tpl|dist|defaults?|baseline|skeleton)s?(?:[._-]|$)|\.(?:tmpl|tpl|j2)$/i.test(
    path.slice(path.lastIndexOf('/') + 1),
  );
}

/** What a library's rules saw, as a place. */
export interface Foreign {
  readonly start: number;
  readonly end: number;
  readonly service: string | null;
}

/** Every secret of a text, in its order, each once: by its shape, by the name it stands behind, and by what a library found. */
export function secretsIn(text: string, path: string, foreign: readonly Foreign[] = []): readonly Sighting[] {
  const shaped = [...shapesIn(text, path)].filter(({ secret, kind }) => isWorthShowing(secret, kind, path));
  const known = foreign.filter(({ start, end }) => isForeign(text.slice(start, end)));
  const unnamed = [...shaped, ...known.map((each) => ({ ...each, kind: 'token' as const }))].map(
    ({ start, end, kind, service }): Sighting => ({ start, end, kind, service, name: nameAround(text, start, end) }),
  );
  const style = styleOf(path);
  const named = [...assignmentsIn(text)].flatMap((assignment) => behindName(assignment, style, isExample(path)) ?? []);
  return merged([...unnamed, ...named]);
}

/** The secret that an assignment holds by its name; null for most. */
function behindName({ name, value, start, isLine, isQuoted, isOff }: Assignment, written: Style, isForShow: boolean): Sighting | null {
  const holds = heldBy(name);
  if (holds === null) return null;
  const [part, offset] = defaultOf(value);
  const style = written === 'settings' && !isLine && !isQuoted && holds === 'token' ? 'structured' : written;
  if (style === 'code' && !isQuoted) return null;
  const worth = worthOf(part, holds, name, style);
  const counts = worth === 'secret' || (worth === 'weak' && !isOff && !isForShow && (style === 'settings' || style === 'structured'));
  const at = start + offset;
  return counts ? { start: at, end: at + part.length, kind: holds, service: serviceNamed(name), name } : null;
}

/** `${NAME:-value}` takes the value where nothing is set. */
function defaultOf(value: string): readonly [string, number] {
  const inner = /^(\$\{\w{1,80}:?-)([^${}]{1,4096})\}$/.exec(value);
  return inner ? [inner[2] ?? '', (inner[1] ?? '').length] : [value, 0];
}

function isWorthShowing(secret: string, kind: Kind, path: string): boolean {
  if (kind === 'private-key') return true;
  if (kind === 'token') return !isPlaceholder(secret);
  if (isPlaceholder(secret) || isElsewhere(secret)) return false;
  if (kind === 'jwt') return isIssued(secret);
  const worth = worthOf(secret, 'password', '', 'settings');
  return worth === 'secret' || (worth === 'weak' && !isExample(path) && styleOf(path) !== 'prose');
}

/** A library knows less of what people write where nothing is meant. */
function isForeign(found: string): boolean {
  const [, password = found] = /^[a-z][\w+.-]{1,24}:\/\/[^\s:/@]*:([^\s/@]+)@/i.exec(found) ?? [];
  return !isPlaceholder(password) && !REFERENCE.test(password);
}

const REFERENCE = /^[$%{<[]/;

/** The one of every tutorial is nobody's. */
function isIssued(token: string): boolean {
  try {
    const [header = '', payload = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    return typeof JSON.parse(header) === 'object' && !/"John Doe"|"1234567890"/.test(payload);
  } catch {
    return false;
  }
}

/** The name that a place stands behind on its line. */
function nameAround(text: string, start: number, end: number): string | null {
  const from = text.lastIndexOf('\n', start) + 1;
  const [line] = lineAt(text, from);
  if (line.length > LONGEST_LINE) return null;
  const around = [...assignmentsOf(line, from)].filter(
    (each) => each.start <= start && start < each.start + Math.max(1, each.value.length) && end >= each.start,
  );
  return around.at(-1)?.name ?? null;
}

/** Longer ones are data, where a name says little. */
const LONGEST_LINE = 20_000;

/** Places that overlap are one: it bears the name and the service that any of them knows. */
function merged(sightings: readonly Sighting[]): readonly Sighting[] {
  const kept: Sighting[] = [];
  for (const next of sightings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || next.start >= last.end) {
      kept.push(next);
      continue;
    }
    kept[kept.length - 1] = {
      start: last.start,
      end: Math.max(last.end, next.end),
      kind: RANK[next.kind] > RANK[last.kind] ? next.kind : last.kind,
      service: last.service ?? next.service,
      name: last.name ?? next.name,
    };
  }
  return kept;
}

/** Which of two kinds says more. */
const RANK: Readonly<Record<Kind, number>> = { token: 0, password: 1, jwt: 2, 'connection-url': 3, 'private-key': 4 };
