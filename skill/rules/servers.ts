import type { Read, Target } from '../audit/define.ts';
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

/** Where a node lists its models. */
export function listUrl({ kind, url }: ServerTarget): string {
  return `${publicUrl(url)}${LIST_PATH[kind] ?? ''}`;
}

/** The same list as somebody asks for it at another `host:port` of the same server. */
export function listUrlAt(target: ServerTarget, address: string): string {
  const { protocol, pathname } = new URL(listUrl(target));
  return `${protocol}//${address}${pathname}`;
}

export function verifyList(target: ServerTarget): string {
  return curl(listUrl(target), { hasToken: target.token !== undefined });
}
