import pLimit from 'p-limit';
import { z } from 'zod';
import { type FailureCode, ProbeError } from '../../audit/define.ts';
import { toFailure } from '../../host/failures.ts';
import type { Host, HttpResponse } from '../../host/host.ts';
import { parseApiJson } from '../api-json.ts';
import { cut } from '../cut.ts';
import type { DockerFacts, DockerTarget } from '../docker.ts';
import { refuseStatus } from '../http-status.ts';
import { type Container, containerOf } from './container.ts';
import { Inspected, Listed } from './wire.ts';

/** A list of hundreds of containers, each with its labels, is larger than other answers. */
const MOST_LIST_BYTES = 6 * 1024 * 1024;
const MOST_CONTAINERS = 2_000;
/** An engine answers a few of these at once no faster than one by one; a hanging one must not hold the rest. */
const INSPECTED_AT_ONCE = 16;
const MOST_NETWORKS = 200;

/** A network that containers can be attached to. */
export const Network = z.strictObject({
  name: z.string(),
  driver: z.string(),
  isInternal: z.boolean(),
  subnets: z.array(z.string()),
  /** Addresses by which a container reaches this very machine. */
  gateways: z.array(z.string()),
});
export type Network = z.infer<typeof Network>;

const Version = z.object({
  Version: z.string().min(1),
  ApiVersion: z.string().regex(/^\d{1,3}\.\d{1,3}$/),
  Components: z.array(z.object({ Name: z.string() })).nullish(),
});
const Info = z.object({ SecurityOptions: z.array(z.string()).nullish() });
const Networks = z.array(
  z.object({
    Name: z.string(),
    Driver: z.string().nullish(),
    Internal: z.boolean().nullish(),
    IPAM: z.object({ Config: z.array(z.object({ Subnet: z.string().nullish(), Gateway: z.string().nullish() })).nullish() }).nullish(),
  }),
);

type Engine = Omit<DockerFacts, 'firewall'>;

/** Everything that the engine tells of itself and its containers. Paths carry no version: an engine refuses one that it is too old or too new for. */
export async function askEngine(
  target: Pick<DockerTarget, 'socket' | 'url'>,
  host: Host,
  aside: () => AbortSignal,
  signal: AbortSignal,
): Promise<Engine> {
  const get = requester(target, host);
  const greeting = await get('/version', {}, signal);
  const { Version: version, ApiVersion: apiVersion, Components } = greetingOf(greeting);
  const [list, info, networks] = await Promise.all([
    get('/containers/json?all=1', { maxBytes: MOST_LIST_BYTES }, signal),
    orNull(async () => shaped(Info, ok(await get('/info', {}, aside()))), signal),
    orNull(async () => shaped(Networks, ok(await get('/networks', {}, aside()))), signal),
  ]);
  const listed = shaped(z.array(Listed).max(MOST_CONTAINERS), ok(list));
  const nowMs = host.clock().getTime() + (greeting.clockSkewMs ?? 0);
  const inTime = aside();
  const limit = pLimit(INSPECTED_AT_ONCE);
  const failures: FailureCode[] = [];
  const read = async (one: Listed): Promise<Container | null> => {
    try {
      const answer = await get(`/containers/${encodeURIComponent(one.Id)}/json`, {}, inTime);
      // it went away meanwhile, as short-lived ones do
      return answer.status === 404 ? null : containerOf(one, shaped(Inspected, ok(answer)), nowMs);
    } catch (error) {
      signal.throwIfAborted();
      const { code } = toFailure(error);
      if (code === 'bug') throw error;
      failures.push(code);
      return containerOf(one, null, nowMs);
    }
  };
  const containers = await Promise.all(listed.map((one) => limit(() => read(one))));
  const [failure] = failures;
  return {
    product: /libpod/i.test(greeting.headers['server'] ?? '') || Components?.some(({ Name }) => /podman/i.test(Name)) ? 'Podman' : 'Docker',
    version: cut(version, 64),
    apiVersion,
    isRootless: info?.SecurityOptions?.some((option) => /name=rootless/.test(option)) ?? null,
    containers: containers.filter((container) => container !== null).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    uninspected: failure === undefined ? null : { count: failures.length, failure },
    networks: networks?.slice(0, MOST_NETWORKS).map(networkOf) ?? null,
  };
}

type Get = (path: string, options: { readonly maxBytes?: number }, signal: AbortSignal) => Promise<HttpResponse>;

function requester({ socket, url }: Pick<DockerTarget, 'socket' | 'url'>, host: Host): Get {
  if (url !== undefined) return (path, options, signal) => host.request(url.replace(/\/+$/, '') + path, options, signal);
  const socketPath = (socket ?? '').replace(/^unix:\/\//, '');
  return (path, options, signal) => host.request(`http://docker${path}`, { ...options, socketPath }, signal);
}

/** Whatever answers otherwise is another product, unless it forbids to ask. */
function greetingOf(answer: HttpResponse): z.infer<typeof Version> {
  if (answer.status === 404) throw new ProbeError('wrong-product', 'no /version there');
  const version = Version.safeParse(ok(answer));
  if (!version.success) throw new ProbeError('wrong-product', 'not the version of a Docker engine');
  return version.data;
}

function ok(answer: HttpResponse): unknown {
  refuseStatus(answer);
  return parseApiJson(answer.body);
}

function shaped<T>(schema: z.ZodType<T>, json: unknown): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProbeError('malformed', `unexpected shape at ${issue?.path.join('.') || 'the root'}`);
}

/** What an engine, or the filter before it, does not tell is no reason to know nothing. */
async function orNull<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    if (toFailure(error).code === 'bug') throw error;
    return null;
  }
}

function networkOf({ Name, Driver, Internal, IPAM }: z.infer<typeof Networks>[number]): Network {
  const configs = (IPAM?.Config ?? []).slice(0, 16);
  return {
    name: cut(Name),
    driver: cut(Driver ?? '', 64),
    isInternal: Internal ?? false,
    subnets: configs.flatMap(({ Subnet }) => (Subnet ? [cut(Subnet, 64)] : [])),
    gateways: configs.flatMap(({ Gateway }) => (Gateway ? [cut(Gateway.replace(/\/\d+$/, ''), 64)] : [])),
  };
}
