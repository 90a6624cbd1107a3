import { createMcpHandler, isLegacyRequest } from '@modelcontextprotocol/server';
import type { Locale } from '../../locales/locale.ts';
import type { Skill } from '../skill.ts';
import { type Log, serversOf } from './mcp/server.ts';
import { createSessions } from './mcp/sessions.ts';

const MOST_BODY_BYTES = 64 * 1024;
/** Streams of `subscriptions/listen`, on which we have little to say. */
const MOST_SUBSCRIPTIONS = 16;

export interface McpHandler {
  /** Never rejects. The abort of the request's own signal, and the cancelling of the response's body, abort the call. */
  fetch(request: Request): Promise<Response>;
  /** Ends every session and stream; calls under way are aborted. */
  close(): Promise<void>;
}

/**
 * MCP over HTTP, for a server to mount at `/mcp` behind its own authentication and its own check of Host and Origin.
 * A caller of 2026 is answered call by call; an older one that opens a session has it, because only there can it cancel.
 */
export function mcpHandler(skill: Skill, locale: Locale, log: Log): McpHandler {
  const newServer = serversOf(skill, locale, log);
  const limits = { maxRequestBodySize: MOST_BODY_BYTES };
  const handler = createMcpHandler(newServer, { ...limits, maxSubscriptions: MOST_SUBSCRIPTIONS });
  const sessions = createSessions(newServer, limits);
  let isClosed = false;
  return {
    async fetch(request) {
      if (isClosed) return new Response(null, { status: 503 });
      try {
        const isOld = await isLegacyRequest(request, undefined, limits);
        const answer = isOld ? await sessions.answer(request) : null;
        return answer ?? (await handler.fetch(request));
      } catch (fault) {
        log(fault);
        return new Response(null, { status: 500 });
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([sessions.close(), handler.close()]);
    },
  };
}
