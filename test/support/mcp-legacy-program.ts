import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { legacyServer } from './mcp-servers.ts';

/** The official server of the years before, on standard input and output. */
await legacyServer().connect(new StdioServerTransport());
