import type { Container } from '../probes/docker/container.ts';
import type { Published } from '../probes/docker/published.ts';
import type { DockerFacts, DockerTarget } from '../probes/docker.ts';
import type { Listener } from '../probes/ports.ts';
import type { Inventory, Readings } from './define.ts';

/** A container engine that was read. */
export interface Engine {
  readonly target: DockerTarget;
  readonly facts: DockerFacts;
  readonly at: string;
}

/** What holds a port in a container's stead; names are cut at fifteen characters. */
const STAND_IN = /^(?:docker-proxy|dockerd|rootlessport|rootlesskit|conmon|slirp4netns|pasta|containers-rootl\w*)/;

const LIVE: ReadonlySet<string> = new Set(['running', 'paused', 'restarting']);

/** Runs, or would this very moment. */
export const isLive = ({ state }: Pick<Container, 'state'>): boolean => LIVE.has(state);

/** Engines on this machine, or on one that nobody told apart from it. */
export function enginesOn(machine: string | undefined, { targets }: Inventory, readings: Readings): readonly Engine[] {
  return targets.flatMap((target) => {
    const reading = readings.get(target.id);
    if (target.kind !== 'docker' || !reading?.ok || !isSame(machine, target.machine)) return [];
    return [{ target: target as DockerTarget, facts: reading.facts as DockerFacts, at: reading.startedAt }];
  });
}

/** Whether an engine of that machine is declared that could not be read. */
export function hasUnreadEngine(machine: string | undefined, { targets }: Inventory, readings: Readings): boolean {
  return targets.some(
    (target) =>
      target.kind === 'docker' && target.planned !== 'down' && isSame(machine, target.machine) && readings.get(target.id)?.ok !== true,
  );
}

export const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

/** A program that only passes on to containers, or one whose name nobody may know. */
export const isStandIn = ({ process }: Pick<Listener, 'process'>): boolean => process === null || STAND_IN.test(process);

/** The container that a socket leads into, by the engine's own word. */
export function containerBehind(
  listener: Listener,
  engines: readonly Engine[],
): { readonly container: Container; readonly engine: Engine } | null {
  if (!isStandIn(listener)) return null;
  for (const engine of engines) {
    const container = engine.facts.containers.find(
      (each) => isLive(each) && each.published.some((published) => isOne(published, listener)),
    );
    if (container) return { container, engine };
  }
  return null;
}

/** The same sockets, with containers by their names instead of what stands in for them. */
export function withContainers(listeners: readonly Listener[], engines: readonly Engine[]): readonly Listener[] {
  if (engines.length === 0) return listeners;
  return listeners.map((listener) => {
    const behind = containerBehind(listener, engines);
    return behind ? { ...listener, process: behind.container.name } : listener;
  });
}

/** One socket may stand for every address of both families. */
function isOne({ address, port, protocol }: Published, listener: Listener): boolean {
  if (port !== listener.port || protocol !== listener.protocol) return false;
  return address === listener.address || (listener.address === '::' && address === '0.0.0.0');
}
