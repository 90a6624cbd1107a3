import type { Read, Reading, Target } from '../audit/define.ts';
import type { NodeFacts } from '../probes/node-facts.ts';
import { publicUrl } from '../public-url.ts';
import { curl } from './shell.ts';

/** What the inventory says of every node that is reached by URL. */
export type ServerTarget = Target & {
  readonly url: string;
  readonly token?: string | undefined;
  readonly prompt?: 'full' | 'never' | undefined;
  readonly ping?: string | undefined;
  readonly expect?: Expectation | undefined;
};

interface Expectation {
  readonly models?: readonly string[] | undefined;
  readonly loaded?: readonly string[] | undefined;
  readonly version?: string | undefined;
}

export type ServerRead = Read<ServerTarget, NodeFacts>;

/** Reads of several kinds as what they have in common. */
export function servers(...reads: readonly (readonly ServerRead[])[]): readonly ServerRead[] {
  return reads.flat();
}

const LIST_PATH: Readonly<Record<string, string>> = { lmstudio: '/api/v1/models', ollama: '/api/tags', openai: '/models' };
/** The generations of LM Studio's interface, as the probe names them. */
const LIST_PATH_OF_API: Readonly<Record<string, string>> = { v1: '/api/v1/models', v0: '/api/v0/models', openai: '/v1/models' };

/** Where a node lists its models: the path that answered, or the newest where none did. */
export function listUrl({ kind, url }: ServerTarget, reading: Reading): string {
  const { api = '' } = reading.ok ? (reading.facts as { readonly api?: string }) : {};
  return `${publicUrl(url)}${LIST_PATH_OF_API[api] ?? LIST_PATH[kind] ?? ''}`;
}

/** The same list as somebody asks for it at another `host:port` of the same server. */
export function listUrlAt({ target, reading }: ServerRead, address: string): string {
  const { protocol, pathname } = new URL(listUrl(target, reading));
  return `${protocol}//${address}${pathname}`;
}

export function verifyList({ target, reading }: ServerRead, showHeaders = false): string {
  return curl(listUrl(target, reading), { hasToken: target.token !== undefined, showHeaders });
}
