import { expect, test } from 'vitest';
import { chat } from '../../skill/phrasing/chat.ts';
import { type ChatAnswer, chunk, pouring, saying, startChatServer } from '../support/chat-server.ts';

const PROMPT = { system: 'orders', user: 'facts' };

async function hear(answer: ChatAnswer, signal: AbortSignal = AbortSignal.timeout(5_000)) {
  const server = await startChatServer(answer);
  const pieces: string[] = [];
  const talk = async () => {
    for await (const piece of chat({ id: 'M1', url: server.url, token: 'sk-only-for-it', model: 'tiny' }, PROMPT, signal))
      pieces.push(piece);
  };
  const failure = await talk().then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  );
  return { text: pieces.join(''), pieces, failure, server };
}

test('the words come piece by piece, from the model that was named, with its own token', async () => {
  const { text, pieces, failure, server } = await hear(saying('Quatre nœuds sur cinq répondent.'));
  expect({ text, failure }).toEqual({ text: 'Quatre nœuds sur cinq répondent.', failure: null });
  expect(pieces.length).toBeGreaterThan(2);
  const [request] = server.requests;
  expect(request?.path).toBe('/v1/chat/completions');
  expect(request?.headers.authorization).toBe('Bearer sk-only-for-it');
  expect(request?.body).toMatchObject({
    model: 'tiny',
    stream: true,
    messages: [
      { role: 'system', content: 'orders' },
      { role: 'user', content: 'facts' },
    ],
  });
});

test.each<[string, ChatAnswer, string]>([
  ['half a stream', saying('Quatre nœuds', { finish: null }), 'malformed'],
  ['a text that was cut for its length', saying('Quatre nœuds', { finish: 'length' }), 'malformed'],
  ['a server that failed', (response) => void response.writeHead(500).end('{"error":"no"}'), 'bad-status'],
  ['a refusal', (response) => void response.writeHead(401).end(), 'denied'],
  ['a redirect to another host', (response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(), 'bad-status'],
  [
    'an answer that is no stream',
    (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
    'malformed',
  ],
  [
    'garbage in the stream',
    (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: {{{\n\n'),
    'malformed',
  ],
  ['words without end', pouring(chunk({ content: 'et encore ' }, null)), 'too-large'],
  ['events without words and without end', pouring(chunk({ role: 'assistant' }, null)), 'too-large'],
  ['a line without end', pouring('data: aaaaaaaaaaaaaaaa'), 'too-large'],
  [
    'a connection cut in the middle',
    (response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(chunk({ content: 'a' }, null), () => response.destroy()),
    'reset',
  ],
])('%s is a failure', async (_, answer, code) => {
  expect((await hear(answer)).failure).toBe(code);
});

test('an abort ends the connection at once', async () => {
  const startedAt = performance.now();
  const { failure, server } = await hear(
    (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n'),
    AbortSignal.timeout(150),
  );
  expect(failure).toBe('timeout');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await expect.poll(server.open).toBe(0);
});
