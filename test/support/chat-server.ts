import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ChatRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly model?: string; readonly stream?: boolean; readonly messages?: readonly { role: string; content: string }[] };
}

export type ChatAnswer = (response: ServerResponse) => void;

/** A server of `POST /v1/chat/completions` that answers as told. It ends with the test; `open` tells how many answers are still under way. */
export async function startChatServer(answer: ChatAnswer) {
  const requests: ChatRequest[] = [];
  const open = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    requests.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') });
    open.add(response);
    response.on('close', () => open.delete(response));
    answer(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, origin: `http://127.0.0.1:${port}`, port, requests, open: () => open.size };
}

/** Says it a few letters at a time, as models do, in the wire format of OpenAI. */
export function saying(text: string, { finish = 'stop' as string | null, afterMs = 0 } = {}): ChatAnswer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    setTimeout(() => {
      for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) response.write(chunk({ content: piece }, null));
      if (finish !== null) response.end(`${chunk({}, finish)}data: [DONE]\n\n`);
      else response.end();
    }, afterMs);
  };
}

export function pouring(piece: string): ChatAnswer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const pour = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', pour);
    pour();
  };
}

export function chunk(delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_795_165_059, model: 'tiny', choices })}\n\n`;
}
