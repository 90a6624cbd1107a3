import { defineRule, type Inventory, type Rule, type Scope, type Verdict } from '../audit/define.ts';
import { type Engine, enginesOn, isLive, withContainers } from '../audit/port-owners.ts';
import { type Listener, type PortsFacts, ports } from '../probes/ports.ts';
import { judge } from './judge.ts';
import { operands } from './shell.ts';

/** Ports whose service hands out data, models or commands to whoever reaches it. */
const SENSITIVE: Readonly<Record<number, string>> = {
  1234: 'LM Studio',
  2375: 'Docker',
  3306: 'MySQL',
  5432: 'PostgreSQL',
  6333: 'Qdrant',
  6334: 'Qdrant',
  6379: 'Redis',
  8000: 'Chroma',
  9090: 'Prometheus',
  9200: 'Elasticsearch',
  11434: 'Ollama',
  27017: 'MongoDB',
};

const expectedOpen = defineRule({
  code: 'NET-001',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { ports },
  *check({ ports }) {
    for (const { target, reading } of ports) {
      if (!reading.ok) continue;
      for (const { port, service, state, failure, durationMs } of reading.facts.expected) {
        const { host } = target;
        const on = judge('NET-001', target.id, String(port), {
          evidence: [{ request: `connect ${host}:${port}`, value: `${state}, ${durationMs} ms`, at: reading.startedAt }],
          // bash and coreutils are everywhere; nc is not
          verify: `timeout 2 bash -c '</dev/tcp/${host}/${port}' && echo open`,
        });
        if (state === 'open') yield on.pass();
        else if (state === 'refused' || failure === 'unreachable')
          yield on.violation({ id: 'port-closed', values: { service, port, host, failure: failure ?? 'refused' } });
        else yield on.unknown({ id: 'port-unclear', values: { service, port, host, state } });
      }
    }
  },
});

const declaredListeners = defineRule({
  code: 'NET-002',
  dimension: 'security',
  severity: 'medium',
  about: 'target',
  needs: { ports },
  *check({ ports }, scope) {
    const { inventory } = scope;
    for (const { target, reading } of ports) {
      if (!reading.ok) continue;
      const listeners = named(reading.facts, target.machine, scope);
      if (!listeners) yield noListeners('NET-002', target.id, reading.facts);
      else if (inventory.source === 'file') {
        const declared = new Set([
          ...(target.known ?? []),
          ...(target.expect ?? []).map(({ port }) => port),
          ...localPorts(inventory, listeners, target.machine),
          ...containerPorts(enginesOn(target.machine, inventory, scope.readings)),
        ]);
        for (const [port, found] of byPort(listeners)) {
          const on = judge('NET-002', target.id, String(port), proof(port, found, reading.startedAt));
          yield declared.has(port)
            ? on.pass()
            : on.violation({ id: 'unknown-listener', values: { port, address: widest(found).address, process: owners(found)[0] ?? null } });
        }
      } else yield judge('NET-002', target.id, target.id).notApplicable({ id: 'not-declared', values: { target: target.id } });
    }
  },
});

/** Listeners with containers by their names; null where nobody could list them. */
function named({ listeners }: PortsFacts, machine: string | undefined, { inventory, readings }: Scope): readonly Listener[] | null {
  return listeners && withContainers(listeners, enginesOn(machine, inventory, readings));
}

/** What containers publish is known: those that their engine expects, or all where it expects none in particular. */
function containerPorts(engines: readonly Engine[]): readonly number[] {
  return engines.flatMap(({ target, facts }) => {
    const expected = target.expect?.containers;
    const known = facts.containers.filter((container) => isLive(container) && (expected?.includes(container.name) ?? true));
    return known.flatMap(({ published }) => published.map(({ port }) => port));
  });
}

/** Ports of this machine that the inventory's own URLs name. */
function localPorts(inventory: Inventory, listeners: readonly Listener[], machine: string | undefined): readonly number[] {
  const own = new Set(listeners.map(({ address }) => address));
  return inventory.targets.flatMap((target) => {
    const { url, port, host } = target as { url?: unknown; port?: unknown; host?: unknown };
    const address = typeof url === 'string' && URL.canParse(url) ? new URL(url) : null;
    const name = address?.hostname.replace(/^\[|\]$/g, '') ?? (typeof host === 'string' ? host : '');
    const isLocal = name.startsWith('127.') || name === '::1' || own.has(name) || (machine !== undefined && target.machine === machine);
    if (!isLocal) return [];
    if (address) return [Number(address.port) || (address.protocol === 'https:' ? 443 : 80)];
    return typeof port === 'number' ? [port] : [];
  });
}

const sensitiveBound = defineRule({
  code: 'NET-003',
  dimension: 'security',
  severity: 'high',
  about: 'target',
  needs: { ports },
  *check({ ports }, scope) {
    for (const { target, reading } of ports) {
      if (!reading.ok) continue;
      const listeners = named(reading.facts, target.machine, scope);
      if (!listeners) yield noListeners('NET-003', target.id, reading.facts);
      for (const [port, found] of byPort(listeners ?? [])) {
        const service = SENSITIVE[port];
        const { scope, address } = widest(found);
        const on = judge('NET-003', target.id, String(port), proof(port, found, reading.startedAt));
        yield service && scope === 'all'
          ? on.violation({ id: 'sensitive-open', values: { service, port, address, process: owners(found)[0] ?? null } })
          : on.pass();
      }
    }
  },
});

const collisions = defineRule({
  code: 'NET-004',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { ports },
  *check({ ports }, scope) {
    for (const { target, reading } of ports) {
      if (!reading.ok) continue;
      const listeners = named(reading.facts, target.machine, scope);
      if (!listeners) yield noListeners('NET-004', target.id, reading.facts);
      for (const [port, found] of byPort(listeners ?? [])) {
        const overlapping = found.filter((one) => found.some((other) => other !== one && overlap(one, other)));
        const names = owners(overlapping);
        const on = judge('NET-004', target.id, String(port), proof(port, found, reading.startedAt));
        if (names.length >= 2) yield on.violation({ id: 'port-shared', values: { port, owners: names } });
        else if (
          overlapping.length >= 2 &&
          overlapping.some(({ process }) => process === null) &&
          new Set(overlapping.map(family)).size < overlapping.length
        )
          yield on.unknown({ id: 'owner-unknown', values: { port } });
        else yield on.pass();
      }
    }
    yield* turnedAway(scope);
  },
});

/** Containers that could not start because somebody had their port. */
function* turnedAway({ inventory, readings }: Scope): Generator<Verdict> {
  for (const { target, facts, at } of enginesOn(undefined, inventory, readings)) {
    const waiting = facts.containers.filter((container) => !isLive(container) && container.details?.takenPort);
    for (const [port, those] of Map.groupBy(waiting, ({ details }) => details?.takenPort ?? 0)) {
      const holders = facts.containers.filter((container) => isLive(container) && container.published.some((each) => each.port === port));
      const names = [...those, ...holders].map(({ name }) => name);
      const on = judge('NET-004', target.id, String(port), {
        evidence: those.map(({ name }) => ({ command: `inspect ${name}`, value: 'port is already allocated', at })),
        verify: `ss -ltnp 'sport = :${port}'`,
      });
      yield on.violation({ id: names.length > 1 ? 'port-shared' : 'port-taken', values: { port, owners: names } });
    }
  }
}

/** Names that one line may ask for. */
const MOST_NAMES = 4;

const resolver = defineRule({
  code: 'NET-008',
  dimension: 'observability',
  severity: 'high',
  about: 'cluster',
  needs: {},
  *check(_, { auditor }) {
    const names = Object.keys(auditor.names);
    const resolved = names.filter((name) => auditor.names[name] === 'resolved').length;
    const on = judge('NET-008', 'cluster', 'cluster', {
      evidence: [{ value: `${resolved} of ${names.length} names resolved` }],
      // without a name, getent would list this machine's own file
      verify: names.length > 0 ? `getent hosts ${operands(names.slice(0, MOST_NAMES))} || echo none` : 'cat /etc/resolv.conf',
    });
    if (names.length === 0) yield on.notApplicable();
    // one name that fails is that name's trouble; all of them are the resolver's
    else if (resolved === 0) yield on.violation({ id: 'resolver-broken', values: { names } });
    else yield on.pass({ id: 'names-resolved', values: { resolved, total: names.length } });
  },
});

function noListeners(code: 'NET-002' | 'NET-003' | 'NET-004', target: string, { listenersMissing }: PortsFacts): Verdict {
  const on = judge(code, target, target);
  if (listenersMissing?.code === 'not-asked') return on.skipped();
  return listenersMissing?.code === 'not-local'
    ? on.notApplicable()
    : on.unknown({ id: 'listeners-unknown', values: { target, detail: listenersMissing?.detail ?? '' } });
}

/** TCP only: an unconnected UDP socket may be a client's. */
function byPort(listeners: readonly Listener[]): readonly (readonly [number, readonly Listener[]])[] {
  const tcp = listeners.filter(({ protocol }) => protocol === 'tcp');
  return [...Map.groupBy(tcp, ({ port }) => port)].toSorted(([a], [b]) => a - b);
}

function proof(port: number, found: readonly Listener[], at: string) {
  const value = found.map(({ address, process, pid }) => `${address} ${process ?? '?'}${pid === null ? '' : ` (pid ${pid})`}`).join(', ');
  return { evidence: [{ command: 'ss -ltnp', value, at }], verify: `ss -ltnp 'sport = :${port}'` };
}

const WIDTH = { all: 2, lan: 1, loopback: 0 } as const;

function widest(found: readonly Listener[]): Pick<Listener, 'address' | 'scope'> {
  return (
    found.toSorted((a, b) => WIDTH[b.scope] - WIDTH[a.scope] || (a.address < b.address ? -1 : 1))[0] ?? { address: '', scope: 'loopback' }
  );
}

function owners(found: readonly Listener[]): readonly string[] {
  return [...new Set(found.map(({ process }) => process).filter((name) => name !== null))].toSorted();
}

/** The same address, or one of them is every address of a family that the other belongs to; `::` may take IPv4 too. */
function overlap(a: Listener, b: Listener): boolean {
  if (a.address === b.address) return true;
  if (a.scope !== 'all' && b.scope !== 'all') return false;
  return family(a) === family(b) || a.address === '::' || b.address === '::';
}

function family({ address }: Listener): number {
  return address.includes(':') ? 6 : 4;
}

export const networkRules: readonly Rule[] = [expectedOpen, declaredListeners, sensitiveBound, collisions, resolver];
