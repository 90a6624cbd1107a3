// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is what an inventory writes
import { describe, expect, test } from 'vitest';
import { InventoryError } from '../../skill/inventory/inventory-error.ts';
import { parseInventory } from '../../skill/inventory/load.ts';

const FILE = 'jarvis.yaml';
const load = (text: string, environment: Readonly<Record<string, string>> = {}) => parseInventory(text, FILE, environment);
/** An inventory of these targets, the first of them on line 2. */
const targets = (...lines: readonly string[]) => `targets:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

function refusal(text: string, environment: Readonly<Record<string, string>> = {}): string {
  try {
    load(text, environment);
  } catch (error) {
    if (error instanceof InventoryError) return error.message;
    throw error;
  }
  return 'accepted';
}

const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]',
  'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]',
  'targets: [*c, *c, *c]',
].join('\n');

describe('a bad inventory is refused with the line and what was expected', () => {
  test.each<[string, string, string]>([
    [
      'an unknown key',
      targets('{ id: M1, kind: host, limit: 3 }'),
      '2: targets.M1: unknown key "limit"; expected one of id machine dependsOn provides planned exposure timeoutMs quick kind limits',
    ],
    [
      'an unknown key deeper down',
      targets('{ id: g, kind: gpu, expect: { counts: 1 } }'),
      '2: targets.g.expect: unknown key "counts"; expected one of count uuids',
    ],
    ['an unknown key at the top', 'targets: []\ntarget: 3\n', '2: unknown key "target"; expected one of cluster targets history speech'],
    [
      'a key that is an attack',
      targets('{ id: M1, kind: host, __proto__: { x: 1 } }'),
      '2: targets.M1: unknown key "__proto__"; expected one of id ',
    ],
    [
      'an unknown kind',
      targets('{ id: M1, kind: lmstudo }'),
      '2: targets.M1.kind: unknown kind "lmstudo"; expected one of lmstudio ollama openai command host gpu ports',
    ],
    ['no kind', targets('{ id: M1 }'), '2: targets.M1: no kind; expected one of lmstudio ollama'],
    [
      'the same id twice',
      targets('{ id: M1, kind: host }', '{ id: M1, kind: gpu }'),
      '3: the id "M1" is used twice; expected each id once',
    ],
    [
      'port 70000 in a URL',
      targets('{ id: M1, kind: lmstudio, url: "http://127.0.0.1:70000" }'),
      '2: targets.M1.url: expected a port from 1 to 65535, not 70000',
    ],
    [
      'port 70000 in a list',
      targets('{ id: p, kind: ports, host: 127.0.0.1, expect: [{ port: 70000, service: x }] }'),
      '2: targets.p.expect.0.port: expected a port from 1 to 65535',
    ],
    ['port 0', targets('{ id: p, kind: ports, host: 127.0.0.1, known: [0] }'), '2: targets.p.known.0: expected a port from 1 to 65535'],
    [
      'IPv6 without brackets',
      targets('{ id: M1, kind: lmstudio, url: "http://::1:1234" }'),
      '2: targets.M1.url: expected an IPv6 address in brackets, such as http://[::1]:1234',
    ],
    [
      'localhost in a URL',
      targets('{ id: M1, kind: lmstudio, url: "http://localhost:1234" }'),
      '2: targets.M1.url: expected 127.0.0.1 instead of localhost',
    ],
    [
      'localhost as a host',
      targets('{ id: p, kind: ports, host: localhost }'),
      '2: targets.p.host: expected 127.0.0.1 instead of localhost',
    ],
    [
      'another protocol',
      targets('{ id: M1, kind: lmstudio, url: "ftp://127.0.0.1" }'),
      '2: targets.M1.url: expected a URL that starts with http:// or https://',
    ],
    [
      'an OpenAI URL without /v1',
      targets('{ id: V, kind: openai, url: "http://127.0.0.1:8000" }'),
      '2: targets.V.url: expected a URL that ends in /v1',
    ],
    [
      'a variable that is not set',
      targets('{ id: M1, kind: host }', '{ id: M2, kind: lmstudio, url: "${NOPE}" }'),
      '3: the environment variable NOPE is not set (write ${NOPE:-default} to allow that)',
    ],
    ['a bracket that is left open', 'targets:\n  - { id: M1, kind: host\n', '3: not valid YAML: '],
    ['a crooked indentation', 'targets:\n  - id: M1\n   kind: host\n', '3: not valid YAML: '],
    ['a tab in the indentation', 'targets:\n  - id: M1\n\tkind: host\n', '3: not valid YAML: a tab in the indentation; expected spaces'],
    ['the same key twice', targets('{ id: M1, id: M2, kind: host }'), '2: not valid YAML: the same key twice in one place'],
    ['two documents', 'targets: []\n---\ntargets: []\n', '2: expected one document; remove the line "---"'],
    [
      'a number for a text',
      targets('{ id: M1, kind: lmstudio, url: 1234 }'),
      '2: targets.M1.url: expected a text (in quotes), not the number 1234',
    ],
    [
      'a version without quotes',
      'cluster: { name: J, version: 10.2 }\ntargets: []\n',
      '1: cluster.version: expected a text (in quotes), not the number 10.2',
    ],
    [
      'a text for a list',
      targets('{ id: M1, kind: host, dependsOn: M2 }'),
      '2: targets.M1.dependsOn: expected a list, such as [one, two], not the text "M2"',
    ],
    ['a text for a target', targets('M1'), '2: targets.0: expected keys with values, such as { id: M1 }, not the text "M1"'],
    ['keys for the list of targets', 'targets: { id: M1 }\n', '1: targets: expected a list, such as [one, two], not keys with values'],
    ['no targets', 'cluster: { name: J }\n', '1: "targets" is missing'],
    ['no URL', targets('{ id: M1, kind: lmstudio }'), '2: targets.M1: "url" is missing'],
    ['no id', targets('{ kind: host }'), '2: targets.0: "id" is missing'],
    ['an empty file', '', '1: nothing in it; expected "targets:" with a list under it'],
    ['comments alone', '# later\n', '1: nothing in it; expected "targets:" with a list under it'],
    ['a list at the top', '- a\n', '1: a list at the top; expected "targets:" with a list under it'],
    ['a bomb of aliases', BOMB, '2: not valid YAML: too many aliases (*name); expected at most 100'],
    ['an alias of nothing', 'targets: *nope\n', '1: not valid YAML: an alias (*name) without its anchor (&name) before it'],
    ['something that nobody has', targets('{ id: M1, kind: host, dependsOn: [nobody] }'), '2: expected the id of a target, not "nobody"'],
    ['the reserved id', targets('{ id: cluster, kind: host }'), '2: targets.cluster.id: "cluster" is reserved'],
    [
      'an id with a colon',
      targets('{ id: "a:b", kind: host }'),
      '2: targets.a:b.id: expected a name of letters, digits, . _ - (at most 64)',
    ],
    ['a negative deadline', targets('{ id: M1, kind: host, timeoutMs: -5 }'), '2: targets.M1.timeoutMs: expected at least 50'],
    [
      'a deadline with a unit',
      targets('{ id: M1, kind: host, timeoutMs: 5s }'),
      '2: targets.M1.timeoutMs: expected a number, not the text "5s"',
    ],
    ['an empty command', targets('{ id: G, kind: command, command: [] }'), '2: targets.G.command: expected at least 1 in the list'],
    [
      'a command line',
      targets('{ id: G, kind: command, command: "node proxy.js" }'),
      '2: targets.G.command: expected a list, such as [one, two], not the text "node proxy.js"',
    ],
    ['another plan', targets('{ id: M1, kind: host, planned: yes }'), '2: targets.M1.planned: expected down, not the text "yes"'],
    [
      'another prompt',
      targets('{ id: M1, kind: lmstudio, url: "http://127.0.0.1:1", prompt: no }'),
      '2: targets.M1.prompt: expected one of full never, not the text "no"',
    ],
    [
      'a limit over 100',
      targets('{ id: M1, kind: host, limits: { diskPercent: 150 } }'),
      '2: targets.M1.limits.diskPercent: expected at most 100',
    ],
    [
      'a scan from the end to the start',
      targets('{ id: p, kind: ports, host: 127.0.0.1, scan: [10, 5] }'),
      '2: targets.p.scan: expected [from, to] with from ≤ to',
    ],
  ])('%s', (_, text, message) => {
    expect(refusal(text).slice(0, FILE.length + 1 + message.length)).toBe(`${FILE}:${message}`);
  });

  test('two mebibytes, without reading them', () => {
    const startedAt = performance.now();
    expect(refusal(`targets: []\n#${'x'.repeat(2 * 1024 * 1024)}`)).toBe(`${FILE}: expected at most 1 MiB`);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  test('and no message prints a key', () => {
    const KEY = 'k-1234567890';
    expect(refusal(targets('{ id: M1, kind: lmstudio, url: "http://127.0.0.1:1", token: 1234567890 }'))).toBe(
      `${FILE}:2: targets.M1.token: expected a text (in quotes)`,
    );
    for (const line of [
      '{ id: M1, kind: "${API_KEY}" }',
      '{ id: M1, kind: host, planned: "${API_KEY}" }',
      '{ id: M1, kind: host, provides: "${API_KEY}" }',
    ]) {
      expect(refusal(targets(line), { API_KEY: KEY })).toContain(`${FILE}:2: `);
      expect(refusal(targets(line), { API_KEY: KEY })).not.toContain(KEY);
    }
  });
});

test.each<[string, string]>([
  ['{ id: "${SECRET} x", kind: host }', '2: targets.0.id: expected a name of letters, digits, . _ - (at most 64)'],
  ['{ id: "${SECRET}", kind: host, limit: 3 }', '2: targets.0: unknown key "limit"; expected one of '],
  ['{ id: M1, kind: host, dependsOn: ["${SECRET}"] }', '2: expected the id of a target'],
  ['{ id: M1, kind: host, dependsOn: "a ${PLACE}" }', '2: targets.M1.dependsOn: expected a list, such as [one, two]'],
  ['{ id: M1, kind: "${PLACE}" }', '2: targets.M1.kind: unknown kind; expected one of lmstudio '],
  ['{ id: M1, kind: lmstudio, url: "http://h:${PIN}" }', '2: targets.M1.url: expected a port from 1 to 65535'],
])('no message prints what came from the environment: %s', (line, message) => {
  const environment = { SECRET: 'hunter2pass', PLACE: 'hunter2place', PIN: '7654321' };
  const said = refusal(targets(line), environment);
  expect(said.slice(0, FILE.length + 1 + message.length)).toBe(`${FILE}:${message}`);
  expect(said).not.toMatch(/hunter2|7654321/);
});

test('nor an id that is used twice', () => {
  const twice = targets('{ id: "${SECRET}", kind: host }', '{ id: "${SECRET}", kind: gpu }');
  expect(refusal(twice, { SECRET: 'hunter2pass' })).toBe(`${FILE}:3: this id is used twice; expected each id once`);
});

describe('a good inventory', () => {
  test('is what it says', () => {
    const { inventory } = load(
      `cluster: { name: Maison, version: "10.2" }\n${targets('{ id: M1, kind: lmstudio, url: "http://127.0.0.1:1234", machine: tour, provides: [text], planned: down }', '{ id: tour, kind: host }')}`,
    );
    expect(inventory).toEqual({
      source: 'file',
      cluster: { name: 'Maison', version: '10.2' },
      targets: [
        { id: 'M1', kind: 'lmstudio', url: 'http://127.0.0.1:1234', machine: 'tour', provides: ['text'], planned: 'down' },
        { id: 'tour', kind: 'host' },
      ],
    });
  });

  test.each(['http://[::1]:1234', 'https://m2.lan/proxy', 'http://user:pass@10.0.0.2:1234', 'http://127.0.0.1'])('may say %s', (url) => {
    expect(refusal(targets(`{ id: M1, kind: lmstudio, url: "${url}" }`))).toBe('accepted');
  });

  test('may have no target, accents in its ids and anchors', () => {
    expect(refusal('targets: []\n')).toBe('accepted');
    expect(refusal(targets('&one { id: Éléonore, kind: host }'))).toBe('accepted');
  });
});

describe('variables', () => {
  const token = (text: string, environment: Readonly<Record<string, string>> = {}) => {
    const { inventory, secrets } = load(
      targets(`{ id: M1, kind: lmstudio, url: "http://127.0.0.1:1", token: ${JSON.stringify(text)} }`),
      environment,
    );
    return { token: (inventory.targets[0] as { readonly token?: string }).token, secrets };
  };

  test.each<[string, Record<string, string>, string | undefined]>([
    ['${NAME}', { NAME: 'one' }, 'one'],
    ['a-${NAME}-${OTHER}', { NAME: 'one', OTHER: 'two' }, 'a-one-two'],
    ['${NAME:-default}', {}, 'default'],
    ['${NAME:-default}', { NAME: '' }, 'default'],
    ['${NAME:-default}', { NAME: 'one' }, 'one'],
    ['${NAME:-}', {}, undefined],
    ['$$', {}, '$'],
    ['$${NAME}', {}, '${NAME}'],
    ['$NAME', { NAME: 'one' }, '$NAME'],
    ['cost$', {}, 'cost$'],
    ['${NAME}', { NAME: '${OTHER}', OTHER: 'two' }, '${OTHER}'],
  ])('%s with %j is %s', (text, environment, value) => {
    expect(token(text, environment).token).toBe(value);
  });

  test('stand in values, not in keys nor in comments', () => {
    expect(refusal(`# \${NOPE}\n${targets('{ id: M1, kind: host }')}`)).toBe('accepted');
  });
});

describe('secrets', () => {
  const secretsOf = (line: string, environment: Readonly<Record<string, string>> = {}) =>
    load(targets(line), environment).secrets.toSorted();

  test.each<[string, string, Record<string, string>, readonly string[]]>([
    ['a token', '{ id: M1, kind: lmstudio, url: "http://127.0.0.1:1", token: abcdef }', {}, ['abcdef']],
    [
      'the password of a URL, as written and decoded',
      '{ id: M1, kind: lmstudio, url: "http://user:p%40ss@127.0.0.1:1" }',
      {},
      ['p%40ss', 'p@ss'],
    ],
    ['a name alone in a URL, which is a token', '{ id: M1, kind: lmstudio, url: "http://tok3n@127.0.0.1:1" }', {}, ['tok3n']],
    [
      'what a variable with such a name holds',
      '{ id: G, kind: command, command: [run, "${GEMINI_API_KEY}"] }',
      { GEMINI_API_KEY: 'sesame' },
      ['sesame'],
    ],
    [
      'what follows such an option of a command',
      '{ id: G, kind: command, command: [sh, fail.sh, --api-key, s3cr3t, "--token=abcdef", -H, "X-Api-Key: ghijkl"] }',
      {},
      ['abcdef', 'ghijkl', 's3cr3t'],
    ],
    ['not what another variable holds', '{ id: M1, kind: lmstudio, url: "http://${PLACE}" }', { PLACE: '127.0.0.1:1' }, []],
  ])('%s is kept aside', (_, line, environment, secrets) => {
    expect(secretsOf(line, environment)).toEqual(secrets);
  });
});

test('no text of a target can steer a terminal, and what connects stays as written', () => {
  const { inventory, secrets } = load(
    `cluster: { name: "J\\e[31m" }\n${targets(
      '{ id: M1, kind: lmstudio, url: "http://127.0.0.1:1", token: "abc\\edef", expect: { models: ["exp\\e[31m"] } }',
      '{ id: G, kind: command, command: [run, "a\\eb"] }',
    )}`,
  );
  expect(inventory.cluster.name).toBe('J[31m');
  expect(inventory.targets).toMatchObject([{ token: 'abc\x1bdef', expect: { models: ['exp[31m'] } }, { command: ['run', 'a\x1bb'] }]);
  expect(secrets).toEqual(['abc\x1bdef']);
});
