import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../skill/audit/define.ts';
import { lmstudio } from '../../skill/probes/lmstudio.ts';
import {
  nodeAt as anyNodeAt,
  codeOf,
  figure,
  gatherAll,
  gatherInChild,
  LATE_MS,
  outcomeOf,
  realHost,
  timed,
} from '../support/gathering.ts';
import { answering, type Behaviour, pouring, saying, silent, startHostile } from '../support/hostile-server.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { startOpenAi } from '../support/openai-server.ts';
import { during } from '../support/read-node.ts';

const DEADLINE_MS = 500;
const MIB = 2 ** 20;

const nodeAt = (url: string, id = 'M1', timeoutMs = DEADLINE_MS) => anyNodeAt(url, id, timeoutMs);
const readingOf = async (url: string, timeoutMs = DEADLINE_MS): Promise<Reading | undefined> =>
  (await gatherAll([nodeAt(url, 'M1', timeoutMs)], [lmstudio], { mode: 'quick' })).readings.get('M1');

/** The status of the answer or the code of the failure, straight through the host. */
async function requested(url: string): Promise<number | string> {
  const host = realHost();
  let status = 0;
  const code = await codeOf(
    host.request(url, {}, AbortSignal.timeout(DEADLINE_MS)).then((answer) => {
      status = answer.status;
    }),
  );
  return code === 'ok' ? status : code;
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const LIST = JSON.stringify({ models: [{ type: 'llm', key: 'qwen3', loaded_instances: [] }] });
const BOMB = gzipSync(Buffer.alloc(512 * MIB), { level: 1 });
const redirecting = (location: string) => answering('', { status: 302, headers: { location } });

/** What happens, what the host makes of it (a status, or why there is none), and the reading of an LM Studio there. */
const FAULTS: readonly (readonly [what: string, behave: Behaviour, host: number | string, reading: string])[] = [
  ['silence', silent, 'timeout', 'timeout'],
  ['headers of one byte every 100 ms', pouring('HTTP/1.1 200 OK\r\nx: ', 'a', 100), 'timeout', 'timeout'],
  ['a body of one byte every 100 ms', pouring(`${OK}content-length: 1000\r\n\r\n`, ' ', 100), 'timeout', 'timeout'],
  ['interim answers without end', pouring('', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', 5), 'timeout', 'timeout'],
  ['a chunk extension without end', pouring(`${OK}transfer-encoding: chunked\r\n\r\n5;`, 'x'.repeat(1_000), 5), 'timeout', 'timeout'],
  ['a reset before the headers', (socket) => socket.resetAndDestroy(), 'reset', 'reset'],
  ['a reset amid the body', resetAfter(`${OK}content-length: 1000\r\n\r\n{"models":`), 'reset', 'reset'],
  ['the end before a word', (socket) => socket.end(), 'reset', 'reset'],
  ['the end amid the headers', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-ty'), 'reset', 'reset'],
  ['the end after the headers', (socket) => socket.end(`${OK}content-length: 100\r\n\r\n`), 'reset', 'reset'],
  ['the end after the headers of chunks', (socket) => socket.end(`${OK}transfer-encoding: chunked\r\n\r\n`), 'reset', 'reset'],
  [
    'another protocol unasked',
    (socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    'reset',
    'reset',
  ],
  ['a switch to no protocol', (socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'), 'malformed', 'malformed'],
  ['a status of 000', saying('HTTP/1.1 000 OK\r\ncontent-length: 2\r\n\r\n{}'), 'malformed', 'malformed'],
  [
    'two answers at once',
    saying(`${OK}content-length: 4\r\n\r\nnull${OK}content-length: ${LIST.length}\r\n\r\n${LIST}`),
    200,
    'wrong-product',
  ],
  ['a body where there is none', saying(`HTTP/1.1 204 No Content\r\ncontent-length: ${LIST.length}\r\n\r\n${LIST}`), 204, 'malformed'],
  [
    'headers without end',
    pouring('HTTP/1.1 200 OK\r\n', 'x-more: 0123456789012345678901234567890\r\n'.repeat(100)),
    'too-large',
    'too-large',
  ],
  ['one header without end', pouring('HTTP/1.1 200 OK\r\nx: ', 'a'.repeat(4_000)), 'too-large', 'too-large'],
  [
    'trailers without end',
    pouring(`${OK}transfer-encoding: chunked\r\n\r\n0\r\n`, 'x-more: 0123456789\r\n'.repeat(100)),
    'too-large',
    'too-large',
  ],
  ['a body without end', pouring(`${OK}connection: close\r\n\r\n`, ' '.repeat(65_536)), 'too-large', 'too-large'],
  ['a length of 1 TiB with 10 bytes', saying(`${OK}content-length: 1099511627776\r\n\r\n0123456789`), 'timeout', 'timeout'],
  ['a length shorter than the body', saying(`${OK}content-length: 10\r\n\r\n${LIST}`), 200, 'malformed'],
  ['a length that is no number', saying(`${OK}content-length: many\r\n\r\n${LIST}`), 'malformed', 'malformed'],
  ['two lengths', saying(`${OK}content-length: 10\r\ncontent-length: 20\r\n\r\n${LIST}`), 'malformed', 'malformed'],
  ['a redirect to itself', redirecting('/api/v1/models'), 'bad-status', 'bad-status'],
  ['a redirect to nowhere', redirecting('http://['), 302, 'bad-status'],
  ['a redirect to a file', redirecting('file:///etc/passwd'), 302, 'bad-status'],
  [
    'a gzip bomb',
    answering(BOMB, { headers: { 'content-encoding': 'gzip' } }),
    BOMB.length > 2 * MIB ? 'too-large' : 200,
    BOMB.length > 2 * MIB ? 'too-large' : 'malformed',
  ],
  ['a small gzip bomb', answering(gzipSync(Buffer.alloc(64 * MIB)), { headers: { 'content-encoding': 'gzip' } }), 200, 'malformed'],
  ['garbage', saying('\u0000\u0001\u00ff garbage \r\n\r\n'), 'malformed', 'malformed'],
  ['another protocol', saying('SSH-2.0-OpenSSH_9.2\r\n'), 'malformed', 'malformed'],
  ['a web page', answering('<!doctype html><title>hello</title>'), 200, 'wrong-product'],
  ['an empty body', answering(''), 200, 'malformed'],
  ['truncated JSON', answering(LIST.slice(0, -4)), 200, 'malformed'],
  ['JSON of another shape', answering('{"status":"ok"}'), 200, 'wrong-product'],
  ['a bare null', answering('null'), 200, 'wrong-product'],
  ['NaN in the JSON', answering('{"models":[{"key":"a","loaded_instances":[],"size_bytes":NaN}]}'), 200, 'malformed'],
  ['a depth of 100,000', answering(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 200, 'malformed'],
  ['a depth of 100,000 objects', answering('{"models":'.repeat(100_000)), 200, 'malformed'],
  ['bytes that are no UTF-8', answering(Buffer.from([0x7b, 0x22, 0xff, 0xfe])), 200, 'malformed'],
  ['an empty list', answering('{"models":[]}'), 200, 'ok'],
  ['a byte order mark', answering(`\uFEFF${LIST}`), 200, 'ok'],
  [
    'keys of the prototype',
    answering(LIST.replace('{"type"', '{"__proto__":{"loaded":true,"polluted":1},"constructor":{"prototype":{"polluted":1}},"type"')),
    200,
    'ok',
  ],
  ['401', answering('{}', { status: 401 }), 401, 'denied'],
  ['403', answering('{}', { status: 403 }), 403, 'denied'],
  ['404', answering('{}', { status: 404 }), 404, 'not-found'],
  ['429', answering('{}', { status: 429 }), 429, 'rate-limited'],
  ['500', answering(LIST, { status: 500 }), 500, 'bad-status'],
  ['304', answering('', { status: 304 }), 304, 'bad-status'],
  ['a status of 999', answering(LIST, { status: 999 }), 999, 'bad-status'],
];

function resetAfter(words: string): Behaviour {
  return (socket) => {
    socket.write(words, () => setTimeout(() => socket.resetAndDestroy(), 30));
  };
}

test.each(FAULTS)('%s has its code, in time', async (what, behave, host, reading) => {
  const server = await startHostile(behave);
  const { value, ms } = await timed(() => Promise.all([requested(`${server.url}/api/v1/models`), readingOf(server.url)]));
  figure(`${what} | ${value[0]} | ${outcomeOf(value[1])} | ${Math.round(ms)} ms`);
  expect([value[0], outcomeOf(value[1])]).toEqual([host, reading]);
  expect(ms).toBeLessThan(DEADLINE_MS + LATE_MS);
  expect({}).not.toHaveProperty('polluted');
});

test('a trickling body ends by the five seconds that every target has, not by its own pace', async () => {
  const server = await startHostile(pouring(`${OK}content-length: 1000\r\n\r\n`, ' ', 100));
  const { value, ms } = await timed(() => gatherAll([anyNodeAt(server.url)], [lmstudio], { mode: 'quick' }));
  figure(`slow-loris R2 | ${Math.round(ms)} ms`);
  expect(outcomeOf(value.readings.get('M1'))).toBe('timeout');
  expect(ms).toBeGreaterThan(4_900);
  expect(ms).toBeLessThan(5_250);
}, 10_000);

test('fifty silent nodes end together at their deadline and cost the healthy one nothing', async () => {
  const blackhole = await startHostile(silent);
  const healthy = await during(startLmStudio());
  const targets = [...Array.from({ length: 50 }, (_, index) => nodeAt(blackhole.url, `M${index}`)), nodeAt(healthy.url, 'HEALTHY')];
  const { value, ms } = await timed(() => gatherAll(targets, [lmstudio], { mode: 'quick' }));
  figure(`50 hung | ${Math.round(ms)} ms`);
  const outcomes = [...value.readings].map(([, reading]) => outcomeOf(reading));
  expect(outcomes).toEqual([...Array.from({ length: 50 }, () => 'timeout'), 'ok']);
  expect(value.readings.get('HEALTHY')?.durationMs).toBeLessThan(DEADLINE_MS);
  expect(ms).toBeLessThan(DEADLINE_MS + LATE_MS);
});

test('another product is known by its words', async () => {
  const llama = await during(startOpenAi());
  expect(outcomeOf(await readingOf(llama.url))).toBe('wrong-product');
});

test('a redirect to another origin is not followed: the other server hears nothing', async () => {
  const other = await startHostile(answering(LIST));
  const locations = [`${other.url}/api/v1/models`, `//127.0.0.1:${other.port}/`, `https://127.0.0.1:${other.port}/`];
  for (const location of locations) {
    const server = await startHostile(redirecting(location));
    expect([location, await requested(server.url), outcomeOf(await readingOf(server.url))]).toEqual([location, 302, 'bad-status']);
  }
  expect(other.requests).toEqual([]);
  expect(other.open()).toBe(0);
});

test('a redirect on the same origin is followed five times, not six', async () => {
  const hops = await startHostile((socket, head) => {
    const hop = Number(/^GET \/(\d+)/.exec(head)?.[1]);
    if (hop === 0) answering(LIST)(socket, head);
    else redirecting(`/${hop - 1}`)(socket, head);
  });
  expect(await requested(`${hops.url}/5`)).toBe(200);
  expect(await requested(`${hops.url}/6`)).toBe('bad-status');
});

test('the name and password in a redirect are not adopted', async () => {
  const server = await startHostile((socket, head) => {
    if (head.startsWith('GET /in')) answering(LIST)(socket, head);
    else redirecting(`http://user:secret@127.0.0.1:${server.port}/in`)(socket, head);
  });
  expect(await requested(server.url)).toBe(302);
});

test('a closed port is refused at once', async () => {
  const server = await startLmStudio();
  await server.close();
  const { value, ms } = await timed(() => readingOf(server.url));
  expect(outcomeOf(value)).toBe('refused');
  expect(ms).toBeLessThan(LATE_MS);
});

test('an unknown name is a failure of the name', async () => {
  const { readings, auditor } = await gatherAll([nodeAt('http://nope.invalid:1234')], [lmstudio], { mode: 'quick' });
  expect(outcomeOf(readings.get('M1'))).toBe('dns');
  expect(auditor.names).toEqual({ 'nope.invalid': 'failed' });
});

describe('memory', () => {
  const pourGib = pouring(`${OK}content-length: ${2 ** 30}\r\n\r\n`, Buffer.alloc(65_536, ' '));

  test.each([
    ['a body of 1 GiB', pourGib, 'too-large'],
    ['a body without end', pouring(`${OK}connection: close\r\n\r\n`, Buffer.alloc(65_536, ' ')), 'too-large'],
    ['headers without end', pouring('HTTP/1.1 200 OK\r\n', 'x-more: 01234567890123456789\r\n'.repeat(1_000)), 'too-large'],
    ['a status line without end', pouring('HTTP/1.1 200 ', 'a'.repeat(65_536)), 'too-large'],
    ['interim answers at full speed', pouring('', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(500)), 'too-large'],
    ['chunk extensions at full speed', pouring(`${OK}transfer-encoding: chunked\r\n\r\n5;`, 'x'.repeat(65_536)), 'too-large'],
    ['empty lines at full speed', pouring('', '\r\n'.repeat(30_000)), 'too-large'],
    [
      'a gzip bomb of 512 MiB',
      answering(BOMB, { headers: { 'content-encoding': 'gzip' } }),
      BOMB.length > 2 * MIB ? 'too-large' : 'malformed',
    ],
  ] as const)('%s costs at most 32 MiB', async (what, behave, code) => {
    const healthy = await during(startLmStudio());
    let sent = 0;
    const server = await startHostile((socket, head) => {
      behave(socket, head);
      socket.once('close', () => {
        sent += socket.bytesWritten;
      });
    });
    const story = await gatherInChild(
      { targets: [nodeAt(server.url, 'M1', 2_000)], deadlineMs: 5_000, warmUp: nodeAt(healthy.url) },
      { nodeOptions: ['--expose-gc'] },
    );
    figure(
      `RSS ${what} | ${story.outcomes?.['M1']} | ${Math.round(story.ms)} ms | +${story.grownMiB.toFixed(1)} MiB | sent ${(sent / MIB).toFixed(1)} MiB`,
    );
    expect(story.outcomes).toEqual({ M1: code });
    expect(story.grownMiB).toBeLessThan(32);
    expect(story.ms).toBeLessThan(2_000 + LATE_MS);
  });

  test('a body is cut at 2 MiB, neither before nor long after', async () => {
    const exactly = await startHostile(answering(' '.repeat(2 * MIB)));
    const more = await startHostile(answering(' '.repeat(2 * MIB + 1)));
    expect(await requested(exactly.url)).toBe(200);
    expect(await requested(more.url)).toBe('too-large');
  });
});

test('a body that was cut closes its connection at once', async () => {
  const server = await startHostile(pouring(`${OK}content-length: ${2 ** 30}\r\n\r\n`, Buffer.alloc(65_536, ' ')));
  expect(await requested(server.url)).toBe('too-large');
  await expect.poll(() => server.open(), { timeout: 500 }).toBe(0);
});

test('no proxy of the environment hears a word', async () => {
  const proxy = await startHostile(answering('{"models":[]}'));
  const server = await during(startLmStudio());
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
  const env = { ...Object.fromEntries(names.map((name) => [name, proxy.url])), NO_PROXY: '', no_proxy: '', NODE_USE_ENV_PROXY: '1' };
  const closed = await startLmStudio();
  await closed.close();
  const targets = [
    nodeAt(server.url, 'PLAIN'),
    nodeAt(`https://127.0.0.1:${closed.port}`, 'SECURE'),
    nodeAt(`http://localhost:${server.port}`, 'NAMED'),
  ];
  const { outcomes } = await gatherInChild({ targets, deadlineMs: 5_000 }, { env });
  expect(outcomes).toEqual({ PLAIN: 'ok', SECURE: 'refused', NAMED: 'ok' });
  expect(server.requests.length).toBeGreaterThanOrEqual(2);
  expect([proxy.requests, proxy.open()]).toEqual([[], 0]);
});

test('at most 256 readings are under way, with no more than 1024 files open', async () => {
  let now = 0;
  let most = 0;
  const server = await startHostile(
    (socket, head) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        keepingAlive(LIST)(socket, head);
      }, 150);
    },
    { host: '0.0.0.0' },
  );
  // each at an origin of its own, so that idle connections add up
  const address = (index: number) => `127.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}`;
  const targets = Array.from({ length: 600 }, (_, index) => nodeAt(`http://${address(index)}:${server.port}`, `M${index}`, 5_000));
  const { outcomes, ms, stderr } = await gatherInChild(
    { targets, deadlineMs: 10_000 },
    { under: ['sh', '-c', 'ulimit -n 1024; exec "$@"', 'sh'] },
  );
  figure(`600 targets | most ${most} | ${Math.round(ms)} ms`);
  expect(new Set(Object.values(outcomes ?? {}))).toEqual(new Set(['ok']));
  expect(Object.keys(outcomes ?? {})).toHaveLength(600);
  expect(most).toBeLessThanOrEqual(256);
  expect(most).toBeGreaterThan(200);
  expect(stderr).toBe('');
});

function keepingAlive(body: string): Behaviour {
  return (socket) => {
    socket.write(`${OK}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
}
