import type { DiscoverNote, Locale } from '../locales/locale.ts';
import { plainStrings } from '../skill/audit/plain-strings.ts';
import type { SeenPort, Value } from '../skill/inventory/discover/sighting.ts';
import { wrap } from './wrap.ts';

/** One target of the draft. `state`: what this version reads, what a later one will, what somebody must confirm. */
export interface DraftTarget {
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, Value>>;
  readonly notes: readonly DiscoverNote[];
  readonly state: 'read' | 'later' | 'suggested';
}

export interface Draft {
  readonly machine: string;
  /** Local ISO time. */
  readonly timestamp: string;
  readonly targets: readonly DraftTarget[];
  readonly portsId: string;
  /** Ports whose closing is worth a word, and those that may just be there. */
  readonly expected: readonly SeenPort[];
  readonly known: readonly SeenPort[];
  readonly portsMissing: string | null;
}

const COMMENT_WIDTH = 110;
const LONGEST_LINE = 120;

/** The inventory as YAML, with what was seen in its comments. `clean` masks secrets in what others wrote. */
export function inventoryDraft(draft: Draft, locale: Locale, clean: (text: string) => string): string {
  const words = locale.discover;
  const section = (state: DraftTarget['state'], head: readonly string[]) => {
    const targets = draft.targets.filter((target) => target.state === state);
    return targets.length === 0
      ? []
      : ['', ...head.flatMap((line) => comment(line, '  ')), ...targets.flatMap((each) => target(each, locale, clean))];
  };
  const lines = [
    '# yaml-language-server: $schema=./node_modules/jarvis-audit/skill/schemas/inventory.schema.json',
    ...words.head(draft.machine, locale.sections.moment(draft.timestamp)).map((line) => `# ${line}`),
    'cluster: { name: JARVIS }',
    'targets:',
    ...draft.targets.filter(({ state }) => state === 'read').flatMap((each) => target(each, locale, clean)),
    ...portsTarget(draft, locale, clean),
    ...section('later', words.otherKinds),
    ...section('suggested', words.suggested),
  ];
  return `${lines.join('\n')}\n`;
}

function target({ id, kind, fields, notes, state }: DraftTarget, locale: Locale, clean: (text: string) => string): readonly string[] {
  const said = notes.map((note) => clean(noteText(note, locale))).join(' ');
  const parts = Object.entries({ id, kind, ...fields }).map(([key, value]) => `${key}: ${yaml(value, clean)}`);
  const [first = '', ...rest] = folded(parts);
  const lines = [`- { ${first}`, ...rest.map((line) => `    ${line}`)];
  const closed = lines.map((line, index) => (index === lines.length - 1 ? `${line} }` : `${line},`));
  return [...comment(said, '  '), ...closed.map((line) => (state === 'read' ? `  ${line}` : `  # ${line}`))];
}

/** The pairing of id and values is what `DiscoverNote` guarantees. */
function noteText(note: DiscoverNote, locale: Locale): string {
  const words = locale.discover.notes[note.id] as (values: unknown) => string;
  return words(note.values);
}

function portsTarget({ machine, portsId, expected, known, portsMissing }: Draft, locale: Locale, clean: (text: string) => string) {
  const words = locale.discover;
  const isEmpty = expected.length + known.length === 0;
  return [
    ...comment(portsMissing === null ? (isEmpty ? words.noPort : words.ports) : words.portsMissing(clean(portsMissing)), '  '),
    `  - id: ${portsId}`,
    '    kind: ports',
    `    machine: ${yaml(machine, clean)}`,
    '    host: 127.0.0.1',
    ...(expected.length > 0 ? [`    expect: # ${words.expected}`] : []),
    ...expected.map(
      (seen) =>
        `      - { port: ${seen.port}, service: ${yaml(oneLine(seen.product ?? '') || String(seen.port), clean)} } # ${about(seen, locale, clean)}`,
    ),
    ...(known.length > 0 ? [`    known: # ${words.known}`] : []),
    ...known.map((seen) => `      - ${seen.port} # ${about(seen, locale, clean)}`),
  ];
}

function about({ addresses, process, product, version }: SeenPort, locale: Locale, clean: (text: string) => string): string {
  // the product is the service on the same line: its version alone is news
  const name = product && version ? `${product} ${version}` : null;
  const owner = process ?? locale.discover.unknownOwner;
  return oneLine(clean([...(name ? [name] : []), owner, addresses.join(' ')].join(', ')));
}

function comment(text: string, indent: string): readonly string[] {
  return wrap(oneLine(text), COMMENT_WIDTH - indent.length).map((line) => `${indent}# ${line}`);
}

/** Nothing that a target wrote may begin a line of its own. */
const oneLine = (text: string) =>
  plainStrings(text)
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();

/** Fields together on a line as long as they fit. */
function folded(parts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 2 <= LONGEST_LINE) lines[lines.length - 1] = `${last}, ${part}`;
    else lines.push(part);
  }
  return lines;
}

function yaml(value: Value, clean: (text: string) => string): string {
  if (typeof value === 'string') return scalar(clean(plainStrings(value)));
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => yaml(item, clean)).join(', ')}]`;
  if (isReference(value)) return `"\${${value.env}:-}"`;
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${yaml(item, clean)}`)
    .join(', ')} }`;
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value);
const isReference = (value: object): value is { readonly env: string } => 'env' in value && typeof value.env === 'string';

/** Words that YAML, of one version or another, takes for something else than text. */
const RESERVED = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** Plain where nobody can mistake it, else in quotes; a dollar is doubled, for `${NAME}` would be replaced. */
function scalar(text: string): string {
  return /^[a-z][\w.-]*$/i.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text.replaceAll('$', '$$$$'));
}
