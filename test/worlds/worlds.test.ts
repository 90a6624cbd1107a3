import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, onTestFinished, type TestContext, test } from 'vitest';
import { fr } from '../../locales/fr/locale.ts';
import { type Report, reportSchema } from '../../skill/audit/report.ts';
import { judge } from '../../skill/audit/run.ts';
import { readingsFromText } from '../../skill/audit/saved-readings.ts';
import { tool } from '../../skill/tool.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { worlds } from './all.ts';

const RUN = fileURLToPath(new URL('./run.ts', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../skill/main.ts', import.meta.url));
const SKIPPED = 77;

interface End {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of ours in a process of its own. */
async function node(...args: readonly string[]): Promise<End> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill());
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray());
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { code, stdout: ((await stdout) ?? []).join(''), stderr: ((await stderr) ?? []).join('') };
}

/** What happens in a world; a machine that has no namespaces skips it by name, but never in CI. */
async function visit(context: TestContext, ...args: readonly string[]): Promise<End> {
  const end = await node(RUN, ...args);
  context.skip(end.code === SKIPPED && !process.env['CI'], end.stderr.trim());
  return end;
}

describe.each(worlds.flatMap(({ name, states }) => Object.keys(states).map((state) => ({ name, state }))))(
  '$name $state',
  ({ name, state }) => {
    test('every expected finding comes out, and no other', async (context) => {
      const { code, stdout, stderr } = await visit(context, name, state, '--check');
      expect(code, `\n${stdout}${stderr}`).toBe(0);
    });
  },
);

const inJarvis = ['jarvis', 'timeout', '--'] as const;
const withoutId = ({ id: _, ...report }: Report) => report;

test('--json is one document of our schema, and quick mode runs no command', async (context) => {
  const { code, stdout, stderr } = await visit(
    context,
    ...inJarvis,
    '/bin/sh',
    '-c',
    'node "$0" --json --quick --no-save && [ ! -e gemini.log ]',
    PROGRAM,
  );
  expect(code, stderr).toBe(0);
  const report = reportSchema.parse(JSON.parse(stdout));
  expect(report.mode).toBe('quick');
  expect(report.nodes['GEMINI']?.status).toBe('skipped');
  expect(report.readings['GEMINI']).toEqual({ ok: false, failure: null, startedAt: null, durationMs: 0 });
  expect(Object.fromEntries(Object.entries(report.nodes).map(([id, { status }]) => [id, status]))).toMatchObject({
    M1: 'unknown',
    M2: 'up',
    M3: 'up',
    OL1: 'up',
  });
});

test('the check script shows what the audit saw, and changes nothing', async (context) => {
  const script = [
    // the script is told of tools that the audit had no need of
    'node "$0" --no-save --reporter sh --output check.sh && PATH=$PATH:/usr/bin:/bin',
    ': > after && ls > before',
    'TOKEN_M1=$LM_STUDIO_1_API_KEY TOKEN_M2=$LM_STUDIO_2_API_KEY sh check.sh',
    'ls > after; cmp before after',
  ].join('\n');
  const { code, stdout, stderr } = await visit(context, 'jarvis', 'awake', '--', '/bin/sh', '-c', script, PROGRAM);
  expect(code, stderr).toBe(0);
  // n8n is closed, M3 open to all, Redis too, and a node with a lock lets in who has its key
  expect(stdout).toMatch(
    /NET-001 ports 5678 [\s\S]{0,200}\$ timeout 2 bash [\s\S]{0,200}Connection refused[\s\S]{0,100}\(code de sortie 1\)/,
  );
  expect(stdout).toMatch(/NODE-004 M3 [\s\S]{0,200}\$ curl [\s\S]{0,200}HTTP\/1.1 200 OK/);
  expect(stdout).toMatch(/NET-003 ports 6379 [\s\S]{0,300}\$ ss [\s\S]{0,200}0\.0\.0\.0:6379/);
  expect(stdout).toMatch(/NODE-001 M[12] [\s\S]{0,200}\$ curl [\s\S]{0,200}"models":/);
  expect(stdout).toMatch(/Commandes lancées : \d+ ; passées : \d+ ; sans réponse à temps : 0/);
});

test('saved readings give the same findings, scores and words again, in any order', async (context) => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'readings.json');
  const live = await visit(context, ...inJarvis, 'node', PROGRAM, '--json', '--no-save', '--save-readings', file);
  expect(live.code, live.stderr).toBe(0);
  const report = reportSchema.parse(JSON.parse(live.stdout));

  const replayed = await node(PROGRAM, '--replay', file, '--json');
  expect(replayed.code, replayed.stderr).toBe(0);
  expect(withoutId(reportSchema.parse(JSON.parse(replayed.stdout)))).toEqual(withoutId(report));

  const { inventory, gathered, previous } = readingsFromText(readFileSync(file, 'utf8'));
  const again = (readings: Iterable<(typeof entries)[number]>) =>
    withoutId(judge({ inventory, gathered: { ...gathered, readings: new Map(readings) }, previous }, fr, tool).report);
  const entries = [...gathered.readings];
  const once = again(entries);
  expect(once).toEqual(withoutId(report));
  const text = JSON.stringify(once);
  const anyOrder = fc.shuffledSubarray(entries, { minLength: entries.length });
  fc.assert(
    fc.property(anyOrder, (shuffled) => {
      expect(JSON.stringify(again(shuffled))).toBe(text);
    }),
    { numRuns: 100 },
  );
});
