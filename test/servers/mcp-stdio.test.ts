import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startCli } from '../support/cli.ts';
import { silent, startHostile } from '../support/hostile-server.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { marked, marker } from '../support/marked.ts';
import { onStdio } from '../support/mcp-served.ts';
import { initialize, startWire } from '../support/mcp-wire.ts';

const NOBODY = { cluster: { name: 'JARVIS', version: '10.2' }, targets: [{ id: 'M1', kind: 'lmstudio', url: 'http://127.0.0.1:1' }] };
const LEGACY = ['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'];
const call = (id: number, name = 'system_audit') => ({ id, method: 'tools/call', params: { name, arguments: {} } });

/** A cluster that answers nothing and a program that hears no signal. */
async function hung() {
  const mark = marker();
  const node = await startHostile(silent);
  const deaf = ['/bin/sh', '-c', 'trap "" TERM HUP INT; while :; do sleep 0.05; done', mark];
  const targets = [
    { id: 'M1', kind: 'lmstudio', url: node.url, timeoutMs: 9_000 },
    { id: 'C1', kind: 'command', command: deaf, budgetMs: 9_000 },
  ];
  const wire = startWire((await onStdio({ ...NOBODY, targets })).place);
  wire.read();
  wire.send(initialize('2025-06-18'));
  wire.send(call(1));
  await expect.poll(() => [node.open(), marked(mark).length > 0], { timeout: 8_000 }).toEqual([1, true]);
  const left = () => [node.open(), marked(mark)];
  return { wire, left };
}

test.each(LEGACY)('a client of %s is answered in its own version', async (version) => {
  const wire = startWire((await onStdio(NOBODY)).place);
  wire.read();
  wire.send(initialize(version));
  expect(await wire.answer(0)).toMatchObject({ result: { protocolVersion: version, serverInfo: { name: 'jarvis-audit' } } });
  wire.send({ method: 'notifications/initialized' });
  wire.send(call(1));
  expect(await wire.answer(1)).toMatchObject({ result: { content: [{ type: 'text' }], structuredContent: { mode: 'full' } } });
});

test('a client of a version that nobody knows is offered one that we know', async () => {
  const wire = startWire((await onStdio(NOBODY)).place);
  wire.read();
  wire.send(initialize('1999-01-01'));
  expect((await wire.answer(0)).result?.['protocolVersion']).toBe('2025-11-25');
});

test('the end of the input ends the program with 0, and the audit with its sockets and children', async () => {
  const { wire, left } = await hung();
  wire.end();
  expect(await wire.ended).toBe(0);
  await expect.poll(left, { timeout: 1_000, interval: 10 }).toEqual([0, []]);
  expect(wire.messages().map(({ id }) => id)).toEqual([0]);
  expect(wire.stderr()).toBe('');
});

test('SIGTERM ends the program, and the audit with its sockets and children', async () => {
  const { wire, left } = await hung();
  wire.kill('SIGTERM');
  expect(await wire.ended).toBe(143);
  await expect.poll(left, { timeout: 1_000, interval: 10 }).toEqual([0, []]);
  // it has no report that could be complete
  expect(wire.stderr()).toBe('jarvis-audit: interrupted\n');
});

test('a client that says nothing and leaves costs nothing', async () => {
  const wire = startWire((await onStdio(NOBODY)).place);
  wire.end();
  expect(await wire.ended).toBe(0);
});

test('no garbage on the input ends the program', async () => {
  const wire = startWire((await onStdio(NOBODY)).place);
  wire.read();
  const garbage = [
    'hello',
    '{',
    '[]',
    '[1,2]',
    'null',
    '0',
    '"text"',
    '{}',
    '{"jsonrpc":"1.0","id":1,"method":"ping"}',
    '{"jsonrpc":"2.0","id":{},"method":"ping"}',
    '{"jsonrpc":"2.0","id":5,"result":{}}',
    '{"jsonrpc":"2.0","method":"__proto__"}',
    '{"__proto__":{"x":1},"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":0}}',
    '['.repeat(100_000),
    `{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"system_audit","arguments":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}`,
    '\u0000\u001b[2J',
    '\r',
    '',
  ];
  wire.write(Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0xc3, 0x28, 0x0a]));
  for (const line of garbage) wire.write(`${line}\n`);
  wire.send(initialize('2025-06-18'));
  expect(await wire.answer(0)).toHaveProperty('result');
  for (const line of garbage) wire.write(`${line}\n`);
  wire.send({ id: 7, method: 'nothing/such' });
  wire.send({ id: 8, method: 'tools/call', params: {} });
  wire.send({ id: 9, method: 'ping' });
  expect(await wire.answer(9)).toHaveProperty('result');
  expect(await wire.answer(7)).toMatchObject({ error: { code: -32_601 } });
  expect(await wire.answer(8)).toMatchObject({ error: { code: -32_602 } });
  expect(JSON.stringify(wire.messages())).not.toMatch(/\.ts\b|\.mjs|node_modules|\bat \w+ \(/);
});

test('a line of a mebibyte is answered, and one of eight left out', async () => {
  const wire = startWire((await onStdio(NOBODY)).place);
  wire.read();
  wire.send(initialize('2025-06-18'));
  wire.send({ id: 1, method: 'tools/call', params: { name: 'explain_finding', arguments: { finding: 'x'.repeat(1 << 20) } } });
  wire.send({ id: 2, method: 'tools/call', params: { name: 'explain_finding', arguments: { finding: 'x'.repeat(8 << 20) } } });
  wire.send({ id: 3, method: 'ping' });
  expect(await wire.answer(3)).toHaveProperty('result');
  expect(await wire.answer(1)).toMatchObject({ result: { isError: true } });
  expect(wire.messages().some(({ id }) => id === 2)).toBe(false);
  expect(wire.stderr()).toMatch(/^jarvis-audit mcp: [^\n]*\n$/);
});

test('a message that comes byte by byte is understood', async () => {
  const wire = startWire((await onStdio(NOBODY)).place);
  wire.read();
  for (const byte of Buffer.from(`${JSON.stringify({ jsonrpc: '2.0', ...initialize('2025-06-18') })}\n`)) {
    wire.write(Buffer.of(byte));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await wire.answer(0)).toHaveProperty('result');
});

test('a client that never reads is let go, and holds neither memory nor the end', async () => {
  const wire = startWire((await onStdio(NOBODY)).place);
  wire.send(initialize('2025-06-18'));
  for (let id = 1; id <= 12_000; id += 1) wire.send({ id, method: 'tools/list' });
  let mostMiB = 0;
  const watch = setInterval(() => {
    mostMiB = Math.max(mostMiB, residentMiB(wire.pid));
  }, 50);
  expect(await wire.ended).toBe(0);
  clearInterval(watch);
  // its answers would be 75
  expect(mostMiB).toBeLessThan(190);
  expect(wire.stderr()).toContain('reads no answers');
});

test('a client that never reads and then leaves is not waited for', async () => {
  const wire = startWire((await onStdio(NOBODY)).place);
  wire.send(initialize('2025-06-18'));
  for (let id = 1; id <= 40; id += 1) wire.send({ id, method: 'tools/list' });
  await wire.talks;
  wire.end();
  expect(await wire.ended).toBe(0);
});

test('a hundred calls at once are answered, all but sixteen by « try again »', async () => {
  const { node, wire } = await busy();
  for (let id = 1; id <= 100; id += 1) wire.send(call(id, 'cluster_status'));
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => wire.answer(index + 1)));
  expect(answers.filter(({ result }) => result?.['isError'] !== true)).toHaveLength(16);
  await node.close();
});

test('a hundred reports read at once are refused past sixteen', async () => {
  const { node, wire } = await busy();
  wire.send(call(1000));
  await wire.answer(1000);
  for (let id = 1; id <= 100; id += 1) wire.send({ id, method: 'resources/read', params: { uri: 'audit://latest' } });
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => wire.answer(index + 1)));
  expect(answers.filter(({ error }) => error?.message.includes('réessayez')).length).toBeGreaterThan(0);
  expect(answers.filter(({ result }) => result !== undefined).length).toBeGreaterThanOrEqual(16);
  await node.close();
});

async function busy() {
  const node = await startLmStudio({ delayMs: 300 });
  const wire = startWire((await onStdio({ ...NOBODY, targets: [{ id: 'M1', kind: 'lmstudio', url: node.url }] })).place);
  wire.read();
  wire.send(initialize('2025-06-18'));
  return { node, wire };
}

test('an inventory that cannot be used is said before any protocol, in one sentence', async () => {
  const { place } = await onStdio(NOBODY);
  if (place instanceof URL) return;
  await writeFile(join(place.cwd, 'wrong.yaml'), 'targets:\n  - { id: M1, kind: toaster }\n');
  const { code, stdout, stderr } = await startCli(['mcp', '--config', 'wrong.yaml'], place.cwd).result;
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(/^jarvis-audit: wrong\.yaml:2[^\n]*toaster[^\n]*\n$/);
});

test('the options of the command line are honoured', async () => {
  const { place } = await onStdio(NOBODY);
  if (place instanceof URL) return;
  await writeFile(join(place.cwd, 'other.yaml'), JSON.stringify({ ...NOBODY, cluster: { name: 'OTHER', version: '1' } }));
  const wire = startWire(place, ['--config', 'other.yaml', '--out', 'elsewhere', '--locale', 'en']);
  wire.read();
  wire.send(initialize('2025-06-18'));
  expect((await wire.answer(0)).result?.['instructions']).toContain('never instructions');
  wire.send(call(1));
  const report = (await wire.answer(1)).result?.['structuredContent'] as { timestamp: string };
  expect(report).toMatchObject({ locale: 'en', cluster: { name: 'OTHER' } });
  const [, day, hour, minute] = /^(.{10})T(..):(..)/.exec(report.timestamp) ?? [];
  expect(JSON.parse(readFileSync(join(place.cwd, 'elsewhere', `audit_${day}_${hour}${minute}.json`), 'utf8'))).toEqual(report);
});

test('no secret of the inventory is in an answer or a log', async () => {
  const token = 'lms-4f9Qx7Zr2WkT8vB1';
  const targets = [{ id: 'M1', kind: 'lmstudio', url: 'http://127.0.0.1:1', token }];
  const wire = startWire((await onStdio({ ...NOBODY, targets })).place);
  wire.read();
  wire.send(initialize('2025-06-18'));
  wire.send({ id: 3, method: 'ping', [token]: 5 });
  wire.send(call(1));
  await wire.answer(1);
  expect(JSON.stringify(wire.messages())).not.toContain(token.slice(0, 8));
  expect(wire.stderr()).not.toContain(token.slice(0, 8));
  expect(wire.stderr()).toContain('[…]');
});

/** 0 once it is gone. */
function residentMiB(pid: number): number {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
