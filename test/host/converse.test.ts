import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Interlocutor } from '../../skill/host/host.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { codeOf, realHost, timed } from '../support/gathering.ts';
import { marked, marker } from '../support/marked.ts';

/** A shell that runs `script`; `$0` is the mark by which it is found. */
const shell = (script: string, mark = marker()) => ['/bin/sh', '-c', script, mark];
const soon = (ms = 2_000) => AbortSignal.timeout(ms);

async function firstLine({ lines }: Interlocutor): Promise<string | undefined> {
  for await (const line of lines) return line;
  return undefined;
}

async function everyLine({ lines }: Interlocutor): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

test('a line is answered before the next one is sent', async () => {
  const echo = shell('while read -r line; do echo "heard $line"; done');
  const heard = await realHost().converse(
    echo,
    {},
    async ({ lines, send }) => {
      const answers: string[] = [];
      send('one');
      for await (const line of lines) {
        answers.push(line);
        if (answers.length === 3) break;
        send(`after ${line}`);
      }
      return answers;
    },
    soon(),
  );
  expect(heard).toEqual(['heard one', 'heard after heard one', 'heard after heard after heard one']);
});

test('letters that are cut between two pieces stay whole, and so does a last line without an end', async () => {
  const script = "printf '\\303'; sleep 0.05; printf '\\251t\\303\\251\\nfin'";
  expect(await realHost().converse(shell(script), {}, everyLine, soon())).toEqual(['été', 'fin']);
});

test('the end of the talk ends its input, so that it can put things in order', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'in-order');
  const orderly = ['/bin/sh', '-c', 'echo ready; while read -r line; do :; done; : >"$0"', file];
  // it has but a moment, and the machine may be busy
  for (let attempt = 0; attempt < 5 && !existsSync(file); attempt += 1) await realHost().converse(orderly, {}, firstLine, soon());
  expect(existsSync(file)).toBe(true);
});

test.each([
  ['a program that ignores the end of its input and every polite signal', 'trap "" TERM HUP INT; echo ready; while :; do sleep 0.05; done'],
  ['a child in a session of its own', 'setsid /bin/sh -c \'trap "" TERM; while :; do sleep 0.05; done\' $0 & echo ready; wait'],
])('%s is gone after the talk', async (_, script) => {
  const mark = marker();
  expect(await realHost().converse(shell(script, mark), {}, firstLine, soon())).toBe('ready');
  await expect.poll(() => marked(mark), { timeout: 500, interval: 10 }).toEqual([]);
});

test.each([
  ['says nothing', 'while :; do sleep 0.05; done'],
  ['closes its output and lives on', 'exec >&-; while :; do sleep 0.05; done'],
  ['never ends its line', 'printf x; while :; do sleep 0.05; done'],
])('a program that %s is left at the deadline, with nobody alive', async (_, script) => {
  const mark = marker();
  const waiting = realHost().converse(
    shell(script, mark),
    {},
    async (program) => (await firstLine(program)) ?? (await program.ended),
    soon(200),
  );
  const { value, ms } = await timed(() => codeOf(waiting));
  expect(value).toBe('timeout');
  expect(ms).toBeLessThan(1_000);
  await expect.poll(() => marked(mark), { timeout: 500, interval: 10 }).toEqual([]);
});

test('two megabytes are heard, no more', async () => {
  const saying = (bytes: number) => shell(`head -c ${bytes} /dev/zero | tr '\\0' x`);
  const [line] = await realHost().converse(saying(2 ** 21), {}, everyLine, soon());
  expect(line).toHaveLength(2 ** 21);
  expect(await codeOf(realHost().converse(saying(2 ** 21 + 1), {}, everyLine, soon()))).toBe('too-large');
});

test('complaints without end hold nobody up', async () => {
  const script = 'while :; do echo 0123456789012345678901234567890123456789 >&2; done & sleep 0.1; echo ready; wait';
  expect(await realHost().converse(shell(script), {}, firstLine, soon())).toBe('ready');
});

test('its end is told with exit code and complaint, although a grandchild holds the pipe', async () => {
  const { value, ms } = await timed(() =>
    realHost().converse(
      shell('sleep 60 & echo why >&2; exit 3'),
      {},
      async (program) => ({ lines: await everyLine(program), ended: await program.ended }),
      soon(),
    ),
  );
  expect(value).toEqual({ lines: [], ended: { exitCode: 3, stderr: 'why\n' } });
  expect(ms).toBeLessThan(1_000);
});

test('what is sent to a program that has gone is lost without harm', async () => {
  const ended = await realHost().converse(
    shell('exit 0'),
    {},
    async (program) => {
      await program.ended;
      program.send('x'.repeat(1_000_000));
      return (await program.ended).exitCode;
    },
    soon(),
  );
  expect(ended).toBe(0);
});

test('a talk that fails fails the conversation, with nobody alive', async () => {
  const mark = marker();
  const failing = () => Promise.reject(new Error('lost for words'));
  expect(await codeOf(realHost().converse(shell('sleep 60', mark), {}, failing, soon()))).toBe('bug');
  await expect.poll(() => marked(mark), { timeout: 500, interval: 10 }).toEqual([]);
});

test.each([
  [['/nonexistent/tool'], 'missing-tool'],
  [['/etc'], 'denied'],
  [[], 'bug'],
] as const)('%j cannot be started', async (command, code) => {
  expect(await codeOf(realHost().converse(command, {}, firstLine, soon()))).toBe(code);
});
