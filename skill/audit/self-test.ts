import { hostname } from 'node:os';
import type { Host } from '../host/host.ts';
import { isAddress } from '../probes/fields.ts';
import type { AuditorFacts, Inventory, Target } from './define.ts';

const RESOLVE_MS = 2_000;
/** A clock that stands before this program was written is wrong. */
const RELEASED = Date.UTC(2026, 0, 1);

/** What the auditor must know of itself before it judges others: network, clock, rights, resolver. Never rejects but on abort. */
export async function selfTest(inventory: Inventory, host: Host, signal: AbortSignal): Promise<AuditorFacts> {
  const names = [...new Set(inventory.targets.flatMap(namesOf))];
  const outcomes = await Promise.all(names.map((name) => resolves(name, host, signal)));
  return {
    names: Object.fromEntries(names.map((name, index) => [name, outcomes[index] ? 'resolved' : 'failed'])),
    addresses: host.addresses(),
    hasNetwork: host.addresses().length > 0,
    clockPlausible: isClockPlausible(host.clock()),
    platform: host.platform,
    isRoot: process.getuid?.() === 0,
    hostname: hostname(),
  };
}

export function isClockPlausible(time: Date): boolean {
  return time.getTime() > RELEASED;
}

async function resolves(name: string, host: Host, signal: AbortSignal): Promise<boolean> {
  try {
    return (await host.resolve(name, host.deadline(RESOLVE_MS, signal))).length > 0;
  } catch {
    return false;
  }
}

/** Names, not addresses, that must be resolved to reach a target. */
export function namesOf(target: Target): string[] {
  const { url, host } = target as { url?: unknown; host?: unknown };
  const names: string[] = [];
  if (typeof url === 'string' && URL.canParse(url)) names.push(new URL(url).hostname.replace(/^\[|\]$/g, ''));
  if (typeof host === 'string') names.push(host);
  return names.filter((name) => name !== '' && !isAddress(name));
}
