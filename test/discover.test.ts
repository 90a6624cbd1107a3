import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parseInventory } from '../skill/inventory/load.ts';
import { scratch } from './support/cli.ts';

const MAIN = new URL('../skill/main.ts', import.meta.url).pathname;
const NODE = new URL('./support/node-server.ts', import.meta.url).href;
const OLLAMA = new URL('./support/ollama-server.ts', import.meta.url).href;

/** In a network of its own, so that no other test's server is asked. */
const alone = (script: string, cwd: string, environment: Readonly<Record<string, string>> = {}) =>
  spawnSync('unshare', ['-rn', 'sh', '-ec', `PATH="$PATH:/usr/sbin:/sbin"; ip link set lo up; ${script}`], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, NODE: process.execPath, MAIN, ...environment },
  });
const canIsolate =
  spawnSync('unshare', ['-rn', 'sh', '-c', 'PATH="$PATH:/usr/sbin:/sbin"; ip link set lo up'], { encoding: 'utf8' }).status === 0;

describe.skipIf(!canIsolate)('discover, as a user runs it (needs unshare and ip)', () => {
  test('prints an inventory of what answers, which the next audit takes', { timeout: 120_000 }, async () => {
    await using place = await scratch({
      'serve.ts': `import { startOllama } from '${OLLAMA}';
import { startServer } from '${NODE}';
await startOllama({ port: 11434 });
await startServer(({ url }) => ({ body: url === '/' ? '<title>n8n.io - Workflow Automation</title>' : {} }), { port: 5678 });
await startServer(() => ({ status: 404, body: 'not found' }), { port: 7070 });
process.send?.('ready');
console.log('ready');`,
    });
    const script =
      '"$NODE" serve.ts > ready & trap "kill $!" EXIT; while ! grep -q ready ready; do sleep 0.05; done; "$NODE" "$MAIN" discover > jarvis.yaml; cat jarvis.yaml; "$NODE" "$MAIN" --quick --no-save --reporter spoken >&2';
    const { stdout, stderr, status } = alone(script, place.folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('Le nœud attendu répond') });
    const { inventory } = parseInventory(stdout, 'jarvis.yaml', {});
    expect(inventory.targets.find(({ kind }) => kind === 'ollama')).toMatchObject({ id: 'ollama', url: 'http://127.0.0.1:11434' });
    expect(inventory.targets.find(({ kind }) => kind === 'ports')).toMatchObject({ known: [7070] });
    expect(stdout).toContain('port: 5678, service: n8n');
  });

  test('works for a user without a home, as many containers have them', { timeout: 120_000 }, async () => {
    await using place = await scratch({ 'own.yaml': 'targets: [{ id: J, kind: logs, paths: [logs], quick: true }]\n' });
    const script = `unshare -m sh -ec 'mount --bind /dev/null /etc/passwd; mount --bind /dev/null /etc/nsswitch.conf; unset HOME; "$NODE" "$MAIN" discover
"$NODE" "$MAIN" --config own.yaml --quick --no-save --save-readings r.json --reporter spoken >&2; cat r.json >&2'`;
    const { stdout, stderr, status } = alone(script, place.folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(/homedir|internal fault/) });
    expect(parseInventory(stdout, 'jarvis.yaml', {}).inventory.targets.map(({ kind }) => kind)).toContain('host');
  });

  test('on a bare machine prints a valid inventory within a few seconds, in English too', { timeout: 120_000 }, async () => {
    await using place = await scratch();
    const { stdout, status } = alone('"$NODE" "$MAIN" discover --locale en', place.folder, { OLLAMA_URL: 'http://192.0.2.7:11434' });
    expect(status).toBe(0);
    expect(stdout).toContain('From OLLAMA_URL in the environment.');
    expect(parseInventory(stdout, 'jarvis.yaml', {}).inventory.targets.map(({ id }) => id)).toContain('OL1');
  });
});

describe.skipIf(!canIsolate)('doctor, as a user runs it (needs unshare and ip)', () => {
  test('exits 1 and says the line where the inventory is wrong, 0 where nothing needed is missing', { timeout: 120_000 }, async () => {
    await using place = await scratch({ 'jarvis.yaml': 'targets:\n  - { id: A, kind: wrong }\n' });
    const sick = alone('"$NODE" "$MAIN" doctor', place.folder);
    expect(sick.status).toBe(1);
    expect(sick.stdout).toContain('jarvis.yaml:2');
    const well = alone('rm jarvis.yaml; "$NODE" "$MAIN" doctor --json', place.folder);
    expect(well.status).toBe(0);
    expect(JSON.parse(well.stdout)).toContainEqual(expect.objectContaining({ check: 'node', state: 'ok', command: null }));
  });
});
