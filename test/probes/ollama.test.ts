import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ProbeError } from '../../skill/audit/define.ts';
import { NodeFacts } from '../../skill/probes/node-facts.ts';
import { ollama } from '../../skill/probes/ollama.ts';
import { ollamaModel, parseOllamaRunning, parseOllamaShow, parseOllamaTags, parseOllamaVersion } from '../../skill/probes/ollama-models.ts';
import { damaged } from '../support/damaged-json.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { type NodeServer, sent, startServer } from '../support/node-server.ts';
import { type OllamaOptions, startOllama } from '../support/ollama-server.ts';
import { startOpenAi } from '../support/openai-server.ts';
import { during, failureOf, hostWith, readNode } from '../support/read-node.ts';
import { RECORDED } from '../support/recorded.ts';

const start = (options: OllamaOptions = {}) => during(startOllama(options));
const prompts = ({ requests }: NodeServer) => requests.filter(({ url }) => url === '/api/chat').map(sent);
const shows = ({ requests }: NodeServer) => requests.filter(({ url }) => url === '/api/show').map(sent);

test('version, installed and loaded models are told', async () => {
  const server = await start({
    version: '0.9.6',
    models: [
      { name: 'llava:7b', capabilities: ['completion', 'vision'] },
      { name: 'nomic-embed-text:latest', capabilities: ['embedding'], size: 274_302_450 },
    ],
    running: [{ name: 'llava:7b', size: 6_000_000_000, sizeVram: 4_500_000_000, contextLength: 4_096 }],
  });
  const facts = await readNode(ollama, { url: server.url }, { mode: 'quick' });
  expect(facts).toMatchObject({ product: 'Ollama', version: '0.9.6', access: null, allowedOrigin: null, inference: null });
  expect(facts.models).toEqual([
    {
      id: 'llava:7b',
      type: 'llm',
      loaded: true,
      contextLength: 4_096,
      vision: true,
      audio: false,
      sizeBytes: 4_683_075_271,
      vramMiB: 4_500_000_000 / 2 ** 20,
      vramShare: 0.75,
      cloud: false,
    },
    {
      id: 'nomic-embed-text:latest',
      type: 'embedding',
      loaded: false,
      contextLength: 40_960,
      vision: false,
      audio: false,
      sizeBytes: 274_302_450,
      vramMiB: null,
      vramShare: null,
      cloud: false,
    },
  ]);
});

test('a model wholly in ordinary memory has a share of zero', async () => {
  const server = await start({ running: [{ name: 'qwen3:1.7b', sizeVram: 0 }] });
  expect((await readNode(ollama, { url: server.url })).models).toMatchObject([{ loaded: true, vramMiB: 0, vramShare: 0 }]);
});

test.each([
  [{ size: 100, sizeVram: 120 }, 1],
  [{ size: 0, sizeVram: 0 }, null],
] as const)('the share of %j in video memory is %s', async (sizes, vramShare) => {
  const server = await start({ running: [{ name: 'qwen3:1.7b', ...sizes }] });
  expect((await readNode(ollama, { url: server.url }, { mode: 'quick' })).models).toMatchObject([{ loaded: true, vramShare }]);
});

test('a server without models is a valid answer', async () => {
  const server = await start({ models: [] });
  expect(await readNode(ollama, { url: server.url })).toMatchObject({ models: [], inference: null });
});

test('models whose list tells what they can do are not asked again', async () => {
  const server = await start({
    models: [{ name: 'voxtral', capabilities: ['completion', 'audio'], listsCapabilities: true }, { name: 'old' }],
  });
  const { models } = await readNode(ollama, { url: server.url }, { mode: 'quick' });
  expect(models).toMatchObject([{ audio: true }, { audio: false }]);
  expect(shows(server)).toEqual([{ model: 'old' }]);
});

test('a server too old to tell what its models can do leaves it unknown', async () => {
  const server = await start({ models: [{ name: 'llama2', capabilities: null }] });
  expect((await readNode(ollama, { url: server.url })).models).toMatchObject([{ type: null, vision: null, audio: null }]);
});

test('one model that cannot be shown does not lose the others', async () => {
  const server = await start({
    models: [{ name: 'broken' }, { name: 'fine' }],
    instead: {
      'POST /api/show': (request) =>
        sent(request)['model'] === 'broken' ? { status: 500, body: { error: 'x' } } : { body: { capabilities: ['completion'] } },
    },
  });
  expect((await readNode(ollama, { url: server.url })).models).toMatchObject([
    { id: 'broken', vision: null },
    { id: 'fine', vision: false },
  ]);
});

test('at most 64 models are shown, eight at a time', async () => {
  let atOnce = 0;
  let mostAtOnce = 0;
  const models = Array.from({ length: 100 }, (_, index) => ({ name: `m${index}`, digest: 'a' }));
  const server = await during(
    startServer(async ({ url }) => {
      if (url === '/api/version') return { body: { version: '1' } };
      if (url !== '/api/show') return { body: { models: url === '/api/tags' ? models : [] } };
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce -= 1;
      return { body: { capabilities: ['completion'] } };
    }),
  );
  await readNode(ollama, { url: server.url }, { mode: 'quick' });
  expect(shows(server)).toHaveLength(64);
  expect(mostAtOnce).toBe(8);
});

test.each([
  ['a failure', { instead: { 'GET /api/ps': () => ({ status: 500, body: '' }) } }],
  ['silence', { delaysMs: { '/api/ps': 10_000 } }],
] as const)('%s of the list of loaded models leaves loading unknown', async (_, options) => {
  const server = await start(options);
  const facts = await readNode(ollama, { url: server.url, timeoutMs: 800 });
  expect(facts.models).toMatchObject([{ id: 'qwen3:1.7b', loaded: null, vramMiB: null, vramShare: null }]);
});

test('models that run elsewhere are told by their origin or their name, and are not shown', async () => {
  const server = await start({
    models: [
      { name: 'gpt-oss:120b-cloud', size: 384 },
      { name: 'kimi:cloud', size: 384 },
      { name: 'mine', size: 384, remoteHost: 'https://ollama.com:443' },
      { name: 'cloudy', size: 384 },
    ],
  });
  const { models } = await readNode(ollama, { url: server.url });
  expect(models.map(({ cloud }) => cloud)).toEqual([true, true, true, false]);
  expect(shows(server)).toEqual([{ model: 'cloudy' }]);
});

test('without a model to ping a loaded local one is prompted', async () => {
  const server = await start({
    models: [
      { name: 'embed', capabilities: ['embedding'] },
      { name: 'a:cloud', listsCapabilities: true },
      { name: 'cold' },
      { name: 'warm' },
    ],
    running: [{ name: 'embed' }, { name: 'a:cloud' }, { name: 'warm' }],
  });
  const { inference } = await readNode(ollama, { url: server.url });
  expect(prompts(server)).toEqual([
    { model: 'warm', messages: [{ role: 'user', content: 'ping' }], stream: false, options: { num_predict: 1 } },
  ]);
  expect(inference).toEqual({
    model: 'warm',
    ok: true,
    totalMs: expect.any(Number),
    firstTokenMs: 890.77175,
    tokensPerSecond: 50,
    failure: null,
  });
});

test('without a loaded model nothing is prompted', async () => {
  const server = await start();
  expect(await readNode(ollama, { url: server.url })).toMatchObject({ inference: null });
  expect(server.justLoaded).toEqual([]);
});

test('the model to ping is prompted even when it is not loaded', async () => {
  const server = await start({ models: [{ name: 'warm' }, { name: 'named' }], running: [{ name: 'warm' }] });
  expect(await readNode(ollama, { url: server.url, ping: 'named' })).toMatchObject({ inference: { model: 'named', ok: true } });
  expect(prompts(server)).toMatchObject([{ model: 'named' }]);
});

test('a cloud model is prompted when it is the one to ping', async () => {
  const server = await start({ models: [{ name: 'kimi:cloud', size: 384 }] });
  expect(await readNode(ollama, { url: server.url, ping: 'kimi:cloud' })).toMatchObject({ inference: { model: 'kimi:cloud', ok: true } });
});

test('a model to ping that is not installed is not found', async () => {
  const server = await start();
  expect(await readNode(ollama, { url: server.url, ping: 'gone' })).toMatchObject({ inference: { ok: false, failure: 'not-found' } });
});

test.each(['quick', 'full'] as const)('a node that is never to be prompted is not, in %s mode', async (mode) => {
  const server = await start({ running: [{ name: 'qwen3:1.7b' }] });
  expect(await readNode(ollama, { url: server.url, ping: 'qwen3:1.7b', prompt: 'never' }, { mode })).toMatchObject({ inference: null });
  expect(prompts(server)).toEqual([]);
});

test('quick mode prompts nothing, named or loaded', async () => {
  const server = await start({ running: [{ name: 'qwen3:1.7b' }] });
  await readNode(ollama, { url: server.url, ping: 'qwen3:1.7b' }, { mode: 'quick', host: hostWith(['127.0.0.2']) });
  expect(server.requests.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual([
    'GET /api/ps',
    'GET /api/tags',
    'GET /api/version',
    'POST /api/show',
  ]);
});

test('an evaluation of no measurable time has no speed', async () => {
  const server = await start({
    instead: { 'POST /api/chat': () => ({ body: { done: true, total_duration: 5_000_000, eval_count: 1, eval_duration: 0 } }) },
  });
  expect(await readNode(ollama, { url: server.url, ping: 'qwen3:1.7b' })).toMatchObject({
    inference: { ok: true, firstTokenMs: 5, tokensPerSecond: null },
  });
});

test('a prompt that is never answered does not lose the list', async () => {
  const server = await start({ delaysMs: { '/api/chat': 10_000 } });
  const facts = await readNode(ollama, { url: server.url, ping: 'qwen3:1.7b', timeoutMs: 700 });
  expect(facts).toMatchObject({ models: [{ id: 'qwen3:1.7b' }], inference: { ok: false, failure: 'timeout' } });
});

test('a server open to the network and to foreign pages is seen', async () => {
  const server = await start({ host: '0.0.0.0', allowOrigin: '*' });
  const facts = await readNode(ollama, { url: `http://127.0.0.1:${server.port}` }, { host: hostWith(['127.0.0.2']) });
  expect(facts).toMatchObject({ allowedOrigin: '*', access: { address: `127.0.0.2:${server.port}`, scope: 'lan', anonymous: true } });
});

test('llama.cpp, which speaks some words of Ollama, is another product', async () => {
  const tags = { models: [{ name: 'tiny', model: 'tiny', modified_at: '', size: '', digest: '' }] };
  const server = await during(startServer(({ url }) => (url === '/api/tags' ? { body: tags } : { status: 404, body: {} })));
  expect(await failureOf(readNode(ollama, { url: server.url }))).toBe('wrong-product');
});

test('a llama.cpp without these paths is not found to be Ollama', async () => {
  const server = await during(startOpenAi());
  expect(await failureOf(readNode(ollama, { url: server.url }))).toBe('not-found');
});

test('LM Studio is another product', async () => {
  const server = await during(startLmStudio());
  expect(await failureOf(readNode(ollama, { url: server.url }))).toBe('wrong-product');
});

test('an empty list without a version is another product', async () => {
  const server = await during(startServer(() => ({ body: { models: [] } })));
  expect(await failureOf(readNode(ollama, { url: server.url }))).toBe('wrong-product');
});

test('a proxy that wants a password is denied without one and opened with the one in the URL', async () => {
  const basic = `Basic ${Buffer.from('me:pass').toString('base64')}`;
  const bodies: Record<string, unknown> = { '/api/version': { version: '1' }, '/api/tags': { models: [] }, '/api/ps': { models: [] } };
  const server = await during(
    startServer(({ url, headers }) => (headers.authorization === basic ? { body: bodies[url] } : { status: 401, body: '' })),
  );
  expect(await failureOf(readNode(ollama, { url: server.url }))).toBe('denied');
  const withPassword = server.url.replace('//', '//me:pass@');
  expect(await readNode(ollama, { url: withPassword }, { mode: 'quick' })).toMatchObject({ version: '1' });
});

const OLLAMA = `${RECORDED}/ollama`;

test.skipIf(!existsSync(OLLAMA))('the documented answers of Ollama are read', () => {
  const recorded = (name: string) => readFileSync(`${OLLAMA}/${name}`, 'utf8');
  expect(parseOllamaVersion(recorded('api-version.json'))).toBe('0.5.1');
  expect(parseOllamaTags(recorded('api-tags.json')).map(({ name }) => name)).toEqual(['deepseek-r1:latest', 'llama3.2:latest']);
  expect(parseOllamaRunning(recorded('api-ps.json'))).toMatchObject([{ name: 'mistral:latest', size_vram: 5_137_025_024 }]);
});

const LIVE = `${RECORDED}/live/llama-server`;

test.skipIf(!existsSync(LIVE))('the recorded list of a real llama.cpp is no list of Ollama', () => {
  const body = readFileSync(`${LIVE}/v1_models.txt`, 'utf8');
  expect(() => parseOllamaTags(body)).toThrow(expect.objectContaining({ code: 'wrong-product' }));
});

const GOOD = [
  JSON.stringify({
    models: [
      { name: 'a', digest: 'd', size: 5, capabilities: ['vision'], remote_host: 'h' },
      { name: 'b', digest: 'e', size: 6 },
    ],
  }),
  JSON.stringify({ models: [{ name: 'a', size: 6, size_vram: 3, context_length: 4 }] }),
  JSON.stringify({ model_info: { 'general.architecture': 'q', 'q.context_length': 8 }, capabilities: ['completion'] }),
  JSON.stringify({ version: '0.9.6' }),
];

/** What the parser makes of the body; undefined when it refuses it as it should. */
function foreseen<T>(parse: (body: string) => T, body: string): T | undefined {
  try {
    return parse(body);
  } catch (error) {
    if (!(error instanceof ProbeError)) throw new Error(`not foreseen: ${body}`, { cause: error });
    return undefined;
  }
}

test('two thousand damaged bodies give models of the right shape or a foreseen failure', () => {
  let read = 0;
  for (const body of damaged(GOOD, 2_000)) {
    foreseen(parseOllamaVersion, body);
    const shown = foreseen(parseOllamaShow, body) ?? null;
    const running = foreseen(parseOllamaRunning, body) ?? null;
    const installed = foreseen(parseOllamaTags, body) ?? [];
    const models = installed.map((entry) => ollamaModel(entry, running, shown));
    expect(NodeFacts.shape.models.safeParse(models).success, body).toBe(true);
    read += models.length;
  }
  expect(read).toBeGreaterThan(50);
});
