import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mcp } from '../../skill/probes/mcp.ts';
import { timed } from '../support/gathering.ts';
import { marked, marker } from '../support/marked.ts';
import { failureOf, readNode } from '../support/read-node.ts';

const support = (name: string) => fileURLToPath(new URL(`../support/${name}`, import.meta.url));
const MODERN = [process.execPath, support('mcp-modern-program.ts')];
const LEGACY = [process.execPath, support('mcp-legacy-program.ts')];
/** Programs start slowly on a busy machine. */
const timeoutMs = 20_000;

const HOUSE = {
  transport: 'stdio',
  server: { name: 'house', version: '1.2.3' },
  tools: { count: 2, isComplete: true, names: ['echo', 'add'] },
  access: null,
};

test.each([
  ['of today', MODERN, { era: 'modern', protocolVersion: '2026-07-28' }],
  ['of today that turns older clients away', [...MODERN, 'strict'], { era: 'modern', protocolVersion: '2026-07-28' }],
  ['of the years before', LEGACY, { era: 'legacy', protocolVersion: '2025-11-25' }],
])('a server %s is read', async (_, command, era) => {
  expect(await readNode(mcp, { command, timeoutMs })).toMatchObject({ ...HOUSE, ...era });
});

/** A shell that runs `script`; `$0` is the mark by which it is found. */
const shell = (script: string, mark = marker()) => ['/bin/sh', '-c', script, mark];
const readShell = (script: string, fields = {}) => readNode(mcp, { command: shell(script), timeoutMs, ...fields });
const failureOfShell = (script: string, fields = {}) => failureOf(readShell(script, fields));

/** Prints one line of JSON-RPC. */
const say = (id: number | null, answer: object) => `printf '%s\n' '${JSON.stringify({ jsonrpc: '2.0', id, ...answer })}'`;
const HEAR = 'read -r line';
const NO_METHOD = { error: { code: -32_601, message: 'Method not found' } };
const GREETING = { result: { protocolVersion: '2025-03-26', capabilities: {}, serverInfo: { name: 'shell', version: '0.1' } } };
const DISCOVERY = { result: { supportedVersions: ['2026-07-28'], capabilities: {} } };
/** What an older server says to the first two questions, with what comes before the second answer. */
const old = (before = ':') => `${HEAR}; ${say(1, NO_METHOD)}; ${HEAR}; ${before}; ${say(2, GREETING)}; ${HEAR}`;
const SHELL = { era: 'legacy', protocolVersion: '2025-03-26', server: { name: 'shell', version: '0.1' }, tools: { count: 0 } };

test.each([
  ['greets at once', old()],
  ['tells its banner first', `echo 'Server running'; echo '{"level":"info"}'; ${old()}`],
  ['says a megabyte of nonsense first', `head -c 1048576 /dev/zero | tr '\\0' x; echo; ${old()}`],
  ['complains at length', `head -c 1048576 /dev/zero | tr '\\0' x >&2; ${old()}`],
  ['notifies and answers others first', old(`${say(77, GREETING)}; printf '%s\n' '{"jsonrpc":"2.0","method":"notifications/message"}'`)],
  [
    'waits until its ping is answered',
    old(`${say(9, { method: 'ping' })}; ${HEAR}; test "$line" = '{"jsonrpc":"2.0","id":9,"result":{}}' || exit 9`),
  ],
  [
    'waits until its question about roots is refused',
    old(`${say(9, { method: 'roots/list' })}; ${HEAR}; case $line in *-32601*) ;; *) exit 9;; esac`),
  ],
  [
    'does not know which question it could not read',
    `${HEAR}; ${say(null, { error: { code: -32_700 } })}; ${HEAR}; ${say(2, GREETING)}; ${HEAR}`,
  ],
  [
    'ends lines as on Windows',
    `${HEAR}; printf '${JSON.stringify({ jsonrpc: '2.0', id: 1, ...NO_METHOD })}\\r\\n'; ${HEAR}; ${say(2, GREETING)}; ${HEAR}`,
  ],
  ['ends when the first word is not its own', `${HEAR}; case $line in *discover*) exit 1;; esac; ${say(1, GREETING)}; ${HEAR}`],
])('a server that %s is read', async (_, script) => {
  expect(await readShell(script)).toMatchObject(SHELL);
});

test('a server that leaves the modern question unanswered is read all the same', async () => {
  expect(await readShell(`${HEAR}; ${HEAR}; ${say(2, GREETING)}; ${HEAR}`, { timeoutMs: 3_000 })).toMatchObject(SHELL);
});

test('a modern server that starts slowly and knows nothing else is read', async () => {
  const script = `sleep 1.5; ${HEAR}; ${say(1, DISCOVERY)}; ${HEAR}; ${say(2, { error: { code: -32_022, message: 'no' } })}; ${HEAR}`;
  expect(await readShell(script, { timeoutMs: 3_000 })).toMatchObject({
    era: 'modern',
    protocolVersion: '2026-07-28',
    tools: { count: 0 },
  });
});

test.each([
  ['says nothing', 'while :; do sleep 0.05; done', 'timeout'],
  ['answers other questions', `while ${HEAR}; do ${say(77, GREETING)}; done`, 'timeout'],
  ['ignores every polite end', 'trap "" TERM HUP INT; while :; do sleep 0.05; done', 'timeout'],
  ['closes its output and lives on', 'exec >&-; while :; do sleep 0.05; done', 'timeout'],
])('a program that %s is left at the deadline, with nobody alive', async (_, script, code) => {
  const mark = marker();
  const { value, ms } = await timed(() => failureOf(readNode(mcp, { command: shell(script, mark), timeoutMs: 500 })));
  expect(value).toBe(code);
  expect(ms).toBeLessThan(2_000);
  await expect.poll(() => marked(mark), { timeout: 1_000, interval: 10 }).toEqual([]);
});

test.each([
  ['ends at once', 'exit 0', 'reset'],
  ['fails at once', 'echo "API key missing" >&2; exit 1', 'reset'],
  ['dies in the middle of its answer', `${HEAR}; printf '{"jsonrpc":'; kill -KILL $$`, 'reset'],
  ['dies after it refused the modern question', `${HEAR}; ${say(1, NO_METHOD)}; ${HEAR}; exit 1`, 'reset'],
  ['is no server', 'echo hello', 'wrong-product'],
  ['is another server of JSON-RPC', `while ${HEAR}; do ${say(null, NO_METHOD)}; done`, 'wrong-product'],
  ['refuses to greet', `${HEAR}; ${say(1, NO_METHOD)}; ${HEAR}; ${say(2, { error: { code: -32_603 } })}; ${HEAR}`, 'bad-status'],
  ['greets without a word of itself', `${HEAR}; ${say(1, NO_METHOD)}; ${HEAR}; ${say(2, { result: {} })}; ${HEAR}`, 'wrong-product'],
  ['never ends its line', 'yes | tr -d "\\n"', 'too-large'],
  ['does not find what it should run', 'exec no-such-server-anywhere', 'missing-tool'],
])('a program that %s has its code', async (_, script, code) => {
  expect(await failureOfShell(script)).toBe(code);
});

test.each([
  [['/nonexistent/server'], 'missing-tool'],
  [[process.execPath, '/nonexistent/server.js'], 'missing-tool'],
  [['/etc'], 'denied'],
] as const)('%j cannot be started', async (command, code) => {
  expect(await failureOf(readNode(mcp, { command, timeoutMs }))).toBe(code);
});

test('no shell reads the arguments', async () => {
  const script = `test "$1" = '$(id) ; *' || exit 9; ${old()}`;
  expect(await readNode(mcp, { command: [...shell(script), '$(id) ; *'], timeoutMs })).toMatchObject(SHELL);
});

test('a program that says nothing but noise is not listened to for ever', async () => {
  const before = process.cpuUsage();
  expect(await failureOf(readNode(mcp, { command: ['yes', '{'], timeoutMs }))).toBe('too-large');
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
});
