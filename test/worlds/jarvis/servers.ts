import { createServer } from 'node:net';
import { type LmStudioServer, startLmStudio } from '../../support/lmstudio-server.ts';
import { type McpHttpServer, startModernMcp } from '../../support/mcp-servers.ts';
import { type NodeServer, startServer } from '../../support/node-server.ts';
import { type OllamaServer, startOllama } from '../../support/ollama-server.ts';
import { startExporters } from './exporters.ts';

export interface JarvisServers {
  readonly m1: LmStudioServer;
  readonly m2: LmStudioServer;
  readonly m3: LmStudioServer;
  readonly ol1: OllamaServer;
  readonly mcp: McpHttpServer;
  close(): Promise<void>;
}

/** Long past every deadline. */
const NEVER_MS = 3_600_000;

/** Everything of the cluster that listens. n8n does not. */
export async function startJarvis(tokens: { readonly m1: string; readonly m2: string }, isM1Awake: boolean): Promise<JarvisServers> {
  await using started = new AsyncDisposableStack();
  const kept = async <S extends Pick<NodeServer, 'close'>>(server: Promise<S>) => started.adopt(await server, ({ close }) => close());
  const m1 = await kept(
    startLmStudio({
      port: 1234,
      token: tokens.m1,
      delayMs: isM1Awake ? 0 : NEVER_MS,
      models: [
        { key: 'qwen3-30b', loaded: true },
        { key: 'nomic-embed', type: 'embedding', loaded: true },
      ],
    }),
  );
  const m2 = await kept(
    startLmStudio({
      host: '192.168.200.12',
      port: 1234,
      token: tokens.m2,
      models: [
        { key: 'gemma-3-27b', vision: true },
        { key: 'qwen3-8b', loaded: true, sizeBytes: 5_027_783_488 },
        { key: 'qwen2.5-vl-7b', loaded: true, vision: true, sizeBytes: 6_009_384_960 },
        { key: 'nomic-embed', type: 'embedding', loaded: false },
      ],
    }),
  );
  const m3 = await kept(
    startLmStudio({
      host: '192.168.200.13',
      port: 1234,
      api: 'v0',
      models: [{ key: 'deepseek-r1-7b' }, { key: 'qwen3-8b', loaded: true }],
    }),
  );
  const ol1 = await kept(
    startOllama({
      port: 11_434,
      version: '0.9.6',
      models: [
        { name: 'qwen3:1.7b', size: 1_359_293_444 },
        { name: 'mistral:7b' },
        {
          name: 'qwen3-coder:480b-cloud',
          size: 382,
          remoteHost: 'https://ollama.com:443',
          listsCapabilities: true,
          capabilities: ['completion', 'tools', 'vision'],
        },
      ],
      running: [{ name: 'mistral:7b', contextLength: 8_192 }],
    }),
  );
  const mcp = await kept(startModernMcp({ port: 8901, tools: ['audit_systeme', 'etat_du_cluster'] }));
  // nobody told the inventory about this one
  await kept(
    startServer(() => ({ body: '<title>JARVIS</title>', headers: { 'content-type': 'text/html' } }), { host: '0.0.0.0', port: 8080 }),
  );
  await kept(startRedis('0.0.0.0', 6379));
  for (const exporter of startExporters()) await kept(exporter);
  const all = started.move();
  return { m1, m2, m3, ol1, mcp, close: () => all.disposeAsync() };
}

/** A Redis that wants a password first. */
async function startRedis(host: string, port: number): Promise<Pick<NodeServer, 'close'>> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()).on('data', () => socket.write('-NOAUTH Authentication required.\r\n'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    close: () => {
      // the auditor has hung up; whoever has not is not waited for
      server.close();
      return Promise.resolve();
    },
  };
}
