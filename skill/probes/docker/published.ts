import { z } from 'zod';
import { shortIpv6 } from '../addresses.ts';
import { cut } from '../cut.ts';
import type { Inspected, Listed } from './wire.ts';

const MOST_PORTS = 500;

/** A port of the machine that leads into a container. */
export const Published = z.strictObject({
  /** The address that it is bound to, such as 127.0.0.1, 0.0.0.0 or ::. */
  address: z.string(),
  port: z.int().min(1).max(65_535),
  protocol: z.enum(['tcp', 'udp', 'sctp']),
  privatePort: z.int().nonnegative(),
});
export type Published = z.infer<typeof Published>;

/** What is bound now. */
export function publishedOf(ports: NonNullable<Listed['Ports']>): Published[] {
  return distinct(ports.slice(0, MOST_PORTS).flatMap(({ IP, PublicPort, PrivatePort, Type }) => one(IP, PublicPort, PrivatePort, Type)));
}

/** What the configuration binds at the next start; a port of the engine's choice is none. */
export function wantedOf(bindings: NonNullable<Inspected['HostConfig']['PortBindings']>): Published[] {
  const all = Object.entries(bindings).flatMap(([key, places]) => {
    const [, privatePort = '', protocol] = /^(\d{1,5})(?:\/(\w+))?$/.exec(key) ?? [];
    return (places ?? []).flatMap(({ HostIp, HostPort }) => one(HostIp, Number(HostPort || Number.NaN), Number(privatePort), protocol));
  });
  return distinct(all.slice(0, MOST_PORTS));
}

function one(
  address: string | null | undefined,
  port: number | null | undefined,
  privatePort: number | null | undefined,
  type: string | null | undefined,
): Published[] {
  const bound = { address: shortIpv6(cut(address || '0.0.0.0', 64)), port, privatePort: privatePort ?? 0, protocol: type ?? 'tcp' };
  const published = Published.safeParse(bound);
  return published.success ? [published.data] : [];
}

function distinct(all: readonly Published[]): Published[] {
  return [...new Map(all.map((each) => [`${each.protocol} ${each.address} ${each.port}`, each])).values()].toSorted(
    (a, b) => a.port - b.port || (a.address < b.address ? -1 : 1),
  );
}

/** Of what the engine said when it could not start one, only the port: the rest may quote a command. */
export function takenPortOf(error: string): number | null {
  const start = error.slice(0, 2_000);
  if (!/port is already allocated|address already in use/i.test(start)) return null;
  const port = Number(/(?:bind(?: host port)? for|listen (?:tcp|udp)[46]?) \S{0,60}?:(\d{1,5})\b/i.exec(start)?.[1]);
  return port >= 1 && port <= 65_535 ? port : null;
}
