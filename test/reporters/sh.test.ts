import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { sh } from '../../reporters/sh.ts';
import { toolsOf } from '../../reporters/shell-words.ts';
import { worded } from '../../reporters/words.ts';
import type { Report } from '../../skill/audit/report.ts';
import { judge } from '../../skill/audit/run.ts';
import { readingsFromText } from '../../skill/audit/saved-readings.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { assessed, card, type Entry, failed, listener, model, mount, on } from '../support/judged.ts';
import { startServer } from '../support/node-server.ts';
import { during } from '../support/read-node.ts';
import { reportSample } from '../support/report-sample.ts';
import { isHere, shell } from '../support/shell.ts';

/** Nobody listens there. */
const NOBODY = 'http://127.0.0.1:9';

/** What a name may hold so that a careless script obeys it. */
const HOSTILE = [
  '$(touch canary)',
  '`touch canary`',
  "'; touch canary; '",
  '"; touch canary; "',
  'a\ntouch canary\n',
  'a\rtouch canary\r',
  '-x | touch canary',
  '\\',
  "\\'; touch canary #",
  '%s%n$(touch canary)',
  '$IFS; touch canary',
  '\u202e\u001b]0;pwned\u0007\u001b[2Jtouch canary',
  'shellcheck disable=all',
  'EOF\ntouch canary',
];

const reportOf = (entries: readonly Entry[], changes: Partial<Report> = {}) => ({ ...worded(assessed(entries), fr), ...changes });

/** Names from targets and from the inventory, through the rules that make commands of them. */
function hostileCluster(): Report {
  const models = HOSTILE.map((name) => model(name, { vramShare: 0.5 }));
  const expect = { models: HOSTILE.map((name) => `${name} absent`) };
  const report = reportOf([
    on.lmstudio('M1', { models: [], access: null }, { url: `${NOBODY}/${encodeURI(HOSTILE[0] ?? '')}[1-3]`, expect, token: 'a' }),
    on.ollama('OL1', { models, allowedOrigin: '*' }, { url: NOBODY, expect, provides: ['text'] }),
    on.command('GEMINI', { state: 'failed', exitCode: 1 }, { command: ['true', ...HOSTILE, '--api-key', 'sk-a1b2c3d4e5'] }),
    on.host('tour', { mounts: HOSTILE.map((name) => mount(`/${name}`, { usedPercent: 99, inodesUsedPercent: 99, readOnly: true })) }),
    on.gpu('gpus', [card(0, { temperatureC: 99, name: HOSTILE[0] ?? '' })], { tool: HOSTILE[2] }),
    on.ports('ports', {
      listeners: HOSTILE.map((process, index) => listener(7_000 + index, '0.0.0.0', { process })),
      expected: HOSTILE.map((service, index) => ({ port: 10 + index, service, state: 'refused', failure: 'refused', durationMs: 1 })),
    }),
  ]);
  const [name = ''] = HOSTILE.filter((each) => each.startsWith('a\n'));
  return { ...report, version: HOSTILE[2] ?? '', cluster: { ...report.cluster, name } };
}

/** A report of another hand: every word of it hostile, but the commands. */
function hostileWords(name: string): Report {
  const sample = reportSample({ version: name });
  const findings = HOSTILE.flatMap((word, index) =>
    (['warn', 'unknown', 'pass'] as const).map((outcome) => ({
      ...(sample.findings[0] as Report['findings'][number]),
      ...{ outcome, severity: 'high' as const, code: word, target: word, subject: word, text: word },
      verify: outcome === 'unknown' ? null : `echo ${index} "$TOKEN"`,
    })),
  );
  return { ...sample, cluster: { ...sample.cluster, name }, findings };
}

const healthy = reportOf([
  on.lmstudio('M2', {}, { url: NOBODY }),
  on.lmstudio('M3', {}, { url: NOBODY }),
  on.host('tour', { mounts: [mount('/')] }),
]);
const jarvis = judge(readingsFromText(readFileSync(new URL('../golden/jarvis.readings.json', import.meta.url), 'utf8')), fr, {
  name: 'jarvis-audit',
  version: '0.0.0',
}).report;
const REPORTS: readonly (readonly [string, Report])[] = [
  ['a healthy cluster', healthy],
  ['the cluster jarvis', jarvis],
  ['a cluster of hostile names', hostileCluster()],
  ['a report of hostile words', hostileWords(HOSTILE[4] ?? '')],
];
const SHELLS = ['sh', 'dash', 'bash'].filter(isHere);

describe.each(REPORTS)('the script of %s', (_, report) => {
  test.each(SHELLS)('is one that %s reads to its end', async (program) => {
    for (const locale of [fr, en]) expect(await shell([program, '-n'], sh.render(report, locale))).toEqual({ code: 0, text: '' });
  });

  test.skipIf(!isHere('shellcheck'))('is clean for shellcheck', async () => {
    for (const locale of [fr, en]) expect(await shell(['shellcheck', '-'], sh.render(report, locale))).toEqual({ code: 0, text: '' });
  });
});

describe('run in an empty folder with an empty environment', () => {
  test.each(REPORTS.filter(([name]) => name !== 'the cluster jarvis'))(
    'the script of %s leaves nothing and steers no terminal',
    async (_, report) => {
      using place = temporaryFolder();
      const { code, text } = await shell(['/usr/bin/env', '-i', '/bin/sh'], sh.render(report, fr), { cwd: place.path });
      expect(readdirSync(place.path)).toEqual([]);
      expect(code).toBe(0);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(text.trimEnd().split('\n').at(-1)).toMatch(/^Commandes lancées : \d+ ; passées : \d+ ;/);
    },
  );
});

test.each(HOSTILE)('a cluster called %j is a comment and a word', async (name) => {
  using place = temporaryFolder();
  const { code, text } = await shell(['/bin/sh'], sh.render({ ...hostileWords(name), findings: [] }, fr), { cwd: place.path });
  expect({ code, left: readdirSync(place.path) }).toEqual({ code: 0, left: [] });
  expect(text).not.toContain('not found');
});

const withCommands = (...commands: readonly string[]) => ({
  ...reportSample(),
  findings: commands.map((verify, index) => ({
    ...(reportSample().findings[0] as Report['findings'][number]),
    target: `M${index}`,
    subject: 'x',
    verify,
  })),
});
const runOf = (report: Report, options: Parameters<typeof shell>[2] = {}) => shell(['/bin/sh'], sh.render(report, fr), options);

describe('the script', () => {
  test('shows what each command says, and goes on after one that fails', async () => {
    const { text } = await runOf(withCommands('echo first; exit 3', 'echo second', 'true'));
    expect(text).toMatch(
      / {6}first\n {6}\(code de sortie 3\)\n[\s\S]* {6}second\n[\s\S]* {6}\(rien ne s'affiche\)\n[\s\S]*lancées : 3 ; passées : 0/,
    );
  });

  test('goes on to its end whatever its shell was told of failures', async () => {
    const report = withCommands('exit 3', 'echo "$TOKEN"', 'echo last');
    const plain = await runOf(report);
    expect(plain.text).toMatch(/\(code de sortie 3\)[\s\S]*TOKEN_M1 n'est pas donnée[\s\S]* {6}last\n[\s\S]*lancées : 2 ; passées : 1/);
    const timeless = ({ text }: { readonly text: string }) => text.replace(/^Rejoué.*$/m, '');
    for (const program of SHELLS) expect(timeless(await shell([program, '-eu'], sh.render(report, fr)))).toBe(timeless(plain));
  });

  test('runs a command once for all that it shows', async () => {
    const { text } = await runOf(withCommands('echo once', 'echo once'));
    expect(text.match(/^ {6}once$/gm)).toHaveLength(1);
    expect(text.match(/^! GPU-002 M\d x/gm)).toHaveLength(2);
  });

  test('names a tool that is missing, and passes over it', async () => {
    const { text } = await runOf(withCommands('no-such-tool-here -x | cat'));
    expect(text).toContain("passée : l'outil « no-such-tool-here » est absent");
    expect(text).toContain('lancées : 0 ; passées : 1');
  });

  test('stops a command that does not end', async () => {
    const script = sh.render(withCommands('sleep 60', 'echo after'), fr).replace('timeout -k 2 25', 'timeout -k 1 0.2');
    const { text } = await shell(['/bin/sh'], script);
    expect(text).toMatch(/arrêtée : pas de réponse à temps[\s\S]*after[\s\S]*sans réponse à temps : 1/);
  });

  test('runs nothing that it cannot show', async () => {
    using place = temporaryFolder();
    const { text } = await runOf(withCommands("echo 'a\ntouch canary'", 'echo a\u200bb'), { cwd: place.path });
    expect(readdirSync(place.path)).toEqual([]);
    expect(text.match(/non lancée/g)).toHaveLength(2);
    expect(text).toContain('passées : 2');
  });

  test('hands each target its own secret and no other, and shows none', async () => {
    const show = 'printf "%s" "$TOKEN" | wc -c; printf "%s\\n" "$TOKEN"';
    const report = withCommands(show, `${show}; true`);
    expect((await runOf(report)).text).toContain("la variable TOKEN_M0 n'est pas donnée");
    const { text } = await runOf(report, { env: { TOKEN_M0: 'first-secret', TOKEN: 'of-nobody' } });
    expect(text).toMatch(/ {6}12\n {6}\[…\]\n[\s\S]*TOKEN_M1 n'est pas donnée/);
    expect(text).not.toMatch(/first-secret|of-nobody/);
  });

  test('two targets whose names look alike have two variables', () => {
    const report = withCommands('echo "$TOKEN"', 'echo "$TOKEN";');
    const [one, other] = report.findings.map((finding, index) => ({ ...finding, target: ['m.2', 'm-2'][index] ?? '' }));
    const script = sh.render({ ...report, findings: [one, other] as Report['findings'] }, fr);
    expect(script).toMatch(/^check TOKEN_M_2 /m);
    expect(script).toMatch(/^check TOKEN_M_2__2 /m);
  });

  test.skipIf(!isHere('curl'))('shows a hostile answer without what steers a terminal, and not all of it', async () => {
    const lines = Array.from({ length: 40 }, (_, line) => `row ${line}`).join('\n');
    const server = await during(
      startServer(() => ({ body: `\u001b[31mred\u001b[0m \u202eabc\u202c \u009b2J é${'é'.repeat(200)}\n${lines}` })),
    );
    const { text } = await runOf(withCommands(`curl -sS -m 5 ${server.url}`));
    expect(text).toContain('      [31mred[0m abc 2J é');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufffd]/);
    expect(text).toMatch(/row 15\n[\s\S]*lignes de plus : 2\d/);
    expect(text).not.toContain('row 30');
  });

  test.skipIf(!isHere('curl'))('is not held by an answer without end', async () => {
    const server = await during(startServer(() => ({ body: 'x'.repeat(2_000_000) })));
    const { text } = await runOf(withCommands(`curl -sS -m 5 ${server.url}`));
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain('lancées : 1');
  });

  test('begins with what is urgent, then what was not seen, and tells an unread node once', () => {
    const script = sh.render(
      reportOf([on.lmstudio('M1', failed('timeout')), on.host('tour', { mounts: [mount('/', { usedPercent: 99 }), mount('/a')] })]),
      fr,
    );
    expect(script.match(/^section .*$/gm)?.[0]).toContain('48 heures');
    expect(script.match(/M1 n'\\''a pas pu être lu/g)).toHaveLength(1);
    expect(script.indexOf("n'\\''avait pas pu être vu'")).toBeLessThan(script.indexOf('Ce qui allait bien'));
  });

  test('of what was well takes a few of each rule', () => {
    const listeners = Array.from({ length: 30 }, (_, index) => listener(7_000 + index));
    const script = sh.render(reportOf([on.ports('ports', { listeners }, { known: listeners.map(({ port }) => port) })]), fr);
    expect(script.match(/^check '' 'ss -ltnp/gm)).toHaveLength(5);
  });

  test('of a report without findings says that there is nothing to verify', async () => {
    expect((await runOf({ ...reportSample(), findings: [] })).text).toContain('Rien à vérifier');
  });

  test('finds the programs of a line, not the words of another shell', () => {
    expect(toolsOf(`timeout 2 bash -c '</dev/tcp/h/1; rm x' && echo open`)).toEqual(['timeout', 'bash', 'echo']);
    expect(toolsOf(`curl -sS 'http://a|b' | grep -oF -e "a;b" || echo absent`)).toEqual(['curl', 'grep', 'echo']);
    expect(toolsOf(`'/opt/the cards/nvidia-smi' -L; nproc`)).toEqual(['/opt/the cards/nvidia-smi', 'nproc']);
  });
});

test.skipIf(!isHere('shellcheck'))('every command that a rule gives is clean for shellcheck by itself', async () => {
  const commands = [hostileCluster(), jarvis, healthy].flatMap(({ findings }) => findings.flatMap(({ verify }) => verify ?? []));
  const lines = [...new Set(commands)].map((command) => `{ ${command}; }`);
  expect(lines.length).toBeGreaterThan(60);
  // variables that the caller gives; quotes and percent signs of hostile names, as they are
  const script = ['#!/bin/sh', '# shellcheck disable=SC2154,SC2016,SC1003,SC2288', ...lines, ''].join('\n');
  expect(await shell(['shellcheck', '-'], script)).toEqual({ code: 0, text: '' });
});
