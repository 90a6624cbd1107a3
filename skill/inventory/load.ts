import { isMap, isPair, isScalar, LineCounter, type Document, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Inventory, Target } from '../audit/define.ts';
import { probes } from '../probes/all.ts';
import { expandVariables, type Environment } from './expand.ts';
import { inventorySchema } from './schema.ts';

/** One sentence a person can act on: file, line, what was expected. */
export class InventoryError extends Error {
  constructor(file: string, line: number | null, problem: string) {
    super(line === null ? `${file}: ${problem}` : `${file}:${line}: ${problem}`);
    this.name = 'InventoryError';
  }
}

export interface LoadedInventory {
  readonly inventory: Inventory;
  /** Values that must never leave: tokens, passwords, userinfo of URLs. */
  readonly secrets: readonly string[];
}

const MOST_CHARACTERS = 1024 * 1024;

/** Reads the text of an inventory. Throws an {@link InventoryError} for the first thing that is wrong. */
export function parseInventory(text: string, file: string, environment: Environment): LoadedInventory {
  if (text.length > MOST_CHARACTERS) throw new InventoryError(file, null, 'expected at most 1 MiB');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (node: Node | null | undefined) => (node?.range ? lines.linePos(node.range[0]).line : null);
  const syntax = document.errors[0];
  if (syntax) throw new InventoryError(file, lines.linePos(syntax.pos[0]).line, `not valid YAML: ${syntax.message}`);

  const secrets = new Set<string>();
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const expanded = expandVariables(node.value, environment);
      if ('missing' in expanded)
        throw new InventoryError(file, lineOf(node), `the environment variable ${expanded.missing} is not set (write \${${expanded.missing}:-default} to allow that)`);
      for (const secret of expanded.secrets) secrets.add(secret);
      node.value = expanded.text;
    },
  });

  const data = withoutEmptySecrets(plain(document, file));
  const parsed = inventorySchema.safeParse(data);
  if (!parsed.success) throw firstProblem(parsed.error.issues, data, document, file, lineOf);
  const { cluster, targets } = parsed.data;
  crossCheck(targets, (path, problem) => new InventoryError(file, lineOf(nodeAt(document, path)), problem));
  for (const secret of secretsOf(parsed.data)) secrets.add(secret);
  return {
    inventory: { source: 'file', cluster: { name: cluster?.name ?? 'JARVIS', version: cluster?.version ?? '' }, targets },
    secrets: [...secrets],
  };
}

function plain(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new InventoryError(file, null, `not valid YAML: ${error instanceof Error ? error.message : 'too many aliases'}`);
  }
}

type LineOf = (node: Node | null | undefined) => number | null;

function firstProblem(issues: readonly z.core.$ZodIssue[], data: unknown, document: Document, file: string, lineOf: LineOf): InventoryError {
  const issue = issues[0];
  if (!issue) return new InventoryError(file, null, 'not an inventory');
  const where = issue.path.length > 0 ? `${label(issue.path, data)}: ` : '';
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return new InventoryError(file, lineOf(keyAt(document, issue.path, key)), `${where}unknown key "${key}"`);
  }
  const line = lineOf(nodeAt(document, issue.path));
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind') {
    return new InventoryError(file, line, `${where}unknown kind; expected one of ${probes.map(({ kind }) => kind).join(' ')}`);
  }
  return new InventoryError(file, line, `${where}${issue.message.replace(/^Invalid input: /, '')}`);
}

/** `targets.M1.url` says more than `targets.0.url`. */
function label(path: readonly PropertyKey[], data: unknown): string {
  const id = (data as { targets?: { id?: unknown }[] })?.targets?.[Number(path[1])]?.id;
  return path.map((step, index) => (index === 1 && typeof id === 'string' ? id : String(step))).join('.');
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

function crossCheck(targets: readonly Target[], problemAt: (path: readonly PropertyKey[], problem: string) => InventoryError) {
  const ids = new Set<string>();
  for (const [index, { id }] of targets.entries()) {
    if (ids.has(id)) throw problemAt(['targets', index, 'id'], `the id "${id}" is used twice; expected each id once`);
    ids.add(id);
  }
  for (const [index, { dependsOn = [] }] of targets.entries()) {
    for (const [place, id] of dependsOn.entries()) {
      if (!ids.has(id)) throw problemAt(['targets', index, 'dependsOn', place], `expected the id of a target, not "${id}"`);
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

/** Whatever stands in a field made for secrets, and the userinfo of URLs. */
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
