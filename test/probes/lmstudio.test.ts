import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ProbeError } from '../../skill/audit/define.ts';
import { lmstudio } from '../../skill/probes/lmstudio.ts';
import { parseLmStudioOpenAi, parseLmStudioV0, parseLmStudioV1 } from '../../skill/probes/lmstudio-models.ts';
import { NodeFacts } from '../../skill/probes/node-facts.ts';
import { damaged } from '../support/damaged-json.ts';
import { type LmStudioOptions, startLmStudio } from '../support/lmstudio-server.ts';
import { type Answer, type NodeServer, sent, startServer } from '../support/node-server.ts';
import { startOllama } from '../support/ollama-server.ts';
import { startOpenAi } from '../support/openai-server.ts';
import { during, failureOf, hostRerouting, hostWith, readNode } from '../support/read-node.ts';
import { RECORDED } from '../support/recorded.ts';

const start = (options: LmStudioOptions = {}) => during(startLmStudio(options));
const posts = ({ requests }: NodeServer) => requests.filter(({ method }) => method === 'POST');
const paths = ({ requests }: NodeServer) => requests.map(({ url }) => url);

/** A server that answers these paths so, and any other as LM Studio does. */
const answering = (answers: Readonly<Record<string, Answer>>) =>
  during(startServer(({ method, url }) => answers[url] ?? { body: { error: `Unexpected endpoint or method. (${method} ${url})` } }));

test('a v1 server tells its models, which are loaded and how large they are', async () => {
  const server = await start({
    models: [
      { key: 'qwen/qwen3-vl', loaded: true, instance: 'qwen3-vl:2', vision: true, contextLength: 4_096, sizeBytes: 5_000 },
      { key: 'qwq-32b', maxContextLength: 131_072 },
      { key: 'nomic-embed', type: 'embedding', loaded: true },
    ],
  });
  const facts = await readNode(lmstudio, { url: `${server.url}/` }, { mode: 'quick' });
  expect(facts).toMatchObject({ api: 'v1', product: 'LM Studio', version: '>=0.4.0' });
  expect(facts.models).toEqual([
    {
      id: 'qwen/qwen3-vl',
      type: 'llm',
      loaded: true,
      contextLength: 4_096,
      vision: true,
      audio: null,
      sizeBytes: 5_000,
      vramMiB: null,
      vramShare: null,
      cloud: false,
    },
    {
      id: 'qwq-32b',
      type: 'llm',
      loaded: false,
      contextLength: 131_072,
      vision: false,
      audio: null,
      sizeBytes: 4_692_668_992,
      vramMiB: null,
      vramShare: null,
      cloud: false,
    },
    {
      id: 'nomic-embed',
      type: 'embedding',
      loaded: true,
      contextLength: 8_192,
      vision: null,
      audio: null,
      sizeBytes: 4_692_668_992,
      vramMiB: null,
      vramShare: null,
      cloud: false,
    },
  ]);
});

test('a v0 server is read after its 200 « Unexpected endpoint » to v1', async () => {
  const server = await start({
    api: 'v0',
    models: [
      { key: 'qwen3-vl', loaded: true, vision: true, contextLength: 4_096 },
      { key: 'qwq-32b' },
      { key: 'nomic-embed', type: 'embedding' },
    ],
  });
  const facts = await readNode(lmstudio, { url: server.url }, { mode: 'quick' });
  expect(facts).toMatchObject({ api: 'v0', version: '>=0.3.6 <0.4.0' });
  expect(facts.models).toMatchObject([
    { id: 'qwen3-vl', type: 'llm', loaded: true, vision: true, contextLength: 4_096, sizeBytes: null },
    { id: 'qwq-32b', type: 'llm', loaded: false, vision: false, contextLength: 32_768 },
    { id: 'nomic-embed', type: 'embedding', loaded: false, vision: null },
  ]);
  expect(paths(server)).toEqual(['/api/v1/models', '/api/v0/models']);
});

test('an older server tells names only, so that nothing is known to be loaded', async () => {
  const server = await start({ api: 'openai', models: [{ key: 'qwen3-8b', loaded: true }] });
  const facts = await readNode(lmstudio, { url: server.url });
  expect(facts).toMatchObject({ api: 'openai', version: null, product: 'LM Studio', inference: null });
  expect(facts.models).toMatchObject([{ id: 'qwen3-8b', type: 'llm', loaded: null, contextLength: null }]);
  expect(posts(server)).toEqual([]);
});

test.each(['v1', 'v0', 'openai'] as const)('an empty %s list is a valid answer', async (api) => {
  const server = await start({ api, models: [] });
  expect(await readNode(lmstudio, { url: server.url })).toMatchObject({ api, models: [], inference: null });
});

test('the latency is that of the call that answered', async () => {
  const server = await start({ api: 'v0', delaysMs: { '/api/v1': 300 } });
  const { latencyMs } = await readNode(lmstudio, { url: server.url }, { mode: 'quick' });
  expect(latencyMs).toBeLessThan(250);
});

test('a path before the API is kept', async () => {
  const server = await answering({ '/lm/api/v1/models': { body: { models: [] } } });
  expect(await readNode(lmstudio, { url: `${server.url}/lm/` }, { mode: 'quick' })).toMatchObject({ api: 'v1' });
});

test('the clock of the server is compared with ours', async () => {
  const server = await answering({
    '/api/v1/models': { body: { models: [] }, headers: { date: new Date(Date.now() + 90_000).toUTCString() } },
  });
  const { clockSkewMs } = await readNode(lmstudio, { url: server.url }, { mode: 'quick' });
  expect(clockSkewMs).toBeGreaterThan(85_000);
});

test.each(['quick', 'full'] as const)('without its token a protected server is denied at once in %s mode', async (mode) => {
  const server = await start({ token: 'sk-lm-a' });
  expect(await failureOf(readNode(lmstudio, { url: server.url }, { mode }))).toBe('denied');
  expect(server.requests).toHaveLength(1);
});

test('a wrong token is denied and not repeated in the failure', async () => {
  const server = await start({ token: 'sk-lm-a' });
  const reading = readNode(lmstudio, { url: server.url, token: 'sk-lm-wrong' });
  await expect(reading).rejects.toThrow(/^HTTP 401$/);
});

test('the right token opens a protected server', async () => {
  const server = await start({ token: 'sk-lm-a' });
  expect(await readNode(lmstudio, { url: server.url, token: 'sk-lm-a' })).toMatchObject({ api: 'v1', inference: { ok: true } });
});

test.each([
  ['a web page', { body: '<!doctype html><title>LM Studio</title>' }, 'wrong-product'],
  ['foreign JSON', { body: { status: 'ok' } }, 'wrong-product'],
  ['a list of other models', { body: { models: [{ name: 'llama3.2:latest', digest: 'a' }] } }, 'wrong-product'],
  ['an OpenAI list where v1 should be', { body: { object: 'list', data: [{ id: 'gemma3:4b', owned_by: 'FastFlowLM' }] } }, 'wrong-product'],
  [
    'entries without a usable key',
    {
      body: {
        models: [
          { key: '', loaded_instances: [] },
          { key: 7, loaded_instances: [] },
        ],
      },
    },
    'wrong-product',
  ],
  ['truncated JSON', { body: '{"models":[{"key":' }, 'malformed'],
  ['an empty body', { body: '' }, 'malformed'],
  ['429', { status: 429, body: '' }, 'rate-limited'],
  ['502', { status: 502, body: '<html>' }, 'bad-status'],
  ['a redirect elsewhere', { status: 302, body: '', headers: { location: 'http://127.0.0.9/' } }, 'bad-status'],
] as const)('%s is refused as such', async (_, answer, code) => {
  const server = await answering({ '/api/v1/models': answer });
  expect(await failureOf(readNode(lmstudio, { url: server.url }))).toBe(code);
});

test('llama.cpp is another product', async () => {
  const server = await during(startOpenAi());
  expect(await failureOf(readNode(lmstudio, { url: server.url }))).toBe('wrong-product');
});

test('vLLM is another product', async () => {
  const server = await during(startOpenAi({ product: 'vllm' }));
  expect(await failureOf(readNode(lmstudio, { url: server.url }))).toBe('wrong-product');
});

test('a list given twice, in the words of two products, is not from LM Studio', () => {
  const body = JSON.stringify({ models: [{ name: 'a' }], object: 'list', data: [{ id: 'a', object: 'model' }] });
  expect(() => parseLmStudioOpenAi(body)).toThrow(expect.objectContaining({ code: 'wrong-product' }));
});

test('the oldest list proves nothing to be loaded, whatever else it says', () => {
  const body = JSON.stringify({ object: 'list', data: [{ id: 'a', owned_by: 'organization_owner', status: { value: 'loaded' } }] });
  expect(parseLmStudioOpenAi(body)).toMatchObject({ models: [{ id: 'a', loaded: null }], loaded: null });
});

test('an Ollama without models, whose list is null, is not LM Studio', () => {
  expect(() => parseLmStudioOpenAi('{"object":"list","data":null}')).toThrow(expect.objectContaining({ code: 'wrong-product' }));
  expect(parseLmStudioOpenAi('{"object":"list","data":[]}').models).toEqual([]);
});

test('a server without any of the three lists is not found to be one', async () => {
  const server = await during(startOllama());
  expect(await failureOf(readNode(lmstudio, { url: server.url }))).toBe('not-found');
});

test('a closed port is refused', async () => {
  const server = await startLmStudio();
  await server.close();
  expect(await failureOf(readNode(lmstudio, { url: server.url }))).toBe('refused');
});

test('a server that is too slow is a timeout, and no later than that', async () => {
  const server = await start({ delayMs: 5_000 });
  const startedAt = performance.now();
  expect(await failureOf(readNode(lmstudio, { url: server.url, timeoutMs: 300 }))).toBe('timeout');
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('one minimal prompt goes to the loaded instance', async () => {
  const server = await start({
    models: [{ key: 'nomic', type: 'embedding', loaded: true }, { key: 'cold' }, { key: 'qwen3', loaded: true, instance: 'qwen3:2' }],
  });
  const { inference } = await readNode(lmstudio, { url: server.url });
  expect(posts(server).map((request) => [request.url, sent(request)])).toEqual([
    ['/api/v1/chat', { model: 'qwen3:2', input: 'ping', max_output_tokens: 1, store: false }],
  ]);
  expect(inference).toEqual({
    model: 'qwen3:2',
    ok: true,
    totalMs: expect.any(Number),
    firstTokenMs: 781,
    tokensPerSecond: 43.7,
    failure: null,
  });
});

test('reasoning is switched off only where the model allows it', async () => {
  const server = await start({ models: [{ key: 'qwen3', loaded: true, reasoning: ['off', 'on'] }] });
  expect(await readNode(lmstudio, { url: server.url })).toMatchObject({ inference: { ok: true } });
  expect(posts(server).map(sent)).toMatchObject([{ reasoning: 'off' }]);
});

test('a model that must reason is not asked to stop', async () => {
  const server = await start({ models: [{ key: 'gpt-oss', loaded: true, reasoning: ['low', 'high'] }] });
  expect(await readNode(lmstudio, { url: server.url })).toMatchObject({ inference: { ok: true } });
  expect(posts(server).map(sent)[0]).not.toHaveProperty('reasoning');
});

test('a v0 server is prompted in its own way', async () => {
  const server = await start({ api: 'v0' });
  const { inference } = await readNode(lmstudio, { url: server.url });
  expect(posts(server).map((request) => [request.url, sent(request)])).toEqual([
    ['/api/v0/chat/completions', { model: 'qwen3-8b', messages: [{ role: 'user', content: 'ping' }], max_tokens: 1 }],
  ]);
  expect(inference).toMatchObject({ ok: true, firstTokenMs: 111, tokensPerSecond: 51.4 });
});

test.each(['v1', 'v0', 'openai'] as const)('no unloaded model of a %s server is ever prompted', async (api) => {
  const server = await start({ api, models: [{ key: 'huge-70b' }, { key: 'nomic', type: 'embedding', loaded: true }] });
  expect(await readNode(lmstudio, { url: server.url })).toMatchObject({ inference: null });
  expect(server.justLoaded).toEqual([]);
  expect(posts(server)).toEqual([]);
});

test.each(['v1', 'v0'] as const)('a %s node that is never to be prompted gets no POST', async (api) => {
  const server = await start({ api });
  expect(await readNode(lmstudio, { url: server.url, prompt: 'never' })).toMatchObject({ inference: null });
  expect(posts(server)).toEqual([]);
});

test('quick mode asks for the list and for nothing else', async () => {
  const server = await start();
  const facts = await readNode(lmstudio, { url: server.url }, { mode: 'quick', host: hostWith(['127.0.0.2']) });
  expect(facts).toMatchObject({ access: null, allowedOrigin: null, inference: null });
  expect(paths(server)).toEqual(['/api/v1/models']);
});

test('a prompt that is never answered does not lose the list', async () => {
  const server = await start({ delaysMs: { '/api/v1/chat': 10_000 } });
  const startedAt = performance.now();
  const facts = await readNode(lmstudio, { url: server.url, timeoutMs: 600 });
  expect(performance.now() - startedAt).toBeLessThan(600);
  expect(facts).toMatchObject({ models: [{ id: 'qwen3-8b' }], inference: { ok: false, failure: 'timeout', totalMs: null } });
});

test.each([
  ['an error', { status: 500, body: { error: 'out of memory' } }, 'bad-status'],
  ['its 200 for unknown paths', { body: { error: 'Unexpected endpoint or method. (POST /api/v1/chat)' } }, 'malformed'],
  ['a web page', { body: '<html>' }, 'wrong-product'],
] as const)('a prompt answered by %s is a failure of the prompt alone', async (_, answer, failure) => {
  const list = { models: [{ key: 'a', type: 'llm', loaded_instances: [{ id: 'a' }] }] };
  const server = await answering({ '/api/v1/models': { body: list }, '/api/v1/chat': answer });
  expect(await readNode(lmstudio, { url: server.url })).toMatchObject({
    models: [{ id: 'a' }],
    inference: { model: 'a', ok: false, failure },
  });
});

test('a server on the network that lets anybody in is seen', async () => {
  const server = await start({ host: '0.0.0.0' });
  const facts = await readNode(lmstudio, { url: `http://127.0.0.1:${server.port}` }, { host: hostWith(['127.0.0.2']) });
  expect(facts.access).toEqual({ address: `127.0.0.2:${server.port}`, scope: 'lan', anonymous: true, status: 200 });
});

test('a server on the network that wants its token is seen', async () => {
  const server = await start({ host: '0.0.0.0', token: 'sk-lm-a' });
  const facts = await readNode(lmstudio, { url: `http://127.0.0.1:${server.port}`, token: 'sk-lm-a' }, { host: hostWith(['127.0.0.2']) });
  expect(facts.access).toMatchObject({ scope: 'lan', anonymous: false, status: 401 });
});

test('an unneeded token at a private address does not hide that the server is open', async () => {
  const server = await start();
  const host = hostRerouting('http://192.168.1.26:1234', server.url);
  const { access } = await readNode(lmstudio, { url: 'http://192.168.1.26:1234', token: 'lm-studio' }, { host });
  expect(access).toEqual({ address: '192.168.1.26:1234', scope: 'lan', anonymous: true, status: 200 });
});

test.each([
  [undefined, ''],
  ['*', '*'],
  ['reflect', 'https://audit.invalid'],
] as const)('an allowed origin of %s is told as %j', async (allowOrigin, told) => {
  const server = await start(allowOrigin === undefined ? {} : { allowOrigin });
  expect(await readNode(lmstudio, { url: server.url })).toMatchObject({ allowedOrigin: told });
});

test('the origin is asked for with the token and without a POST', async () => {
  const server = await start({ token: 'sk-lm-a', allowOrigin: '*' });
  expect(await readNode(lmstudio, { url: server.url, token: 'sk-lm-a', prompt: 'never' })).toMatchObject({ allowedOrigin: '*' });
  const asked = server.requests.filter(({ headers }) => headers.origin !== undefined);
  expect(asked.map(({ method, headers }) => [method, headers.authorization])).toEqual([['GET', 'Bearer sk-lm-a']]);
});

test('whoever aborts is not held up by a prompt', async () => {
  const server = await start({ delaysMs: { '/api/v1/chat': 10_000 } });
  const startedAt = performance.now();
  await expect(readNode(lmstudio, { url: server.url }, { signal: AbortSignal.timeout(300) })).rejects.toThrow();
  expect(performance.now() - startedAt).toBeLessThan(800);
});

test('figures of another type or below zero are as good as untold', () => {
  const entry = {
    key: 'a',
    type: 7,
    loaded_instances: [{ id: 'a', config: 'x' }],
    size_bytes: -1,
    max_context_length: 0.5,
    capabilities: [],
  };
  expect(parseLmStudioV1(JSON.stringify({ models: [entry] })).models).toMatchObject([
    { id: 'a', type: null, loaded: true, sizeBytes: null, contextLength: null, vision: null },
  ]);
});

test('an entry without a usable key is passed over, and the others are kept', () => {
  const keys = ['a', '', ' ', '\u0000', 7, null, 'b'];
  const v1 = { models: [...keys.map((key) => ({ key, loaded_instances: [] })), { key: 'c' }, null] };
  const v0 = { data: [...keys.map((id) => ({ id, state: 'not-loaded' })), { id: 'c' }, null] };
  expect(parseLmStudioV1(JSON.stringify(v1)).models.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(parseLmStudioV0(JSON.stringify(v0)).models.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('long names are cut to 200 characters and long lists to 2000 models', () => {
  const entry = { key: 'k'.repeat(5_000), type: 'llm', loaded_instances: [] };
  const { models } = parseLmStudioV1(JSON.stringify({ models: Array.from({ length: 3_000 }, () => entry) }));
  expect(models).toHaveLength(2_000);
  expect(models[0]?.id).toHaveLength(200);
});

const PAYLOADS = `${RECORDED}/jarvis/payloads`;

test.skipIf(!existsSync(PAYLOADS))('the recorded lists of a real LM Studio 0.4.25 are read the same through v1 and v0', () => {
  const v1 = parseLmStudioV1(readFileSync(`${PAYLOADS}/lmstudio_api_v1_models_real_0.4.25.json`, 'utf8')).models;
  const v0 = parseLmStudioV0(readFileSync(`${PAYLOADS}/lmstudio_api_v0_models_real_0.4.25.json`, 'utf8')).models;
  const common = (models: typeof v1) =>
    models.map(({ id, type, loaded, contextLength }) => ({ id, type, loaded, contextLength })).toSorted((a, b) => a.id.localeCompare(b.id));
  expect(common(v1)).toEqual(common(v0));
  expect(v1.filter(({ loaded }) => loaded)).toMatchObject([
    { id: 'qwen3.6-35b-a3b-mtp', vision: true, contextLength: 262_144, sizeBytes: 18_890_707_872 },
  ]);
});

test.skipIf(!existsSync(PAYLOADS))('the recorded lookalike is no LM Studio', () => {
  const body = readFileSync(`${PAYLOADS}/lookalike_fastflowlm_api_v1_models.json`, 'utf8');
  for (const parse of [parseLmStudioV1, parseLmStudioV0, parseLmStudioOpenAi]) {
    expect(() => parse(body)).toThrow(expect.objectContaining({ code: 'wrong-product' }));
  }
});

const GOOD = {
  v1: JSON.stringify({
    models: [
      {
        type: 'llm',
        key: 'a',
        size_bytes: 5,
        loaded_instances: [{ id: 'a:2', config: { context_length: 4 } }],
        max_context_length: 8,
        capabilities: { vision: true, reasoning: { allowed_options: ['off'] } },
      },
      { type: 'embedding', key: 'b', size_bytes: 5, loaded_instances: [], max_context_length: 8 },
    ],
  }),
  v0: JSON.stringify({
    object: 'list',
    data: [
      { id: 'a', type: 'vlm', state: 'loaded', max_context_length: 8, loaded_context_length: 4 },
      { id: 'b', type: 'embeddings', state: 'not-loaded', max_context_length: 8 },
    ],
  }),
  openai: JSON.stringify({ object: 'list', data: [{ id: 'a', object: 'model', owned_by: 'organization_owner' }] }),
};

test.each([
  ['v1', parseLmStudioV1],
  ['v0', parseLmStudioV0],
  ['openai', parseLmStudioOpenAi],
] as const)('two thousand damaged %s bodies give models of the right shape or a foreseen failure', (_, parse) => {
  let read = 0;
  for (const body of damaged(Object.values(GOOD), 2_000)) {
    try {
      expect(NodeFacts.shape.models.safeParse(parse(body).models).success, body).toBe(true);
      read += 1;
    } catch (error) {
      if (!(error instanceof ProbeError)) throw new Error(`not foreseen: ${body}`, { cause: error });
    }
  }
  expect(read).toBeGreaterThan(50);
});
