import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { z } from 'zod';
import { commonFields, defineProbe, FAILURE_CODES, type FailureCode, type Mode, ProbeError } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { scopeOf, shortIpv6 } from './addresses.ts';
import { cut } from './cut.ts';
import { hostName, port } from './fields.ts';
import { listenersOnLinux } from './listeners/linux.ts';
import { distinct } from './listeners/listener.ts';
import { listenersOnMacos } from './listeners/macos.ts';
import { listenersOnWindows } from './listeners/windows.ts';

const PortsTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('ports'),
  host: hostName,
  expect: z.array(z.strictObject({ port, service: z.string().min(1) })).optional(),
  scan: z
    .tuple([port, port])
    .refine(([from, to]) => from <= to, 'expected [from, to] with from ≤ to')
    .optional(),
  /** Ports that may listen without being watched. */
  known: z.array(port).optional(),
});

const Listener = z.strictObject({
  port: z.int().min(1).max(65_535),
  protocol: z.enum(['tcp', 'udp']),
  /** The address it is bound to, such as 127.0.0.1, 0.0.0.0 or ::. */
  address: z.string(),
  scope: z.enum(['loopback', 'lan', 'all']),
  /** The owner's name without its arguments; null without the right to know. */
  process: z.string().nullable(),
  pid: z.int().nullable(),
});
export type Listener = z.infer<typeof Listener>;

const PortsFacts = z.strictObject({
  expected: z.array(
    z.strictObject({
      port: z.int(),
      service: z.string(),
      state: z.enum(['open', 'refused', 'filtered', 'closed-at-once', 'failed']),
      failure: z.enum(FAILURE_CODES).nullable(),
      durationMs: z.number().nonnegative(),
    }),
  ),
  /** Open ports among those of `scan` that are not expected; null when no scan was asked. */
  scanned: z.array(z.int()).nullable(),
  /** Everything that listens on this machine; null when `host` is another machine, in quick mode, or where it cannot be read. */
  listeners: z.array(Listener).nullable(),
  listenersMissing: z
    .strictObject({ code: z.enum(['denied', 'missing-tool', 'not-local', 'not-asked', 'malformed', 'timeout']), detail: z.string() })
    .nullable(),
  /** Other users' sockets have no owner without root: true when at least one is unnamed. */
  ownersPartial: z.boolean(),
});
export type PortsFacts = z.infer<typeof PortsFacts>;

/** Expected ports, and on this machine everything that listens, with owner and address. */
export const ports = defineProbe({
  kind: 'ports',
  target: PortsTarget,
  facts: PortsFacts,
  quick: true,
  async read(target, host, mode, signal) {
    const [{ expected, scanned }, own] = await Promise.all([knock(target, host, mode, signal), readOwn(target.host, host, mode, signal)]);
    // what was cut short looks like what is filtered
    if (signal.aborted) throw new ProbeError('timeout', 'the ports were not all tried in time', { cause: signal.reason });
    return { expected, scanned, ...own };
  },
});

const AT_ONCE = 256;
const EXPECTED_MS = 1_000;
const SCAN_MS = 300;
const MOST_SCANNED = 2_000;

/** Tries the expected ports, then those of the scan: never more than {@link AT_ONCE} together. */
async function knock({ host: name, expect = [], scan }: z.infer<typeof PortsTarget>, host: Host, mode: Mode, signal: AbortSignal) {
  const expected = await inBatches(expect, async ({ port, service }) => ({
    port,
    service,
    ...(await tryPort(name, port, EXPECTED_MS, host, signal)),
  }));
  if (!scan || mode !== 'full') return { expected, scanned: null };
  const tried = await inBatches(unexpected(scan, expect), async (port) => ({
    port,
    ...(await tryPort(name, port, SCAN_MS, host, signal)),
  }));
  return { expected, scanned: tried.filter(({ state }) => state === 'open').map(({ port }) => port) };
}

function unexpected([one, other]: readonly [number, number], expect: readonly { readonly port: number }[]): readonly number[] {
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  const known = new Set(expect.map(({ port }) => port));
  return Array.from({ length: Math.min(MOST_SCANNED, last - first + 1) }, (_, i) => first + i).filter((port) => !known.has(port));
}

async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    done.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))));
  return done;
}

type Answer = Pick<PortsFacts['expected'][number], 'state' | 'failure' | 'durationMs'>;

async function tryPort(name: string, port: number, ms: number, host: Host, signal: AbortSignal): Promise<Answer> {
  const startedAt = host.now();
  try {
    const { durationMs, closedAtOnce } = await host.connect(name, port, host.deadline(ms, signal));
    return { state: closedAtOnce ? 'closed-at-once' : 'open', failure: null, durationMs };
  } catch (error) {
    if (!(error instanceof ProbeError) || error.code === 'bug') throw error;
    const state = error.code === 'refused' ? 'refused' : error.code === 'timeout' ? 'filtered' : 'failed';
    return { state, failure: error.code, durationMs: Math.max(0, Math.round(host.now() - startedAt)) };
  }
}

type Own = Pick<PortsFacts, 'listeners' | 'listenersMissing' | 'ownersPartial'>;
type MissingCode = NonNullable<PortsFacts['listenersMissing']>['code'];

async function readOwn(name: string, host: Host, mode: Mode, signal: AbortSignal): Promise<Own> {
  if (mode !== 'full') return unread('not-asked', 'quick mode does not look at listeners');
  if (!isThisMachine(name, host)) return unread('not-local', `${name} is another machine`);
  try {
    const listeners = distinct(await listenersOn(host, signal));
    // without root, lsof hides what others own
    const ownersPartial = listeners.some(({ process }) => process === null) || (host.platform === 'darwin' && process.getuid?.() !== 0);
    return { listeners: [...listeners], listenersMissing: null, ownersPartial };
  } catch (error) {
    if (!(error instanceof ProbeError) || error.code === 'bug') throw error;
    return unread(MISSING_CODES[error.code] ?? 'malformed', error.message);
  }
}

const unread = (code: MissingCode, detail: string): Own => ({
  listeners: null,
  listenersMissing: { code, detail: cut(detail) },
  ownersPartial: false,
});

const MISSING_CODES: Partial<Record<FailureCode, MissingCode>> = { timeout: 'timeout', denied: 'denied', 'missing-tool': 'missing-tool' };

function listenersOn(host: Host, signal: AbortSignal): Promise<readonly Listener[]> {
  if (host.platform === 'linux') return listenersOnLinux(host, signal);
  if (host.platform === 'win32') return listenersOnWindows(host, signal);
  if (host.platform === 'darwin') return listenersOnMacos(host, signal);
  throw new ProbeError('missing-tool', `listeners are not read on ${host.platform}`);
}

/** By address or by name; a name that only DNS knows to be ours is taken for another machine's. */
function isThisMachine(name: string, host: Host): boolean {
  const address = shortIpv6(name).toLowerCase().replace(/\.$/, '');
  if (isIP(address) !== 0) return scopeOf(address) !== 'lan' || host.addresses().some((own) => shortIpv6(own) === address);
  const own = hostname().toLowerCase();
  return address === own || address === own.split('.')[0];
}
