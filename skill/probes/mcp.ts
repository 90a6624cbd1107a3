import { z } from 'zod';
import { commonFields, defineProbe, ProbeError } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { readAccessBy } from './access.ts';
import { endpointOf } from './endpoint.ts';
import { httpUrl } from './fields.ts';
import { visitUrl } from './mcp/http.ts';
import { visitProgram } from './mcp/stdio.ts';
import { Tools } from './mcp/tools.ts';
import type { Share, Visit } from './mcp/visit.ts';
import { Access } from './node-facts.ts';
import { msLeft } from './time-left.ts';

const URL_BUDGET_MS = 5_000;
/** A program has to start first. */
const COMMAND_BUDGET_MS = 8_000;

const McpTarget = z
  .strictObject({
    ...commonFields,
    kind: z.literal('mcp'),
    url: httpUrl.optional(),
    token: z.string().optional(),
    /** Program and arguments of a server on standard input and output; no shell reads them. */
    command: z.array(z.string().min(1)).min(1).optional(),
  })
  .refine(({ url, command }) => (url === undefined) !== (command === undefined), 'expected either url or command');
export type McpTarget = z.infer<typeof McpTarget>;

const McpFacts = z.strictObject({
  transport: z.enum(['streamable-http', 'sse', 'stdio']),
  /** `modern`: the protocol without handshake, since 2026-07-28. */
  era: z.enum(['modern', 'legacy']),
  protocolVersion: z.string(),
  server: z.strictObject({ name: z.string().nullable(), version: z.string().nullable() }),
  /** Null where it gives no list. */
  tools: Tools.nullable(),
  /** Milliseconds until it presented itself; a program's start included. */
  latencyMs: z.number().nonnegative(),
  clockSkewMs: z.number().nullable(),
  /** Null for a program, and in quick mode. */
  access: Access.nullable(),
});
export type McpFacts = z.infer<typeof McpFacts>;

/** A server of tools for language models. It is asked who it is and what it offers, and no tool is ever called. */
export const mcp = defineProbe({
  kind: 'mcp',
  target: McpTarget,
  facts: McpFacts,
  quick: false,
  budgetMs: (target) => budgetOf(target),
  async read(target, host, mode, signal) {
    const startedAtMs = host.now();
    const whole = { timeoutMs: target.timeoutMs ?? budgetOf(target) };
    const share: Share = (part) => host.deadline(part * msLeft(whole, startedAtMs, host), signal);
    const { greeting, ask, ...visit } = await visitTarget(target, host, share, signal);
    const { era, protocolVersion, server } = greeting;
    const { url } = target;
    const access = mode === 'full' && url !== undefined && ask ? await accessTo({ ...target, url }, ask, host, share(1)) : null;
    signal.throwIfAborted();
    return { ...visit, era, protocolVersion, server, access };
  },
});

function budgetOf({ command }: Pick<McpTarget, 'command'>): number {
  return command === undefined ? URL_BUDGET_MS : COMMAND_BUDGET_MS;
}

function visitTarget({ url, command, token }: McpTarget, host: Host, share: Share, signal: AbortSignal): Promise<Visit> {
  if (command !== undefined) return visitProgram(command, host, share, signal);
  if (url === undefined) throw new ProbeError('bug', 'neither url nor command');
  return visitUrl({ url: withoutUser(url), headers: endpointOf({ url, token }).credentials }, host, share, signal);
}

function withoutUser(url: string): string {
  const address = new URL(url);
  address.username = '';
  address.password = '';
  return address.href;
}

/** What stands in the query may be a key: a stranger does not have it. */
function accessTo(target: McpTarget & { readonly url: string }, ask: NonNullable<Visit['ask']>, host: Host, signal: AbortSignal) {
  const { pathname, search } = new URL(target.url);
  const [slashes = ''] = /\/*$/.exec(pathname) ?? [];
  return readAccessBy({ ...target, token: target.token ?? (search || undefined) }, slashes, ask, host, signal);
}
