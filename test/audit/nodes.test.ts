import { expect, test } from 'vitest';
import { nodeStates } from '../../skill/audit/nodes.ts';
import { type Entry, failed, inventoryOf, model, notAsked, on, readingsOf } from '../support/judged.ts';

const stateOf = (entry: Entry) => nodeStates(inventoryOf([entry]), readingsOf([entry]))[0];

test.each<[string, Entry, string]>([
  ['an answer', on.lmstudio('M2'), 'up'],
  ...(['denied', 'rate-limited', 'bad-status', 'wrong-product', 'malformed', 'too-large'] as const).map((code): [string, Entry, string] => [
    code,
    on.lmstudio('M2', failed(code)),
    'degraded',
  ]),
  ...(['refused', 'reset', 'unreachable'] as const).map((code): [string, Entry, string] => [code, on.lmstudio('M2', failed(code)), 'down']),
  ...(['timeout', 'dns', 'missing-tool', 'bug'] as const).map((code): [string, Entry, string] => [
    code,
    on.lmstudio('M2', failed(code)),
    'unknown',
  ]),
  ['nobody asked', on.lmstudio('M2', notAsked), 'skipped'],
  ['a command that says it is degraded', on.command('G', { state: 'degraded' }), 'degraded'],
  ['a command that fails', on.command('G', { state: 'failed' }), 'degraded'],
  ['planned down and silent', on.lmstudio('M1', failed('timeout'), { planned: 'down' }), 'planned-down'],
  ['planned down and refused entry', on.lmstudio('M1', failed('denied'), { planned: 'down' }), 'planned-down'],
  ['planned down and failing', on.command('G', { state: 'failed' }, { planned: 'down' }), 'planned-down'],
  ['planned down and answering', on.lmstudio('M1', {}, { planned: 'down' }), 'up'],
])('%s is %s', (_, entry, status) => {
  expect(stateOf(entry)?.status).toBe(status);
});

test.each<[string, Entry, readonly string[]]>([
  ['a loaded model', on.lmstudio('M2', { models: [model('a', { vision: true, audio: true })] }), ['text', 'vision', 'audio']],
  ['an installed model of LM Studio', on.lmstudio('M2', { models: [model('a', { loaded: false })] }), []],
  ['an installed model of Ollama', on.ollama('OL1', { models: [model('a', { loaded: false })] }), ['text']],
  ['a model in the cloud', on.ollama('OL1', { models: [model('a', { cloud: true })] }), []],
  ['a model that a server does not say is loaded', on.openai('V', { models: [model('a', { loaded: null })] }), ['text']],
  ['a promise of what models prove', on.lmstudio('M2', { models: [] }, { provides: ['text', 'vision'] }), []],
  ['a promise of sound', on.lmstudio('M2', { models: [] }, { provides: ['audio'] }), ['audio']],
  ['a promise of the web', on.ollama('OL1', { models: [] }, { provides: ['web'] }), ['web']],
  ['the promise of a command', on.command('G', {}, { provides: ['text', 'vision'] }), ['text', 'vision']],
  ['the promise of a node that is down', on.command('G', failed('refused'), { provides: ['text'] }), []],
])('%s proves what it can', (_, entry, proven) => {
  expect(stateOf(entry)?.proven).toEqual(proven);
});

test('a machine that another target at the same address names is its machine', () => {
  const entries = [on.lmstudio('M1', {}, { machine: 'tour' }), on.ollama('OL1'), on.command('G'), on.lmstudio('M2')];
  expect(nodeStates(inventoryOf(entries), readingsOf(entries)).map(({ id, machine, namedMachine }) => [id, machine, namedMachine])).toEqual(
    [
      ['M1', 'tour', 'tour'],
      ['OL1', 'tour', null],
      ['G', 'tour', null],
      ['M2', 'm2.lan', null],
    ],
  );
});
