import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { startOllama } from '../support/ollama-server.ts';
import { startOpenAi } from '../support/openai-server.ts';

/** Where what is audited listens. */
export interface Places {
  /** Five nodes of three products. */
  readonly nodes: readonly { readonly kind: string; readonly url: string }[];
  /** Accepts every connection and never answers. */
  readonly hanging: string;
  /** Answers a thousand times as readily as once. */
  readonly ready: string;
}

async function start(): Promise<Places> {
  const studios = [await startLmStudio(), await startLmStudio()];
  const ollamas = [await startOllama(), await startOllama()];
  const llama = await startOpenAi();
  const hanging = createTcpServer((socket) => void socket.on('error', () => socket.destroy()));
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', 4096, resolve));
  return {
    nodes: [
      ...studios.map(({ url }) => ({ kind: 'lmstudio', url })),
      ...ollamas.map(({ url }) => ({ kind: 'ollama', url })),
      { kind: 'openai', url: `${llama.url}/v1` },
    ],
    hanging: `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/v1`,
    ready: `${await listening(list)}/v1`,
  };
}

const LIST = JSON.stringify({
  object: 'list',
  data: [{ id: 'tiny-random', object: 'model', created: 1_700_000_000, owned_by: 'llamacpp', meta: { n_ctx: 4_096, size: 463_616 } }],
});

const list: RequestListener = (request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' }).end(LIST);
};

async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// a process of its own: what is measured must not wait for whoever answers it
process.once('disconnect', () => process.exit());
process.send?.(await start());
