import {
  type CallToolResult,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { z } from 'zod';
import type { Locale } from '../../../locales/locale.ts';
import { printable } from '../../audit/plain-strings.ts';
import type { Skill } from '../../skill.ts';
import { tool as program } from '../../tool.ts';
import { clusterStatus, systemAudit } from './audit-tools.ts';
import { compareAudits } from './compare-tool.ts';
import { explainFinding } from './explain-tool.ts';
import { listing } from './listing.ts';
import { progressTo } from './progress.ts';
import { listedResources, resource, resourceTemplates } from './resources.ts';
import type { Tool, ToolAnswer } from './tool.ts';

/** Calls under way over all connections: an answer is a report, and one audit serves all who wait for it. */
const MOST_CALLS = 16;
/** Of what a caller sent, as far as it is said back. */
const LONGEST_ECHO = 200;
/** What is listed stays the same as long as the program runs. */
const LISTS_LAST_MS = 3_600_000;

const TOOLS: readonly Tool[] = [systemAudit, clusterStatus, explainFinding, compareAudits];

/** Hears of a fault of ours, which no caller is told. */
export type Log = (fault: unknown) => void;

/** Makes the servers of one skill: each connection, or each exchange, takes one. */
export function serversOf(skill: Skill, locale: Locale, log: Log): () => Server {
  const listed = TOOLS.map((tool) => listing(tool, locale));
  let running = 0;

  /** Null when too much is under way. */
  async function bounded<T>(work: () => Promise<T>): Promise<T | null> {
    if (running >= MOST_CALLS) return null;
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  }

  async function call(name: string, sent: unknown, context: ServerContext): Promise<CallToolResult> {
    const tool = TOOLS.find((each) => each.name === name || each.aliases.includes(name));
    if (!tool) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${echo(name)}`);
    const input = tool.input.safeParse(sent ?? {});
    if (!input.success) return resultOf({ refusal: refusalOf(tool, input.error, locale) });
    const { signal } = context.mcpReq;
    const desk = { skill, locale, progress: progressTo(context) };
    try {
      return resultOf((await bounded(() => tool.run(input.data, desk, signal))) ?? { refusal: locale.mcp.busy });
    } catch (fault) {
      // nobody waits for the answer of a call that was cancelled
      if (!signal.aborted) log(fault);
      return resultOf({ refusal: locale.mcp.failed });
    }
  }

  async function read(uri: string) {
    const found = await bounded(async () => ({ content: await resource(uri, skill) })).catch((fault) => {
      log(fault);
      throw new ProtocolError(ProtocolErrorCode.InternalError, 'Internal error');
    });
    if (!found) throw new ProtocolError(ProtocolErrorCode.InternalError, locale.mcp.busy);
    if (!found.content) throw new ResourceNotFoundError(echo(uri));
    return { contents: [found.content] };
  }

  return () => {
    const server = new Server(
      { ...program, title: locale.mcp.title },
      {
        capabilities: { tools: {}, resources: {} },
        instructions: locale.mcp.instructions,
        cacheHints: { 'tools/list': LASTING, 'resources/templates/list': LASTING, 'server/discover': LASTING },
      },
    );
    server.setRequestHandler('tools/list', () => ({ tools: listed }));
    server.setRequestHandler('tools/call', ({ params }, context) => call(params.name, params.arguments, context));
    server.setRequestHandler('resources/list', async () => ({ resources: await listedResources(skill, locale) }));
    server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: resourceTemplates(locale) }));
    server.setRequestHandler('resources/read', ({ params }) => read(params.uri));
    return server;
  };
}

const LASTING = { ttlMs: LISTS_LAST_MS, cacheScope: 'private' } as const;

function resultOf(answer: ToolAnswer): CallToolResult {
  if ('refusal' in answer) return { content: [{ type: 'text', text: answer.refusal }], isError: true };
  return { content: [{ type: 'text', text: answer.text }], structuredContent: { ...answer.structured } };
}

function refusalOf({ name }: Tool, error: z.ZodError, locale: Locale): string {
  const names = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String)));
  return locale.mcp.badArguments(name, echo([...new Set(names)].join(', ')), locale.mcp.tools[name].expected);
}

function echo(text: string): string {
  return printable(text.slice(0, LONGEST_ECHO));
}
