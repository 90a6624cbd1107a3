import { type CallToolResult, Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldStdioTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as OldHttpTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport as OldTransport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { onTestFinished } from 'vitest';

/** Where a server is: a program to be started, or an address. */
export type Place = { readonly command: string; readonly args: string[]; readonly cwd: string; readonly env: Record<string, string> } | URL;

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: { readonly progress: number; readonly total?: number | undefined }) => void;
}

/** What the clients of both lines can do, which is all that these tests need. */
export interface McpClient {
  readonly server: { readonly version: string | undefined; readonly instructions: string | undefined; readonly pid: number | null };
  tools(): Promise<readonly { readonly name: string; readonly annotations?: object | undefined }[]>;
  call(name: string, args?: Record<string, unknown>, options?: CallOptions): Promise<CallToolResult>;
  resources(): Promise<readonly { readonly uri: string; readonly title?: string | undefined }[]>;
  read(uri: string): Promise<string>;
  close(): Promise<void>;
}

const NAME = { name: 'test', version: '1' };

/** The official clients, by what they speak. */
export const CLIENTS: readonly { readonly speaks: string; connect(place: Place): Promise<McpClient> }[] = [
  { speaks: '2026-07-28', connect: (place) => current(place, { pin: '2026-07-28' }) },
  { speaks: '2025-11-25', connect: (place) => current(place, 'legacy') },
  { speaks: 'sdk 1.x', connect: older },
];

async function current(place: Place, mode: 'legacy' | { pin: string }): Promise<McpClient> {
  const client = new Client(NAME, { versionNegotiation: { mode } });
  const transport =
    place instanceof URL ? new StreamableHTTPClientTransport(place) : new StdioClientTransport({ ...place, stderr: 'ignore' });
  await client.connect(transport as Transport);
  return ending({
    server: {
      version: client.getNegotiatedProtocolVersion(),
      instructions: client.getInstructions(),
      pid: 'pid' in transport ? transport.pid : null,
    },
    tools: async () => (await client.listTools()).tools,
    call: (name, args = {}, options = {}) => client.callTool({ name, arguments: args }, options),
    resources: async () => (await client.listResources()).resources,
    read: async (uri) => textOf((await client.readResource({ uri })).contents),
    close: () => client.close(),
  });
}

async function older(place: Place): Promise<McpClient> {
  const client = new OldClient(NAME);
  const transport = place instanceof URL ? new OldHttpTransport(place) : new OldStdioTransport({ ...place, stderr: 'ignore' });
  await client.connect(transport as OldTransport);
  return ending({
    server: { version: undefined, instructions: client.getInstructions(), pid: 'pid' in transport ? transport.pid : null },
    tools: async () => (await client.listTools()).tools,
    call: async (name, args = {}, options = {}) =>
      (await client.callTool({ name, arguments: args }, undefined, options as object)) as unknown as CallToolResult,
    resources: async () => (await client.listResources()).resources,
    read: async (uri) => textOf((await client.readResource({ uri })).contents),
    close: () => client.close(),
  });
}

function textOf([content]: readonly object[]): string {
  return content && 'text' in content ? String(content.text) : '';
}

function ending(client: McpClient): McpClient {
  onTestFinished(() => client.close());
  return client;
}
