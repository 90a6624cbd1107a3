import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { FailureCode } from '../../skill/audit/define.ts';
import { curl, quoted, whoAnswers } from '../../skill/rules/shell.ts';
import { assessed, auditor, card, type Entry, failed, findingOf, lostCard, model, on, type SceneOptions } from '../support/judged.ts';

const verifyOf = (key: string, entries: readonly Entry[], options: SceneOptions = {}) => findingOf(assessed(entries, options), key).verify;

test.each([
  ['v1', '/api/v1/models'],
  ['v0', '/api/v0/models'],
  ['openai', '/v1/models'],
] as const)('a list that LM Studio gave through %s is asked for there again', (api, path) => {
  const entries = [on.lmstudio('M1', { api, models: [] })];
  expect(verifyOf('NODE-002:M1:M1', entries)).toBe(`curl -sS -m 5 http://127.0.0.1:1234${path}`);
});

test('a refused token is shown with the status of the answer', () => {
  const entries = [on.lmstudio('M1', failed('denied'), { token: 'sk-lm-a' })];
  expect(verifyOf('NODE-003:M1:M1', entries)).toBe('curl -sSi -m 5 -H "Authorization: Bearer $TOKEN" http://127.0.0.1:1234/api/v1/models');
});

test('a model whose name begins with a dash is looked for, not obeyed', () => {
  const verify = verifyOf('NODE-006:OL1:-v', [on.ollama('OL1', { models: [model('a')] }, { expect: { models: ['-v'] } })]);
  expect(verify).toBe("curl -sS -m 5 http://127.0.0.1:11434/api/tags | grep -oF -e '-v' || echo absent");
  const search = verify?.slice(verify.indexOf('|') + 1) ?? '';
  expect(spawnSync('sh', ['-c', `printf '{"name":"-v","size":1}' | ${search}`]).stdout.toString()).toBe('-v\n');
  expect(spawnSync('sh', ['-c', `printf '{}' | ${search}`]).stdout.toString()).toBe('absent\n');
});

test('versions that differ are shown without any token, since one would go to all', () => {
  const entries = [
    on.lmstudio('M1', { version: '>=0.4.0' }, { token: 'a' }),
    on.lmstudio('M2', { version: '>=0.3.6 <0.4.0' }, { token: 'b' }),
    on.ollama('OL1', { version: '0.9.6' }),
    on.ollama('OL2', { version: '0.11.0' }),
  ];
  expect(verifyOf('NODE-011:cluster:lmstudio', entries)).toBe(
    "curl -sS -m 5 -w '\\n%{url} %{http_code}\\n' http://127.0.0.1:1234/api/v1/models http://m2.lan:1234/api/v1/models",
  );
  expect(verifyOf('NODE-011:cluster:ollama', entries)).toContain('http://127.0.0.1:11434/api/version http://ol2.lan:1234/api/version');
});

test('a clock that differs is shown beside this one', () => {
  expect(verifyOf('SYS-008:M1:M1', [on.lmstudio('M1', { clockSkewMs: 90_000 })])).toBe(
    "curl -sS -m 5 -o /dev/null -D - http://127.0.0.1:1234 | grep -i '^date:'; date -u",
  );
});

test('cards are asked through the tool that the audit used', () => {
  const hot = [card(0, { temperatureC: 99 })];
  const rocm = on.gpu('amd', []);
  expect(verifyOf('GPU-002:gpus:0', [on.gpu('gpus', hot, { tool: '/opt/the cards/nvidia-smi' })])).toBe(
    "'/opt/the cards/nvidia-smi' --query-gpu=index,uuid,name,temperature.gpu,memory.free,memory.total --format=csv",
  );
  expect(verifyOf('GPU-001:gpus:gpus', [on.gpu('gpus', failed('missing-tool'), { tool: '/opt/rocm/bin/rocm-smi' })])).toBe(
    '/opt/rocm/bin/rocm-smi',
  );
  const read = { ...rocm, reading: { ...rocm.reading, facts: { tool: 'rocm-smi', driver: null, minimal: false, gpus: hot } } } as Entry;
  expect(verifyOf('GPU-002:amd:0', [read])).toBe('rocm-smi --showproductname --showtemp --showmeminfo vram');
  expect(verifyOf('GPU-002:gpus:gpus', [on.gpu('gpus', [lostCard('0000:01:00.0')])])).toContain('--query-gpu');
});

test('every name that failed is resolved again', () => {
  const options = { auditor: auditor({ names: { 'm2.lan': 'failed', 'm3.lan': 'failed' } }) };
  expect(verifyOf('NET-008:cluster:cluster', [on.lmstudio('M2', failed('dns'))], options)).toBe('getent hosts m2.lan m3.lan || echo none');
});

test.each(['timeout', 'dns', 'tls'] satisfies FailureCode[])('a node that could not be read (%s) can be asked again', (code) => {
  expect(verifyOf('NODE-001:M1:M1', [on.lmstudio('M1', failed(code), { token: 'a' })])).toBe(
    "curl -sS -m 5 -w '\\n%{url} %{http_code}\\n' http://127.0.0.1:1234",
  );
});

test('curl takes brackets in a path for themselves, and those of an address for an address', () => {
  expect(curl('http://m2.lan/[1-9]')).toBe("curl -sS -m 5 -g 'http://m2.lan/[1-9]'");
  expect(curl('http://[::1]:1234')).toBe("curl -sS -m 5 'http://[::1]:1234'");
  expect(whoAnswers(['http://m2.lan/{a,b}'])).toContain(' -g ');
});

test('a quoted word is one word, whatever it holds', () => {
  for (const word of ["it's", '$(id)', '`id`', 'a b', '-n', '*', 'a\nb', '"', '\\', '~', '#', '']) {
    expect(spawnSync('sh', ['-c', `printf '%s.' ${quoted(word)}`]).stdout.toString()).toBe(`${word}.`);
  }
});
