import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { MAIN_LOCALES, type Planted, plant } from './support/canaries.ts';
import { scratch, startCli } from './support/cli.ts';
import { writeProgram } from './support/fake-program.ts';
import { startServer } from './support/node-server.ts';
import { during } from './support/read-node.ts';

/** A piece of a secret is a secret. */
const PIECE = 8;

/** Every way in which eight characters of a secret may be written. */
function* traces({ value }: Planted): Generator<string> {
  yield encodeURIComponent(value);
  for (let shift = 0; shift < 3; shift += 1) {
    const base64 = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]).toString('base64');
    // the ends mix in what stands beside
    yield base64.slice(4, -4);
    yield base64.slice(4, -4).replaceAll('+', '-').replaceAll('/', '_');
  }
  for (let start = 0; start + PIECE <= value.length; start += 1) yield value.slice(start, start + PIECE);
}

/** Every file below a folder. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

test('fifty secrets in everything that is read are nowhere in anything that is written', async () => {
  const planted = plant(20_261_120);
  const of = (place: Planted['place']) => planted.filter((each) => each.place === place);
  expect(planted).toHaveLength(50);
  await using here = await scratch();
  const at = (name: string) => join(here.folder, 'stack', name);
  for (const { file, text } of of('file').map(({ file = '', text }) => ({ file, text }))) {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), `${text}\n`, { flag: 'a' });
  }
  // a server that answers with what it was told to keep
  const server = await during(
    startServer(() => ({
      status: 500,
      headers: Object.fromEntries(of('header').map(({ name, value }) => [name, value])),
      body: of('body')
        .map(({ text }) => text)
        .join('\n'),
    })),
  );
  const [address, ...others] = of('url');
  const shown = of('unit')
    .map(({ text }) => `"${text}"`)
    .join(' ');
  const systemctl = `case "$1" in
show) printf '%s\\n' 'LoadState=loaded' 'ActiveState=failed' 'SubState=failed' 'Environment=EXECUTE_MODE=direct ${shown}';;
*) echo '${of('log')
    .map(({ text }) => text)
    .join(' ')}' >&2; exit 1;;
esac`;
  mkdirSync(join(here.folder, 'bin'));
  writeProgram(join(here.folder, 'bin'), 'systemctl', systemctl);
  const [token, password] = of('environment');
  writeFileSync(
    join(here.folder, 'jarvis.yaml'),
    `targets:
  - { id: M1, kind: lmstudio, url: "${server.url.replace('//', `//jarvis:${address?.value}@`)}", token: "\${${token?.name}}" }
  - { id: C1, kind: command, command: [sh, -c, 'echo "$0" >&2; exit 1', "--password=\${${password?.name}}", "${others.map(({ text }) => text).join(' ')}"] }
  - { id: secrets, kind: secrets, paths: [stack, absent], timeoutMs: 60000 }
  - { id: units, kind: systemd, units: [jarvis] }
  - { id: db, kind: sqlite, path: stack/.env }
`,
  );
  chmodSync(at('.env'), 0o644);
  const environment = {
    ...Object.fromEntries(of('environment').map(({ name, value }) => [name, value])),
    PATH: `${join(here.folder, 'bin')}:${process.env['PATH']}`,
    HOME: here.folder,
  };
  // libraries that are told to tell everything
  const talkative = { ...environment, DEBUG: '*' };
  const written: string[] = [];
  for (const locale of MAIN_LOCALES) {
    const args = [
      'audit',
      '--json',
      '--debug',
      '--deadline',
      '100',
      '--locale',
      locale,
      '--out',
      'reports',
      '--save-readings',
      `readings-${locale}.json`,
    ];
    const outputs = ['console', 'spoken', 'sh'].flatMap((id) => ['--reporter', id, '--output', `${id}-${locale}.txt`]);
    const { code, stdout, stderr } = await startCli([...args, ...outputs], here.folder, talkative).result;
    expect(code).toBe(0);
    written.push(stdout, stderr);
  }
  for (const args of [['ask', 'détaille la sécurité'], ['discover'], ['doctor', '--json']]) {
    const { stdout, stderr } = await startCli(args, here.folder, environment).result;
    written.push(stdout, stderr);
  }
  const kept = filesIn(here.folder).filter((path) => !path.startsWith(at('')) && !/jarvis\.yaml$|\/bin\//.test(path));
  expect(kept.length).toBeGreaterThan(8);
  const all = [...written, ...kept.map((path) => readFileSync(path, 'utf8'))].join('\n');
  // what was planted was met
  const report = JSON.parse(written[0] ?? '') as { readonly findings: readonly { readonly code: string; readonly outcome: string }[] };
  const exposed = report.findings.filter(({ code, outcome }) => code === 'SEC-001' && outcome === 'fail');
  expect(exposed.length).toBeGreaterThanOrEqual(of('file').length - 2);
  expect(report.findings.some(({ code, outcome }) => code === 'SVC-004' && outcome === 'fail')).toBe(true);
  const seen = planted
    .filter((each) => [...traces(each)].some((trace) => all.includes(trace)))
    .map(({ place, name }) => `${place}: ${name}`);
  expect(seen).toEqual([]);
});
