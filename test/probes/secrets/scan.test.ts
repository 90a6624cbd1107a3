import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { libraryFinds } from '../../../skill/probes/secrets/library.ts';
import { isExample, secretsIn, styleOf } from '../../../skill/probes/secrets/scan.ts';
import { temporaryFolder } from '../../support/fake-program.ts';
import { RECORDED } from '../../support/recorded.ts';
import { secretKinds } from '../../support/secret-kinds.ts';

const found = async (text: string, path = '.env') => secretsIn(text, path, await libraryFinds(text, path));

describe('secrets of a home cluster, drawn from a seed', () => {
  test.each([1, 2, 3])('are found in whatever notation, each once, and nothing beside them (%s)', async (seed) => {
    const { found: secret, decoys } = secretKinds(seed);
    const wrong: string[] = [];
    for (const [path, text] of secret) if ((await found(text, path)).length !== 1) wrong.push(`${path}: ${text.slice(0, 60)}`);
    for (const [path, text] of decoys) if ((await found(text, path)).length > 0) wrong.push(`${path}: ${text.slice(0, 60)}`);
    expect(secret.length).toBeGreaterThan(90);
    expect(wrong).toEqual([]);
  });
});

const GENERATOR = join(RECORDED, 'secrets-home-ai/generate.mjs');

describe.skipIf(!existsSync(GENERATOR))('the recorded set', () => {
  test.each(['7', '8', 'another seed'])('is found, and its decoys are not (seed %s)', async (seed) => {
    using folder = temporaryFolder();
    execFileSync(process.execPath, [GENERATOR, folder.path, seed], { stdio: 'ignore' });
    const count = async (kind: string) => {
      const texts = readdirSync(join(folder.path, kind)).map((name) => readFileSync(join(folder.path, kind, name, '.env'), 'utf8'));
      return (await Promise.all(texts.map((text) => found(text)))).filter((secrets) => secrets.length > 0).length;
    };
    expect(await count('found')).toBe(22);
    expect(await count('decoys')).toBe(0);
  });
});

test('a secret is told by its name, its kind and the service that it opens', async () => {
  const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
  const text = `GITHUB=${token}\nPOSTGRES_PASSWORD: soleil2024\nAPI=postgres://jarvis:s3same-ouvre@db/x\n`;
  const sightings = (await found(text)).map(({ name, kind, service, start, end }) => [name, kind, service, text.slice(start, end)]);
  expect(sightings).toEqual([
    ['GITHUB', 'token', 'GitHub', token],
    ['POSTGRES_PASSWORD', 'password', 'PostgreSQL', 'soleil2024'],
    ['API', 'connection-url', 'PostgreSQL', 'postgres://jarvis:s3same-ouvre@db/x'],
  ]);
});

test('two secrets of one line are two', async () => {
  expect(await found('DB_PASSWORD=Chaton-42! ADMIN_PASSWORD=Souris-43!\n', 'run.sh')).toHaveLength(2);
});

test('the word that everybody guesses is a secret where a program reads it, and not where it is shown', async () => {
  expect(await found('GF_SECURITY_ADMIN_PASSWORD=admin')).toHaveLength(1);
  expect(await found('GF_SECURITY_ADMIN_PASSWORD=admin', '.env.example')).toHaveLength(0);
  expect(await found('# GF_SECURITY_ADMIN_PASSWORD=admin')).toHaveLength(0);
  expect(await found('# GF_SECURITY_ADMIN_PASSWORD=Chaton-42!')).toHaveLength(1);
});

test('a comment in a file does not silence the audit of it', async () => {
  const text = `# secretlint-disable\nHF_TOKEN=hf_${'aB3dE5gH7'.repeat(4)}\n`;
  expect(await found(text)).toHaveLength(1);
});

test.each([
  ['stack/.env', 'settings'],
  ['docker-compose.yml.OBSOLETE', 'structured'],
  ['config.json.bak', 'structured'],
  ['deploy.sh', 'settings'],
  ['app.py', 'code'],
  ['README.md', 'prose'],
  ['id_ed25519', 'settings'],
  ['Dockerfile', 'settings'],
])('%s is read as %s', (path, style) => {
  expect(styleOf(path)).toBe(style);
});

test.each([
  ['.env.example', true],
  ['.env.baseline', true],
  ['config.template.yml', true],
  ['.env.production', false],
  ['.env', false],
])('%s shows how another is filled in: %s', (path, isShown) => {
  expect(isExample(path)).toBe(isShown);
});

describe('a text that was made to take long', () => {
  const MIB = 2 ** 20;
  test.each(
    Object.entries({
      'one long word': 'a'.repeat(MIB),
      equals: 'a='.repeat(MIB / 2),
      quotes: 'password="'.repeat(MIB / 10),
      colons: '://a:b'.repeat(MIB / 6),
      headers: '-----BEGIN RSA PRIVATE KEY-----\n'.repeat(MIB / 32),
      spaces: ' '.repeat(MIB),
      dots: 'token.'.repeat(MIB / 6),
      tokens: 'eyJ.'.repeat(MIB / 4),
      lines: 'PASSWORD=\n'.repeat(MIB / 10),
      names: '- name: A\n'.repeat(MIB / 10),
      commands: 'curl '.repeat(MIB / 5),
    }),
  )('%s is read within seconds', async (_, text) => {
    const startedAt = process.cpuUsage();
    await found(text);
    expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(5_000);
  });
});
