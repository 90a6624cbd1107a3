import type { Dimension, FailureCode, Outcome, Severity } from '../skill/audit/define.ts';
import type { answers } from './fr/answers.ts';
import type { conversation } from './fr/conversation.ts';
import type { discover } from './fr/discover.ts';
import type { doctor } from './fr/doctor.ts';
import type { enrolment } from './fr/enrolment.ts';
import type { findings } from './fr/findings.ts';
import type { listening } from './fr/listening.ts';
import type { mcp } from './fr/mcp.ts';
import type { page } from './fr/page.ts';
import type { phrasing } from './fr/phrasing.ts';
import type { registry } from './fr/registry.ts';
import type { rules } from './fr/rules.ts';
import type { script } from './fr/script.ts';
import type { sections } from './fr/sections.ts';
import type { speech } from './fr/speech.ts';

/** The words of one finding: what is wrong, what to do, and how one says both aloud. */
export interface Phrase<V> {
  text(values: V): string;
  remedy?(values: V): string;
  /** The text when absent. */
  spoken?(values: V): string;
  /** The first thing to do, without path, port or command; the report has those. */
  action?(values: V): string;
}

/** Types the values of a phrase where it is written. */
export function phrase<V>(words: Phrase<V>): Phrase<V> {
  return words;
}

type ValuesOf<P> = P extends Phrase<infer V> ? V : never;
export type MessageId = keyof typeof findings;
/** What a rule says, as data: the words come when it is rendered. */
export type Message = { readonly [Id in MessageId]: { readonly id: Id; readonly values: ValuesOf<(typeof findings)[Id]> } }[MessageId];

/** Codes that have a French title: the catalogue of what can be found. */
export type RuleCode = keyof typeof rules;

/** Functions keep their parameters, texts may differ. */
export type Translated<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends (...parameters: infer P) => infer R
      ? (...parameters: P) => R extends readonly string[] ? readonly string[] : string
      : { readonly [K in keyof T]: Translated<T[K]> };

/** One language. French is the reference: another that lacks a word does not compile. */
export interface Locale {
  readonly language: 'fr' | 'en';
  readonly rules: Readonly<Record<RuleCode, string>>;
  readonly findings: { readonly [Id in MessageId]: Phrase<ValuesOf<(typeof findings)[Id]>> };
  readonly failures: Readonly<Record<FailureCode, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly sections: Translated<typeof sections>;
  readonly script: Translated<typeof script>;
  readonly speech: Translated<typeof speech>;
  readonly conversation: Translated<typeof conversation>;
  readonly enrolment: Translated<typeof enrolment>;
  readonly listening: Translated<typeof listening>;
  readonly phrasing: Translated<typeof phrasing>;
  readonly discover: Translated<typeof discover>;
  readonly doctor: Translated<typeof doctor>;
  readonly page: Translated<typeof page>;
  readonly mcp: Translated<typeof mcp>;
  readonly answers: Translated<typeof answers>;
  readonly registry: Translated<typeof registry>;
  /** A sentence as a voice must be given it: said once, where spoken text is made. */
  aloud(text: string): string;
}

type NoteOf<Words extends Readonly<Record<string, (values: never) => string>>> = {
  readonly [Id in keyof Words]: { readonly id: Id; readonly values: Words[Id] extends (values: infer V) => string ? V : never };
}[keyof Words];

/** A comment of `discover`, as data. */
export type DiscoverNote = NoteOf<(typeof discover)['notes']>;
/** What one check of `doctor` saw, as data. */
export type DoctorNote = NoteOf<(typeof doctor)['notes']>;

/** What must be said of the assistant's registry beside what was written, as data. */
export type RegistryWarning = NoteOf<(typeof registry)['warnings']>;

/** What is said of one message, and what to do. */
export interface Words {
  readonly text: string;
  readonly remedy: string | null;
  readonly spoken: string;
  readonly action: string | null;
}

/**
 * The words of a message in a language. The pairing of id and values is what `Message` guarantees; a message out of an
 * older report may be of another version, and then its name is all that can be said.
 */
export function wordsOf(locale: Locale, { id, values }: Message): Words {
  try {
    const words = locale.findings[id] as Phrase<unknown>;
    const text = words.text(values);
    return { text, remedy: words.remedy?.(values) ?? null, spoken: words.spoken?.(values) ?? text, action: words.action?.(values) ?? null };
  } catch {
    const text = locale.sections.unworded(String(id));
    return { text, remedy: null, spoken: text, action: null };
  }
}

/** The capability that a sentence names when it can name but one: without the master the assistant itself is gone. */
export function mainOf(capabilities: readonly string[]): string {
  return capabilities.find((capability) => capability === 'orchestration') ?? capabilities[0] ?? '';
}
