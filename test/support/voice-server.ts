import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface SpeechRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A server of `POST /v1/audio/speech` that answers as told. It ends with the test. */
export async function startVoiceServer(answer: (response: ServerResponse) => void) {
  const requests: SpeechRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null');
    requests.push({ path: request.url ?? '', headers: request.headers, body });
    answer(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests };
}

export function sending(body: string | Buffer, type = 'audio/wav', status = 200) {
  return (response: ServerResponse) => void response.writeHead(status, { 'content-type': type }).end(body);
}

/** The same again and again, as fast as it is taken. */
export function pouringForEver(piece: Buffer, status = 200) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'audio/wav' });
    const pour = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', pour);
    pour();
  };
}
