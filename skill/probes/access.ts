import { isIPv4, isIPv6 } from 'node:net';
import type { Target } from '../audit/define.ts';
import { toFailure } from '../host/failures.ts';
import type { Host, HttpResponse } from '../host/host.ts';
import { endpointOf } from './endpoint.ts';
import { scopeOf } from './network-scope.ts';
import type { Access } from './node-facts.ts';

const DEADLINE_MS = 1_000;
const MOST_ADDRESSES = 2;

export interface AccessTarget extends Pick<Target, 'exposure'> {
  readonly url: string;
  readonly token?: string | undefined;
}

/**
 * How the node answers somebody without credentials, where such a person would ask. Call it once the same
 * path has answered: away from loopback and without credentials, that answer was already the stranger's.
 */
export function readAccess(
  target: AccessTarget,
  path: string,
  accepts: (body: string) => boolean,
  host: Host,
  signal: AbortSignal,
): Promise<Access> {
  const ask: StrangersQuestion = async (url, inTime) => {
    const response = await host.request(url, {}, inTime);
    return { status: response.status, anonymous: anonymous(response, accepts(response.body)) };
  };
  return readAccessBy(target, path, ask, host, signal);
}

/** Asks at a URL without credentials what was asked there before. */
export type StrangersQuestion = (url: string, signal: AbortSignal) => Promise<Pick<Answer, 'status' | 'anonymous'>>;

/** The same where more than a GET is needed to ask. */
export async function readAccessBy(
  target: AccessTarget,
  path: string,
  ask: StrangersQuestion,
  host: Host,
  signal: AbortSignal,
): Promise<Access> {
  const { base, credentials } = endpointOf(target);
  const url = new URL(base + path);
  const own = scopeOf(base);
  const untold = { address: url.host, scope: target.exposure ?? own, anonymous: null, status: null };
  if (target.exposure === 'loopback') return untold;
  if (own !== 'loopback') {
    if (Object.keys(credentials).length === 0) return { ...untold, anonymous: true, status: 200 };
    return { ...untold, ...(await askAsStranger(url, ask, host, signal)) };
  }
  const doors = ownDoors(url, host.addresses());
  const answers = await Promise.all(doors.map((door) => askAsStranger(door, ask, host, signal)));
  const [telling] = answers.filter((answer) => answer !== null).toSorted((a, b) => rank(a) - rank(b));
  return telling ? { scope: target.exposure ?? 'lan', ...telling } : untold;
}

type Answer = Omit<Access, 'scope'>;

/** Null when nobody listens there. */
async function askAsStranger(url: URL, ask: StrangersQuestion, host: Host, signal: AbortSignal): Promise<Answer | null> {
  try {
    return { address: url.host, ...(await ask(url.href, host.deadline(DEADLINE_MS, signal))) };
  } catch (error) {
    const { code } = toFailure(error);
    return code === 'refused' || code === 'unreachable' ? null : { address: url.host, anonymous: null, status: null };
  }
}

/** Whether a stranger got the full answer. */
export function anonymous({ status }: Pick<HttpResponse, 'status'>, isFull: boolean): boolean | null {
  if (status === 401 || status === 403) return false;
  return status >= 200 && status < 300 && isFull ? true : null;
}

/** The same URL through this machine's own addresses, which is where its neighbours would ask. */
function ownDoors(url: URL, addresses: readonly string[]): readonly URL[] {
  const ipv4First = [...addresses.filter(isIPv4), ...addresses.filter(isIPv6)];
  return ipv4First.slice(0, MOST_ADDRESSES).map((address) => {
    const door = new URL(url);
    door.hostname = isIPv6(address) ? `[${address}]` : address;
    return door;
  });
}

/** An open door says more than a closed one, and that more than silence. */
function rank({ anonymous }: Answer): number {
  if (anonymous === null) return 2;
  return anonymous ? 0 : 1;
}
