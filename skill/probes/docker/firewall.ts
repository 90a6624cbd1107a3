import { z } from 'zod';
import { FAILURE_CODES, type FailureCode } from '../../audit/define.ts';
import { toFailure } from '../../host/failures.ts';
import type { Host } from '../../host/host.ts';

const UFW = '/etc/ufw/ufw.conf';
const MOST_RULES_BYTES = 1024 * 1024;

/** This machine's packet filter, as far as it stands between the network and a container's published port. */
export const Firewall = z.strictObject({
  ufw: z.enum(['active', 'inactive', 'absent', 'unknown']),
  /**
   * What forwards to containers: `filtered` when a rule before Docker's own refuses something, `open` when none does,
   * `none` when Docker writes no rules here; null where nobody needed to look.
   */
  forwarding: z.enum(['filtered', 'open', 'none', 'unknown']).nullable(),
  /** Why something is unknown. */
  failure: z.enum(FAILURE_CODES).nullable(),
});
export type Firewall = z.infer<typeof Firewall>;

export async function readFirewall(host: Host, signal: AbortSignal): Promise<Firewall> {
  if (host.platform !== 'linux') return { ufw: 'absent', forwarding: null, failure: null };
  const ufw = await orFailure(async () => ufwOf(await host.read(UFW, signal)));
  if (typeof ufw !== 'string' && ufw.failure === 'not-found') return { ufw: 'absent', forwarding: null, failure: null };
  if (typeof ufw !== 'string') return { ufw: 'unknown', forwarding: null, failure: ufw.failure };
  if (ufw !== 'active') return { ufw, forwarding: null, failure: null };
  const forwarding = await orFailure(() => readForwarding(host, signal));
  return typeof forwarding === 'string' ? { ufw, forwarding, failure: null } : { ufw, forwarding: 'unknown', failure: forwarding.failure };
}

/** What `ufw enable` and `ufw disable` write. */
export function ufwOf(text: string): 'active' | 'inactive' {
  return /^\s*ENABLED\s*=\s*["']?yes\b/im.test(text) ? 'active' : 'inactive';
}

async function readForwarding(host: Host, signal: AbortSignal): Promise<'filtered' | 'open' | 'none' | { readonly failure: FailureCode }> {
  const { exitCode, stdout } = await host.run(['iptables', '-S'], { env: { LC_ALL: 'C' }, maxBytes: MOST_RULES_BYTES }, signal);
  return exitCode === 0 ? forwardingOf(stdout) : { failure: 'denied' };
}

/** The answer of `iptables -S`. */
export function forwardingOf(rules: string): 'filtered' | 'open' | 'none' {
  const chains = new Map<string, string[]>();
  for (const line of rules.split('\n')) {
    const [, chain, target] = /^-A (\S+)\b.*? -[jg] (\S+)/.exec(line.slice(0, 1_000)) ?? [];
    if (chain !== undefined && target !== undefined) chains.set(chain, [...(chains.get(chain) ?? []), target]);
  }
  const seen = new Set<string>();
  const refuses = (chain: string): boolean => {
    if (seen.has(chain)) return false;
    seen.add(chain);
    return (chains.get(chain) ?? []).some((target) => target === 'DROP' || target === 'REJECT' || refuses(target));
  };
  if (!/^-N (?:DOCKER|DOCKER-USER|NETAVARK_FORWARD|CNI-FORWARD)$/m.test(rules)) return 'none';
  return refuses('DOCKER-USER') ? 'filtered' : 'open';
}

async function orFailure<T>(work: () => Promise<T>): Promise<T | { readonly failure: FailureCode }> {
  try {
    return await work();
  } catch (error) {
    const { code } = toFailure(error);
    if (code === 'bug') throw error;
    return { failure: code };
  }
}
