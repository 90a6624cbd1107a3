import { ipv4Of, ipv6OfWords, scopeOf } from '../addresses.ts';
import type { Listener } from '../ports.ts';

/** A listening socket of /proc/net, whose owner is found by its inode. */
export interface ListeningSocket extends Pick<Listener, 'port' | 'protocol' | 'address' | 'scope'> {
  readonly inode: string;
}

const MOST_SOCKETS = 5_000;
const TCP_LISTEN = '0A';
/** A UDP socket that is not connected takes datagrams from anybody. */
const UDP_UNCONNECTED = '07';

/** The listening sockets of /proc/net/tcp, tcp6, udp or udp6; null when the text is none of them. */
export function parseProcNet(text: string, protocol: Listener['protocol']): readonly ListeningSocket[] | null {
  const [header = '', ...lines] = text.split('\n');
  if (!/^\s*sl\s+local_address/.test(header)) return null;
  const wanted = protocol === 'tcp' ? TCP_LISTEN : UDP_UNCONNECTED;
  return lines
    .values()
    .flatMap((line) => parseLine(line, protocol, wanted))
    .take(MOST_SOCKETS)
    .toArray();
}

function parseLine(line: string, protocol: Listener['protocol'], wanted: string): ListeningSocket[] {
  const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
  const [hex = '', portHex = ''] = local.split(':');
  const address = ipv4Of(hex) ?? ipv6OfWords(hex);
  const port = /^[0-9a-f]{4}$/i.test(portHex) ? Number.parseInt(portHex, 16) : 0;
  if (state !== wanted || address === null || port === 0) return [];
  return [{ port, protocol, address, scope: scopeOf(address), inode: /^[1-9]\d{0,19}$/.test(inode) ? inode : '' }];
}
