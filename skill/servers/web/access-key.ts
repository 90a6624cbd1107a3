import { isIP } from 'node:net';
import { CannotSucceed } from '../../cannot-succeed.ts';
import type { Environment } from '../../inventory/expand.ts';

const NAME = 'JARVIS_AUDIT_KEY';
const SHORTEST = 32;

/** The key that callers need; null where only this machine can call. Throws where anybody could. */
export function accessKey(environment: Environment, host: string): string | null {
  const key = environment[NAME];
  if (key === undefined) {
    if (isLoopback(host)) return null;
    throw new CannotSucceed(`serve: --host ${host} lets other machines call, and needs ${NAME} (${SHORTEST} characters or more)`);
  }
  if (key.length < SHORTEST) throw new CannotSucceed(`serve: ${NAME} has ${key.length} characters; expected at least ${SHORTEST}`);
  // what no header can carry could never be shown
  if (!/^[\x21-\x7e]+$/.test(key)) throw new CannotSucceed(`serve: ${NAME} holds characters other than letters, digits and signs`);
  return key;
}

/** Whether only this machine reaches it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
