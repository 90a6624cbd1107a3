import { randomFrom } from './random.ts';

const HOSTILE = [
  '\u0000',
  '\uFEFF',
  '\u001b[31m',
  '\uD800',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ', ',
  '\n',
  '\r',
  '-1',
  '1e999',
  'NaN',
  '9'.repeat(400),
  '__proto__',
  'x'.repeat(5_000),
  '\t',
  ':',
  '%',
  '(',
];

/** `count` damaged copies of a text: pieces lost, doubled, moved, or replaced by something hostile. The same seed damages the same way. */
export function* mutations(text: string, count: number, seed = 1): Generator<string> {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let i = 0; i < count; i += 1) {
    let damaged = text;
    for (let blows = 1 + below(4); blows > 0; blows -= 1) {
      const start = below(damaged.length + 1);
      const end = Math.min(damaged.length, start + below(below(4) === 0 ? damaged.length : 12));
      const filler =
        [HOSTILE[below(HOSTILE.length)] ?? '', '', damaged.slice(start, end).repeat(2), String.fromCharCode(below(0x10000))][below(4)] ??
        '';
      damaged = damaged.slice(0, start) + filler + damaged.slice(end);
    }
    yield damaged;
  }
}
