import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';
import { ProbeError } from '../../audit/define.ts';

const DEEPEST_MERGE = 16;
/** Looks at nodes, all in all: a file whose aliases multiply has no more. */
const MOST_LOOKS = 200_000;
const DEEPEST_NESTING = 100;

/** A YAML file whose aliases and merges are followed one by one, where somebody looks: nothing is ever expanded as a whole. */
export interface Yaml {
  readonly root: Node | null;
  /** Of a map, what is merged into it by `<<` included; undefined where it is not there. */
  field(node: Node | null | undefined, name: string): Node | null | undefined;
  /** Of a map's fields; none of what is no map. */
  names(node: Node | null | undefined): readonly string[];
  /** Elements of a list; null for what is none. */
  elements(node: Node | null | undefined): readonly (Node | null)[] | null;
  /** A scalar as it is written, which for a number is more than its value; null for what is none or empty. */
  text(node: Node | null | undefined): string | null;
  line(node: Node | null | undefined): number;
  /** Where a field's name stands. */
  lineOfField(node: Node | null | undefined, name: string): number;
}

type Pairs = ReadonlyMap<string, Pair<Node, Node | null>>;

const NONE: Pairs = new Map();

/** Throws a {@link ProbeError} for what is no YAML. */
export function openYaml(text: string): Yaml {
  refuseNesting(text);
  const lines = new LineCounter();
  const document = parsed(text, lines);
  const [problem] = document.errors;
  if (problem) throw new ProbeError('malformed', `line ${lines.linePos(problem.pos[0]).line}: ${problem.code}`);
  const anchored = anchorsOf(document.contents);
  const lineOf = (node: Node | null | undefined) => (node?.range ? lines.linePos(node.range[0]).line : 1);
  let looks = 0;

  function plain(node: Node | null | undefined): Node | null {
    looks += 1;
    if (looks > MOST_LOOKS) throw new ProbeError('too-large', 'its aliases multiply');
    let found = node ?? null;
    for (let depth = 0; isAlias(found) && depth < DEEPEST_MERGE; depth += 1) found = anchored.get(found) ?? null;
    return isAlias(found) ? null : found;
  }

  const known = new Map<Node, Pairs>();

  /** Looked at once for each map, however many aliases lead there. */
  function fieldsOf(node: Node | null | undefined): Pairs {
    const map = plain(node);
    if (map === null) return NONE;
    const fields = known.get(map) ?? pairs(map, 0);
    known.set(map, fields);
    return fields;
  }

  function pairs(node: Node | null, depth: number): Pairs {
    if (!isMap<Node, Node | null>(node) || depth > DEEPEST_MERGE) return NONE;
    const own = ownPairs(node.items);
    const merged = own.get('<<');
    own.delete('<<');
    for (const other of merged ? (elements(merged.value) ?? [merged.value]) : [])
      for (const [name, pair] of pairs(plain(other), depth + 1)) if (!own.has(name)) own.set(name, pair);
    return own;
  }

  function ownPairs(items: readonly Pair<Node, Node | null>[]): Map<string, Pair<Node, Node | null>> {
    const own = new Map<string, Pair<Node, Node | null>>();
    for (const pair of items) {
      const name = textOf(plain(pair.key));
      if (name !== null && own.has(name)) throw new ProbeError('malformed', `line ${lineOf(pair.key)}: the same key twice`);
      if (name !== null) own.set(name, pair);
    }
    return own;
  }

  function elements(node: Node | null | undefined): readonly (Node | null)[] | null {
    const list = plain(node);
    return isSeq<Node | null>(list) ? list.items : null;
  }

  return {
    root: document.contents,
    field: (node, name) => fieldsOf(node).get(name)?.value,
    names: (node) => [...fieldsOf(node).keys()],
    elements,
    text: (node) => textOf(plain(node)),
    line: lineOf,
    lineOfField: (node, name) => lineOf(fieldsOf(node).get(name)?.key ?? node),
  };
}

function parsed(text: string, lineCounter: LineCounter) {
  try {
    // each key is compared with all before it: we look for twins where we look at all
    return parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent', strict: false, uniqueKeys: false });
  } catch (cause) {
    throw new ProbeError('malformed', 'not YAML', { cause });
  }
}

/** Which node each alias stands for: the last of that name before it. The library would look through the file for each. */
function anchorsOf(root: Node | null): ReadonlyMap<Alias, Node> {
  const named = new Map<string, Node>();
  const anchored = new Map<Alias, Node>();
  visit(root, {
    Alias(_, alias) {
      const node = named.get(alias.source);
      if (node) anchored.set(alias, node);
    },
    Value(_, node) {
      if (node.anchor) named.set(node.anchor, node);
    },
  });
  return anchored;
}

function textOf(node: Node | null): string | null {
  if (!isScalar(node) || node.value === null) return null;
  if (typeof node.value === 'string') return node.value;
  return node.source ?? String(node.value);
}

/** A parser calls itself for each level. */
function refuseNesting(text: string) {
  let depth = 0;
  for (const [mark] of text.matchAll(/[[\]{}]/g)) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth < 0) depth = 0;
    if (depth > DEEPEST_NESTING) throw new ProbeError('malformed', `nested deeper than ${DEEPEST_NESTING}`);
  }
}
