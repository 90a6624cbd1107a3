import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { interpolate } from '../../skill/probes/compose/interpolate.ts';
import { isNamedAfterCompose, isPutAside, projectName } from '../../skill/probes/compose/names.ts';
import { parseShortPort } from '../../skill/probes/compose/ports.ts';
import { type ComposeFacts, compose } from '../../skill/probes/compose.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { realHost, timed } from '../support/gathering.ts';
import { RECORDED } from '../support/recorded.ts';

function tree(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true });
    writeFileSync(join(folder.path, name), text);
  }
  return folder.path;
}

async function read(folder: string, paths: readonly string[] = ['**/*compose*'], ms = 5_000): Promise<ComposeFacts> {
  const target = compose.target.parse({ id: 'stack', kind: 'compose', paths: paths.map((path) => join(folder, path)), timeoutMs: ms });
  return compose.facts.parse(await compose.read(target, realHost(), 'full', AbortSignal.timeout(ms)));
}

/** The only file, in a project called `stack`. */
async function fileOf(text: string, beside: Readonly<Record<string, string>> = {}) {
  const others = Object.fromEntries(Object.entries(beside).map(([name, content]) => [`stack/${name}`, content]));
  const { files } = await read(tree({ 'stack/compose.yaml': text, ...others }), ['stack/compose.yaml']);
  const [file] = files;
  if (!file) throw new Error('no file');
  return file;
}

const servicesOf = async (...given: Parameters<typeof fileOf>) => (await fileOf(...given)).services;

/** Ports of the only service, as one writes them, with their lines. */
async function portsOf(...given: Parameters<typeof fileOf>) {
  const [service] = await servicesOf(...given);
  return service?.ports.map(
    ({ line, address, from, to, protocol, target }) => `${line}: ${address ?? '*'} ${from}-${to} ${protocol} ${target}`,
  );
}

test('a service is told with the line of each of its ports', async () => {
  const [web, db] = await servicesOf(`name: my-stack
services:
  web:
    image: nginx:1.27
    container_name: front
    ports:
      - "8002:80"
      - target: 443
        published: "8443"
        host_ip: 127.0.0.1
    networks: [edge, default]
    env_file: .env.web
    depends_on: [db]
    volumes:
      - ./html:/html:ro
      - { type: volume, source: data, target: /data }
  db:
    build: .
networks:
  edge: { external: true, name: unified-net }
`);
  expect(web).toEqual({
    name: 'web',
    line: 3,
    containerName: { name: 'front', line: 5 },
    image: 'nginx:1.27',
    isEnabled: true,
    profiles: [],
    networkMode: null,
    networks: ['unified-net', 'my-stack_default'],
    ports: [
      { line: 7, address: null, from: 8002, to: 8002, protocol: 'tcp', target: 80 },
      { line: 8, address: '127.0.0.1', from: 8443, to: 8443, protocol: 'tcp', target: 443 },
    ],
    unclearPorts: [],
    volumes: [
      { line: 15, source: './html', target: '/html', isReadOnly: true },
      { line: 16, source: 'data', target: '/data', isReadOnly: false },
    ],
    envFiles: ['.env.web'],
    dependsOn: ['db'],
  });
  expect(db).toMatchObject({ line: 17, image: null, networks: ['my-stack_default'] });
});

describe('a port in the short syntax', () => {
  test.each([
    ['8080:80', '* 8080-8080 tcp 80'],
    ['127.0.0.1:8080:80', '127.0.0.1 8080-8080 tcp 80'],
    ['0.0.0.0:53:53/udp', '* 53-53 udp 53'],
    ['[::1]:8080:80', '::1 8080-8080 tcp 80'],
    ['3000-3005:3000-3005', '* 3000-3005 tcp 3000'],
    ['22:22', '* 22-22 tcp 22'],
    ['80', null],
    ['127.0.0.1::80', null],
    ['8000-8010:80', null],
    ['70000:80', undefined],
    ['5-2:5-2', undefined],
    ['8080:80:90:100', undefined],
    ['localhost:80', undefined],
    ['', undefined],
    ['80/icmp', undefined],
  ])('%s', (text, said) => {
    const port = parseShortPort(text);
    expect(port && `${port.address ?? '*'} ${port.from}-${port.to} ${port.protocol} ${port.target}`).toBe(said);
  });

  test('is read as it is written, not as the number that YAML once made of it', async () => {
    expect(await portsOf('services:\n  a:\n    ports:\n      - 22:22\n      - 8080\n      - 0x50:80\n')).toEqual(['4: * 22-22 tcp 22']);
  });
});

describe('variables', () => {
  const variables = new Map([
    ['A', '1'],
    ['EMPTY', ''],
    ['APP_TOKEN', 'hunter2'],
  ]);

  test.each([
    ['$A', '1', []],
    [`\${A}0`, '10', []],
    ['$$A', '$A', []],
    [`\${B:-8080}`, '8080', []],
    [`\${EMPTY:-8080}`, '8080', []],
    [`\${EMPTY-8080}`, '', []],
    [`\${B:-\${A}\${C:-2}}`, '12', []],
    [`\${A:+x}\${B:+y}`, 'x', []],
    [`\${B}`, '', ['B']],
    [`\${B:?needed}`, '', ['B']],
    [`\${APP_TOKEN}`, '', ['APP_TOKEN']],
    [`\${A`, `\${A`, []],
    ['$ 5', '$ 5', []],
  ])('%s', (text, said, missing) => {
    expect(interpolate(text, variables)).toEqual({ text: said, missing });
  });

  test('come from .env beside the file', async () => {
    const text = `services:\n  a:\n    image: app:\${VERSION:-1}\n    ports: ["\${PORT}:80", "\${BIND:-127.0.0.1}:9000:90"]\n`;
    const [service] = await servicesOf(text, { '.env': '# ports\nexport PORT="8005"\nVERSION=2 # new\n' });
    expect(service?.image).toBe('app:2');
    expect(service?.ports.map(({ from, address }) => [from, address])).toEqual([
      [8005, null],
      [9000, '127.0.0.1'],
    ]);
  });

  test('that nothing sets leave a port unclear, with their names', async () => {
    const [service] = await servicesOf(`services:\n  a:\n    ports:\n      - "\${WEB_PORT}:80"\n      - "x:80"\n`);
    expect([service?.ports, service?.unclearPorts]).toEqual([
      [],
      [
        { line: 4, variables: ['WEB_PORT'] },
        { line: 5, variables: [] },
      ],
    ]);
  });

  test('never bring a secret into what is told', async () => {
    const text = `services:\n  a:\n    image: "app:\${DB_PASSWORD}"\n    container_name: "x-\${DB_PASSWORD}"\n    environment: { KEY: hunter2 }\n`;
    const file = await fileOf(text, { '.env': 'DB_PASSWORD=hunter2\n' });
    expect(JSON.stringify(file)).not.toContain('hunter2');
  });
});

test('a number is the text that somebody wrote', async () => {
  expect((await servicesOf('services:\n  a: { container_name: 1.10, profiles: [2.0] }\n'))[0]).toMatchObject({
    containerName: { name: '1.10' },
    profiles: ['2.0'],
  });
});

test('anchors, aliases and merges are followed, and what is written beside them wins', async () => {
  const text = `x-base: &base
  image: base:1
  ports: &ports ["8001:80"]
x-more: &more { container_name: more }
services:
  a: { <<: [*base, *more], image: own:2 }
  b: { <<: *base, ports: ["8002:80"] }
  c: { ports: *ports }
`;
  const services = await servicesOf(text);
  expect(
    services.map(({ name, image, containerName, ports }) => [
      name,
      image,
      containerName?.name ?? null,
      ports.map(({ from, line }) => `${from}@${line}`),
    ]),
  ).toEqual([
    ['a', 'own:2', 'more', ['8001@3']],
    ['b', 'base:1', null, ['8002@7']],
    ['c', null, null, ['8001@3']],
  ]);
});

test('a service has what it extends, of this file or another', async () => {
  const text =
    'services:\n  a: { extends: { file: base.yaml, service: x }, ports: ["8002:80"] }\n  b: { extends: a }\n  c: { extends: c }\n';
  const services = await servicesOf(text, { 'base.yaml': 'services:\n  x: { image: base:1, ports: ["8001:80"] }\n' });
  expect(services.map(({ image, ports }) => [image, ports.map(({ from }) => from)])).toEqual([
    ['base:1', [8002, 8001]],
    ['base:1', [8002, 8001]],
    [null, []],
  ]);
});

test('files that one includes are read with it, in its project', async () => {
  const folder = tree({
    'stack/compose.yaml': 'include: [parts/db.yaml]\nservices: {}\n',
    'stack/parts/db.yaml': 'services: { db: { ports: ["5433:5432"] } }\n',
  });
  const { files } = await read(folder, ['stack/compose.yaml']);
  expect(files.map(({ path, project, services }) => [path.slice(folder.length + 1), project, services.length])).toEqual([
    ['stack/compose.yaml', 'stack', 0],
    ['stack/parts/db.yaml', 'stack', 1],
  ]);
});

test('a service of a profile that nobody switched on is not started', async () => {
  const text = 'services:\n  a: { profiles: [gpu] }\n  b: { profiles: [debug] }\n  c: {}\n';
  expect((await servicesOf(text, { '.env': 'COMPOSE_PROFILES=gpu,x\n' })).map(({ isEnabled }) => isEnabled)).toEqual([true, false, true]);
});

test('on the network of the machine no port is published', async () => {
  expect(await portsOf('services:\n  a: { network_mode: host, ports: ["8002:80"] }\n')).toEqual([]);
});

test('a project is called as the file, .env or the folder says', async () => {
  const plain = 'services: {}\n';
  expect((await fileOf(plain)).project).toBe('stack');
  expect((await fileOf(plain, { '.env': 'COMPOSE_PROJECT_NAME=from-env\n' })).project).toBe('from-env');
  expect((await fileOf(`name: mine\n${plain}`, { '.env': 'COMPOSE_PROJECT_NAME=from-env\n' })).project).toBe('mine');
  expect(projectName('_My Stack.2')).toBe('mystack2');
});

test.each([
  ['docker-compose.yml', true, false],
  ['compose.yaml', true, false],
  ['docker-compose.override.yml', true, false],
  ['docker-compose.backup.yml', true, false],
  ['docker-compose.yml.OBSOLETE', true, true],
  ['docker-compose.yml.bak', true, true],
  ['docker-compose.yml.bak-20260111', true, true],
  ['docker-compose.yaml.old', true, true],
  ['compose.yml~', true, true],
  ['docker-compose.old.yml', true, true],
  ['docker-compose.bold.yml', true, false],
  ['prometheus.yml', false, false],
  ['composer.json', false, false],
])('%s: named after Compose %s, put aside %s', (name, isNamed, isAside) => {
  expect([isNamedAfterCompose(name), isPutAside(name)]).toEqual([isNamed, isAside]);
});

test('what was put aside is read with the rest, and of a folder what is called after Compose', async () => {
  const folder = tree({
    'ai/docker-compose.yml.OBSOLETE': 'services: { backend: { ports: ["8002:8001"] } }\n',
    'ai/prometheus.yml': 'scrape_configs: []\n',
    'web/compose.yaml': 'services: { web: {} }\n',
  });
  const { files, lack, unread } = await read(folder, ['.']);
  expect(files.map(({ path, isObsolete, project }) => [path.slice(folder.length + 1), isObsolete, project])).toEqual([
    ['ai/docker-compose.yml.OBSOLETE', true, 'ai'],
    ['web/compose.yaml', false, 'web'],
  ]);
  expect([lack, unread]).toEqual([null, []]);
});

describe('a path that leads to nothing good', () => {
  test('that is missing is said, a pattern without files is not', async () => {
    const folder = tree({});
    const { files, unread } = await read(folder, ['gone.yaml', '*.yaml', 'none/**/x.yaml']);
    expect(files).toEqual([]);
    expect(unread.map(({ path, failure }) => [path.slice(folder.length + 1), failure.code])).toEqual([['gone.yaml', 'not-found']]);
  });

  test('through links that go in circles ends', async () => {
    const folder = tree({ 'a/compose.yaml': 'services: { a: {} }\n' });
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('compose-self.yaml', join(folder, 'a/compose-self.yaml'));
    symlinkSync('/dev/zero', join(folder, 'a/compose-zero.yaml'));
    expect((await read(folder)).files.map(({ path }) => path.slice(folder.length + 1))).toEqual(['a/compose.yaml']);
  });
});

describe('a file that is none', () => {
  const dashes = `services: \n${'- '.repeat(30_000)}a`;
  const nine = (name: string) => Array(9).fill(`*${name}`).join(', ');
  const laughs = [
    'a: &a [x, x]',
    ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${nine('abcdefghi'.charAt(index))}]`),
    'services: { web: { ports: *j, image: *j } }',
  ].join('\n');
  const merges = [
    'x0: &x0 { image: a }',
    ...Array.from({ length: 15 }, (_, index) => `x${index + 1}: &x${index + 1} { <<: [${nine(`x${index}`)}] }`),
    'services: { web: *x15 }',
  ].join('\n');

  test.each([
    ['no YAML', '\u0000\u0001{{{ : : [\n\t- x', 'malformed'],
    ['no services', 'scrape_configs: []\n', 'malformed'],
    ['a list', '- a\n- b\n', 'malformed'],
    ['the same service twice', 'services:\n  a: {}\n  a: {}\n', 'malformed'],
    ['nested without end', `services: ${'['.repeat(50_000)}`, 'malformed'],
    ['a list in a list in a list', dashes, 'malformed'],
    ['ten megabytes', `services:\n${'  # x\n'.repeat(2_000_000)}`, 'too-large'],
    ['more than anybody writes', `services:\n${'  # x\n'.repeat(25_000)}`, 'too-large'],
    ['merges that multiply', merges, 'too-large'],
  ])('but %s is said, soon', async (_, text, code) => {
    const { value, ms } = await timed(() => fileOf(text));
    expect(value).toMatchObject({ failure: { code }, services: [] });
    expect(ms).toBeLessThan(4_000);
  });

  test('aliases that multiply cost nothing where nobody looks', async () => {
    const { value, ms } = await timed(() => fileOf(laughs));
    expect(value).toMatchObject({ failure: null, services: [{ name: 'web', image: null, ports: [] }] });
    expect(ms).toBeLessThan(4_000);
  });

  test('an anchor within itself ends', async () => {
    expect(await portsOf('services:\n  a: &a\n    <<: *a\n    ports: [*a, "80:80"]\n')).toEqual(['4: * 80-80 tcp 80']);
  });

  test('files that extend each other under many spellings end soon', async () => {
    const text = (other: string) =>
      `services:\n${Array.from({ length: 60 }, (_, index) => `  s${index}: { extends: { file: ${'./'.repeat(index)}${other}, service: s0 } }\n`).join('')}`;
    const folder = tree({ 'stack/compose.yaml': text('b.yaml'), 'stack/b.yaml': text('compose.yaml') });
    const { value, ms } = await timed(() => read(folder, ['stack/compose.yaml'], 20_000));
    expect(value.files).toMatchObject([{ failure: null }]);
    expect(ms).toBeLessThan(4_000);
  });

  test('costs no other file', async () => {
    const folder = tree({ 'a/compose.yaml': '{{{', 'b/compose.yaml': 'services: { b: {} }\n' });
    expect((await read(folder)).files.map(({ failure, services }) => [failure?.code, services.length])).toEqual([
      ['malformed', 0],
      [undefined, 1],
    ]);
  });
});

test('many files that take long leave some unread, and tell the rest in time', async () => {
  const slow = `services: {${'? '.repeat(40_000)}}`;
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `s${String(index).padStart(2, '0')}/compose.yaml`,
      index === 0 ? 'services: { a: {} }\n' : slow,
    ]),
  );
  const { value } = await timed(() => read(tree(files), undefined, 2_500));
  const codes = value.files.map(({ failure }) => failure?.code ?? 'read');
  expect(codes).toHaveLength(40);
  expect(codes[0]).toBe('read');
  expect(codes).toContain('timeout');
});

const recorded = (() => {
  try {
    return readdirSync(join(RECORDED, 'compose'));
  } catch {
    return [];
  }
})();

test.skipIf(recorded.length === 0)('every recorded file is read, and its ports are those that it writes', async () => {
  const { files } = await read(join(RECORDED, 'compose'), ['**/*.y*ml']);
  expect(files.length).toBeGreaterThan(60);
  expect(files.filter(({ failure }) => failure !== null)).toEqual([]);
  const portsIn = (name: string) =>
    files
      .find(({ path }) => path.endsWith(name))
      ?.services.flatMap(({ ports }) => ports.map(({ from, protocol }) => `${from}/${protocol}`));
  expect(portsIn('elasticsearch-logstash-kibana.yaml')).toEqual([
    '9200/tcp',
    '9300/tcp',
    '5000/tcp',
    '5000/udp',
    '5044/tcp',
    '9600/tcp',
    '5601/tcp',
  ]);
  expect(portsIn('wireguard.yaml')).toEqual(['51820/udp']);
});
