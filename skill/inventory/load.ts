import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import type { Inventory, Target } from '../audit/define.ts';
import { plainStrings } from '../audit/plain-strings.ts';
import { probes } from '../probes/all.ts';
import { secretArguments } from '../redact.ts';
import { type Environment, expandVariables } from './expand.ts';
import { InventoryError } from './inventory-error.ts';
import { inventorySchema, type SpeechSettings } from './schema.ts';

export interface LoadedInventory {
  readonly inventory: Inventory;
  /** Values that must never leave: tokens, passwords, userinfo of URLs. */
  readonly secrets: readonly string[];
  /** Kept out of the inventory, which reports and saved readings show. */
  readonly speech?: SpeechSettings | undefined;
}

const MOST_CHARACTERS = 1024 * 1024;

/** Reads the text of an inventory. Throws an {@link InventoryError} for the first thing that is wrong. */
export function parseInventory(text: string, file: string, environment: Environment): LoadedInventory {
  if (text.length > MOST_CHARACTERS) throw new InventoryError(file, null, 'expected at most 1 MiB');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const lineOf = (node: Node | null | undefined) => (node?.range ? lines.linePos(node.range[0]).line : null);
  const syntax = document.errors[0];
  if (syntax) throw new InventoryError(file, lines.linePos(syntax.pos[0]).line, syntaxProblem(syntax.code, syntax.message));

  const secrets = new Set<string>();
  const expandedTexts = new Set<string>();
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const expanded = expandVariables(node.value, environment);
      if ('missing' in expanded)
        throw new InventoryError(
          file,
          lineOf(node),
          `the environment variable ${expanded.missing} is not set (write \${${expanded.missing}:-default} to allow that)`,
        );
      for (const secret of expanded.secrets) secrets.add(secret);
      if (expanded.text !== node.value) expandedTexts.add(expanded.text);
      node.value = expanded.text;
    },
  });

  const isExpanded: IsExpanded = (value) => typeof value === 'string' && expandedTexts.has(value);
  const data = withoutEmptySecrets(plain(document, file, lineOf));
  const parsed = inventorySchema.safeParse(data);
  if (!parsed.success) throw firstProblem(parsed.error.issues, data, document, file, lineOf, isExpanded);
  const { cluster, targets, speech } = parsed.data;
  crossCheck(targets, isExpanded, (path, problem) => new InventoryError(file, lineOf(nodeAt(document, path)), problem));
  for (const secret of secretsOf(parsed.data)) secrets.add(secret);
  return {
    inventory: {
      source: 'file',
      cluster: plainStrings({ name: cluster?.name ?? 'JARVIS', version: cluster?.version ?? '' }),
      targets: targets.map(printable),
    },
    secrets: [...secrets],
    speech,
  };
}

/** What is used to connect must stay what it is, control characters included. */
const USED_AS_WRITTEN = /^(token|password|key|url|command)$/;

/** A target with nothing in its texts that could steer a terminal. */
export function printable(target: Target): Target {
  const fields = Object.entries(target).map(([key, value]) => [key, USED_AS_WRITTEN.test(key) ? value : plainStrings(value)]);
  return Object.fromEntries(fields) as Target;
}

/** The parser's own words, where they do not say what to do. */
function syntaxProblem(code: string, message: string): string {
  if (code === 'MULTIPLE_DOCS') return 'expected one document; remove the line "---" and what follows, or what stands before it';
  if (code === 'TAB_AS_INDENT') return 'not valid YAML: a tab in the indentation; expected spaces';
  if (code === 'DUPLICATE_KEY') return 'not valid YAML: the same key twice in one place';
  return `not valid YAML: ${message} (look at the indentation, brackets and quotes here and on the line above)`;
}

const MOST_ALIASES = 100;

function plain(document: Document, file: string, lineOf: LineOf): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    let first: Node | null = null;
    visit(document, {
      Alias(_, node) {
        first = node;
        return visit.BREAK;
      },
    });
    const problem =
      error instanceof ReferenceError && !error.message.startsWith('Excessive')
        ? 'an alias (*name) without its anchor (&name) before it'
        : `too many aliases (*name); expected at most ${MOST_ALIASES}`;
    throw new InventoryError(file, lineOf(first), `not valid YAML: ${problem}`);
  }
}

type LineOf = (node: Node | null | undefined) => number | null;
/** Whether a text holds what came from the environment, which no message may print. */
type IsExpanded = (value: unknown) => boolean;

function firstProblem(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  document: Document,
  file: string,
  lineOf: LineOf,
  isExpanded: IsExpanded,
): InventoryError {
  const [issue] = issues;
  if (!issue) return new InventoryError(file, null, 'not an inventory');
  const line = lineOf(nodeAt(document, issue.path)) ?? 1;
  const at = (path: readonly PropertyKey[]) => (path.length > 0 ? `${label(path, data, isExpanded)}: ` : '');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return new InventoryError(
      file,
      lineOf(keyAt(document, issue.path, key)),
      `${at(issue.path)}unknown key "${key}"; expected one of ${keysOf(issue.path, data).join(' ')}`,
    );
  }
  const value = valueAt(data, issue.path);
  const isMissing = value === undefined || value === null;
  // a slip of the pen must not print a key
  const isSecret = isExpanded(value) || issue.path.some((step) => SECRET_FIELD.test(String(step)));
  const shown = (before: string, found: unknown) => (isSecret ? '' : before + named(found));
  const kinds = probes.map(({ kind }) => kind).join(' ');
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind') {
    return new InventoryError(
      file,
      line,
      isMissing
        ? `${at(issue.path.slice(0, -1))}no kind; expected one of ${kinds}`
        : `${at(issue.path)}unknown kind${isSecret ? '' : ` "${String(value)}"`}; expected one of ${kinds}`,
    );
  }
  if (issue.path.length === 0)
    return new InventoryError(
      file,
      line,
      `${isMissing ? 'nothing in it' : `${named(value)} at the top`}; expected "targets:" with a list under it`,
    );
  if (isMissing) return new InventoryError(file, line, `${at(issue.path.slice(0, -1))}"${String(issue.path.at(-1))}" is missing`);
  const expected = expectation(issue, shown(', not ', value));
  return new InventoryError(file, line, `${at(issue.path)}${isSecret ? unquoted(expected) : expected}`);
}

/** A field's own message may end in what it found. */
const unquoted = (message: string) => message.replace(/, not .*$/s, '');

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text (in quotes)',
  array: 'a list, such as [one, two]',
  object: 'keys with values, such as { id: M1 }',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What was expected, in words that need no knowledge of the schema's library. */
function expectation(issue: z.core.$ZodIssue, instead: string): string {
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return `expected ${WORDS[issue.expected] ?? issue.expected}${instead}`;
  const unit = issue.code === 'too_small' || issue.code === 'too_big' ? UNITS[issue.origin] : undefined;
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) return `expected at least ${issue.minimum}${unit ?? ''}`;
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) return `expected at most ${issue.maximum}${unit ?? ''}`;
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid'))
    return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(' ')}${instead}`;
  return issue.message;
}

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' in the list' };

function named(value: unknown): string {
  if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`;
  if (typeof value === 'number') return `the number ${value}`;
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'keys with values' : String(value);
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[step], data);
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

/** The keys that may stand at this place of the file. */
function keysOf(path: readonly PropertyKey[], data: unknown): readonly string[] {
  const isTarget = path[0] === 'targets';
  const probe = isTarget ? probes.find(({ kind }) => kind === valueAt(data, [...path.slice(0, 2), 'kind'])) : undefined;
  const root = z.toJSONSchema(probe?.target ?? inventorySchema, { io: 'input' }) as SchemaNode;
  const place = path
    .slice(isTarget ? 2 : 0)
    .reduce<SchemaNode | undefined>((node, step) => (typeof step === 'number' ? node?.items : node?.properties?.[String(step)]), root);
  return Object.keys(place?.properties ?? {});
}

/** `targets.M1.url` says more than `targets.0.url`. */
function label(path: readonly PropertyKey[], data: unknown, isExpanded: IsExpanded): string {
  const id = (data as { targets?: { id?: unknown }[] })?.targets?.[Number(path[1])]?.id;
  return path.map((step, index) => (index === 1 && typeof id === 'string' && !isExpanded(id) ? id : String(step))).join('.');
}

/** The deepest node that exists on the path: a missing key is reported where it should be. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node;
  }
  return document.contents as Node | null;
}

function keyAt(document: Document, path: readonly PropertyKey[], key: string): Node | null {
  const map = document.getIn([...path], true);
  const pair = isMap(map) ? map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key) : undefined;
  return (pair?.key as Node | undefined) ?? nodeAt(document, path);
}

function crossCheck(
  targets: readonly Target[],
  isExpanded: IsExpanded,
  problemAt: (path: readonly PropertyKey[], problem: string) => InventoryError,
) {
  const ids = new Set<string>();
  for (const [index, { id }] of targets.entries()) {
    if (ids.has(id))
      throw problemAt(['targets', index, 'id'], `${isExpanded(id) ? 'this id' : `the id "${id}"`} is used twice; expected each id once`);
    ids.add(id);
  }
  for (const [index, { dependsOn = [] }] of targets.entries()) {
    for (const [place, id] of dependsOn.entries()) {
      if (!ids.has(id))
        throw problemAt(['targets', index, 'dependsOn', place], `expected the id of a target${isExpanded(id) ? '' : `, not "${id}"`}`);
    }
  }
}

/** `token: "${KEY:-}"` says that there may be none. */
function withoutEmptySecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptySecrets);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, item]) => !(item === '' && SECRET_FIELD.test(key)));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutEmptySecrets(item)]));
}

const SECRET_FIELD = /^(token|password|pass|key|secret|apiKey)$/;

/** Whatever stands in a field made for secrets, the userinfo of URLs, and what a command is given after such an option. */
export function* secretsOf(value: unknown, field = ''): Generator<string> {
  if (typeof value === 'string') {
    if (SECRET_FIELD.test(field)) yield value;
    if (URL.canParse(value)) {
      const { username, password } = new URL(value);
      // a name alone is a token; beside a password it is only a name
      const part = password || username;
      if (part) yield* [part, decoded(part)];
    }
  } else if (typeof value === 'object' && value !== null) {
    if (field === 'command' && Array.isArray(value)) yield* secretArguments(value.filter((word) => typeof word === 'string'));
    for (const [key, item] of Object.entries(value)) yield* secretsOf(item, key);
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
