import { z } from 'zod';
import { shortIpv6 } from '../addresses.ts';
import { isAddress } from '../fields.ts';

const number = z.int().min(1).max(65_535);

/** What a service binds on the machine: one port, or a range of them. */
export const Port = z.strictObject({
  line: z.int().positive(),
  /** Null for every address. */
  address: z.string().nullable(),
  from: number,
  to: number,
  protocol: z.enum(['tcp', 'udp', 'sctp']),
  /** The first port inside the container. */
  target: number,
});
export type Port = z.infer<typeof Port>;

/** Null where the engine chooses a port that is free; undefined where the text says no port at all. */
export type Parsed = Omit<Port, 'line'> | null | undefined;

/** `8080:80`, `127.0.0.1:8080:80/udp`, `[::1]:80:80`, `3000-3005:3000-3005`, `80`. */
export function parseShortPort(text: string): Parsed {
  const [, address, published, target = '', protocol] =
    /^\s*(?:(\[[0-9a-f:.%]+\]|[0-9.]*):)?(?:([\d-]*):)?([\d-]+)(?:\/(\w+))?\s*$/i.exec(onePair(text)) ?? [];
  return portOf({ address, published, target, protocol });
}

/** Without an address the first colon stands after the published port. */
function onePair(text: string): string {
  return /^\s*[\d-]*:[\d-]+(?:\/\w+)?\s*$/.test(text) ? `:${text.trim()}` : text;
}

interface Written {
  readonly address: string | undefined;
  readonly published: string | undefined;
  readonly target: string;
  readonly protocol: string | undefined;
}

/** The same from the long form's fields. */
export function portOf({ address = '', published = '', target, protocol = 'tcp' }: Written): Parsed {
  const inside = rangeOf(target);
  const bound = shortIpv6(address.replace(/^\[|\]$/g, ''));
  const known = Port.shape.protocol.safeParse(protocol.toLowerCase());
  if (!inside || !known.success || (bound !== '' && !isAddress(bound))) return undefined;
  if (published === '' || published === '0') return null;
  const outside = rangeOf(published);
  if (!outside) return undefined;
  const isOneToOne = outside[1] - outside[0] === inside[1] - inside[0];
  // of a range for one port the engine takes the first that is free
  if (!isOneToOne) return inside[0] === inside[1] ? null : undefined;
  const isEvery = bound === '' || bound === '0.0.0.0' || bound === '::';
  return { address: isEvery ? null : bound, from: outside[0], to: outside[1], protocol: known.data, target: inside[0] };
}

function rangeOf(text: string): readonly [number, number] | null {
  const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim()) ?? [];
  const range = z.tuple([number, number]).safeParse([Number(first), Number(last)]);
  return range.success && range.data[0] <= range.data[1] ? range.data : null;
}
