import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProbeError } from '../../skill/audit/define.ts';
import { parseExposition } from '../../skill/probes/exposition.ts';
import { parseLine } from '../../skill/probes/exposition-line.ts';
import { mutations } from '../support/mutations.ts';
import { RECORDED } from '../support/recorded.ts';

const TEXT = `# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000

# a comment
node_load1 0.25
`;

const codeOf = (body: string) => {
  try {
    parseExposition(body);
    return 'parsed';
  } catch (error) {
    return error instanceof ProbeError ? error.code : String(error);
  }
};
const read = (line: string) => {
  const parsed = parseLine(line);
  return parsed && { name: parsed.name, labels: Object.fromEntries(parsed.sample.labels), value: parsed.sample.value };
};

test('samples come by name, in their order, and comments count for nothing', () => {
  const { samples, malformed } = parseExposition(TEXT);
  expect([...samples.keys()]).toEqual(['http_requests_total', 'node_load1']);
  expect(samples.get('http_requests_total')?.map(({ labels, value }) => [labels.get('code'), value])).toEqual([
    ['200', 1027],
    ['400', 3],
  ]);
  expect(malformed).toBe(0);
});

describe('one line', () => {
  test.each([
    ['a 1', { name: 'a', labels: {}, value: 1 }],
    ['a{} 1', { name: 'a', labels: {}, value: 1 }],
    ['a { b = "c" , d = "e" , } 1', { name: 'a', labels: { b: 'c', d: 'e' }, value: 1 }],
    ['llamacpp:kv_cache 1', { name: 'llamacpp:kv_cache', labels: {}, value: 1 }],
    ['a 1.7951637873774838e+09', { name: 'a', labels: {}, value: 1_795_163_787.3774838 }],
    ['a -.5', { name: 'a', labels: {}, value: -0.5 }],
    ['a NaN', { name: 'a', labels: {}, value: Number.NaN }],
    ['a +Inf', { name: 'a', labels: {}, value: Number.POSITIVE_INFINITY }],
    ['a -Inf 1395066363000', { name: 'a', labels: {}, value: Number.NEGATIVE_INFINITY }],
    ['a 1 1395066363.123', { name: 'a', labels: {}, value: 1 }],
    ['a_bucket{le="8"} 5 # {trace_id="x # {y"} 6.1 1395066363', { name: 'a_bucket', labels: { le: '8' }, value: 5 }],
    ['a{p="C:\\\\DIR\\n\\"x\\"\\q"} 1', { name: 'a', labels: { p: 'C:\\DIR\n"x"\\q' }, value: 1 }],
    ['a{b="é}, c=\\"d\\" # {"} 1', { name: 'a', labels: { b: 'é}, c="d" # {' }, value: 1 }],
    ['{"odd.name",b="c"} 1', { name: 'odd.name', labels: { b: 'c' }, value: 1 }],
    ['a{"odd.label"="c"} 1', { name: 'a', labels: { 'odd.label': 'c' }, value: 1 }],
    ['a{__proto__="c"} 1', { name: 'a', labels: Object.fromEntries([['__proto__', 'c']]), value: 1 }],
  ])('%s', (line, sample) => {
    expect(read(line)).toEqual(sample);
  });

  test.each([
    'a',
    '1a 1',
    'a b',
    'a 1 2 3',
    'a 0x10',
    'a 1_000',
    'a 1 soon',
    'a{b="c" 1',
    'a{b="c} 1',
    'a{b=c} 1',
    'a{="c"} 1',
    'a{b="c" d="e"} 1',
    'a{b="c",b="d"} 1',
    'a{"other",b="c"} 1',
    '{b="c"} 1',
    'a{b="c"}',
    '<html>',
    `a ${'1'.repeat(100)}`,
  ])('« %s » is no sample', (line) => {
    expect(parseLine(line)).toBeNull();
  });
});

describe('a whole body', () => {
  test('a line that is no sample is counted and costs no other', () => {
    const { samples, malformed } = parseExposition('a 1\n!!!\nb{ 2\nc 3\r\n');
    expect([...samples.keys()]).toEqual(['a', 'c']);
    expect(malformed).toBe(2);
  });

  test('a line that is longer than any exporter writes is no sample, and costs no other', () => {
    const long = (length: number) => `a{b="${'x'.repeat(length)}"} 1\n`;
    expect(parseExposition(`${long(16_000)}c 3\n`)).toMatchObject({ malformed: 0 });
    const { samples, malformed } = parseExposition(`${long(17_000)}c 3\n`);
    expect([[...samples.keys()], malformed]).toEqual([['c'], 1]);
  });

  test('nothing after the end of OpenMetrics counts', () => {
    expect([...parseExposition('\uFEFFa 1\n# EOF\nb 2\n').samples.keys()]).toEqual(['a']);
    expect([...parseExposition('a 1\n# EOFs are comments\nb 2\n').samples.keys()]).toEqual(['a', 'b']);
  });

  test.each([
    ['', 'malformed'],
    ['# HELP a a\n\n', 'malformed'],
    ['Not found\n', 'malformed'],
    ['<!doctype html>\n<title>a 1</title>\n', 'wrong-product'],
    ['{"error":"Unexpected endpoint or method. (GET /metrics)"}', 'wrong-product'],
  ])('without a sample, %j is %s', (body, code) => {
    expect(codeOf(body)).toBe(code);
  });

  test('more samples than anybody could judge are not cut to a part of them', () => {
    expect(codeOf('a 1\n'.repeat(50_000))).toBe('parsed');
    expect(codeOf('a 1\n'.repeat(50_001))).toBe('too-large');
  });
});

describe('two hostile MiB', () => {
  const size = 2 * 1024 * 1024;
  const line = (unit: string, around = '') => unit.repeat(size / unit.length) + around;
  test.each<[string, string]>([
    ['one name', line('a')],
    ['blanks', `a${line(' ')}1`],
    ['an open brace, again and again', line('a{')],
    ['a quote that never ends', `a{b="${line('\\')}`],
    ['labels without end', `a{${line('b="c",')}} 1`],
    ['digits', `a ${line('1')}`],
    ['lines of nothing', line('\n')],
    ['lines of nonsense', line('!\n')],
    ['nearly metrics', line(`a{b="${'\\n'.repeat(50)}"} 1e\n`)],
  ])('%s are refused in time', (_, body) => {
    const before = process.cpuUsage();
    expect(codeOf(body)).not.toBe('parsed');
    // twenty times what it takes, and a tenth of what one bad pattern takes
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
  });
});

test('whatever a body becomes, it is parsed or refused with a closed code', () => {
  for (const damaged of mutations(TEXT, 300)) expect(['parsed', 'malformed', 'wrong-product']).toContain(codeOf(damaged));
});

test('what is written as the format says is read back', () => {
  const text = fc.string({ unit: 'binary' });
  const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), text, { maxKeys: 5 }), fc.double({ noNaN: true }), (labels, value) => {
      const inside = Object.entries(labels).map(([key, label]) => `${key}="${escaped(label)}"`);
      const written = Number.isFinite(value) ? String(value) : value > 0 ? '+Inf' : '-Inf';
      const found = read(`m{${inside.join(',')}} ${written}`);
      expect(Object.entries(found?.labels ?? {}).toSorted()).toEqual(Object.entries(labels).toSorted());
      // zero has no sign here
      expect(found?.value).toBe(value + 0);
    }),
    { numRuns: 50 },
  );
});

const recorded = (file: string) => readFileSync(join(RECORDED, file), 'utf8');
const RECORDINGS = [
  ['live/node_exporter/metrics.prom', 'node_load1'],
  ['live/redis_exporter/metrics.prom', 'redis_up'],
  ['live/blackbox/probe_http_2xx.prom', 'probe_success'],
  ['live/crowdsec/metrics.prom', 'go_goroutines'],
] as const;

test.skipIf(!canRead(RECORDINGS[0][0])).for(RECORDINGS)('the recorded %s is read whole', ([file, metric]) => {
  const { samples, malformed } = parseExposition(recorded(file));
  expect(malformed).toBe(0);
  expect(samples.get(metric)).toHaveLength(1);
});

function canRead(file: string): boolean {
  try {
    return recorded(file) !== '';
  } catch {
    return false;
  }
}
