import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fr } from '../../../locales/fr/locale.ts';
import { inventoryText } from '../../../skill/commands/discover.ts';
import { seeBackups } from '../../../skill/inventory/discover/backups.ts';
import { seeCompose } from '../../../skill/inventory/discover/compose.ts';
import { seeGpus } from '../../../skill/inventory/discover/gpus.ts';
import { seeKubeconfigs } from '../../../skill/inventory/discover/kubeconfig.ts';
import { lookAround } from '../../../skill/inventory/discover/look.ts';
import { seeSecrets } from '../../../skill/inventory/discover/secrets.ts';
import type { Sighting } from '../../../skill/inventory/discover/sighting.ts';
import { seeSockets } from '../../../skill/inventory/discover/sockets.ts';
import { seeUnits } from '../../../skill/inventory/discover/units.ts';
import { parseInventory } from '../../../skill/inventory/load.ts';
import { temporaryFolder, withPrograms, writeProgram } from '../../support/fake-program.ts';
import { asNobody, canPlayNobody } from '../../support/file-tree.ts';
import { realHost } from '../../support/gathering.ts';

const soon = () => AbortSignal.timeout(10_000);

/** A home folder with these files. */
function home(files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true });
    writeFileSync(join(folder.path, name), text);
  }
  return { home: folder.path, folder: join(folder.path, 'here'), environment: {} };
}

/** The machine that runs the tests has places of its own. */
const paths = (sightings: readonly Sighting[]) =>
  sightings
    .flatMap(({ fields }) => (fields['paths'] ?? fields['units'] ?? []) as readonly string[])
    .filter((path) => !path.startsWith('/'));

describe('files', () => {
  test('compose files are found here and one folder below the home, by any of their names', async () => {
    const place = home({
      'here/compose.yaml': '',
      'here/docker-compose.prod.yml': '',
      'here/not-compose.yaml': '',
      'stacks/traefik/docker-compose.yml': '',
      'stacks/a/b/compose.yaml': '',
      'stacks/x: "}\n- evil/compose.yml': '',
    });
    expect(paths(await seeCompose(place, soon()))).toEqual([
      'compose.yaml',
      'docker-compose.prod.yml',
      '~/stacks/traefik/docker-compose.yml',
      '~/stacks/x: "}\n- evil/compose.yml',
    ]);
  });

  test('a kubeconfig tells its context, and nothing of its keys', async () => {
    const config = 'apiVersion: v1\nusers:\n- user: { token: s3cr3t-t0ken }\ncurrent-context: "home"\n';
    const place = home({ '.kube/config': config, other: config });
    const [found] = await seeKubeconfigs(place, realHost(), soon());
    expect(found).toMatchObject({ kind: 'kubernetes', fields: { kubeconfig: '~/.kube/config', context: 'home' } });
    expect(JSON.stringify(found)).not.toContain('s3cr3t');
    const named = { ...place, environment: { KUBECONFIG: `${place.home}/other:${place.home}/absent` } };
    expect((await seeKubeconfigs(named, realHost(), soon()))[0]?.fields['kubeconfig']).toBe('~/other');
  });

  test('environment files beside stacks are named, and nothing of what is in them', async () => {
    const sightings = await seeSecrets(
      home({ 'here/.env': 'PASSWORD=Chaton-42!', 'here/.envelope': '', 'stacks/a/.env.prod': '', 'stacks/a/b/.env': '' }),
      soon(),
    );
    expect(paths(sightings)).toEqual(['.env', '~/stacks/a/.env.prod']);
    expect(JSON.stringify(sightings)).not.toContain('Chaton');
  });

  test('units of interest are named, templates, others and those that are off are not', async () => {
    const units = '.config/systemd/user';
    const names = ['ollama-test.service', 'jarvis@.service', 'zeitgeist.service'];
    const enabled = names.flatMap((name) => [`${units}/${name}`, `${units}/default.target.wants/${name}`]);
    const place = home(Object.fromEntries([...enabled, `${units}/ollama-off.service`].map((name) => [name, ''])));
    const found = paths(await seeUnits(place, soon()));
    expect(found).toContain('ollama-test.service');
    expect(found).not.toContain('jarvis@.service');
    expect(found).not.toContain('ollama-off.service');
    expect(found).not.toContain('zeitgeist.service');
  });

  test('a folder called backups is only a suggestion', async () => {
    const [found] = await seeBackups(home({ 'Backups/x': '', 'here/x': '' }), soon());
    expect(found).toMatchObject({ kind: 'backups', isSuggested: true });
    expect(found?.fields['sets']).toContainEqual({ name: 'backups', path: '~/Backups' });
  });
});

describe('sockets', () => {
  async function docker(answer: unknown) {
    const place = home({ 'run/x': '' });
    const path = join(place.home, 'run/docker.sock');
    const server = createServer((_, response) => response.end(JSON.stringify(answer)));
    await new Promise<void>((resolve) => server.listen(path, resolve));
    onTestFinished(() => void server.close());
    return { ...place, path, environment: { DOCKER_HOST: `unix://${path}` } };
  }

  test('Docker behind its socket says its version', async () => {
    const found = await seeSockets(await docker({ Version: '26.1.0', ApiVersion: '1.45' }), realHost(), soon());
    expect(found[0]).toMatchObject({
      kind: 'docker',
      fields: { socket: '~/run/docker.sock' },
      notes: [{ values: { product: 'Docker', version: '26.1.0', isAllowed: true } }],
    });
  });

  test('another answer behind it is no version, and a plain file no socket', async () => {
    expect((await seeSockets(await docker('hello'), realHost(), soon()))[0]?.notes).toMatchObject([{ values: { version: null } }]);
    const place = home({ 'docker.sock': '' });
    const found = await seeSockets({ ...place, environment: { DOCKER_HOST: `unix://${place.home}/docker.sock` } }, realHost(), soon());
    expect(found.filter(({ fields }) => fields['socket'] === '~/docker.sock')).toEqual([]);
  });

  test('one that this user may not use is said to be so', async () => {
    const place = await docker({});
    chmodSync(place.path, 0);
    // root may use everything, and plays somebody else
    const found = canPlayNobody ? seenByNobody(place) : await seeSockets(place, realHost(), soon());
    expect(found[0]?.notes).toMatchObject([{ values: { isAllowed: false } }]);
  });

  function seenByNobody(place: Parameters<typeof seeSockets>[0]): readonly Sighting[] {
    chmodSync(place.home, 0o755);
    const at = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
    const script = `const [{ seeSockets }, { createNodeHost }] = await Promise.all([import(${at('../../../skill/inventory/discover/sockets.ts')}), import(${at('../../../skill/host/node.ts')})]);
const host = createNodeHost();
process.stdout.write(JSON.stringify(await seeSockets(JSON.parse(process.argv[1]), host, AbortSignal.timeout(5_000))));
await host.close();`;
    return asNobody(script, JSON.stringify(place)) as readonly Sighting[];
  }
});

test('GPUs are counted by their tool', async () => {
  using folder = temporaryFolder();
  const program = writeProgram(folder.path, 'nvidia-smi', 'exit 9');
  const before = process.env['PATH'];
  process.env['PATH'] = `${folder.path}:${before}`;
  onTestFinished(() => {
    process.env['PATH'] = before;
  });
  const found = await seeGpus(withPrograms(realHost(), { 'nvidia-smi': program }), soon());
  expect(found).toMatchObject([{ kind: 'gpu', fields: {}, notes: [{ id: 'gpusUnread', values: { failure: 'bad-status' } }] }]);
});

describe('all together', () => {
  const answers = (url: string): Sighting => ({
    id: 'ollama',
    kind: 'ollama',
    fields: { url },
    notes: [
      { id: 'answers', values: { product: 'Ollama', version: null, at: '', models: [], isLocked: false, process: null, token: null } },
    ],
  });
  const around = (environment: Readonly<Record<string, string>>, found: readonly Sighting[]) =>
    lookAround({ ...home(), environment }, realHost(), soon(), async () => ({ ports: [], sightings: found, missing: null }));

  test('a node that the environment names and that answers here is one, under its name there', async () => {
    const [own = '127.0.0.1'] = realHost().addresses();
    const { sightings, machine } = await around({ OLLAMA_URL: `http://${own}:11434` }, [answers('http://127.0.0.1:11434')]);
    const nodes = sightings.filter(({ kind }) => kind === 'ollama');
    expect(nodes).toMatchObject([{ id: 'OL1', fields: { machine }, notes: [{ id: 'environment' }, { id: 'answers' }] }]);
  });

  test('one elsewhere is not of this machine', async () => {
    const { sightings } = await around({ OLLAMA_URL: 'http://192.0.2.77:11434' }, [answers('http://127.0.0.1:11434')]);
    const nodes = sightings.filter(({ kind }) => kind === 'ollama');
    expect(nodes.map(({ id }) => id)).toEqual(['OL1', 'ollama']);
    expect(nodes[0]?.fields).not.toHaveProperty('machine');
  });

  test('what is seen of the machine that runs this test makes a valid inventory', async () => {
    const surroundings = await around({}, []);
    const { inventory } = parseInventory(inventoryText(surroundings, fr, {}, new Date()), 'jarvis.yaml', {});
    expect(inventory.targets.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['host', 'ports']));
  });
});
