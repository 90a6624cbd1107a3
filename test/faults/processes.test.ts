import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { command } from '../../skill/probes/command.ts';
import { gpu } from '../../skill/probes/gpu.ts';
import { temporaryFolder, writeProgram } from '../support/fake-program.ts';
import { codeOf, figure, gatherAll, gatherInChild, LATE_MS, outcomeOf, realHost, timed } from '../support/gathering.ts';
import { marked, marker } from '../support/marked.ts';

const DEADLINE_MS = 400;
/** A program that ends by itself does not wait longer than this for whoever holds its pipe. */
const PIPE_MS = 300;

/** A shell that runs `script`; `$0` is the mark, which `sleep` below carries on. */
const shell = (script: string, mark: string) => ['/bin/sh', '-c', script, mark];
/** A child of the script that can be found by its mark, and that ignores a polite end. */
const LINGER = `/bin/sh -c 'trap "" TERM HUP INT; while :; do sleep 0.05; done' $0`;

/** How each program ends, and what of it is left once the host has returned. */
const PROGRAMS: readonly (readonly [what: string, script: string, outcome: string, mostMs: number])[] = [
  ['ignores SIGTERM', 'trap "" TERM HUP INT; while :; do sleep 0.05; done', 'timeout', DEADLINE_MS + LATE_MS],
  ['forks and waits', `${LINGER} & ${LINGER} & wait`, 'timeout', DEADLINE_MS + LATE_MS],
  ['forks and leaves', `${LINGER} & echo done`, '0', PIPE_MS],
  ['forks into silence and leaves', `${LINGER} >/dev/null 2>&1 & echo done`, '0', PIPE_MS],
  ['leaves a silent grandchild in a session of its own', `setsid ${LINGER} >/dev/null 2>&1 & echo done`, '0', PIPE_MS],
  ['has a grandchild in a session of its own', `setsid ${LINGER} & wait`, 'timeout', DEADLINE_MS + LATE_MS],
  ['leaves a grandchild in a session of its own on its pipe', `setsid ${LINGER} & echo done`, '0', PIPE_MS],
  [
    'leaves two generations of sessions',
    `setsid /bin/sh -c 'setsid ${LINGER.replaceAll("'", `'"'"'`)} & wait' $0 & wait`,
    'timeout',
    DEADLINE_MS + LATE_MS,
  ],
  ['never reads its input and hangs', 'while :; do sleep 0.05; done', 'timeout', DEADLINE_MS + LATE_MS],
  ['closes its output and hangs', 'exec >&- 2>&-; while :; do sleep 0.05; done', 'timeout', DEADLINE_MS + LATE_MS],
  ['stops itself', 'kill -STOP $$', 'timeout', DEADLINE_MS + LATE_MS],
  ['writes without end', 'while :; do echo 0123456789012345678901234567890123456789; done', 'too-large', DEADLINE_MS],
  ['complains without end', 'while :; do echo 0123456789012345678901234567890123456789 >&2; done', 'too-large', DEADLINE_MS],
  ['exits with 3', 'exit 3', '3', PIPE_MS],
  ['exits with 255', 'exit 255', '255', PIPE_MS],
  ['is killed by a signal', 'kill -KILL $$', '128', PIPE_MS],
  ['crashes', 'kill -SEGV $$', '128', PIPE_MS],
];

/** The exit code, or the failure. */
async function ended(script: string, mark: string, input?: string): Promise<string> {
  const host = realHost();
  let exitCode = -1;
  const code = await codeOf(
    host.run(shell(script, mark), input === undefined ? {} : { input }, AbortSignal.timeout(DEADLINE_MS)).then((result) => {
      exitCode = result.exitCode;
    }),
  );
  return code === 'ok' ? String(exitCode) : code;
}

test.each(PROGRAMS)('a program that %s is left behind in time, with nobody alive', async (what, script, outcome, mostMs) => {
  const mark = marker();
  const { value, ms } = await timed(() => ended(script, mark));
  figure(`child ${what} | ${value} | ${Math.round(ms)} ms`);
  expect(value).toBe(outcome);
  expect(ms).toBeLessThan(mostMs);
  await expect.poll(() => marked(mark), { timeout: 200, interval: 10 }).toEqual([]);
});

test('a program that does not read a megabyte of input ends as it likes', async () => {
  expect(await ended('exit 0', marker(), 'x'.repeat(1_000_000))).toBe('0');
  expect(await ended('sleep 0.1; exit 4', marker(), 'x'.repeat(1_000_000))).toBe('4');
});

test('a program that reads its input gets all of it', async () => {
  const { stdout } = await realHost().run(['/usr/bin/wc', '-c'], { input: 'x'.repeat(1_000_000) }, AbortSignal.timeout(2_000));
  expect(stdout.trim()).toBe('1000000');
});

describe('what cannot be started', () => {
  const LONG = 'x'.repeat(200_000);

  test.each([
    ['an absent program', () => ['/nonexistent/tool'], 'missing-tool'],
    ['an absent name', () => ['no-such-tool-anywhere'], 'missing-tool'],
    ['a program inside a file', () => ['/etc/hostname/tool'], 'missing-tool'],
    ['a link to itself', (folder: string) => [linkToItself(folder)], 'missing-tool'],
    ['a file that is not executable', (folder: string) => [notExecutable(folder)], 'denied'],
    ['a folder', (folder: string) => [folder], 'denied'],
    ['an argument that is too long', () => ['/bin/echo', LONG], 'too-large'],
    ['an argument with a NUL', () => ['/bin/echo', 'a\0b'], 'bug'],
    ['nothing at all', () => [], 'bug'],
    ['an empty name', () => [''], 'bug'],
  ] as const)('%s is a failure, not an exit code', async (_, words, code) => {
    using folder = temporaryFolder();
    expect(await codeOf(realHost().run(words(folder.path), {}, AbortSignal.timeout(DEADLINE_MS)))).toBe(code);
  });

  function linkToItself(folder: string) {
    const path = join(folder, 'loop');
    symlinkSync(path, path);
    return path;
  }
  function notExecutable(folder: string) {
    const path = writeProgram(folder, 'tool', 'exit 0');
    chmodSync(path, 0o644);
    return path;
  }
});

test('a signal that has already aborted starts nothing', async () => {
  const mark = marker();
  expect(await codeOf(realHost().run(shell('sleep 5', mark), {}, AbortSignal.abort(new DOMException('late', 'TimeoutError'))))).toBe(
    'timeout',
  );
  expect(marked(mark)).toEqual([]);
});

test.each(['stdout', 'stderr'] as const)('64 KiB on %s are kept whole; one byte more is too large', async (stream) => {
  const write = (size: number) => ['/bin/sh', '-c', `head -c ${size} /dev/zero | tr '\\0' x ${stream === 'stderr' ? '>&2' : ''}`];
  const host = realHost();
  const kept = await host.run(write(65_536), {}, AbortSignal.timeout(2_000));
  expect(kept[stream]).toHaveLength(65_536);
  expect(await codeOf(host.run(write(65_537), {}, AbortSignal.timeout(2_000)))).toBe('too-large');
});

test('a gigabyte of output costs at most 32 MiB and is cut short', async () => {
  const mark = marker();
  const target = { id: 'LOUD', kind: 'command', command: shell('head -c 1073741824 /dev/zero', mark), budgetMs: 2_000 };
  const warmUp = { id: 'WARM', kind: 'command', command: ['/bin/true'] };
  const { outcomes, ms, grownMiB } = await gatherInChild(
    { targets: [target], warmUp, mode: 'full', deadlineMs: 5_000 },
    { nodeOptions: ['--expose-gc'] },
  );
  figure(`RSS 1 GiB of stdout | ${outcomes?.['LOUD']} | ${Math.round(ms)} ms | +${grownMiB.toFixed(1)} MiB`);
  expect(outcomes).toEqual({ LOUD: 'too-large' });
  expect(ms).toBeLessThan(1_000);
  expect(grownMiB).toBeLessThan(32);
  expect(marked(mark)).toEqual([]);
});

test('the gpu and command probes end with their deadline and leave nobody', async () => {
  using folder = temporaryFolder();
  const mark = marker();
  const tool = writeProgram(folder.path, 'nvidia-smi', `exec /bin/sh -c 'setsid ${LINGER.replaceAll("'", `'"'"'`)} & wait' ${mark}`);
  const targets = [
    { id: 'GPU', kind: 'gpu', tool, timeoutMs: DEADLINE_MS },
    { id: 'DEAF', kind: 'command', command: shell(`trap "" TERM; ${LINGER} & wait`, mark), budgetMs: DEADLINE_MS },
    { id: 'FAST', kind: 'command', command: shell(`setsid ${LINGER} & echo pong`, mark), budgetMs: DEADLINE_MS },
  ];
  const { value, ms } = await timed(() => gatherAll(targets, [gpu, command]));
  figure(`gpu and command | ${Math.round(ms)} ms`);
  expect([...value.readings].map(([id, reading]) => [id, outcomeOf(reading)])).toEqual([
    ['GPU', 'timeout'],
    ['DEAF', 'timeout'],
    ['FAST', 'ok'],
  ]);
  expect(value.readings.get('FAST')?.durationMs).toBeLessThan(PIPE_MS);
  expect(ms).toBeLessThan(DEADLINE_MS + LATE_MS);
  await expect.poll(() => marked(mark), { timeout: 200, interval: 10 }).toEqual([]);
});

test('twenty deaf programs at once end with their deadline and leave nobody', async () => {
  const mark = marker();
  const targets = Array.from({ length: 20 }, (_, index) => ({
    id: `C${index}`,
    kind: 'command',
    command: shell(`trap "" TERM; ${LINGER} & wait`, mark),
    budgetMs: 1_500,
  }));
  const { value, ms } = await timed(() => gatherAll(targets, [command]));
  figure(`20 deaf programs | ${Math.round(ms)} ms`);
  expect(new Set([...value.readings.values()].map(outcomeOf))).toEqual(new Set(['timeout']));
  // each deadline starts with its own program
  expect(Math.max(...[...value.readings.values()].map(({ durationMs }) => durationMs))).toBeLessThan(1_500 + LATE_MS);
  await expect.poll(() => marked(mark), { timeout: 500, interval: 20 }).toEqual([]);
});

test('a family that keeps forking into new sessions is caught whole', async () => {
  const mark = marker();
  // each generation starts the next and leaves: one look at the process table can miss it. After two thousand it ends by itself,
  // so that a machine on which this fails is not busy for ever
  const restless = '[ "$2" -gt 0 ] && setsid /bin/sh -c "$1" "$0" "$1" $(($2 - 1)) &';
  const host = realHost();
  const words = ['/bin/sh', '-c', '/bin/sh -c "$1" "$0" "$1" 2000; sleep 60', mark, `sleep 0.01; ${restless}`];
  expect(await codeOf(host.run(words, {}, AbortSignal.timeout(300)))).toBe('timeout');
  await expect.poll(() => marked(mark), { timeout: 1_500, interval: 20 }).toEqual([]);
  // one in the middle of exec shows no arguments: nobody may come back
  for (let look = 0; look < 20; look += 1) {
    await sleep(10);
    expect(marked(mark)).toEqual([]);
  }
});
