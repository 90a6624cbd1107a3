import { ProbeError } from '../../skill/audit/define.ts';
import type { Host, HttpResponse, RequestOptions, RunResult } from '../../skill/host/host.ts';

/** One question to the outside and what came back: a value, or the failure that it was. */
export interface Exchange {
  readonly method: Asking;
  readonly question: string;
  readonly value: unknown;
  readonly failure: ProbeError | null;
}

const ASKING = ['request', 'run', 'read', 'list', 'statfs', 'connect', 'resolve'] as const;
type Asking = (typeof ASKING)[number];

/** A host that reaches the real one and keeps what it was told. */
export function recording(real: Host): { readonly host: Host; readonly tape: readonly Exchange[] } {
  const tape: Exchange[] = [];
  const keep =
    (method: Asking) =>
    async (subject: unknown, ...rest: unknown[]) => {
      const question = questionOf(subject, rest);
      try {
        const value: unknown = await Reflect.apply(real[method], real, [subject, ...rest]);
        tape.push({ method, question, value, failure: null });
        return value;
      } catch (error) {
        if (error instanceof ProbeError) tape.push({ method, question, value: null, failure: error });
        throw error;
      }
    };
  return { host: { ...real, ...(Object.fromEntries(ASKING.map((method) => [method, keep(method)])) as Pick<Host, Asking>) }, tape };
}

export interface Replay {
  readonly host: Host;
  /** What was handed out, damaged or not, oldest first. */
  readonly delivered: readonly Exchange[];
}

/** A host that answers from a tape, each answer changed by `change`. What was never asked before is answered by the nearest question. */
export function replaying(tape: readonly Exchange[], real: Host, change: (exchange: Exchange) => unknown): Replay {
  const delivered: Exchange[] = [];
  const answer =
    (method: Asking) =>
    async (subject: unknown, ...rest: unknown[]) => {
      const question = questionOf(subject, rest);
      const known = nearest(tape, method, question);
      if (!known) throw new ProbeError('not-found', 'never asked before');
      if (known.failure) throw known.failure;
      const value = change(known);
      delivered.push({ ...known, question, value });
      hearInPieces(rest[0], value);
      return value;
    };
  const answers = Object.fromEntries(ASKING.map((method) => [method, answer(method)])) as unknown as Pick<Host, Asking>;
  return { delivered, host: { ...real, ...answers, deadline: (_ms, signal) => signal } };
}

/** Who listens while a body arrives is given it in two pieces. */
function hearInPieces(options: unknown, value: unknown) {
  const { isEnough } = (options ?? {}) as RequestOptions;
  const { body } = (value ?? {}) as Partial<HttpResponse>;
  if (!isEnough || typeof body !== 'string') return;
  const middle = body.length >> 1;
  if (!isEnough(body.slice(0, middle))) isEnough(body.slice(middle));
}

function nearest(tape: readonly Exchange[], method: Asking, question: string): Exchange | undefined {
  const same = tape.filter((exchange) => exchange.method === method);
  return same.find((exchange) => exchange.question === question) ?? same.find((exchange) => path(exchange.question) === path(question));
}

/** The signal is no part of a question, and headers may carry random ids. */
function questionOf(subject: unknown, rest: readonly unknown[]): string {
  const { method, body } = (rest[0] ?? {}) as { method?: string; body?: string };
  const isPort = typeof rest[0] === 'number';
  return [JSON.stringify(subject), isPort ? String(rest[0]) : (method ?? 'GET'), body ?? ''].join(' ');
}

const path = (question: string) => question.split(' ').slice(0, 2).join(' ');

/** The text of an exchange that a target chose: a body, an output, a file. Null for figures. */
export function textOf({ method, value }: Exchange): string | null {
  if (value === null) return null;
  if (method === 'request') return (value as HttpResponse).body;
  if (method === 'run') return (value as RunResult).stdout;
  return method === 'read' ? (value as string) : null;
}

export function withText(exchange: Exchange, text: string): unknown {
  if (exchange.method === 'request') return { ...(exchange.value as HttpResponse), body: text };
  if (exchange.method === 'run') return { ...(exchange.value as RunResult), stdout: text };
  return exchange.method === 'read' ? text : exchange.value;
}
