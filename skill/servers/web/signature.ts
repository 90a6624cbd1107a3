import { createHash, createHmac } from 'node:crypto';
import { isSameSecret } from './same-secret.ts';

/** How far the caller's clock may be from ours. */
const WINDOW_S = 300;

/** What a signed call says of itself: `X-Jarvis-Timestamp` and `X-Jarvis-Signature`. */
export interface Signature {
  readonly timestamp: string;
  /** Small hexadecimal letters. */
  readonly mac: string;
}

/** What is signed of a call. */
export interface SignedCall {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly body: Buffer;
}

/** The signature of a call, when it has one that could be valid now; its body need not have arrived. */
export function signatureOf(timestamp: unknown, signature: unknown, now: Date): Signature | null {
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return null;
  const [, mac] = /^v1=([0-9a-f]{64})$/i.exec(signature) ?? [];
  if (mac === undefined || !/^\d{1,12}$/.test(timestamp)) return null;
  const isTimely = Math.abs(now.getTime() / 1000 - Number(timestamp)) <= WINDOW_S;
  return isTimely ? { timestamp, mac: mac.toLowerCase() } : null;
}

/** Whether who made the call has the key. */
export function isSigned({ timestamp, mac }: Signature, { method, url, body }: SignedCall, key: string): boolean {
  const digest = createHash('sha256').update(body).digest('hex');
  return isSameSecret(mac, createHmac('sha256', key).update(`v1:${timestamp}:${method}:${url}:${digest}`).digest('hex'));
}
