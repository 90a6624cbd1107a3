import type { Mode, Target } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { type AccessTarget, readAccess } from './access.ts';
import { readAllowedOrigin } from './allowed-origin.ts';
import { endpointOf } from './endpoint.ts';
import { type Prompt, tryPrompt } from './inference.ts';
import type { NodeFacts } from './node-facts.ts';
import { msLeft } from './time-left.ts';

/** What is asked once a node has given its list. */
export interface AfterList {
  readonly target: AccessTarget & Pick<Target, 'timeoutMs'> & { readonly prompt?: 'full' | 'never' | undefined };
  /** The path that gave the list, and what its right answer looks like. */
  readonly path: string;
  readonly accepts: (body: string) => boolean;
  /** Null without a model that may be prompted. */
  readonly prompt: Prompt | null;
  readonly startedAtMs: number;
}

/** The facts of full mode alone. Nothing that happens here loses the list; quick mode asks nothing. */
export async function readFullMode(
  { target, path, accepts, prompt, startedAtMs }: AfterList,
  host: Host,
  mode: Mode,
  signal: AbortSignal,
): Promise<Pick<NodeFacts, 'access' | 'allowedOrigin' | 'inference'>> {
  if (mode === 'quick') return { access: null, allowedOrigin: null, inference: null };
  const { base, credentials } = endpointOf(target);
  const leftMs = msLeft(target, startedAtMs, host);
  const inTime = host.deadline(Math.max(1, leftMs), signal);
  const [access, allowedOrigin, inference] = await Promise.all([
    readAccess(target, path, accepts, host, inTime),
    readAllowedOrigin(base + path, credentials, host, inTime),
    prompt && target.prompt !== 'never' ? tryPrompt(prompt, credentials, leftMs, host, signal) : null,
  ]);
  // each of them turned the abort into a value: the caller wants none
  signal.throwIfAborted();
  return { access, allowedOrigin, inference };
}

/** Turns a parser into a yes or no. */
export function accepted(parse: (body: string) => unknown): (body: string) => boolean {
  return (body) => {
    try {
      parse(body);
      return true;
    } catch {
      return false;
    }
  };
}
