import type { Audited } from '../../skill/audit/run.ts';
import type { Host } from '../../skill/host/host.ts';
import type { Environment } from '../../skill/inventory/expand.ts';

/** A simulated system: what it is made of, and what an audit of it must say. */
export interface World {
  readonly name: string;
  readonly states: Readonly<Record<string, WorldState>>;
}

export interface WorldState {
  /** The name of its machine. */
  readonly hostname: string;
  /** IPv4 addresses of its network card, with prefix; none: nothing but loopback. */
  readonly addresses: readonly string[];
  /** The auditor has no rights but those of `nobody`. */
  readonly asNobody?: true;
  /** Audited by `node skill/main.ts` as a child, so that the machine is the real one: its SYS and GPU findings are nobody's business here. */
  readonly byCommandLine?: true;
  /** Starts servers and lays out files in `place`, a folder of its own that is deleted afterwards. */
  start(place: string): Promise<StartedWorld>;
  readonly expected: Expected;
}

export interface StartedWorld {
  /** Undefined: the audit finds its inventory as it can. */
  readonly inventoryFile?: string;
  readonly host?: (real: Host) => Host;
  /** All that the audit has of an environment. */
  readonly env: Environment;
  /** What else must hold: counts, scores, what the servers were asked. */
  facts(seen: Pick<Audited, 'report'> & Partial<Audited>): readonly Fact[];
  close(): Promise<void>;
}

export interface Fact {
  readonly what: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Findings by `code:target:subject`. */
export interface Expected {
  /** Every open finding, and no other. */
  readonly open: Readonly<Record<string, 'fail' | 'warn'>>;
  /** What must be unknown, with the failure's code or the message's id. There may be more. */
  readonly unknown: Readonly<Record<string, string>>;
  /** What must be seen to be well, or to be beside the point. There may be more. */
  readonly settled: Readonly<Record<string, 'pass' | 'not-applicable' | 'skipped'>>;
}
