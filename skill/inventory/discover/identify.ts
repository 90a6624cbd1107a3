import type { Host } from '../../host/host.ts';
import type { Fingerprint, HttpAnswer, HttpFingerprint, RawFingerprint, Recognised } from './fingerprint.ts';
import { fingerprints } from './fingerprints.ts';

/** A server on loopback answers at once or is not there. */
const ASK_MS = 700;
const SOCKET_MS = 2_500;
const MOST_BODY_BYTES = 1024 * 1024;

/** Where a socket can be asked. */
export interface Door {
  /** As a URL writes it: an IPv6 address has brackets. */
  readonly address: string;
  readonly port: number;
  readonly process: string | null;
}

export interface Identified {
  readonly fingerprint: Fingerprint;
  readonly product: string;
  readonly version: string | null;
  readonly models: readonly string[] | null;
  readonly isLocked: boolean;
}

/** Which product answers behind a door; null when none is recognised. Only reads, and never waits longer than {@link SOCKET_MS}. */
export async function identify(door: Door, host: Host, signal: AbortSignal): Promise<Identified | null> {
  const inTime = host.deadline(SOCKET_MS, signal);
  const ask = asking(door, host, inTime);
  const usual = fingerprints.filter((fingerprint) => isUsual(fingerprint, door));
  for (const fingerprint of usual) {
    const found = await ask(fingerprint);
    if (found) return found;
  }
  const front = await ask.page('/');
  signal.throwIfAborted();
  if (!front) return null;
  const others = fingerprints.filter(
    (fingerprint): fingerprint is HttpFingerprint =>
      fingerprint.over === 'http' && !usual.includes(fingerprint) && (fingerprint.front?.test(front.body) ?? false),
  );
  const everywhere = fingerprints.filter((fingerprint) => fingerprint.over === 'http' && fingerprint.isEverywhere === true);
  for (const fingerprint of [...others, ...everywhere]) {
    const found = await ask(fingerprint);
    if (found) return found;
  }
  signal.throwIfAborted();
  return null;
}

/** One product at one of its usual ports. */
export async function isThere(fingerprint: HttpFingerprint, port: number, host: Host, signal: AbortSignal): Promise<boolean> {
  return (await asking({ address: '127.0.0.1', port, process: null }, host, signal)(fingerprint, false)) !== null;
}

export function isUsual({ ports, process }: Fingerprint, door: Pick<Door, 'port' | 'process'>): boolean {
  return ports.includes(door.port) || (door.process !== null && (process?.test(door.process) ?? false));
}

/** Asks one door, each page of it once. */
function asking(door: Door, host: Host, signal: AbortSignal) {
  const at = `${door.address}:${door.port}`;
  const pages = new Map<string, Promise<HttpAnswer | null>>();

  function page(path: string): Promise<HttpAnswer | null> {
    let answer = pages.get(path);
    if (!answer) {
      answer = silent(host.request(`http://${at}${path}`, { maxBytes: MOST_BODY_BYTES }, host.deadline(ASK_MS, signal)));
      pages.set(path, answer);
    }
    return answer;
  }

  async function ask(fingerprint: Fingerprint, withVersion = true): Promise<Identified | null> {
    const seen = fingerprint.over === 'http' ? await askHttp(fingerprint) : await askRaw(fingerprint);
    if (!seen) return null;
    const { product = fingerprint.product, version = null, models = null, isLocked = false } = seen;
    const told = version ?? (withVersion && fingerprint.over === 'http' && !isLocked ? await askVersion(fingerprint) : null);
    return { fingerprint, product, version: told, models, isLocked };
  }

  async function askHttp(fingerprint: HttpFingerprint): Promise<Recognised | null> {
    const answer = await page(fingerprint.path);
    return answer && orNull(() => fingerprint.recognise(answer, isUsual(fingerprint, door)));
  }

  async function askRaw({ say, recognise }: RawFingerprint): Promise<Recognised | null> {
    const peer = { host: door.address.replace(/^\[|\]$/g, ''), port: door.port };
    const answer = await silent(host.talk(peer, say, host.deadline(ASK_MS, signal)));
    return answer && orNull(() => recognise(Buffer.from(answer).toString('latin1')));
  }

  async function askVersion({ version }: HttpFingerprint): Promise<string | null> {
    const answer = version ? await page(version.path) : null;
    return version && answer ? orNull(() => version.read(answer.body)) : null;
  }

  return Object.assign(ask, { page });
}

/** No answer and a broken one tell no product. */
async function silent<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}

/** A recogniser throws at what has another shape. */
function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
