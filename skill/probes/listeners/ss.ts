import type { Listener } from '../ports.ts';
import { listenerOf } from './listener.ts';

const MOST_LINES = 20_000;

/** The answer of `ss -H -tulpn`. A process column too wide may stand on a line of its own. */
export function parseSs(text: string): readonly Listener[] {
  return text
    .replace(/\n\s+users:/g, ' users:')
    .split('\n', MOST_LINES)
    .flatMap((line) => {
      const [protocol, state, , , local = ''] = line.trim().split(/\s+/, 6);
      const isListening = (protocol === 'tcp' && state === 'LISTEN') || (protocol === 'udp' && state === 'UNCONN');
      if (!isListening) return [];
      // the address may hold colons itself
      const colon = local.lastIndexOf(':');
      return listenerOf(protocol, local.slice(0, Math.max(0, colon)) || '*', local.slice(colon + 1), ownerOf(line));
    });
}

/** Of several that share the socket, the oldest. */
function ownerOf(line: string): { readonly process: string | null; readonly pid: number | null } {
  const owners = [...line.slice(0, 10_000).matchAll(/\("([^"]{1,64})",pid=(\d{1,10}),/g)];
  const [oldest] = owners.toSorted((a, b) => Number(a[2]) - Number(b[2]));
  return oldest ? { process: oldest[1] ?? null, pid: Number(oldest[2]) } : { process: null, pid: null };
}
