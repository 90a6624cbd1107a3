import { randomFrom } from './random.ts';

/** `count` bodies that a broken, hostile or foreign server might send in place of the good ones. The same seed gives the same. */
export function* damaged(good: readonly string[], count: number, seed = 1): Generator<string> {
  const next = randomFrom(seed);
  const dice: Dice = { next, pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number] };
  for (let made = 0; made < count; made += 1) {
    let body = dice.pick(good);
    for (let times = 1 + Math.floor(next() * 3); times > 0; times -= 1) body = dice.pick(DAMAGES)(body, dice);
    yield body;
  }
}

interface Dice {
  /** From 0 up to 1. */
  next(): number;
  pick<T>(list: readonly T[]): T;
}

type Damage = (body: string, dice: Dice) => string;

const FOREIGN_VALUES: readonly string[] = [
  'null',
  'true',
  '-1',
  '1e400',
  '9007199254740993',
  '123456789012345678901234567890',
  '0.5',
  'NaN',
  '"x"',
  '""',
  '"\\ud800"',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{"id":"x"}}',
  `"${'é'.repeat(500)}"`,
  '['.repeat(100) + ']'.repeat(100),
];

const truncate: Damage = (body, { next }) => body.slice(0, Math.floor(next() * body.length));

const flipBit: Damage = (body, { next }) => {
  const at = Math.floor(next() * body.length);
  return body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) ^ (1 << Math.floor(next() * 7))) + body.slice(at + 1);
};

const swapType: Damage = (body, { pick }) => {
  const value = pick([...body.matchAll(/(?<=:\s*)("(?:[^"\\]|\\.)*"|-?[\d.]+|true|false|null|\[[^[\]]*\]|\{[^{}]*\})/g)]);
  if (!value) return pick(FOREIGN_VALUES);
  return body.slice(0, value.index) + pick(FOREIGN_VALUES) + body.slice(value.index + value[0].length);
};

const poison: Damage = (body, { pick }) => {
  const brace = pick([...body.matchAll(/\{(?=")/g)]);
  if (!brace) return body;
  return `${body.slice(0, brace.index)}{"__proto__":{"loaded":true},"constructor":1,"toString":null,${body.slice(brace.index + 1)}`;
};

const replace: Damage = (_body, { pick }) => pick(FOREIGN_VALUES);

const DAMAGES: readonly Damage[] = [truncate, flipBit, swapType, swapType, poison, replace];
