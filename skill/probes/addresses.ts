import { isIPv6 } from 'node:net';

/** The dotted form of /proc/net's little-endian hexadecimal, such as 0100007F; null for anything else. */
export function ipv4Of(hex: string): string | null {
  if (!/^[0-9a-f]{8}$/i.test(hex)) return null;
  return bytesOf(hex).reverse().join('.');
}

/** The short form of 32 hexadecimal digits in network order. */
export function ipv6Of(hex: string): string | null {
  if (!/^[0-9a-f]{32}$/i.test(hex)) return null;
  return shortIpv6(hex.match(/.{4}/g)?.join(':') ?? '');
}

/** As {@link ipv6Of} for /proc/net/tcp6, where each of the four words is little-endian. An IPv4-mapped one comes back dotted. */
export function ipv6OfWords(hex: string): string | null {
  if (!/^[0-9a-f]{32}$/i.test(hex)) return null;
  const words = hex.match(/.{8}/g) ?? [];
  const ordered = words.map((word) => word.match(/../g)?.reverse().join('') ?? '').join('');
  if (/^0{20}ffff/i.test(ordered)) return bytesOf(ordered.slice(24)).join('.');
  return ipv6Of(ordered);
}

/** `::1` of `0:0:0:0:0:0:0:1`, as RFC 5952 writes it; text that is no IPv6 address stays as it is. */
export function shortIpv6(address: string): string {
  return isIPv6(address) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
}

/** Who can reach a socket bound to this address. */
export function scopeOf(address: string): 'loopback' | 'lan' | 'all' {
  if (address === '0.0.0.0' || address === '::') return 'all';
  return address === '::1' || address.startsWith('127.') ? 'loopback' : 'lan';
}

const bytesOf = (hex: string) => (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
