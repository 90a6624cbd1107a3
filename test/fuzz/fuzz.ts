import { randomFrom } from '../support/random.ts';
import type { Attempt, Subject } from './subject.ts';

export interface Tally {
  readonly kind: string;
  readonly name: string;
  readonly tried: number;
  /** Attempts that damage had left in good order, or nearly. */
  readonly ups: number;
  readonly exceptions: readonly Attempt[];
  readonly lies: readonly Attempt[];
  /** Milliseconds of the slowest attempt. */
  readonly slowestMs: number;
}

/** A few of each are enough to see what is wrong. */
const MOST_KEPT = 5;

/** `count` attempts on one subject. The same seed makes the same attempts. */
export async function fuzz(subject: Subject, foreign: readonly string[], count: number, seed: number): Promise<Tally> {
  const random = randomFrom(seed);
  const exceptions: Attempt[] = [];
  const lies: Attempt[] = [];
  let ups = 0;
  let slowestMs = 0;
  for (let tried = 0; tried < count; tried += 1) {
    const startedAt = performance.now();
    const attempt = await subject.attempt(foreign, random);
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    if (attempt.isUp) ups += 1;
    if (attempt.exception !== null && exceptions.length < MOST_KEPT) exceptions.push(attempt);
    if (attempt.isLie && lies.length < MOST_KEPT) lies.push(attempt);
  }
  return { kind: subject.kind, name: subject.name, tried: count, ups, exceptions, lies, slowestMs };
}

/** What others say, and what nobody of them says: none of it may be taken for one's own. */
export function foreignTo(subject: Subject, all: readonly Subject[]): readonly string[] {
  return [...all.filter(({ name }) => name !== subject.name).flatMap(({ texts }) => texts), ...STRANGERS];
}

const STRANGERS: readonly string[] = [
  '',
  '{}',
  '[]',
  'null',
  'true',
  '"ok"',
  '{"status":"ok"}',
  '{"error":{"message":"Unauthorized","type":"invalid_request_error"}}',
  '{"error":"Unexpected endpoint or method. (GET /api/v1/models)"}',
  '{"detail":"Not Found"}',
  '{"models":[],"data":[],"object":"list"}',
  '<!doctype html><html><head><title>Welcome to nginx!</title></head><body>models</body></html>',
  '<?xml version="1.0"?><models/>',
  'Ollama is running',
  'OK\n',
  '# HELP up 1\n# TYPE up gauge\nup 1\n',
  '{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}}',
  '{"status":"success","data":{"activeTargets":[]}}',
  'HTTP/1.1 200 OK\r\n\r\n{"models":[]}',
  '\u0000\u0001\u0002',
  '{"__proto__":{"models":[{"key":"x","loaded_instances":[]}]}}',
];
