import { scopeOf } from '../probes/network-scope.ts';
import type { Listener, PortsFacts } from '../probes/ports.ts';
import { compare } from './assessment.ts';
import type { AuditorFacts, Inventory, Reading, Readings, Target } from './define.ts';
import { type Engine, enginesOn, withContainers } from './port-owners.ts';

/** From outside inwards. */
export const SCOPES = ['wan', 'lan', 'loopback'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Service {
  /** The inventory id: the service itself, or the `ports` target whose listener it is. */
  readonly target: string;
  readonly name: string;
  readonly address: string;
  /** What a stranger is asked for; `not-asked` where nobody tried. */
  readonly authentication: 'none' | 'unknown' | 'not-asked' | 'required';
  /** The status that the stranger got. */
  readonly status: number | null;
  /** From how far it was seen to be reachable, and by what. */
  readonly seen: Scope | null;
  readonly seenBy: 'answer' | 'listener' | null;
  readonly declared: Scope | null;
  /** Seen from farther than the inventory says. */
  readonly contradicts: boolean;
}

export interface TrustZone {
  readonly zone: Scope | 'unknown';
  readonly services: readonly Service[];
}

type Known = Pick<Service, 'authentication' | 'status' | 'seen' | 'seenBy'> & { readonly address: string | null };

/** Who can be reached from where, and with what lock; any target with an address, and every listener that belongs to none of them. */
export function trustZones(inventory: Inventory, readings: Readings, { addresses }: AuditorFacts): readonly TrustZone[] {
  const { targets } = inventory;
  const engines = (machine: string | undefined) => enginesOn(machine, inventory, readings);
  const local = targets.flatMap((target) => listenersOf(target, readings.get(target.id), engines(target.machine)));
  const claimed = new Set<Listener>();
  const own = new Set(addresses);
  const declared = targets.flatMap((target) => {
    const reading = readings.get(target.id);
    const door = doorOf(target);
    const access = accessOf(reading);
    // off on purpose and silent: there is nothing to reach
    if ((!door && !access) || (target.planned === 'down' && !reading?.ok)) return [];
    const bound = local.filter(({ listener }) => door && isBoundTo(listener, door, own));
    for (const { listener } of bound) claimed.add(listener);
    return [
      serviceOf(
        target,
        door,
        known(target, door, reading, access),
        bound.map(({ listener }) => listener),
      ),
    ];
  });
  const strangers = local.filter(({ listener }) => listener.protocol === 'tcp' && !claimed.has(listener));
  const services = [...declared, ...undeclared(strangers)].toSorted(byNeed);
  const zones = [...SCOPES, 'unknown' as const].map((zone) => ({ zone, services: services.filter((service) => zoneOf(service) === zone) }));
  return zones.filter(({ zone, services: those }) => zone !== 'unknown' || those.length > 0);
}

/** A declared exposure widens what was seen: from inside, nobody sees the router let the world in. */
function zoneOf({ seen, declared }: Service): TrustZone['zone'] {
  return SCOPES.find((scope) => scope === seen || scope === declared) ?? 'unknown';
}

const NEED = { none: 0, unknown: 1, 'not-asked': 2, required: 3 } as const;

function byNeed(a: Service, b: Service): number {
  return NEED[a.authentication] - NEED[b.authentication] || compare(a.name, b.name) || compare(a.address, b.address);
}

interface Local {
  readonly target: Target;
  readonly listener: Listener;
}

/** Sockets of this machine, whichever probe lists them. */
function listenersOf(target: Target, reading: Reading | undefined, engines: readonly Engine[]): readonly Local[] {
  const { listeners } = reading?.ok ? (reading.facts as Partial<PortsFacts>) : {};
  return withContainers(listeners ?? [], engines).map((listener) => ({ target, listener }));
}

interface Door {
  readonly host: string;
  readonly port: number | null;
  readonly address: string;
}

const USUAL_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Where the inventory says that it is reached. */
function doorOf(target: Target): Door | null {
  const { url, host, port } = target as { url?: unknown; host?: unknown; port?: unknown };
  if (typeof host === 'string' && typeof port === 'number') return { host, port, address: addressOf(host, port) };
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  const { protocol, hostname, port: written } = new URL(url);
  if (hostname === '') return null;
  const number = written === '' ? (USUAL_PORTS[protocol] ?? null) : Number(written);
  const name = hostname.replace(/^\[|\]$/g, '');
  return { host: name, port: number, address: number === null ? hostname : addressOf(name, number) };
}

const addressOf = (host: string, port: number) => `${host.includes(':') ? `[${host}]` : host}:${port}`;
const isLoopback = (host: string) => host.startsWith('127.') || host === '::1';

/** The very address, or every address of this machine where the door is one of them. */
function isBoundTo({ protocol, port, address, scope }: Listener, door: Door, own: ReadonlySet<string>): boolean {
  if (protocol !== 'tcp' || port !== door.port) return false;
  return address === door.host || (scope === 'all' && (isLoopback(door.host) || own.has(door.host)));
}

interface Access {
  readonly address?: string;
  readonly scope?: Scope;
  readonly anonymous?: boolean | null;
  readonly status?: number | null;
}

/** How a stranger was answered, as the facts of any kind may say; null where nobody asked, undefined where the kind never asks. */
function accessOf(reading: Reading | undefined): Access | null | undefined {
  return reading?.ok ? (reading.facts as { readonly access?: Access | null }).access : undefined;
}

/** What the reading itself tells. */
function known(target: Target, door: Door | null, reading: Reading | undefined, access: Access | null | undefined): Known {
  const nothing = { authentication: 'not-asked', status: null, seen: null, seenBy: null, address: null } as const;
  if (!reading?.ok) return reading?.failure ? { ...nothing, authentication: 'unknown' } : nothing;
  const reached = door && !isLoopback(door.host) ? scopeOfHost(door.host) : null;
  const answered = reached === null ? nothing : { ...nothing, seen: reached, seenBy: 'answer' as const };
  // what the inventory says of its exposure was believed, and nobody was asked
  if (!access || (target.exposure === 'loopback' && (access.status ?? null) === null)) return answered;
  const { address = null, anonymous = null, status = null } = access;
  const asked = address === null ? (access.scope ?? null) : scopeOfHost(hostOf(address));
  if (asked === 'loopback') return { ...nothing, seen: 'loopback', seenBy: 'answer', address };
  const authentication = anonymous === null ? 'unknown' : anonymous ? 'none' : 'required';
  if (anonymous === null && status === null) return { ...answered, authentication, address };
  return { authentication, status, seen: reached ?? asked, seenBy: 'answer', address };
}

/** Of `host:port`, as a URL has it. */
function hostOf(address: string): string {
  return URL.canParse(`http://${address}`) ? new URL(`http://${address}`).hostname.replace(/^\[|\]$/g, '') : '';
}

function scopeOfHost(host: string): Scope | null {
  const url = `http://${host.includes(':') ? `[${host}]` : host}`;
  return host !== '' && URL.canParse(url) ? scopeOf(url) : null;
}

function serviceOf(target: Target, door: Door | null, { address, ...facts }: Known, bound: readonly Listener[]): Service {
  const declared = target.exposure ?? null;
  const byListener = bound.length > 0 ? scopeOfListeners(bound) : null;
  const wider = byListener !== null && (facts.seen === null || SCOPES.indexOf(byListener) < SCOPES.indexOf(facts.seen));
  const seen = wider ? byListener : facts.seen;
  return {
    target: target.id,
    name: target.id,
    address: address ?? door?.address ?? '',
    ...facts,
    ...(wider ? { seen, seenBy: 'listener' as const } : {}),
    declared,
    contradicts: declared !== null && seen !== null && SCOPES.indexOf(seen) < SCOPES.indexOf(declared),
  };
}

/** Whoever listens everywhere is within reach of the neighbours; whether of the world cannot be seen from here. */
function scopeOfListeners(listeners: readonly Listener[]): Scope {
  return listeners.every(({ scope }) => scope === 'loopback') ? 'loopback' : 'lan';
}

/** One service a port: the same one often listens on several addresses. */
function undeclared(strangers: readonly Local[]): readonly Service[] {
  const byPort = Map.groupBy(strangers, ({ target, listener }) => `${target.id} ${listener.port}`);
  return [...byPort.values()].flatMap((those) => {
    const [first] = those.toSorted(
      (a, b) => WIDTH[a.listener.scope] - WIDTH[b.listener.scope] || compare(a.listener.address, b.listener.address),
    );
    if (!first) return [];
    const { target, listener } = first;
    return [
      {
        target: target.id,
        name: nameOf(target, listener),
        address: addressOf(listener.address, listener.port),
        authentication: 'not-asked' as const,
        status: null,
        seen: scopeOfListeners(those.map((each) => each.listener)),
        seenBy: 'listener' as const,
        declared: null,
        contradicts: false,
      },
    ];
  });
}

const WIDTH = { all: 0, lan: 1, loopback: 2 } as const;

/** As the inventory expects it there, else the program that holds the port. */
function nameOf(target: Target, { port, process }: Listener): string {
  const { expect = [] } = target as { expect?: readonly { readonly port: number; readonly service: string }[] };
  return expect.find((expected) => expected.port === port)?.service ?? process ?? `port ${port}`;
}
