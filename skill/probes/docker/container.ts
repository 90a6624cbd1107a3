import { z } from 'zod';
import { cut } from '../cut.ts';
import { ComposeLabels, composeOf, managerOf, TraefikLabels, traefikOf } from './labels.ts';
import { proxyNetworkOf } from './proxy.ts';
import { Published, publishedOf, takenPortOf, wantedOf } from './published.ts';
import type { Inspected, Listed } from './wire.ts';

const STATES = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead', 'unknown'] as const;
const MOST_NETWORKS = 50;
const MOST_MOUNTS = 100;

const Health = z.strictObject({
  status: z.enum(['starting', 'healthy', 'unhealthy']),
  failingStreak: z.int().nonnegative(),
  /** Of the last probe. */
  exitCode: z.int().nullable(),
});

const Details = z.strictObject({
  exitCode: z.int(),
  restartCount: z.int().nonnegative(),
  /** By the engine's own clock; null when it never ran. */
  startedAgoSeconds: z.number().nonnegative().nullable(),
  isOutOfMemory: z.boolean(),
  /** The port that another one held when this one was to start. */
  takenPort: z.int().nullable(),
  health: Health.nullable(),
  hasHealthcheck: z.boolean(),
  isPrivileged: z.boolean(),
  /** Added ones, without `CAP_`. */
  capabilities: z.array(z.string()),
  /** Empty for the image's own, which is root where the image says nothing. */
  user: z.string(),
  restartPolicy: z.string(),
  isRemovedAfterwards: z.boolean(),
  logDriver: z.string(),
  logMaxSize: z.string().nullable(),
  /** What it publishes once it runs. */
  wanted: z.array(Published),
});

export const Container = z.strictObject({
  id: z.string(),
  name: z.string(),
  image: z.string(),
  state: z.enum(STATES),
  /** `host`, `none`, `container:…` or the network that it was made for. */
  networkMode: z.string(),
  networks: z.array(z.strictObject({ name: z.string(), address: z.string(), gateway: z.string() })),
  /** What reaches it from outside now; both families where both are bound. */
  published: z.array(Published),
  mounts: z.array(z.strictObject({ type: z.string(), source: z.string(), destination: z.string(), isWritable: z.boolean() })),
  compose: ComposeLabels.nullable(),
  traefik: TraefikLabels.nullable(),
  /** What starts it again in the engine's stead. */
  managedBy: z.enum(['swarm', 'systemd']).nullable(),
  /** A Traefik: which network it looks for containers on, `''` when it does not say. */
  proxyNetwork: z.string().nullable(),
  /** What only the engine's detailed answer tells; null where there was none. */
  details: Details.nullable(),
});
export type Container = z.infer<typeof Container>;

/** One container from the list and, where there is one, the detailed answer. */
export function containerOf(listed: Listed, inspected: Inspected | null, nowMs: number): Container {
  const labels = inspected?.Config.Labels ?? listed.Labels ?? {};
  const image = cut(inspected?.Config.Image || listed.Image || '');
  return {
    id: cut(listed.Id, 12),
    name: nameOf(listed),
    image,
    state: stateOf(listed, inspected),
    networkMode: cut(inspected?.HostConfig.NetworkMode ?? listed.HostConfig?.NetworkMode ?? ''),
    networks: networksOf(inspected?.NetworkSettings ?? listed.NetworkSettings),
    published: publishedOf(listed.Ports ?? []),
    mounts: (inspected?.Mounts ?? listed.Mounts ?? []).slice(0, MOST_MOUNTS).map(({ Type, Name, Source, Destination, RW }) => ({
      type: cut(Type ?? '', 16),
      source: cut((Type === 'volume' ? Name : Source) ?? ''),
      destination: cut(Destination ?? ''),
      // an engine that does not tell lets it be written
      isWritable: RW ?? true,
    })),
    compose: composeOf(labels),
    traefik: traefikOf(labels),
    managedBy: managerOf(labels),
    proxyNetwork: proxyNetworkOf(image, inspected),
    details: inspected && detailsOf(inspected, nowMs),
  };
}

/** Links of old give a container names with a second slash, too. */
function nameOf({ Names, Id }: Listed): string {
  const names = (Names ?? []).map((name) => name.replace(/^\//, ''));
  return cut(names.find((name) => !name.includes('/')) ?? names[0] ?? Id.slice(0, 12)) || cut(Id, 12);
}

/** Engines before 1.23 tell a state only in words. */
function stateOf({ State, Status }: Listed, inspected: Inspected | null): Container['state'] {
  const told = inspected?.State;
  if (told?.Restarting) return 'restarting';
  const name = told?.Status || State || /^(up|exited|created|dead|restarting|paused)/i.exec(Status ?? '')?.[1]?.toLowerCase();
  if (name === 'up') return /\(paused\)/i.test(Status ?? '') ? 'paused' : 'running';
  // Podman's words for what Docker calls exited and created
  if (name === 'stopped') return 'exited';
  if (name === 'configured' || name === 'initialized') return 'created';
  return (
    STATES.find((state) => state === name) ??
    (told?.Running === undefined || told.Running === null ? 'unknown' : told.Running ? 'running' : 'exited')
  );
}

function networksOf(settings: Listed['NetworkSettings']): Container['networks'] {
  return Object.entries(settings?.Networks ?? {})
    .slice(0, MOST_NETWORKS)
    .map(([name, endpoint]) => ({
      name: cut(name),
      address: cut(endpoint?.IPAddress ?? '', 64),
      gateway: cut(endpoint?.Gateway ?? '', 64),
    }));
}

function detailsOf({ State, RestartCount, HostConfig, Config }: Inspected, nowMs: number): NonNullable<Container['details']> {
  const test = Config.Healthcheck?.Test ?? [];
  const startedAtMs = Date.parse(State.StartedAt ?? '');
  return {
    exitCode: State.ExitCode ?? 0,
    restartCount: Math.max(0, RestartCount ?? 0),
    // never started is year 1
    startedAgoSeconds: startedAtMs > 0 ? Math.max(0, nowMs - startedAtMs) / 1_000 : null,
    isOutOfMemory: State.OOMKilled ?? false,
    takenPort: takenPortOf(State.Error ?? ''),
    health: healthOf(State.Health),
    hasHealthcheck: (test.length > 0 && test[0] !== 'NONE') || healthOf(State.Health) !== null,
    isPrivileged: HostConfig.Privileged ?? false,
    capabilities: (HostConfig.CapAdd ?? []).slice(0, 64).map((name) => cut(name, 40).replace(/^CAP_/i, '').toUpperCase()),
    user: cut(Config.User ?? '', 64),
    restartPolicy: cut(HostConfig.RestartPolicy?.Name ?? '', 32),
    isRemovedAfterwards: HostConfig.AutoRemove ?? false,
    logDriver: cut(HostConfig.LogConfig?.Type ?? '', 32),
    logMaxSize: cut(HostConfig.LogConfig?.Config?.['max-size'] ?? '', 32) || null,
    wanted: wantedOf(HostConfig.PortBindings ?? {}),
  };
}

/** Podman says `""` and Docker `none` where there is no probe. */
function healthOf(health: Inspected['State']['Health']): z.infer<typeof Health> | null {
  const status = Health.shape.status.safeParse(health?.Status);
  if (!status.success) return null;
  const last = health?.Log?.at(-1);
  return { status: status.data, failingStreak: Math.max(0, health?.FailingStreak ?? 0), exitCode: last?.ExitCode ?? null };
}
