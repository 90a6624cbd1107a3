import { BlockList, isIP } from 'node:net';
import type { Access } from './node-facts.ts';

type Subnet = readonly [address: string, prefix: number];

let lists: { readonly loopback: BlockList; readonly lan: BlockList } | null = null;

/** From how far the host of a URL can be reached, as its address or name tells. */
export function scopeOf(url: string): Access['scope'] {
  const hostname = new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const family = isIP(hostname);
  if (family === 0) return scopeOfName(hostname);
  const type = family === 4 ? 'ipv4' : 'ipv6';
  // the lists take longer to make than all that is asked of most audits
  if (hostname.startsWith('127.') || hostname === '::1') return 'loopback';
  lists ??= { loopback: blockList(LOOPBACK), lan: blockList(PRIVATE) };
  if (lists.loopback.check(hostname, type)) return 'loopback';
  return lists.lan.check(hostname, type) ? 'lan' : 'wan';
}

function scopeOfName(name: string): Access['scope'] {
  if (/(^|\.)localhost$/.test(name)) return 'loopback';
  return !name.includes('.') || /\.(local|lan|home|internal|home\.arpa)$/.test(name) ? 'lan' : 'wan';
}

const LOOPBACK: readonly Subnet[] = [
  ['127.0.0.0', 8],
  ['::1', 128],
  // connecting to « any » ends at this machine
  ['0.0.0.0', 32],
  ['::', 128],
];

const PRIVATE: readonly Subnet[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  // shared by carriers and by overlay networks such as Tailscale
  ['100.64.0.0', 10],
  ['fc00::', 7],
  ['fe80::', 10],
];

function blockList(subnets: readonly Subnet[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  return list;
}
