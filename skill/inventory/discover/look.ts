import type { Host } from '../../host/host.ts';
import { machineId } from '../discover.ts';
import { seeBackups } from './backups.ts';
import { seeCompose } from './compose.ts';
import { seeEnvironment } from './environment.ts';
import { seeGpus } from './gpus.ts';
import { seeKubeconfigs } from './kubeconfig.ts';
import { type SeenListeners, seeListeners } from './listeners.ts';
import type { Place } from './place.ts';
import { seeSecrets } from './secrets.ts';
import type { Sighting, Surroundings } from './sighting.ts';
import { seeSockets } from './sockets.ts';
import { seeUnits } from './units.ts';

/** Files of a dead network share must not hold the rest. */
const FILES_MS = 3_000;

/** Everything that can be seen of this machine, in a few seconds, changing nothing. Rejects only when `signal` aborts. */
export async function lookAround(
  place: Place,
  host: Host,
  signal: AbortSignal,
  listeners: (host: Host, signal: AbortSignal) => Promise<SeenListeners> = seeListeners,
): Promise<Surroundings> {
  const files = host.deadline(FILES_MS, signal);
  const [seen, gpus, ...others] = await Promise.all([
    listeners(host, signal),
    seeGpus(host, signal),
    seeSockets(place, host, files),
    seeKubeconfigs(place, host, files),
    seeCompose(place, files),
    seeUnits(place, files),
    seeSecrets(place, files),
    seeBackups(place, files),
  ]);
  signal.throwIfAborted();
  const machine = machineId();
  const own = new Set(['127.0.0.1', ...host.addresses()]);
  const nodes = merged(seeEnvironment(place.environment), seen.sightings, own);
  const self: Sighting = { id: machine, kind: 'host', fields: {}, notes: [{ id: 'machine', values: {} }] };
  return {
    machine,
    sightings: [...nodes, self, ...gpus, ...others.flat()].map((sighting) => onMachine(sighting, machine, own)),
    ports: seen.ports,
    portsMissing: seen.missing,
  };
}

/** A node that the environment names and that answers here is one node, under its name there. */
function merged(named: readonly Sighting[], found: readonly Sighting[], own: ReadonlySet<string>): readonly Sighting[] {
  const isSame = (one: Sighting, other: Sighting) => {
    const place = placeOf(one, own);
    return one.kind === other.kind && place !== null && place === placeOf(other, own);
  };
  return [
    ...named.map((sighting) => {
      const twin = found.find((other) => isSame(sighting, other));
      return twin ? { ...sighting, fields: { ...twin.fields, ...sighting.fields }, notes: [...sighting.notes, ...twin.notes] } : sighting;
    }),
    ...found.filter((sighting) => !named.some((other) => isSame(sighting, other))),
  ];
}

/** Where its URL leads, all of this machine's addresses being one; null without a written URL. */
function placeOf({ fields: { url } }: Sighting, own: ReadonlySet<string>): string | null {
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  const { hostname, port } = new URL(url);
  const address = hostname.replace(/^\[|\]$/g, '');
  return `${own.has(address) || address.startsWith('127.') || address === '::1' ? 'here' : address}:${port}`;
}

/** Says which machine it lives on, where that is this one. */
function onMachine(sighting: Sighting, machine: string, own: ReadonlySet<string>): Sighting {
  const { url } = sighting.fields;
  const isHere = sighting.kind !== 'host' && (url === undefined || (placeOf(sighting, own)?.startsWith('here:') ?? false));
  return isHere ? { ...sighting, fields: { ...sighting.fields, machine } } : sighting;
}
