import { type Mode, type Probe, ProbeError, type Target } from '../../skill/audit/define.ts';
import { plainStrings } from '../../skill/audit/plain-strings.ts';
import type { Host } from '../../skill/host/host.ts';
import type { Random } from '../support/random.ts';
import { damageExchange, damageText } from './damage.ts';
import { type Exchange, recording, replaying, textOf } from './tape.ts';

/** One attempt to mislead a parser. */
export interface Attempt {
  /** It was taken for what it pretends to be. */
  readonly isUp: boolean;
  /** It was, and by the wire format it is not. */
  readonly isLie: boolean;
  /** What was thrown that is no foreseen failure. */
  readonly exception: string | null;
  /** What was handed out, to show where it went wrong. */
  readonly given: readonly string[];
}

/** Something that reads what others wrote. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  /** The good texts of this subject, which are foreign to all others. */
  readonly texts: readonly string[];
  attempt(foreign: readonly string[], random: Random): Promise<Attempt>;
}

export interface ProbeCase<T extends Target, F> {
  readonly name: string;
  readonly probe: Probe<T, F>;
  readonly target: T;
  readonly mode?: Mode;
  /** Whether a reading may come of what was handed out: written from the wire formats, not from the parser. */
  mayBeUp(delivered: readonly Exchange[], facts: F): boolean;
}

/** Reads the real target once and keeps its answers; every attempt reads them again, damaged. */
export async function probeSubject<T extends Target, F>(tried: ProbeCase<T, F>, host: Host): Promise<Subject> {
  const { probe, target, name, mode = 'full' } = tried;
  const { host: taping, tape } = recording(host);
  probe.facts.parse(await probe.read(target, taping, mode, AbortSignal.timeout(20_000)));
  const texts = tape.map(textOf).filter((text) => text !== null);
  return {
    kind: probe.kind,
    name,
    texts,
    async attempt(foreign, random) {
      const { host: replay, delivered } = replaying(tape, host, (exchange) => damageExchange(exchange, foreign, random));
      const given = () => delivered.map((exchange) => `${exchange.method} ${exchange.question}: ${textOf(exchange) ?? ''}`);
      try {
        const facts = probe.facts.parse(plainStrings(await probe.read(target, replay, mode, NEVER)));
        const isUp = stateOf(facts) === 'ok';
        return { isUp, isLie: isUp && !tried.mayBeUp(delivered, facts), exception: null, given: given() };
      } catch (error) {
        const isForeseen = error instanceof ProbeError && error.code !== 'bug';
        return { isUp: false, isLie: false, exception: isForeseen ? null : told(error), given: given() };
      }
    },
  };
}

const NEVER = new AbortController().signal;

/** A command says by itself in which state it is; of anything else facts are enough. */
function stateOf(facts: unknown): unknown {
  return (facts as { readonly state?: unknown }).state ?? 'ok';
}

export interface ParserCase<V> {
  readonly kind: string;
  readonly name: string;
  readonly samples: readonly string[];
  parse(text: string): V;
  /** Whether the value says more than the text does. */
  isLie?(text: string, value: V): boolean;
}

/** A parser that is called with text alone. */
export function parserSubject<V>({ kind, name, samples, parse, isLie }: ParserCase<V>): Subject {
  return {
    kind,
    name,
    texts: samples,
    async attempt(foreign, random) {
      const text = damageText(samples[Math.floor(random() * samples.length)] ?? '', foreign, random);
      try {
        const value = parse(text);
        const isUp = value !== null && !(Array.isArray(value) && value.length === 0);
        return { isUp, isLie: isUp && (isLie?.(text, value) ?? false), exception: null, given: [text] };
      } catch (error) {
        const isForeseen = error instanceof ProbeError && error.code !== 'bug';
        return { isUp: false, isLie: false, exception: isForeseen ? null : told(error), given: [text] };
      }
    },
  };
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
