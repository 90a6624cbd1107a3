import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ProbeError } from '../../skill/audit/define.ts';
import { NodeFacts } from '../../skill/probes/node-facts.ts';
import { openai } from '../../skill/probes/openai.ts';
import { parseOpenAiModels } from '../../skill/probes/openai-models.ts';
import { damaged } from '../support/damaged-json.ts';
import { type Answer, type NodeServer, sent, startServer } from '../support/node-server.ts';
import { startOllama } from '../support/ollama-server.ts';
import { type OpenAiOptions, startOpenAi } from '../support/openai-server.ts';
import { during, failureOf, hostWith, readNode } from '../support/read-node.ts';
import { RECORDED } from '../support/recorded.ts';

const start = (options: OpenAiOptions = {}) => during(startOpenAi(options));
const posts = ({ requests }: NodeServer) => requests.filter(({ method }) => method === 'POST');

test('llama.cpp tells what it serves', async () => {
  const server = await start({ models: [{ id: 'tiny-vl', contextLength: 256, sizeBytes: 463_616, inputs: ['text', 'image'] }] });
  const facts = await readNode(openai, { url: `${server.url}/v1/` }, { mode: 'quick' });
  expect(facts).toMatchObject({ product: 'llama.cpp', version: null, access: null, allowedOrigin: null, inference: null });
  expect(facts.models).toEqual([
    {
      id: 'tiny-vl',
      type: 'llm',
      loaded: true,
      contextLength: 256,
      vision: true,
      audio: false,
      sizeBytes: 463_616,
      vramMiB: null,
      vramShare: null,
      cloud: false,
    },
  ]);
});

test('vLLM tells what it serves', async () => {
  const server = await start({ product: 'vllm', models: [{ id: 'Qwen/Qwen3-Embedding-8B', contextLength: 40_960 }] });
  expect(await readNode(openai, { url: `${server.url}/v1` })).toMatchObject({
    product: 'vLLM',
    models: [{ id: 'Qwen/Qwen3-Embedding-8B', type: 'embedding', loaded: true, contextLength: 40_960, vision: null }],
    inference: null,
  });
});

test('any other server leaves loading unknown and is not prompted', async () => {
  const server = await start({ product: 'generic', models: [{ id: 'gpt-5' }] });
  expect(await readNode(openai, { url: `${server.url}/v1` })).toMatchObject({
    product: 'OpenAI-compatible',
    models: [{ id: 'gpt-5', type: 'llm', loaded: null, contextLength: null }],
    inference: null,
  });
  expect(posts(server)).toEqual([]);
});

test('one minimal prompt goes to a served model', async () => {
  const server = await start();
  const { inference } = await readNode(openai, { url: `${server.url}/v1` });
  expect(posts(server).map((request) => [request.url, sent(request)])).toEqual([
    ['/v1/chat/completions', { model: 'tiny-random', messages: [{ role: 'user', content: 'ping' }], max_tokens: 1 }],
  ]);
  expect(inference).toEqual({
    model: 'tiny-random',
    ok: true,
    totalMs: expect.any(Number),
    firstTokenMs: null,
    tokensPerSecond: null,
    failure: null,
  });
});

test('a router of llama.cpp is prompted only for what it has loaded', async () => {
  const server = await start({
    models: [
      { id: 'cold', status: 'unloaded' },
      { id: 'warm', status: 'loaded' },
    ],
  });
  const facts = await readNode(openai, { url: `${server.url}/v1` });
  expect(facts.models.map(({ loaded }) => loaded)).toEqual([false, true]);
  expect(posts(server).map(sent)).toMatchObject([{ model: 'warm' }]);
});

test('a node that is never to be prompted gets no POST', async () => {
  const server = await start();
  expect(await readNode(openai, { url: `${server.url}/v1`, prompt: 'never' })).toMatchObject({ inference: null });
  expect(posts(server)).toEqual([]);
});

test('quick mode asks for the list and for nothing else', async () => {
  const server = await start();
  await readNode(openai, { url: `${server.url}/v1` }, { mode: 'quick', host: hostWith(['127.0.0.2']) });
  expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /v1/models']);
});

test('a token opens the list, the prompt and the question about origins, and strangers are refused', async () => {
  const server = await start({ token: 'k', host: '0.0.0.0', allowOrigin: 'reflect' });
  const facts = await readNode(openai, { url: `http://127.0.0.1:${server.port}/v1`, token: 'k' }, { host: hostWith(['127.0.0.2']) });
  expect(facts).toMatchObject({
    inference: { ok: true },
    allowedOrigin: 'https://audit.invalid',
    access: { scope: 'lan', anonymous: false, status: 401 },
  });
});

test('a wrong token is denied', async () => {
  const server = await start({ token: 'k' });
  expect(await failureOf(readNode(openai, { url: `${server.url}/v1`, token: 'x' }))).toBe('denied');
});

test('an Ollama without models, which lists null, is a valid answer', () => {
  expect(parseOpenAiModels('{"object":"list","data":null}').models).toEqual([]);
});

test.each([
  ['a web page', { body: '<html></html>' }, 'wrong-product'],
  ['foreign JSON', { body: { models: [] } }, 'wrong-product'],
  ['a scalar', { body: '3' }, 'wrong-product'],
  ['truncated JSON', { body: '{"data":[' }, 'malformed'],
  ['loading', { status: 503, body: { error: { message: 'Loading model', code: 503 } } }, 'bad-status'],
  ['a redirect elsewhere', { status: 307, body: '', headers: { location: 'http://127.0.0.9/v1/models' } }, 'bad-status'],
] as const satisfies readonly (readonly [string, Answer, string])[])('%s is refused as such', async (_, answer, code) => {
  const server = await during(startServer(() => answer));
  expect(await failureOf(readNode(openai, { url: `${server.url}/v1` }))).toBe(code);
});

test('a server without the path is not found', async () => {
  const server = await during(startOllama());
  expect(await failureOf(readNode(openai, { url: `${server.url}/v1` }))).toBe('not-found');
});

const LIVE = `${RECORDED}/live/llama-server/v1_models.txt`;

test.skipIf(!existsSync(LIVE))('the recorded list of a real llama.cpp is read', () => {
  const { product, models, loaded } = parseOpenAiModels(readFileSync(LIVE, 'utf8'));
  expect(product).toBe('llama.cpp');
  expect(models).toMatchObject([{ id: 'tiny-random', type: 'llm', loaded: true, contextLength: 256, sizeBytes: 463_616, vision: false }]);
  expect(loaded).toBe('tiny-random');
});

const GOOD = [
  JSON.stringify({
    object: 'list',
    data: [{ id: 'a', owned_by: 'llamacpp', meta: { n_ctx: 8, size: 9 }, architecture: { input_modalities: ['text'] } }],
  }),
  JSON.stringify({
    object: 'list',
    data: [
      { id: 'a', owned_by: 'vllm', max_model_len: 8 },
      { id: 'b', status: { value: 'loaded' } },
    ],
  }),
];

test('two thousand damaged bodies give models of the right shape or a foreseen failure', () => {
  let read = 0;
  for (const body of damaged(GOOD, 2_000)) {
    try {
      expect(NodeFacts.shape.models.safeParse(parseOpenAiModels(body).models).success, body).toBe(true);
      read += 1;
    } catch (error) {
      if (!(error instanceof ProbeError)) throw new Error(`not foreseen: ${body}`, { cause: error });
    }
  }
  expect(read).toBeGreaterThan(50);
});
