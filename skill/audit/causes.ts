import type { AuditorFacts, FailureCode, Inventory, Readings, Target } from './define.ts';
import { namesOf } from './self-test.ts';

/** The causes that are the auditor's own: not a target's id. */
export const OWN_NETWORK = 'network';
export const OWN_RESOLVER = 'resolver';

/** Failures that a machine or a network that is gone gives to all that stands on it. */
const SILENT: ReadonlySet<FailureCode> = new Set<FailureCode>(['timeout', 'unreachable']);
/** Failures that prove that nobody serves there, so that whoever depends on it cannot either. */
const DOWN: ReadonlySet<FailureCode> = new Set<FailureCode>(['refused', 'reset', 'unreachable']);

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

  /** The auditor's own trouble, as far as it explains this failure. */
  function ownTrouble(target: Target, failure: FailureCode): string | null {
    if (failure === 'dns' && isResolverBroken && namesOf(target).length > 0) return OWN_RESOLVER;
    return !auditor.hasNetwork && SILENT.has(failure) && isRemote(target) ? OWN_NETWORK : null;
  }

  /** The first of what it stands on whose failure explains its own. */
  function explainedBy({ machine, dependsOn = [] }: Target, failure: FailureCode): string | null {
    const explains = (parent: FailureCode | null) =>
      parent !== null && (DOWN.has(parent) || SILENT.has(parent)) && (SILENT.has(failure) || DOWN.has(parent));
    const parent = dependsOn.find((id) => !isStoppedExporter(byId.get(id), failureOf(id)) && explains(failureOf(id)));
    if (parent !== undefined) return parent;
    // whoever refuses is alive, and so is the machine under it
    const isMachineGone = machine !== undefined && byId.has(machine) && SILENT.has(failure) && SILENT.has(failureOf(machine) ?? 'bug');
    return isMachineGone ? machine : null;
  }

  function rootOf(id: string): string | null {
    const chain = [id];
    for (;;) {
      const current = chain.at(-1) ?? id;
      const target = byId.get(current);
      const failure = failureOf(current);
      if (!target || failure === null) break;
      const own = ownTrouble(target, failure);
      if (own) return own;
      const parent = explainedBy(target, failure);
      if (parent === null) break;
      // what depends on itself has no first: one of the circle stands for it
      if (chain.includes(parent)) return stand(chain.slice(chain.indexOf(parent)), id);
      chain.push(parent);
    }
    return chain.length > 1 ? (chain.at(-1) ?? null) : null;
  }

  return rootOf;
}

function stand(circle: readonly string[], id: string): string | null {
  const [first = id] = circle.toSorted();
  return first === id ? null : first;
}

/** One that refuses says nothing of the machine that it speaks for, but that it is alive. */
function isStoppedExporter(target: Target | undefined, failure: FailureCode | null): boolean {
  const speaksForMachine = (target?.kind === 'host' || target?.kind === 'gpu') && 'url' in target;
  return speaksForMachine && (failure === 'refused' || failure === 'reset');
}

function isRemote(target: Target): boolean {
  const { url, host } = target as { url?: unknown; host?: unknown };
  const name = typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : typeof host === 'string' ? host : '127.0.0.1';
  return !name.startsWith('127.') && name !== '[::1]' && name !== '::1';
}
