import type { AuditorFacts, FailureCode, Inventory, Readings, Target } from './define.ts';
import { namesOf } from './self-test.ts';

/** The causes that are the auditor's own: not a target's id. */
export const OWN_NETWORK = 'network';
export const OWN_RESOLVER = 'resolver';

/** Failures that a machine or a network that is gone gives to all that stands on it. */
const SILENT: ReadonlySet<FailureCode> = new Set<FailureCode>(['timeout', 'unreachable']);

/**
 * What explains a target's failure: the root of what it depends on, the machine it runs on, or the auditor itself.
 * Null when the failure is its own. It is said once, there.
 */
export function causesOf(inventory: Inventory, readings: Readings, auditor: AuditorFacts): (target: string) => string | null {
  const byId = new Map(inventory.targets.map((target) => [target.id, target]));
  const failureOf = (id: string): FailureCode | null => {
    const reading = readings.get(id);
    return reading && !reading.ok ? (reading.failure?.code ?? null) : null;
  };
  const names = Object.entries(auditor.names);
  const isResolverBroken = names.length > 0 && names.every(([, outcome]) => outcome === 'failed');

  function ofTarget(target: Target, seen: ReadonlySet<string>): string | null {
    const failure = failureOf(target.id);
    if (failure === null) return null;
    if (failure === 'dns' && isResolverBroken && namesOf(target).length > 0) return OWN_RESOLVER;
    if (!auditor.hasNetwork && SILENT.has(failure) && isRemote(target)) return OWN_NETWORK;
    const parents = [...(target.dependsOn ?? []), ...(SILENT.has(failure) && target.machine ? [target.machine] : [])];
    for (const id of parents) {
      const parent = byId.get(id);
      if (!parent || seen.has(id) || failureOf(id) === null) continue;
      // a machine that answers « refused » is alive
      if (id === target.machine && !SILENT.has(failureOf(id) ?? 'bug')) continue;
      return ofTarget(parent, new Set([...seen, id])) ?? id;
    }
    return null;
  }

  return (id) => {
    const target = byId.get(id);
    return target ? ofTarget(target, new Set([id])) : null;
  };
}

function isRemote(target: Target): boolean {
  const { url, host } = target as { url?: unknown; host?: unknown };
  const name = typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : typeof host === 'string' ? host : '127.0.0.1';
  return !name.startsWith('127.') && name !== '[::1]' && name !== '::1';
}
