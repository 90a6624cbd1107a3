import { scopeOf, shortIpv6 } from '../addresses.ts';
import { cut } from '../cut.ts';
import type { Listener } from '../ports.ts';

const MOST_LISTENERS = 5_000;

/** One listener from a tool's words; nothing when address or port make no sense. `*` is any address of both families. */
export function listenerOf(
  protocol: Listener['protocol'],
  bound: string,
  portText: string | number,
  owner: { readonly process: string | null; readonly pid: number | null },
): Listener[] {
  // Number() would round a fraction and take what has an exponent
  const port = /^\d{1,5}$/.test(String(portText)) ? Number(portText) : 0;
  const address = cut(shortIpv6(bound.replace(/^\[|\]$|%.*$/g, '').replace(/\]$/, '')) || '::', 64).replace(/^\*$/, '::');
  if (port < 1 || port > 65_535 || !/^[0-9a-f.:]+$/i.test(address)) return [];
  const pid = owner.pid !== null && Number.isSafeInteger(owner.pid) && owner.pid > 0 ? owner.pid : null;
  return [{ port, protocol, address, scope: scopeOf(address), process: owner.process === null ? null : cut(owner.process) || null, pid }];
}

/** Each once, in order of port. Sockets that one program shares count once, and an unnamed twin of a named one says nothing new. */
export function distinct(listeners: readonly Listener[]): readonly Listener[] {
  const named = new Set(listeners.filter(({ process }) => process !== null).map(placeOf));
  const byOwner = new Map<string, Listener>();
  for (const listener of listeners) {
    const place = placeOf(listener);
    const key = `${place} ${listener.process ?? ''}`;
    if (byOwner.has(key) || (listener.process === null && named.has(place))) continue;
    byOwner.set(key, listener);
  }
  return [...byOwner.values()].toSorted((a, b) => a.port - b.port || a.protocol.localeCompare(b.protocol)).slice(0, MOST_LISTENERS);
}

const placeOf = ({ protocol, address, port }: Listener) => `${protocol} ${address} ${port}`;
