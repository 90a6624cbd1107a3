import pLimit from 'p-limit';
import type { Host } from '../../host/host.ts';
import { shortIpv6 } from '../../probes/addresses.ts';
import { type Listener, ports } from '../../probes/ports.ts';
import { fingerprints } from './fingerprints.ts';
import { type Identified, identify } from './identify.ts';
import type { SeenPort, Sighting, Value } from './sighting.ts';

const AT_ONCE = 16;
const MOST_ASKED = 256;
const LIST_MS = 3_000;
/** Whoever has not said by then who it is stays unrecognised. */
const ALL_MS = 8_000;

/** Daemons that are known by their name, speak no HTTP, and would only write a complaint into their log. */
const NOT_ASKED =
  /^(sshd|systemd.*|dnsmasq|named|unbound|cupsd|rpcbind|rpc\..*|smbd|nmbd|winbindd|master|exim4|dovecot|avahi-daemon|chronyd|ntpd|containerd|kubelet|etcd|xrdp|vsftpd|proftpd|Xvnc|x11vnc|svchost|lsass|wininit|services|spoolsv|System|ControlCenter|rapportd)$/i;

export interface SeenListeners {
  readonly ports: readonly SeenPort[];
  readonly sightings: readonly Sighting[];
  readonly missing: string | null;
}

/** What listens on this machine, and which product answers there. Where the list cannot be had, the usual ports are tried. */
export async function seeListeners(host: Host, signal: AbortSignal): Promise<SeenListeners> {
  const { listeners, missing } = await listed(host, signal);
  return { ...(await recognise(listeners ?? usualListeners(), listeners !== null, host, signal)), missing };
}

/** Asks each of these sockets who it is. `isOpen`: they are known to listen. */
export async function recognise(
  listeners: readonly Listener[],
  isOpen: boolean,
  host: Host,
  signal: AbortSignal,
): Promise<Omit<SeenListeners, 'missing'>> {
  const byPort = [...Map.groupBy(listeners, ({ port }) => port)];
  const limit = pLimit(AT_ONCE);
  const inTime = host.deadline(ALL_MS, signal);
  const seen = await Promise.all(byPort.map(([port, found], index) => limit(() => look(port, found, index < MOST_ASKED, host, inTime))));
  signal.throwIfAborted();
  const kept = seen.filter(({ isKnown }) => isOpen || isKnown);
  return { ports: kept.map(({ seenPort }) => seenPort), sightings: kept.flatMap(({ sightings }) => sightings) };
}

async function listed(host: Host, signal: AbortSignal) {
  try {
    const target = { id: 'ports', kind: 'ports', host: '127.0.0.1' } as const;
    const { listeners, listenersMissing } = await ports.read(target, host, 'full', host.deadline(LIST_MS, signal));
    return { listeners: listeners?.filter(({ protocol }) => protocol === 'tcp') ?? null, missing: listenersMissing?.detail ?? null };
  } catch (error) {
    signal.throwIfAborted();
    return { listeners: null, missing: error instanceof Error ? error.message : String(error) };
  }
}

function usualListeners(): readonly Listener[] {
  const usual = new Set(fingerprints.flatMap((fingerprint) => fingerprint.ports));
  return [...usual].map((port) => ({ port, protocol: 'tcp', address: '127.0.0.1', scope: 'loopback', process: null, pid: null }));
}

async function look(port: number, found: readonly Listener[], mayAsk: boolean, host: Host, signal: AbortSignal) {
  const process = found.find((listener) => listener.process !== null)?.process ?? null;
  const isAsked = mayAsk && (process === null || !NOT_ASKED.test(process));
  const answers = isAsked ? await Promise.all(doorsOf(found).map((ways) => ask(ways, port, process, host, signal))) : [];
  const known = answers.filter((answer) => answer !== null);
  const seenPort: SeenPort = {
    port,
    addresses: [...new Set(found.map(({ address }) => address))],
    process,
    product: known[0]?.identified.product ?? null,
    version: known[0]?.identified.version ?? null,
  };
  return { seenPort, isKnown: known.length > 0, sightings: known.flatMap(({ identified, at }) => sightingOf(identified, at, process)) };
}

/** By the first of these addresses that leads to somebody who says who they are. */
async function ask(ways: readonly string[], port: number, process: string | null, host: Host, signal: AbortSignal) {
  for (const address of ways) {
    // who has not said so by the deadline stays unrecognised
    const identified = await identify({ address, port, process }, host, signal).catch(() => null);
    if (identified) return { identified, at: `${address}:${port}` };
  }
  return null;
}

const MOST_DOORS = 4;

/** How this machine itself reaches each socket of one port. What is bound to every address is one socket, with two ways to it. */
function doorsOf(found: readonly Listener[]): readonly (readonly string[])[] {
  const addresses = new Set(found.map(({ address }) => address));
  if (addresses.has('0.0.0.0')) return [['127.0.0.1']];
  // which usually takes IPv4 as well
  if (addresses.has('::')) return [['127.0.0.1', '[::1]']];
  const doors = [...addresses].toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_DOORS);
  return doors.map((address) => [address.includes(':') ? `[${shortIpv6(address)}]` : address]);
}

/** Loopback first: it is how the assistant itself asks. */
const rank = (address: string) => (address.startsWith('127.') ? 0 : address === '::1' ? 1 : 2);

function sightingOf({ fingerprint, product, version, models, isLocked }: Identified, at: string, process: string | null): Sighting[] {
  if (fingerprint.kind === null) return [];
  const fields = fingerprint.fields?.(at) ?? { url: `http://${at}` };
  const token = isLocked ? TOKENS[fingerprint.kind] : undefined;
  const extra: Record<string, Value> = token ? { token: { env: token } } : {};
  return [
    {
      // one kind, many products: then the product names it
      id: /^(http|openai)$/.test(fingerprint.kind) ? product.toLowerCase() : fingerprint.kind,
      kind: fingerprint.kind,
      fields: { ...fields, ...extra },
      notes: [{ id: 'answers', values: { product, version, at, models, isLocked, process, token: token ?? null } }],
    },
  ];
}

/** The variable that may hold the token of a node that wants one. */
const TOKENS: Readonly<Record<string, string>> = { lmstudio: 'LM_STUDIO_1_KEY', openai: 'OPENAI_API_KEY' };
