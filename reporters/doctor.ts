import type { DoctorNote, Locale } from '../locales/locale.ts';
import { plainStrings } from '../skill/audit/plain-strings.ts';
import type { State } from '../skill/doctor/check.ts';
import type { Examined } from '../skill/doctor/examine.ts';
import { createRedactor } from '../skill/redact.ts';
import { WIDTH, wrap } from './wrap.ts';

const SIGNS: Readonly<Record<State, string>> = { missing: '✗', unknown: '?', optional: '○', ok: '✓' };
/** Worst first. */
const ORDER: readonly State[] = ['missing', 'unknown', 'optional', 'ok'];

/** What is there and what is not, worst first, each with the command that brings it. `atOnce` brings all packages together. */
export function doctorReport(examined: readonly Examined[], atOnce: string | null, locale: Locale): string {
  const words = locale.doctor;
  const count = (state: State) => examined.filter((each) => each.state === state).length;
  const groups = ORDER.flatMap((state) => {
    const group = examined.filter((each) => each.state === state);
    return group.length === 0 ? [] : ['', words.states[state], ...group.flatMap((each) => entry(each, locale))];
  });
  const several = examined.filter(({ packages = [] }) => packages.length > 0).length > 1;
  const together = atOnce !== null && several ? ['', words.atOnce, `  $ ${atOnce}`] : [];
  return `${[...wrap(words.summary(count('missing'), count('unknown'), count('optional'))), ...groups, ...together].join('\n')}\n`;
}

/** The same as data: one object per line, worst first. */
export function prescription(examined: readonly Examined[], locale: Locale) {
  return examined
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .map(({ check, state, note, command }) => ({ check, id: note.id, state, text: textOf(note, locale), command }));
}

function entry({ check, state, note, command }: Examined, locale: Locale): readonly string[] {
  const lines = wrap(locale.doctor.entry(locale.doctor.checks[check], textOf(note, locale)), WIDTH - 4);
  const [first = '', ...rest] = lines;
  return [
    `  ${SIGNS[state]} ${first}`,
    ...rest.map((line) => `    ${line}`),
    // a command is copied: it is never broken
    ...(command === null ? [] : [`    $ ${clean(command)}`]),
  ];
}

/** The pairing of id and values is what `DoctorNote` guarantees. */
function textOf(note: DoctorNote, locale: Locale): string {
  const words = locale.doctor.notes[note.id] as (values: unknown) => string;
  return clean(words(note.values));
}

/** What others wrote, on one line and without what could steer a terminal. */
const clean = (text: string) => createRedactor([])(plainStrings(text).replace(/\s+/g, ' '));
