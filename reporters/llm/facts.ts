import { type Locale, type Message, wordsOf } from '../../locales/locale.ts';
import { keyOf } from '../../skill/audit/assessment.ts';
import { OWN_NETWORK } from '../../skill/audit/causes.ts';
import { FAILURE_CODES } from '../../skill/audit/define.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { sayable } from '../sayable.ts';
import { isHarmless } from './known-names.ts';
import { byFirstWord, type Entries, type Entry, splitWords } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';
import { WAYS } from './ways.ts';

/** An open finding, as it may be told. */
export interface Known {
  readonly finding: ReportFinding;
  /** Any of these is enough: tokens or concepts that must all be said. */
  readonly told: readonly (readonly Need[])[];
  readonly remedies: readonly (readonly Need[])[];
  /** Words and figures that may be said of it, and of its remedy. */
  readonly words: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly remedyWords: ReadonlySet<string>;
  readonly remedyConcepts: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export interface Need {
  readonly raw?: string;
  readonly concepts: ReadonlySet<string>;
}

export interface Facts {
  readonly report: Report;
  readonly locale: Locale;
  readonly names: Entries;
  /** Small letters → node. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly expected: readonly string[];
  readonly open: readonly Known[];
  /** The worst of them: all of its severity. */
  readonly worst: readonly Known[];
  readonly first: Known | null;
  readonly isCutOff: boolean;
  readonly notSeen: ReadonlySet<string>;
  /** Why those that were not seen were not, by small letters. */
  readonly failures: ReadonlyMap<string, string>;
  readonly coverage: number;
}

const made = new WeakMap<Report, Map<string, Facts>>();

/** What a report lets one say, made once for a report and language. */
export function factsOf(report: Report, locale: Locale): Facts {
  const same = made.get(report) ?? new Map<string, Facts>();
  made.set(report, same);
  const facts = same.get(locale.language) ?? build(report, locale);
  same.set(locale.language, facts);
  return facts;
}

export function read(text: string, names: Entries, locale: Locale, isName: (entry: Entry, written: string) => boolean = isNameAsWritten) {
  return tokensOf(text, names, locale.claims, isName);
}

/** A name that is also a word is the name where it is written as in the inventory. */
export function isNameAsWritten({ concepts }: Entry, written: string): boolean {
  return concepts.includes(`as:${written}`) || concepts.includes('as:only');
}

function build(report: Report, locale: Locale): Facts {
  const names = namesOf(report, locale);
  const risky = new Set(report.risks.map(keyOf));
  const isOpen = (finding: ReportFinding) => risky.has(keyOf(finding)) || finding.outcome === 'fail' || finding.outcome === 'warn';
  const isCutOff = report.findings.some(({ cause }) => cause === OWN_NETWORK);
  const known = report.findings.filter(isOpen).map((finding) => knownOf(finding, report, locale, names));
  const [head] = report.risks;
  const step = report.plan[0]?.steps[0];
  const { notSeen = [] } = (report.report_sections[0]?.data ?? {}) as { notSeen?: readonly { target: string }[] };
  const { coverage = 1 } = (report.report_sections.find(({ id }) => id === 'readiness')?.data ?? {}) as { coverage?: number };
  const unread = Object.entries(report.readings).filter(
    ([id, { ok, failure }]) => !ok && failure !== null && (report.nodes[id]?.status ?? 'unknown') === 'unknown',
  );
  return {
    report,
    locale,
    names,
    nodes: new Map(Object.keys(report.nodes).map((id) => [id.toLowerCase(), id])),
    expected: Object.entries(report.nodes).flatMap(([id, { status }]) => (status === 'planned-down' || status === 'skipped' ? [] : [id])),
    open: known,
    worst: known.filter(({ finding }) => finding.severity === head?.severity && risky.has(keyOf(finding))),
    first: known.find(({ finding }) => keyOf(finding) === step?.findings[0]) ?? null,
    isCutOff,
    notSeen: new Set([...notSeen.map(({ target }) => target), ...unread.map(([id]) => id)].map((id) => id.toLowerCase())),
    failures: new Map(unread.map(([id, { failure }]) => [id.toLowerCase(), failure?.code ?? ''])),
    coverage,
  };
}

function knownOf(finding: ReportFinding, report: Report, locale: Locale, names: Entries): Known {
  const words = wordsOf(locale, sayable(finding.message as Message, report, locale));
  const raw = wordsOf(locale, finding.message as Message);
  const ways = WAYS[finding.message.id] ?? {};
  const tokens = (text: string | null) => content(read(text ?? '', names, locale) ?? []);
  const spoken = tokens(words.spoken);
  const said = [...spoken, ...tokens(raw.text.replace(/\s*\([^)]*\)/g, ''))];
  const action = tokens(words.action);
  const remedy = tokens(words.remedy?.replace(/\s*\([^)]*\)/g, '').replace(/[;,] .*/, '') ?? null);
  const apart = new Set((ways.apart ?? '').split(' ').filter((each) => !spoken.some(({ concepts }) => concepts.has(each))));
  const isOwn = (way: string) => way.split(' ').every((each) => !apart.has(each));
  const own = [finding.target, finding.subject, ...Object.values(finding.message.values).flat()].filter((each) => typeof each === 'string');
  return {
    finding,
    told: [...ways_(ways.told?.filter(isOwn)), needs(spoken)].filter((each) => each.length > 0),
    remedies: finding.stale
      ? ways_(['do:recheck'])
      : [...ways_(ways.remedy), needs(action), needs(remedy)].filter((each) => each.length > 0),
    words: new Set(said.filter(isWord).map((token) => token.raw)),
    concepts: new Set([
      ...conceptsOf(spoken),
      ...[...(ways.told ?? []), ways.also ?? '']
        .flatMap((way) => way.split(' '))
        .filter((each) => each !== 'measure' && each !== 'num' && !apart.has(each)),
    ]),
    remedyWords: new Set([...action, ...remedy].filter(isWord).map((token) => token.raw)),
    remedyConcepts: new Set(
      [...conceptsOf(action), ...(finding.stale ? ['do:recheck'] : []), ...(ways.remedy ?? []), ways.remedyAlso ?? ''].flatMap((way) =>
        way.split(' '),
      ),
    ),
    figures: new Set([...said, ...tokens(raw.spoken)].flatMap(figureOf)),
    names: new Set([...own.map((name) => name.toLowerCase()), ...spoken.flatMap((token) => [...(token.names ?? [])])]),
  };
}

const ways_ = (combinations: readonly string[] = []): readonly (readonly Need[])[] =>
  combinations.map((way) => way.split(' ').map((concept) => ({ concepts: new Set([concept]) })));

function needs(tokens: readonly Token[]): readonly Need[] {
  return tokens
    .filter((token) => isWord(token) || figureOf(token).length > 0)
    .map((token) => ({ raw: token.raw, concepts: new Set([...token.concepts].filter((each) => !TOO_WIDE.has(each))) }));
}

const TOO_WIDE = new Set(['_', 'adv', 'down', 'up', 'other', 'has', 'all', 'read', 'falls', 'lose']);

/** Too general to mean a thing that a sentence speaks of. */
const GENERAL = new Set(
  '_ adv sep upon he therefore more of the it its one also num measure none nor not only all other has read next if plus no yes points half several name first up down has worst critical high medium'.split(
    ' ',
  ),
);

function conceptsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(isWord).flatMap(({ concepts }) => [...concepts].filter((each) => !GENERAL.has(each)));
}

const isWord = (token: Token) => token.names === undefined && token.value === undefined;

/** A figure with its unit, as one string. */
export function figureOf({ value, unit, concepts }: Token): readonly string[] {
  return value === undefined || concepts.has('one') ? [] : [`${value}${unit ?? ''}`];
}

/** Without what says nothing. */
export function content(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ concepts }) => !concepts.has('_') && !concepts.has('sep') && !concepts.has('adv'));
}

const LONGEST_NAME = 60;

/** Everything that bears a name, in the forms in which it may be written or spoken. */
function namesOf(report: Report, locale: Locale): Entries {
  const { nodes, readings, topology, findings, cluster } = report;
  const texts = findings.map(({ message }) => wordsOf(locale, message as Message).text).join(' ');
  const values = findings.flatMap(({ target, subject, message }) => [target, subject, ...Object.values(message.values).flat()]);
  const failures = new Set<unknown>(FAILURE_CODES);
  const all = new Set<string>([
    ...Object.keys(nodes),
    ...Object.keys(readings),
    ...Object.values(nodes).flatMap(({ machine, models }) => [machine ?? '', ...models.map(({ id }) => id)]),
    ...topology.edges.flatMap(({ from, to, kind }) => (kind === 'provides' ? [from] : [from, to])),
    ...values.filter((value): value is string => typeof value === 'string' && !failures.has(value) && texts.includes(value)),
  ]);
  all.delete(cluster.name);
  const own = new Set([...Object.keys(nodes), ...Object.values(nodes).map(({ machine }) => machine ?? '')]);
  const declared = new Set([...own, ...Object.keys(readings), ...topology.edges.flatMap(({ from, to }) => [from, to])]);
  const forms = new Map<string, Set<string>>();
  const written = new Map<string, Set<string>>();
  for (const name of all) {
    if (name === '' || name === 'cluster' || name.length > LONGEST_NAME || `cap:${name}` in locale.claims.words) continue;
    if (!declared.has(name) && !isHarmless(name)) continue;
    for (const form of [name, locale.aloud(name)]) {
      const key = splitWords(form).join(' ');
      if (key === '' || /^\d+$/.test(key)) continue;
      forms.set(key, (forms.get(key) ?? new Set()).add(name.toLowerCase()));
      // what the inventory calls « gpus » or « ports » is a word before it is a name; nodes and machines are names
      if (own.has(name)) written.set(key, (written.get(key) ?? new Set()).add(form.split(/[^\p{L}\p{N}']/u)[0] ?? ''));
    }
  }
  return byFirstWord(
    [...forms].map(([key, same]) => ({
      words: key.split(' '),
      concepts: ['name', ...[...(written.get(key) ?? [])].map((each) => `as:${each}`)],
      name: [...same].join('\n'),
    })),
  );
}
