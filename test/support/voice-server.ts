import type { ServerResponse } from 'node:http';
import { type PostRequest, startPostServer } from './post-server.ts';

export type SpeechRequest = PostRequest<Readonly<Record<string, unknown>>>;

/** A server of `POST /v1/audio/speech` that answers as told. It ends with the test. */
export async function startVoiceServer(answer: (response: ServerResponse) => void) {
  const requests: SpeechRequest[] = [];
  const { url } = await startPostServer((request, response) => {
    requests.push(request as SpeechRequest);
    answer(response);
  });
  return { url: `${url}/v1`, requests };
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
