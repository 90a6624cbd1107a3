import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { en } from '../../../locales/en/locale.ts';
import { fr } from '../../../locales/fr/locale.ts';
import { inventoryText } from '../../../skill/commands/discover.ts';
import { seeEnvironment } from '../../../skill/inventory/discover/environment.ts';
import type { SeenPort, Sighting, Surroundings } from '../../../skill/inventory/discover/sighting.ts';
import { parseInventory } from '../../../skill/inventory/load.ts';

const NOW = new Date('2026-02-23T14:30:00Z');
const HOST: Sighting = { id: 'tour', kind: 'host', fields: {}, notes: [{ id: 'machine', values: {} }] };
const seen = (fields: Partial<Surroundings> = {}): Surroundings => ({
  machine: 'tour',
  sightings: [HOST],
  ports: [],
  portsMissing: null,
  ...fields,
});
const port = (fields: Partial<SeenPort>): SeenPort => ({
  port: 9,
  addresses: ['127.0.0.1'],
  process: null,
  product: null,
  version: null,
  ...fields,
});
const ollama: Sighting = {
  id: 'ollama',
  kind: 'ollama',
  fields: { url: 'http://127.0.0.1:11434', machine: 'tour' },
  notes: [
    {
      id: 'answers',
      values: {
        product: 'Ollama',
        version: '0.9.6',
        at: '127.0.0.1:11434',
        models: ['qwen3:1.7b'],
        isLocked: false,
        process: 'ollama',
        token: null,
      },
    },
  ],
};
const later = (kind: string, fields: Sighting['fields']): Sighting => ({ id: kind, kind, fields, notes: [] });

const text = (surroundings: Surroundings, environment = {}, locale = fr) => inventoryText(surroundings, locale, environment, NOW);
const load = (yaml: string, environment = {}) => parseInventory(yaml, 'jarvis.yaml', environment).inventory;
/** What the user does the day this version reads the rest. */
const uncommented = (yaml: string) => yaml.replace(/^ {2}# ((?:- \{| {4}).*)$/gm, '  $1');

describe('the inventory that is printed', () => {
  test.each([fr, en])('is valid as it is, in $language', (locale) => {
    const { cluster, targets } = load(text(seen({ sightings: [ollama, HOST], ports: [port({ port: 22, process: 'sshd' })] }), {}, locale));
    expect(cluster.name).toBe('JARVIS');
    expect(targets).toEqual([
      { id: 'ollama', kind: 'ollama', url: 'http://127.0.0.1:11434', machine: 'tour' },
      { id: 'tour', kind: 'host' },
      { id: 'ports', kind: 'ports', machine: 'tour', host: '127.0.0.1', known: [22] },
    ]);
  });

  test('says what was seen, above the target', () => {
    expect(text(seen({ sightings: [ollama] }))).toContain(
      '  # 127.0.0.1:11434 répond comme Ollama 0.9.6, 1 modèle : qwen3:1.7b (processus ollama).\n  - { id: ollama,',
    );
  });

  test('expects the ports of products, tolerates the others, and leaves those of its targets to them', () => {
    const ports = [
      port({ port: 11434, product: 'Ollama' }),
      port({ port: 5678, product: 'n8n', process: 'node' }),
      port({ port: 2222, process: 'dropbear', addresses: ['0.0.0.0', '::'] }),
    ];
    const yaml = text(seen({ sightings: [ollama], ports }));
    expect(load(yaml).targets.at(-1)).toMatchObject({ expect: [{ port: 5678, service: 'n8n' }], known: [2222] });
    expect(yaml).toContain('      - 2222 # dropbear, 0.0.0.0 ::\n');
  });

  test('comments what this version does not read, so that removing the « # » is enough', () => {
    const sightings = [
      later('no-such-kind', { url: 'redis://127.0.0.1:6379', machine: 'tour' }),
      later('no-such-list', { paths: Array.from({ length: 12 }, (_, index) => `~/stacks/number-${index}/compose.yaml`) }),
    ];
    const yaml = text(seen({ sightings: [HOST, ...sightings] }));
    expect(load(yaml).targets.map(({ kind }) => kind)).toEqual(['host', 'ports']);
    const all = parse(uncommented(yaml)) as { targets: { id: string; kind: string; paths?: string[] }[] };
    expect(all.targets.map(({ kind }) => kind)).toEqual(['host', 'ports', 'no-such-kind', 'no-such-list']);
    expect(all.targets[3]?.paths).toHaveLength(12);
  });

  test('a target that the schema refuses is a comment, whatever its kind', () => {
    const yaml = text(seen({ sightings: [HOST, later('ollama', { url: 'ftp://127.0.0.1' })] }));
    expect(load(yaml).targets.map(({ kind }) => kind)).toEqual(['host', 'ports']);
    expect(yaml).toContain('# - { id: ollama,');
  });

  test('what is only a guess is a comment, though this version could read it', () => {
    expect(load(text(seen({ sightings: [{ ...ollama, isSuggested: true }] }))).targets.map(({ kind }) => kind)).toEqual(['ports']);
  });

  test('gives two of a kind, a machine called ports, and a target called cluster names of their own', () => {
    const cluster: Sighting = { ...ollama, id: 'cluster' };
    const { targets } = load(text(seen({ machine: 'ports', sightings: [ollama, ollama, cluster, { ...HOST, id: 'ports' }] })));
    expect(targets.map(({ id }) => id)).toEqual(['ollama', 'ollama-2', 'cluster-1', 'ports', 'ports-2']);
  });

  test('says why the ports are not known', () => {
    expect(text(seen({ portsMissing: 'ss: permission denied\nhacked: true' }))).toContain(
      'pas pu être lue (ss: permission denied hacked: true)',
    );
  });
});

const DOLLARS = `\${HOME}-$$-$`;
const HOSTILE = [
  'a\n- { id: evil, kind: host }',
  'x # y',
  '"} ]',
  "'",
  '\u001b[2J\u202eabc',
  DOLLARS,
  '$$',
  '$',
  '\u2028- evil',
  '\u0085- evil',
  '*a &b !c | > %d @e `f`',
  '- ',
  '---',
  'true',
  '~',
  '0x10',
  '\ud800',
  ': :',
];

describe('what others wrote', () => {
  const around = (name: string) =>
    seen({
      sightings: [
        {
          ...ollama,
          fields: { ...ollama.fields, ping: name },
          notes: [
            {
              id: 'answers',
              values: { product: name, version: name, at: name, models: [name], isLocked: false, process: name, token: null },
            },
          ],
        },
        HOST,
        later('compose', { paths: [name] }),
      ],
      ports: [port({ port: 81, process: name, product: name, version: name, addresses: [name] }), port({ port: 82, process: name })],
    });
  const expectValid = (name: string, locale = fr) => {
    const yaml = text(around(name), {}, locale);
    const { targets } = load(yaml);
    expect(targets.map(({ id }) => id).filter((id) => id !== 'compose')).toEqual(['ollama', 'tour', 'ports']);
    expect(parse(uncommented(yaml)).targets).toHaveLength(4);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(yaml).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028]/);
  };

  test.each(HOSTILE)('%j stays where it belongs, in French and English', (name) => {
    expectValid(name, fr);
    expectValid(name, en);
  });

  test('any text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => expectValid(name)),
      { numRuns: 100 },
    );
  });

  test('a dollar comes back as it was', () => {
    expect(load(text(around(DOLLARS)), { HOME: '/root' }).targets[0]).toMatchObject({ ping: DOLLARS });
  });
});

describe('the names of the environment', () => {
  const ENVIRONMENT = {
    LM_STUDIO_1_URL: 'http://localhost:1234/v1',
    LM_STUDIO_1_KEY: 'sk-lm-aB3dE5gH:QwErTyUiOp1234567890',
    LM_STUDIO_2_URL: 'http://user:hunter2secret@192.168.1.26:1234',
    OLLAMA_URL: '127.0.0.1:11434',
    OLLAMA_DEFAULT_MODEL: 'qwen3:1.7b',
  };

  test('make M1, which is never prompted, M2 and OL1, and no secret is written', () => {
    const yaml = text(seen({ sightings: seeEnvironment(ENVIRONMENT) }), ENVIRONMENT);
    expect(yaml).not.toMatch(/QwErTy|hunter2/);
    expect(yaml).toContain(`token: "\${LM_STUDIO_1_KEY:-}"`);
    expect(load(yaml, ENVIRONMENT).targets).toMatchObject([
      { id: 'M1', url: 'http://127.0.0.1:1234', token: ENVIRONMENT.LM_STUDIO_1_KEY, prompt: 'never' },
      { id: 'M2', url: ENVIRONMENT.LM_STUDIO_2_URL },
      { id: 'OL1', url: 'http://127.0.0.1:11434', ping: 'qwen3:1.7b' },
      { id: 'ports' },
    ]);
  });

  test('a secret that a server echoes is masked', () => {
    const told = { ...ollama, notes: [{ id: 'environment' as const, values: { name: ENVIRONMENT.LM_STUDIO_1_KEY } }] };
    expect(text(seen({ sightings: [told] }), ENVIRONMENT)).not.toContain('QwErTy');
  });
});
