import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, expect, it } from 'vitest';
import { reportSchema } from '../../skill/audit/report.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { packed } from '../support/packed.ts';

const place = await packed();
afterAll(() => place[Symbol.asyncDispose]());

const files = readdirSync(place.installed, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(place.installed.length + 1));
const manifest = JSON.parse(readFileSync(join(place.installed, 'package.json'), 'utf8')) as { version: string; dependencies: object };
const TSC = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

it('holds the program, its types, its schemas and the licences, and nothing else', () => {
  const expected =
    /^(?:dist\/(?:[\w-]+\.js|page\.css|THIRD-PARTY\.txt|types\/.+\.d\.ts)|skill\/(?:inventories\/\w+\.yaml|schemas\/\w+\.schema\.json)|skill\.manifest\.json|package\.json|README\.md|LICENSE)$/;
  expect(files.filter((file) => !expected.test(file))).toEqual([]);
  for (const file of [
    'dist/main.js',
    'dist/index.js',
    'dist/page.css',
    'dist/page.js',
    'skill/schemas/report.schema.json',
    'skill/schemas/inventory.schema.json',
  ])
    expect(files).toContain(file);
});

it('names no folder of the machine that it was built on', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const guilty = files.filter((file) => readFileSync(join(place.installed, file), 'utf8').includes(root));
  expect(guilty).toEqual([]);
});

it('keeps the licence of everything that is in the bundle', () => {
  const licences = readFileSync(join(place.installed, 'dist/THIRD-PARTY.txt'), 'utf8');
  for (const name of ['zod', 'undici', 'yaml', 'execa', 'systeminformation', 'cli-table3']) expect(licences).toContain(`\n${name} `);
});

it('publint finds nothing to say', async () => {
  const tarball = readFileSync(place.tarball);
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer } });
  expect(messages.map((message) => formatMessage(message, pkg as Record<string, unknown>, { color: false }))).toEqual([]);
});

it('the command line tells its version', async () => {
  expect(await place.node([place.main, '--version'])).toBe(`${manifest.version}\n`);
});

it('the command line audits where nothing but its own dependencies is installed', async () => {
  const node = await startLmStudio();
  writeFileSync(join(place.folder, 'jarvis.yaml'), `targets:\n  - { id: M1, kind: lmstudio, url: "${node.url}" }\n`);
  const report = reportSchema.parse(JSON.parse(await place.node([place.main, 'audit', '--quick', '--json', '--no-save'])));
  await node.close();
  expect(report.nodes['M1']?.status).toBe('up');
});

it('serves the API, the page and MCP', async () => {
  const server = spawn(process.execPath, [place.main, 'serve', '--port', '0'], {
    cwd: place.folder,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
  const { listening } = JSON.parse(line) as { listening: string };
  const mcp = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const statuses = ['/health', '/', '/login/page.css', '/login/page.js', '/openapi.json'].map(
    async (path) => (await fetch(listening + path)).status,
  );
  expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200, 200]);
  expect(await (await fetch(`${listening}/mcp`, { method: 'POST', headers, body: JSON.stringify(mcp) })).text()).toContain('system_audit');
  server.kill('SIGTERM');
  expect(await once(server, 'close')).toEqual([0, null]);
});

it('a full audit of this machine loads what is loaded only then', async () => {
  const inventory = 'targets:\n  - { id: here, kind: host }\n  - { id: echo, kind: command, command: [echo, pong] }\n';
  writeFileSync(join(place.folder, 'machine.yaml'), inventory);
  const report = reportSchema.parse(JSON.parse(await place.node([place.main, '--config', 'machine.yaml', '--json', '--no-save'])));
  expect([report.readings['here']?.ok, report.readings['echo']?.ok]).toEqual([true, true]);
});

it('keeps what it compiled for its next start', async () => {
  await place.node([place.main, '--version']);
  expect(readdirSync(join(place.folder, 'cache', 'jarvis-audit'), { recursive: true }).length).toBeGreaterThan(1);
});

it('starts as well where nothing can be kept', async () => {
  const notFolder = { XDG_CACHE_HOME: place.tarball };
  expect(await place.node([place.main, '--version'], notFolder)).toBe(`${manifest.version}\n`);
});

it('a program can import it, value and types', async () => {
  writeFileSync(
    join(place.folder, 'program.mts'),
    `import { findInventory, manifest, runAudit, type Report } from 'jarvis-audit';
const id: string = manifest.id;
const status = (report: Report): 'ok' | 'warning' | 'critical' | 'unknown' => report.status;
console.log(id, typeof runAudit, typeof findInventory, typeof status);
`,
  );
  expect(await place.node(['program.mts'])).toBe('jarvis-audit function function function\n');
  const types = fileURLToPath(new URL('../../node_modules/@types', import.meta.url));
  const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024,esnext', '--typeRoots', types];
  await place.node([TSC, ...strict, '--types', 'node', 'program.mts']);
});
