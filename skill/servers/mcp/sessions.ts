import { randomUUID } from 'node:crypto';
import {
  isInitializeRequest,
  isJSONRPCNotification,
  type JSONRPCMessage,
  type RequestId,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';

/** One more ends the one that was silent the longest, which then opens another. */
const MOST_SESSIONS = 64;

interface Session {
  readonly server: Server;
  readonly transport: WebStandardStreamableHTTPServerTransport;
}

/** Connections of callers of before 2026: their `cancelled` comes in a request of its own, which only a session ties to the call. */
export function createSessions(newServer: () => Server, limits: { readonly maxRequestBodySize: number }) {
  // the longest silent first
  const sessions = new Map<string, Session>();

  async function begin(): Promise<Session> {
    const server = newServer();
    const transport = new WebStandardStreamableHTTPServerTransport({
      ...limits,
      sessionIdGenerator: randomUUID,
      async onsessioninitialized(id) {
        const [oldest] = sessions.values();
        if (sessions.size >= MOST_SESSIONS) await oldest?.server.close();
        sessions.set(id, { server, transport });
        server.onclose = () => void sessions.delete(id);
      },
    });
    await server.connect(transport);
    endCancelledStreams(transport);
    return { server, transport };
  }

  return {
    /** Null when it belongs to no session and opens none. */
    async answer(request: Request): Promise<Response | null> {
      const id = request.headers.get('mcp-session-id');
      if (id === null) return (await opensSession(request)) ? (await begin()).transport.handleRequest(request) : null;
      const session = sessions.get(id);
      if (!session) return Response.json(NOT_FOUND, { status: 404 });
      sessions.delete(id);
      sessions.set(id, session);
      return await session.transport.handleRequest(request);
    },
    async close(): Promise<void> {
      await Promise.all([...sessions.values()].map(({ server }) => server.close()));
    },
  };
}

const NOT_FOUND = { jsonrpc: '2.0', error: { code: -32_001, message: 'Session not found' }, id: null };

async function opensSession(request: Request): Promise<boolean> {
  if (request.method !== 'POST') return false;
  return isInitializeRequest(
    await request
      .clone()
      .json()
      .catch(() => null),
  );
}

/** A call that was cancelled is never answered: its stream would stay open until the caller leaves. */
function endCancelledStreams(transport: WebStandardStreamableHTTPServerTransport): void {
  const { onmessage } = transport;
  transport.onmessage = (message: JSONRPCMessage, extra) => {
    onmessage?.(message, extra);
    if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled')
      transport.closeSSEStream(message.params?.['requestId'] as RequestId);
  };
}
