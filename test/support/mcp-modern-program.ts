import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { modernServer } from './mcp-servers.ts';

/** The official server of today on standard input and output; `strict` turns older clients away. */
serveStdio(() => modernServer(), { legacy: process.argv[2] === 'strict' ? 'reject' : 'serve' });
