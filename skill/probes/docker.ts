import { z } from 'zod';
import { commonFields, defineProbe, FAILURE_CODES } from '../audit/define.ts';
import { scopeOf } from './addresses.ts';
import { Container } from './docker/container.ts';
import { askEngine, Network } from './docker/engine.ts';
import { Firewall, readFirewall } from './docker/firewall.ts';
import { httpUrl } from './fields.ts';
import { path } from './file-ages.ts';
import { msLeft } from './time-left.ts';

const DockerTarget = z
  .strictObject({
    ...commonFields,
    kind: z.literal('docker'),
    /** The engine's socket, or Podman's; a leading `unix://` is allowed. */
    socket: path.optional(),
    url: httpUrl.optional(),
    expect: z.strictObject({ containers: z.array(z.string().min(1)).optional() }).optional(),
  })
  .refine(({ socket, url }) => (socket === undefined) !== (url === undefined), 'expected either socket or url');
export type DockerTarget = z.infer<typeof DockerTarget>;

const DockerFacts = z.strictObject({
  product: z.enum(['Docker', 'Podman']),
  version: z.string(),
  apiVersion: z.string(),
  /** Root inside a container is nobody outside; null where the engine does not tell. */
  isRootless: z.boolean().nullable(),
  containers: z.array(Container),
  /** Why some of them have no details; null when all have. */
  uninspected: z.strictObject({ count: z.int().positive(), failure: z.enum(FAILURE_CODES) }).nullable(),
  /** Null where the engine does not tell. */
  networks: z.array(Network).nullable(),
  /** This machine's packet filter; null in front of an engine that is elsewhere, and where nothing is published. */
  firewall: Firewall.nullable(),
});
export type DockerFacts = z.infer<typeof DockerFacts>;

/** A Docker engine, or Podman by the same interface: its containers as they are configured and as they are. Only asks. */
export const docker = defineProbe({
  kind: 'docker',
  target: DockerTarget,
  facts: DockerFacts,
  quick: false,
  async read(target, host, _mode, signal) {
    const startedAtMs = host.now();
    const aside = () => host.deadline(Math.max(1, msLeft(target, startedAtMs, host)), signal);
    const engine = await askEngine(target, host, aside, signal);
    const isPublic = engine.containers.some(({ published }) => published.some(({ address }) => scopeOf(address) !== 'loopback'));
    const firewall = isPublic && isLocal(target) ? await readFirewall(host, aside()) : null;
    signal.throwIfAborted();
    return { ...engine, firewall };
  },
});

function isLocal({ url }: DockerTarget): boolean {
  return url === undefined || /^(?:127\.|\[::1\])/.test(new URL(url).hostname);
}
