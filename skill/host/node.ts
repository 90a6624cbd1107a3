import { networkInterfaces } from 'node:os';
import { orAborted } from './abort.ts';
import { connect } from './connect.ts';
import { converse } from './converse.ts';
import { toProbeError } from './failures.ts';
import { readText, stat, statfs } from './files.ts';
import type { Host } from './host.ts';
import { createHttp } from './http.ts';
import { list } from './listing.ts';
import { createResolver } from './resolver.ts';
import { run } from './run.ts';
import { talk } from './talk.ts';

export type NodeHost = Host & {
  /** Closes every socket, the ones still connecting too, and looks up no more names. */
  close(): Promise<void>;
};

/** The real outside world, through Node, undici and execa. */
export function createNodeHost(): NodeHost {
  const resolver = createResolver();
  const http = createHttp(resolver);
  return {
    platform: process.platform,
    run,
    converse,
    request: http.request,
    connect: (host, port, signal) => connect(host, port, resolver, signal),
    talk: (peer, opening, signal) => talk(peer, opening, resolver, signal),
    async resolve(name, signal) {
      try {
        const addresses = await orAborted(signal, () => resolver.resolve(name));
        return addresses.map(({ address }) => address);
      } catch (error) {
        throw toProbeError(error);
      }
    },
    read: readText,
    statfs,
    stat,
    list,
    addresses: ownAddresses,
    now: () => performance.now(),
    clock: () => new Date(),
    deadline: (ms, signal) => AbortSignal.any([signal, AbortSignal.timeout(Math.max(1, Math.round(ms)))]),
    close() {
      resolver.close();
      return http.close();
    },
  };
}

function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !/^fe80:/i.test(address))
    .toSorted((a, b) => a.family.localeCompare(b.family))
    .map(({ address }) => address);
}
