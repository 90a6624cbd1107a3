import { expect, test } from 'vitest';
import { ProbeError } from '../../skill/audit/define.ts';
import { command, parseCommandStatus } from '../../skill/probes/command.ts';
import { damaged } from '../support/damaged-json.ts';
import { failureOf, readNode } from '../support/read-node.ts';

/** A real program that does this. */
const doing = (script: string, expected?: string) => ({
  command: [process.execPath, '--eval', script],
  ...(expected !== undefined && { expect: { stdout: expected } }),
});

test('an answer and exit code 0 are fine', async () => {
  const facts = await readNode(command, doing("console.log('Pong')"));
  expect(facts).toEqual({ exitCode: 0, latencyMs: expect.any(Number), answer: 'Pong', state: 'ok' });
});

test.each([
  ['ok', 'ok'],
  ['degraded', 'degraded'],
  ['error', 'failed'],
] as const)('a JSON line of status %s is %s', async (status, state) => {
  const facts = await readNode(
    command,
    doing(`console.log('warming up'); console.log(JSON.stringify({ agent: 'GEMINI', status: '${status}' }))`),
  );
  expect(facts).toMatchObject({ exitCode: 0, answer: status, state });
});

test('an exit code other than 0 is a failure whatever was said', async () => {
  const facts = await readNode(command, doing('console.log(JSON.stringify({ status: "ok" })); process.exitCode = 3'));
  expect(facts).toMatchObject({ exitCode: 3, state: 'failed' });
});

test('exit code 0 without a word is a failure', async () => {
  expect(await readNode(command, doing('console.log("  ")'))).toMatchObject({ exitCode: 0, answer: '', state: 'failed' });
});

test('an answer without the expected words is a failure', async () => {
  expect(await readNode(command, doing("console.log('Ping')", 'Pong'))).toMatchObject({ state: 'failed' });
});

test('an answer with the expected words is fine', async () => {
  expect(await readNode(command, doing("console.log('>> Pong <<')", 'Pong'))).toMatchObject({ state: 'ok' });
});

test('a missing program is a missing tool', async () => {
  expect(await failureOf(readNode(command, { command: ['/nonexistent/gemini'] }))).toBe('missing-tool');
});

test('a missing script is a missing tool', async () => {
  expect(await failureOf(readNode(command, { command: [process.execPath, '/nonexistent/gemini-proxy.js'] }))).toBe('missing-tool');
});

test('standard input is empty, so that a program that reads it ends', async () => {
  const facts = await readNode(command, doing("process.stdin.on('data', () => {}).on('end', () => console.log('end of input'))"));
  expect(facts).toMatchObject({ answer: 'end of input', state: 'ok' });
});

test('arguments reach the program as they are: no shell reads them', async () => {
  const hostile = '$(id) `id` ; id & "quoted" %PATH% *';
  const facts = await readNode(command, { command: [process.execPath, '--eval', 'console.log(process.argv[1])', '--', hostile] });
  expect(facts.answer).toBe(hostile);
});

test('a long answer is cut to 200 characters', async () => {
  const { answer } = await readNode(command, doing("console.log('x'.repeat(5000))"));
  expect(answer).toBe('x'.repeat(200));
});

test('a program that never ends is stopped by the deadline', async () => {
  const startedAt = performance.now();
  const reading = readNode(command, doing('setInterval(() => {}, 1000)'), { signal: AbortSignal.timeout(300) });
  expect(await failureOf(reading)).toBe('timeout');
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});

test('the budget is its own: eight seconds unless the inventory says otherwise', () => {
  const target = { id: 'GEMINI', kind: 'command' as const, command: ['node'] };
  expect(command.budgetMs?.(target)).toBe(8_000);
  expect(command.budgetMs?.({ ...target, budgetMs: 30_000 })).toBe(30_000);
});

test.each([
  ['{"status":"fine"}', null],
  ['{"status":', null],
  ['status: ok', null],
  ['["status","ok"]', null],
  ['{"status":"ok"}\n{"status":"error"}', 'error'],
  ['{"status":"error"}\r\nbye', 'error'],
  ['\uFEFF{"status":"ok"}', 'ok'],
] as const)('%j tells the status %s', (stdout, status) => {
  expect(parseCommandStatus(stdout)).toBe(status);
});

test('two thousand damaged answers give a status or none', () => {
  const statuses = [
    ...damaged(['{"agent":"GEMINI","status":"ok","response":"x"}', 'x\n{"agent":"GEMINI","status":"degraded"}\n'], 2_000),
  ].map((stdout) => {
    try {
      return parseCommandStatus(stdout);
    } catch (error) {
      throw new Error(`not foreseen: ${stdout}`, { cause: error instanceof ProbeError ? error.code : error });
    }
  });
  expect(new Set(statuses)).toEqual(new Set(['ok', 'degraded', null]));
});
