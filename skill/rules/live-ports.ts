import type { Scope, Target } from '../audit/define.ts';
import { containerBehind, type Engine, enginesOn, hasUnreadEngine, isLive, isSame, isStandIn } from '../audit/port-owners.ts';
import type { Port } from '../probes/compose/ports.ts';
import type { ComposeFile, Service } from '../probes/compose.ts';
import type { Published } from '../probes/docker/published.ts';
import type { Listener, PortsFacts } from '../probes/ports.ts';

/** From here on the system gives ports to whoever sends a datagram. */
const FIRST_FLEETING_PORT = 32_768;

/** What a machine has in use, as far as anybody could see. */
export interface Surroundings {
  readonly engines: readonly Engine[];
  /** An engine is declared and was not read, so that what runs may be a file's own. */
  readonly isEngineBlind: boolean;
  /** Null where nobody could list them. */
  readonly listeners: readonly Listener[] | null;
}

export function surroundings({ machine }: Target, { inventory, readings }: Scope): Surroundings {
  const engines = enginesOn(machine, inventory, readings);
  const lists = inventory.targets.flatMap((target) => {
    const reading = readings.get(target.id);
    if (target.kind !== 'ports' || !reading?.ok || !isSame(machine, target.machine)) return [];
    return (reading.facts as PortsFacts).listeners ?? [];
  });
  const isListed = inventory.targets.some((target) => {
    const reading = readings.get(target.id);
    return target.kind === 'ports' && reading?.ok && isSame(machine, target.machine) && (reading.facts as PortsFacts).listeners !== null;
  });
  return {
    engines,
    isEngineBlind: engines.length === 0 || hasUnreadEngine(machine, inventory, readings),
    listeners: isListed ? lists : null,
  };
}

/** One port that a service of a file would bind. */
export interface Wish {
  readonly file: ComposeFile;
  readonly service: Service;
  readonly port: number;
  readonly line: number;
  readonly address: string | null;
  readonly protocol: Port['protocol'];
}

/** A range of more is nobody's. */
const MOST_OF_RANGE = 1_000;

/** Everything that `docker compose up` in this file would bind. */
export function wishesOf(file: ComposeFile): readonly Wish[] {
  return file.services
    .filter(({ isEnabled }) => isEnabled)
    .flatMap((service) =>
      service.ports.flatMap(({ from, to, line, address, protocol }) =>
        Array.from({ length: Math.min(MOST_OF_RANGE, to - from + 1) }, (_, index) => ({
          file,
          service,
          port: from + index,
          line,
          address,
          protocol,
        })),
      ),
    );
}

/** Who has a port now: somebody by name, the service itself, somebody whom nobody may name, or nobody (null). */
export type Holder = { readonly kind: 'other'; readonly name: string } | { readonly kind: 'own' } | { readonly kind: 'unnamed' } | null;

export function holderOf(wish: Wish, { engines, isEngineBlind, listeners }: Surroundings): Holder {
  const containers = engines.flatMap(({ facts }) => facts.containers.filter(isLive));
  const holder = containers.find(({ published }) => published.some((each) => isWished(each, wish)));
  if (holder) return isOwn(holder, wish) ? { kind: 'own' } : { kind: 'other', name: holder.name };
  const listener = (listeners ?? []).find((each) => !isFleeting(each) && isWished(each, wish) && !containerBehind(each, engines));
  if (!listener) return null;
  if (isStandIn(listener) && isEngineBlind) return { kind: 'unnamed' };
  return listener.process === null ? { kind: 'unnamed' } : { kind: 'other', name: listener.process };
}

/** The service that already runs from this project. */
function isOwn({ name, compose }: Engine['facts']['containers'][number], { file, service }: Wish): boolean {
  if (compose === null) return name === service.containerName?.name;
  return compose.service === service.name && (compose.project === file.project || compose.files.includes(file.absolute));
}

function isFleeting({ protocol, port }: Listener): boolean {
  return protocol === 'udp' && port >= FIRST_FLEETING_PORT;
}

/** The same port on an address that both want. */
function isWished(one: Pick<Published | Listener, 'port' | 'protocol' | 'address'>, { port, protocol, address }: Wish): boolean {
  return one.port === port && one.protocol === protocol && isSharedAddress(one.address, address);
}

export function isSharedAddress(bound: string, wished: string | null): boolean {
  if (wished === null || bound === wished || bound === '::') return true;
  return bound === '0.0.0.0' && !wished.includes(':');
}

/** The ports of a file that somebody has now, the file's own services included. */
export function livePorts(file: ComposeFile, around: Surroundings): readonly Wish[] {
  return wishesOf(file).filter((wish) => holderOf(wish, around) !== null);
}

/** The next port that nobody has and nobody wishes for; null where what listens is unknown. */
export function freePort(port: number, { engines, listeners }: Surroundings, taken: ReadonlySet<number>): number | null {
  if (listeners === null) return null;
  const held = new Set([
    ...listeners.map((listener) => listener.port),
    ...engines.flatMap(({ facts }) =>
      facts.containers.flatMap(({ published, details }) => [...published, ...(details?.wanted ?? [])].map((each) => each.port)),
    ),
  ]);
  // a port that only root may bind is offered its neighbour among those of everybody: 80 and 8080
  for (let free = port < 1_024 ? 8_000 + port : port + 1; free < FIRST_FLEETING_PORT; free += 1)
    if (!held.has(free) && !taken.has(free)) return free;
  return null;
}
