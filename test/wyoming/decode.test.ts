import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDecoder, readEvents } from '../../skill/wyoming/decode.ts';
import { encode } from '../../skill/wyoming/encode.ts';
import type { Said, WyomingEvent } from '../../skill/wyoming/event.ts';
import { codeOf } from '../support/gathering.ts';

async function* cut(bytes: Buffer, places: readonly number[]): AsyncGenerator<Buffer> {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  for (const [index, edge] of edges.slice(1).entries()) yield bytes.subarray(edges[index], edge);
}

const bytes = (text: string) => Buffer.from(text);
async function all<T>(given: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of given) items.push(item);
  return items;
}
const events = (given: Buffer, places: readonly number[] = []) => all(readEvents(cut(given, places)));
const whole = ({ type, data = {}, payload = Buffer.alloc(0) }: Said): WyomingEvent => ({ type, data, payload });

/** Every event before the end, and how it ended. */
async function story(given: Buffer, places: readonly number[]): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  seen.push(
    await codeOf(
      (async () => {
        for await (const event of readEvents(cut(given, places))) seen.push(event);
      })(),
    ),
  );
  return seen;
}

const said = fc.record({
  type: fc.string({ minLength: 1, maxLength: 40 }),
  data: fc.dictionary(
    fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
    fc.jsonValue({ maxDepth: 2 }),
    { maxKeys: 4 },
  ),
  payload: fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each)),
});
const places = fc.array(fc.nat(), { maxLength: 30 });

describe('what is said', () => {
  test('is heard, wherever it is cut', async () => {
    const sequences = fc.array(said, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sequences, places, async (sequence, cuts) => {
        const heard = await events(Buffer.concat(sequence.map(encode)), cuts);
        expect(heard).toEqual(
          JSON.parse(JSON.stringify(sequence.map(({ data }) => data))).map((data: object, index: number) => ({
            ...whole(sequence[index] as Said),
            data,
          })),
        );
      }),
    );
  });

  test('and what is no event after it ends alike, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 3 }),
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        places,
        async (sequence, rest, cuts) => {
          const given = Buffer.concat([...sequence.map(encode), Buffer.from(rest)]);
          expect(await story(given, cuts)).toEqual(await story(given, []));
        },
      ),
    );
  });

  test('a byte at a time, with megabytes of payload, is heard as quickly as it comes', () => {
    const payload = Buffer.alloc(2 * 1024 * 1024, 7);
    const given = encode({ type: 'audio-chunk', data: { rate: 16_000 }, payload });
    const decoder = createDecoder();
    const heard: (WyomingEvent | null)[] = [];
    for (let at = 0; at < given.length; at += 1) {
      decoder.add(given.subarray(at, at + 1));
      const event = decoder.next();
      if (event !== null) heard.push(event);
    }
    expect(heard.map((event) => event?.payload.equals(payload))).toEqual([true]);
    expect(decoder.isBetween()).toBe(true);
  });
});

describe('as the protocol writes it', () => {
  test.each<[string, string, Said]>([
    ['only a type', '{"type":"describe"}\n', { type: 'describe' }],
    ['a version and spaces', '{"type": "ping", "version": "1.8.0"}\n', { type: 'ping' }],
    ['data in the line', '{"type":"transcript","data":{"text":"é"}}\n', { type: 'transcript', data: { text: 'é' } }],
    ['data after the line', '{"type":"transcript","data_length":13}\n{"text":"é"}', { type: 'transcript', data: { text: 'é' } }],
    ['both: what comes after wins', '{"type":"t","data":{"a":1,"b":1},"data_length":7}\n{"b":2}', { type: 't', data: { a: 1, b: 2 } }],
    ['lengths that are null', '{"type":"t","data":null,"data_length":null,"payload_length":null}\n', { type: 't' }],
    ['a payload', '{"type":"audio-chunk","payload_length":3}\n\n{x', { type: 'audio-chunk', payload: bytes('\n{x') }],
    ['data, then a payload', '{"type":"t","data_length":2,"payload_length":2}\n{}ab', { type: 't', payload: bytes('ab') }],
    ['an end of line of Windows', '{"type":"t"}\r\n', { type: 't' }],
  ])('%s', async (_, text, expected) => {
    expect(await events(bytes(text))).toEqual([whole(expected)]);
  });

  test('a key that is an attack is a key', async () => {
    const [event] = await events(
      bytes('{"type":"t","data":{"__proto__":{"isAdmin":true}},"data_length":31}\n{"__proto__":{"isAdmin":true}}\n'),
    );
    expect(Object.keys(event?.data ?? {})).toEqual(['__proto__']);
    expect(event?.data['isAdmin']).toBeUndefined();
  });

  test('an event is written as a line, its data and its payload', () => {
    const event = { type: 'audio-chunk', data: { text: 'é' }, payload: bytes('ab') };
    expect(encode(event).toString()).toBe('{"type":"audio-chunk","data_length":13,"payload_length":2}\n{"text":"é"}ab');
    expect(encode({ type: 'describe' }).toString()).toBe('{"type":"describe"}\n');
  });
});

const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
describe('what is not Wyoming is refused', () => {
  test.each<[string, string | Buffer, string]>([
    ['a request of HTTP', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 'malformed'],
    ['an empty line', '\n', 'malformed'],
    ['a list', '[]\n', 'malformed'],
    ['a number', '3\n', 'malformed'],
    ['depth in place of an event', `${deep}\n`, 'malformed'],
    ['no type', '{"data":{}}\n', 'malformed'],
    ['an empty type', '{"type":""}\n', 'malformed'],
    ['a type that is no text', '{"type":3}\n', 'malformed'],
    ['an endless type', `{"type":"${'x'.repeat(1_000)}"}\n`, 'malformed'],
    ['data that is a list', '{"type":"t","data":[]}\n', 'malformed'],
    ['data after the line that is a list', '{"type":"t","data_length":2}\n[]', 'malformed'],
    ['data after the line that is no JSON', '{"type":"t","data_length":2}\nab', 'malformed'],
    ['a negative length', '{"type":"t","payload_length":-1}\n', 'malformed'],
    ['half a byte', '{"type":"t","payload_length":1.5}\n', 'malformed'],
    ['a length as a text', '{"type":"t","data_length":"2"}\n{}', 'malformed'],
    ['a length beyond counting', '{"type":"t","payload_length":1e300}\n', 'malformed'],
    ['half a line', '{"type":"t"', 'malformed'],
    ['half its data', '{"type":"t","data_length":10}\n{"a":', 'malformed'],
    ['no byte of its payload', '{"type":"t","payload_length":10}\n', 'malformed'],
    ['bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x0a]), 'malformed'],
    ['too much data', '{"type":"t","data_length":1048577}\n', 'too-large'],
    ['too large a payload', '{"type":"t","payload_length":2097153}\n', 'too-large'],
    ['a line that is too long', `{"type":"t","data":{"x":"${'x'.repeat(65_536)}"}}\n`, 'too-large'],
  ])('%s', async (_, given, code) => {
    expect(await story(Buffer.from(given), [])).toEqual([code]);
  });

  test('a line without end is refused before it fills our memory', async () => {
    let sent = 0;
    async function* pouring() {
      for (;;) {
        sent += 4_096;
        yield Buffer.alloc(4_096, 'x');
      }
    }
    expect(await codeOf(all(readEvents(pouring())))).toBe('too-large');
    expect(sent).toBeLessThanOrEqual(65_536 + 4_096);
  });

  test('a promise of a large payload takes no memory', () => {
    const before = process.memoryUsage().arrayBuffers;
    const decoders = Array.from({ length: 200 }, () => {
      const decoder = createDecoder();
      decoder.add(bytes('{"type":"t","data_length":1048576,"payload_length":2097152}\n'));
      decoder.next();
      return decoder;
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 64 * 1024);
    expect(decoders[0]?.isBetween()).toBe(false);
  });
});
