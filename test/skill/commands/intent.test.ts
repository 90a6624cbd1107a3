import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { scratch, startCli } from '../../support/cli.ts';

const MAIN = new URL('../../../skill/main.ts', import.meta.url).pathname;

const answersIn = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

it('each argument is a sentence, answered by one JSON object a line', async () => {
  await using place = await scratch();
  const { code, stdout } = await startCli(['intent', '--json', 'lance un audit rapide', "n'audite pas"], place.folder).result;
  expect(code).toBe(0);
  expect(answersIn(stdout)).toEqual([
    { utterance: 'lance un audit rapide', intent: 'audit_full', slots: { mode: 'quick' }, confidence: expect.any(Number), reason: null },
    { utterance: "n'audite pas", intent: 'none', slots: {}, confidence: expect.any(Number), reason: 'negated' },
  ]);
});

it('the nodes are those of the inventory', async () => {
  const yaml = 'cluster: { name: X, version: "1" }\ntargets:\n  - { id: tour-2, kind: ollama, url: "http://127.0.0.1:9" }\n';
  await using place = await scratch({ 'jarvis.yaml': yaml });
  const { stdout } = await startCli(['intent', 'comment va tour deux'], place.folder).result;
  expect(answersIn(stdout)).toMatchObject([{ intent: 'node_status', slots: { node: 'tour-2' } }]);
});

it('an inventory that is not there is one sentence and exit 3', async () => {
  await using place = await scratch();
  const { code, stdout, stderr } = await startCli(['intent', '--config', 'nowhere.yaml', 'audit système'], place.folder).result;
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/^jarvis-audit: nowhere\.yaml: .*\n$/);
});

it('lines are answered as they come in, whatever they hold', async () => {
  await using place = await scratch();
  const child = spawn(process.execPath, [MAIN, 'intent'], { cwd: place.folder, env: { PATH: process.env['PATH'] ?? '' } });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line: string) => {
    child.stdin.write(`${line}\n`);
    return JSON.parse((await lines.next()).value ?? '');
  };
  expect(await ask('état du cluster')).toMatchObject({ utterance: 'état du cluster', intent: 'cluster_status' });
  expect(await ask('{"utterance":"stop","context":"active","locale":"fr"}')).toMatchObject({ utterance: 'stop', intent: 'cancel' });
  expect(await ask('{"utterance":"stop"}')).toMatchObject({ intent: 'none', reason: 'not-for-us' });
  // what is no such object is a sentence like any other
  expect(await ask('{"utterance":')).toMatchObject({ utterance: '{"utterance":', intent: 'none' });
  expect(await ask('{"utterance":7}')).toMatchObject({ utterance: '{"utterance":7}', intent: 'none' });
  expect(await ask('')).toMatchObject({ utterance: '', intent: 'none' });
  expect(await ask('audit '.repeat(100))).toMatchObject({ intent: 'none', reason: 'not-for-us' });
  child.stdin.end();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
