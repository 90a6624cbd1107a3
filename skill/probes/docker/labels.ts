import { z } from 'zod';
import { cut } from '../cut.ts';

type Labels = Readonly<Record<string, string>>;

const MOST_LABELS = 500;
const MOST_FILES = 20;

/** What Compose writes on each of its containers. */
export const ComposeLabels = z.strictObject({
  project: z.string(),
  service: z.string(),
  /** Absolute, on the machine where `docker compose` ran. */
  files: z.array(z.string()),
});

export function composeOf(labels: Labels): z.infer<typeof ComposeLabels> | null {
  const label = (name: string) => labels[`com.docker.compose.${name}`] ?? labels[`io.podman.compose.${name}`] ?? '';
  const project = label('project');
  if (project === '') return null;
  const files = label('project.config_files').split(',').filter(Boolean);
  return { project: cut(project), service: cut(label('service')), files: files.slice(0, MOST_FILES).map((file) => cut(file, 500)) };
}

export function managerOf(labels: Labels): 'swarm' | 'systemd' | null {
  if (labels['com.docker.swarm.service.id']) return 'swarm';
  return labels['PODMAN_SYSTEMD_UNIT'] ? 'systemd' : null;
}

/** What the labels tell Traefik: routes and ports. Values of middlewares are left out, since they hold passwords. */
export const TraefikLabels = z.strictObject({
  /** Null where nothing says so, and Traefik's own default decides. */
  isEnabled: z.boolean().nullable(),
  network: z.string().nullable(),
  routers: z.array(
    z.strictObject({
      name: z.string(),
      protocol: z.enum(['http', 'tcp', 'udp']),
      rule: z.string().nullable(),
      service: z.string().nullable(),
      entryPoints: z.array(z.string()),
      middlewares: z.array(z.string()),
      hasTls: z.boolean(),
    }),
  ),
  /** Ports inside the container. */
  services: z.array(z.strictObject({ name: z.string(), protocol: z.enum(['http', 'tcp', 'udp']), port: z.int().nullable() })),
  middlewares: z.array(z.strictObject({ name: z.string(), type: z.string() })),
});
export type TraefikLabels = z.infer<typeof TraefikLabels>;
type Router = TraefikLabels['routers'][number];

const ROUTER = /^traefik\.(http|tcp|udp)\.routers\.([^.]+)\.(.+)$/i;
const SERVICE = /^traefik\.(http|tcp|udp)\.services\.([^.]+)\.loadbalancer\.server\.port$/i;
const MIDDLEWARE = /^traefik\.(?:http|tcp)\.middlewares\.([^.]+)\.([^.]+)/i;

/** Null for a container that Traefik is told nothing of. Names of properties count in any case, as Traefik reads them. */
export function traefikOf(labels: Labels): TraefikLabels | null {
  const entries = Object.entries(labels)
    .slice(0, MOST_LABELS)
    .filter(([key]) => /^traefik\./i.test(key));
  if (entries.length === 0) return null;
  const told = (...names: readonly string[]) => entries.find(([key]) => names.includes(key.toLowerCase()))?.[1] ?? null;
  const enabled = told('traefik.enable');
  const network = told('traefik.docker.network', 'traefik.swarm.network');
  return {
    isEnabled: enabled === null ? null : /^(?:true|1|t)$/i.test(enabled.trim()),
    network: network === null ? null : cut(network),
    routers: routersOf(entries),
    services: entries.flatMap(([key, value]) => {
      const [, protocol, name] = SERVICE.exec(key) ?? [];
      return name === undefined ? [] : [{ name: cut(name), protocol: protocolOf(protocol), port: portOf(value) }];
    }),
    middlewares: distinctMiddlewares(entries),
  };
}

function routersOf(entries: readonly (readonly [string, string])[]): Router[] {
  const routers = new Map<string, Router>();
  for (const [key, value] of entries) {
    const [, protocol, name = '', property = ''] = ROUTER.exec(key) ?? [];
    if (name === '') continue;
    const id = `${protocol} ${name}`;
    const known = routers.get(id) ?? {
      name: cut(name),
      protocol: protocolOf(protocol),
      rule: null,
      service: null,
      entryPoints: [],
      middlewares: [],
      hasTls: false,
    };
    routers.set(id, { ...known, ...propertyOf(property.toLowerCase(), value) });
  }
  return [...routers.values()];
}

function propertyOf(property: string, value: string): Partial<Router> {
  if (property === 'rule') return { rule: cut(value, 500) };
  if (property === 'service') return { service: cut(value) };
  if (property === 'entrypoints') return { entryPoints: listOf(value) };
  if (property === 'middlewares') return { middlewares: listOf(value) };
  return property === 'tls' || property.startsWith('tls.') ? { hasTls: value.trim().toLowerCase() !== 'false' } : {};
}

const listOf = (value: string) =>
  value
    .split(',', 50)
    .map((name) => cut(name))
    .filter(Boolean);
const protocolOf = (protocol = 'http') => (/^(tcp|udp)$/i.test(protocol) ? (protocol.toLowerCase() as 'tcp' | 'udp') : 'http');

function portOf(value: string): number | null {
  const port = /^\s*\d{1,5}\s*$/.test(value) ? Number(value) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

function distinctMiddlewares(entries: readonly (readonly [string, string])[]): TraefikLabels['middlewares'] {
  const byName = new Map<string, TraefikLabels['middlewares'][number]>();
  for (const [key] of entries) {
    const [, name, type] = MIDDLEWARE.exec(key) ?? [];
    if (name !== undefined && type !== undefined) byName.set(`${name} ${type}`, { name: cut(name), type: cut(type, 40).toLowerCase() });
  }
  return [...byName.values()];
}
