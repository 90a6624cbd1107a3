import { expect, test } from 'vitest';
import { ProbeError } from '../../skill/audit/define.ts';
import { parseApiJson } from '../../skill/probes/api-json.ts';
import { parseJson } from '../../skill/probes/json.ts';

const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof ProbeError ? error.code : String(error);
  }
  return 'none';
};

test('a byte order mark before JSON is not part of it', () => {
  expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 });
});

test('nesting of 64 is read', () => {
  expect(codeOf(() => parseJson('['.repeat(64) + ']'.repeat(64)))).toBe('none');
});

test('nesting of 65 is refused', () => {
  expect(codeOf(() => parseJson('['.repeat(65) + ']'.repeat(65)))).toBe('malformed');
});

test('a hundred thousand brackets are refused in less than a second', () => {
  const startedAt = performance.now();
  expect(codeOf(() => parseJson('{"a":'.repeat(100_000)))).toBe('malformed');
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('brackets inside strings, escaped quotes included, do not count as nesting', () => {
  const text = `${'['.repeat(200)}\\"${'{'.repeat(200)}`;
  expect(parseJson(`["${text}"]`)).toEqual([text.replace('\\"', '"')]);
});

test.each(['', 'NaN', '{"a":', "{'a':1}", 'ok'])('%j is malformed', (text) => {
  expect(codeOf(() => parseJson(text))).toBe('malformed');
});

test('what is wrong with a body is said without quoting it', () => {
  expect(() => parseJson('sk-lm-secret')).toThrow(/^not JSON \(12 characters\)$/);
});

test('a web page in place of an API is another product', () => {
  expect(codeOf(() => parseApiJson('\n<!doctype html><title>x</title>'))).toBe('wrong-product');
});
