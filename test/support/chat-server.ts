import type { ServerResponse } from 'node:http';
import { type PostRequest, startPostServer } from './post-server.ts';

export type ChatRequest = PostRequest<{
  readonly model?: string;
  readonly stream?: boolean;
  readonly messages?: readonly { role: string; content: string }[];
}>;

export type ChatAnswer = (response: ServerResponse) => void;

/** A server of `POST /v1/chat/completions` that answers as told. It ends with the test; `open` tells how many answers are still under way. */
export async function startChatServer(answer: ChatAnswer) {
  const requests: ChatRequest[] = [];
  const open = new Set<ServerResponse>();
  const { url, port } = await startPostServer((request, response) => {
    requests.push(request as ChatRequest);
    open.add(response);
    response.on('close', () => open.delete(response));
    answer(response);
  });
  return { url: `${url}/v1`, origin: url, port, requests, open: () => open.size };
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
