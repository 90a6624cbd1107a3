import { ProbeError } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';
import { ipv4Of, ipv6Of } from '../addresses.ts';
import { cut } from '../cut.ts';
import { absent, type Piece, present } from './piece.ts';

const MOST_GATEWAYS = 50;

/** Default routes of both families, as `address interface`. A kernel without IPv6 has no second file. */
export async function readGateways(host: Host, signal: AbortSignal): Promise<Piece<string[]>> {
  const [v4, v6] = await Promise.allSettled([host.read('/proc/net/route', signal), host.read('/proc/net/ipv6_route', signal)]);
  // a kernel may lack one family; not being allowed to look is something else
  if (v4.status === 'rejected' && (v6.status === 'rejected' || !isAbsent(v4.reason))) throw v4.reason;
  if (v6.status === 'rejected' && !isAbsent(v6.reason)) throw v6.reason;
  const found = [...parseRoutes(v4.status === 'fulfilled' ? v4.value : ''), ...parseIpv6Routes(v6.status === 'fulfilled' ? v6.value : '')];
  if (v4.status === 'fulfilled' && !v4.value.startsWith('Iface')) return absent('gateways', 'malformed', '/proc/net/route has no header');
  return present([...new Set(found)].slice(0, MOST_GATEWAYS));
}

const isAbsent = (error: unknown) => error instanceof ProbeError && error.code === 'not-found';

const UP = 0x1;
const REJECT = 0x200;

/** The default routes of /proc/net/route. A link without a gateway (ppp, wwan) counts too, as `0.0.0.0 ppp0`. */
export function parseRoutes(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', destination, gateway = '', flags = '', , , , mask] = line.split(/\s+/);
    const address = ipv4Of(gateway);
    return destination === '00000000' && mask === '00000000' && isUsable(flags) && address !== null ? [`${address} ${cut(name, 32)}`] : [];
  });
}

/** The default routes of /proc/net/ipv6_route, whose addresses are in network order. */
export function parseIpv6Routes(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [destination = '', length, , , gateway = '', , , , flags = '', name = ''] = line.trim().split(/\s+/);
    const address = ipv6Of(gateway);
    return /^0{32}$/.test(destination) && length === '00' && isUsable(flags) && address !== null ? [`${address} ${cut(name, 32)}`] : [];
  });
}

function isUsable(hex: string): boolean {
  const flags = /^[0-9a-f]{1,8}$/i.test(hex) ? Number.parseInt(hex, 16) : 0;
  return (flags & UP) !== 0 && (flags & REJECT) === 0;
}
