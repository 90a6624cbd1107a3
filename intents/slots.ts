import type { Concept, Meaning } from './concepts.ts';
import type { Frame } from './frames.ts';
import { type Intent, intents } from './intents.ts';
import type { Slots } from './understanding.ts';

/** Sections that give way to any other: « les scores de sécurité » is about security. */
const VAGUE: ReadonlySet<string> = new Set(['scores', 'nodes']);

/** The slots that a frame's words fill, and the intent, which several nodes or a bare today may change. Null: nothing we do. */
export function slotsOf(frame: Frame, meanings: readonly Meaning[]): { readonly intent: Intent; readonly slots: Slots } | null {
  const nodes = valuesOf('node', meanings);
  const intent = intentOf(frame, meanings, nodes.length);
  if (!intent) return null;
  const said: Readonly<Record<string, string | undefined>> = {
    mode: valuesOf('mode', meanings).at(-1),
    node: nodes.at(-1),
    section: sectionOf(meanings) ?? frame.section ?? (intent === 'details' && nodes.length === 0 ? partOf(meanings) : undefined),
    since: valuesOf('past', meanings)[0] ?? day(valuesOf('weekday', meanings)[0]) ?? valuesOf('last', meanings)[0],
    pace: meanings.some(({ concept }) => concept === 'slow') ? 'slow' : undefined,
    ...timesOf(withoutTakenBack(meanings)),
  };
  const names: readonly string[] = intents[intent];
  return { intent, slots: Object.fromEntries(names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]]))) };
}

function intentOf({ intent }: Frame, meanings: readonly Meaning[], nodeCount: number): Intent | null {
  if (intent === 'node_status' && nodeCount > 1) return 'cluster_status';
  if (intent === 'schedule' && isToday(meanings)) return 'audit_full';
  return intent;
}

/** « un audit aujourd'hui » is one now. */
function isToday(meanings: readonly Meaning[]): boolean {
  const times = meanings.filter(({ concept }) => ['every', 'in', 'at', 'date', 'weekday', 'plan'].includes(concept));
  return times.every(({ concept, value }) => concept === 'date' && value === 'today');
}

/** All that was said; of several, after a correction, only the last. */
function valuesOf(concept: Concept, meanings: readonly Meaning[]): readonly string[] {
  const values = [...new Set(meanings.flatMap((meaning) => valuesIn(concept, meaning)))];
  return isCorrected(meanings) ? values.slice(-1) : values;
}

function isCorrected(meanings: readonly Meaning[]): boolean {
  return meanings.some(({ concept }) => concept === 'correction' || concept === 'instead');
}

function valuesIn(concept: Concept, meaning: Meaning): readonly string[] {
  return meaning.concept === concept && meaning.value !== undefined ? [meaning.value] : [];
}

function sectionOf(meanings: readonly Meaning[]): string | undefined {
  const sections = valuesOf('section', meanings);
  return sections.find((each) => !VAGUE.has(each)) ?? sections[0];
}

/** « plus de détails sur les nœuds » */
function partOf(meanings: readonly Meaning[]): string | undefined {
  return meanings.some(({ concept }) => concept === 'nodes') ? 'nodes' : undefined;
}

/** « demain, non, lundi »: one day takes the place of the other. */
function withoutTakenBack(meanings: readonly Meaning[]): readonly Meaning[] {
  if (!isCorrected(meanings)) return meanings;
  const last = meanings.findLast(({ concept }) => DAYS.has(concept));
  return meanings.filter(({ concept }) => !DAYS.has(concept) || concept === last?.concept);
}

const DAYS: ReadonlySet<Concept> = new Set<Concept>(['date', 'weekday', 'every', 'in']);

function timesOf(meanings: readonly Meaning[]): Readonly<Record<string, string | undefined>> {
  const [date, at, until] = (['date', 'at', 'in'] as const).map((concept) => valuesOf(concept, meanings).at(-1));
  const repeated = valuesOf('every', meanings);
  // « le mercredi, toutes les semaines »
  const said = repeated.findLast((each) => each !== 'week') ?? repeated.at(-1);
  const named = valuesOf('weekday', meanings)[0];
  // « un audit hebdomadaire, le dimanche »
  const every = said === 'week' && named !== undefined ? named : said;
  const weekday = said === undefined ? named : undefined;
  const isEvening =
    [every, date, at, weekday].some((each) => each?.endsWith('~pm')) || meanings.some(({ concept }) => concept === 'evening');
  return {
    every: day(every),
    date: day(date) ?? day(weekday),
    at: at === undefined ? undefined : clock(day(at) ?? '', isEvening || (every?.endsWith('~night') === true && isLate(at))),
    in: until,
  };
}

/** « toutes les nuits à onze heures », and not at three. */
function isLate(at: string): boolean {
  return Number.parseInt(at, 10) >= 6;
}

function day(value: string | undefined): string | undefined {
  return value?.replace(/~(pm|night)$/, '');
}

/** `8:30` → `08:30`; `8:-15` → `07:45`; in the evening `8:00` → `20:00`. Undefined when no clock shows it. */
function clock(value: string, isEvening: boolean): string | undefined {
  const [hours = 0, minutes = 0] = value.split(':').map(Number);
  const shifted = isEvening && hours > 0 && hours < 12 ? hours + 12 : hours;
  if (!(shifted <= 24 && Math.abs(minutes) < 60)) return undefined;
  const total = (shifted * 60 + minutes + 1440) % 1440;
  return [Math.floor(total / 60), total % 60].map((each) => String(each).padStart(2, '0')).join(':');
}
