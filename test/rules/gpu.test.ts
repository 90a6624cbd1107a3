import { describe, expect, test } from 'vitest';
import { assessed, card, type Entry, failed, judged, lostCard, notAsked, on, verdict } from '../support/judged.ts';

const LOST = lostCard('0000:01:00.0');

describe('GPU-001: GPUs can be read', () => {
  test.each<[string, Entry, string]>([
    ['one card', on.gpu('gpus', [card(0)]), 'pass'],
    ['a driver without a card', on.gpu('gpus', []), 'fail high'],
    ['a card that fell off the bus', on.gpu('gpus', [card(0), LOST]), 'fail high'],
    ['no tool', on.gpu('gpus', failed('missing-tool')), 'fail high'],
    ['a driver that fails', on.gpu('gpus', failed('bad-status')), 'fail high'],
    ['a driver that hangs', on.gpu('gpus', failed('timeout')), 'unknown'],
    ['no right', on.gpu('gpus', failed('denied')), 'unknown'],
    ['garbage', on.gpu('gpus', failed('malformed')), 'unknown'],
    ['none expected', on.gpu('gpus', failed('missing-tool'), { expect: { count: 0 } }), 'not-applicable'],
    ['planned down', on.gpu('gpus', failed('missing-tool'), { planned: 'down' }), 'not-applicable'],
    ['not asked', on.gpu('gpus', notAsked), 'skipped'],
  ])('%s', (_, entry, said) => {
    expect(verdict('GPU-001', [entry])).toBe(said);
  });

  test('a card that fell off the bus is told in the words of the driver', () => {
    expect(assessed([on.gpu('gpus', [LOST, card(1)])]).findings.find(({ code }) => code === 'GPU-001')).toMatchObject({
      subject: 'gpus',
      message: {
        id: 'gpu-unreadable',
        values: { failure: 'bad-status', detail: 'unable to determine the device handle for GPU 0000:01:00.0' },
      },
    });
  });
});

describe('GPU-002: temperature', () => {
  test.each([
    [84, 'pass'],
    [85, 'warn medium'],
    [91, 'warn medium'],
    [92, 'fail high'],
    [110, 'fail high'],
    [0, 'pass'],
    [null, 'unknown'],
  ])('%s °C is %s', (temperatureC, said) => {
    expect(verdict('GPU-002', [on.gpu('gpus', [card(0, { temperatureC })])])).toBe(said);
  });

  test('one card that cannot be read hides no other', () => {
    const cards = [card(0, { temperatureC: null }), card(1, { temperatureC: 88 }), card(2)];
    expect(judged('GPU-002', [on.gpu('gpus', cards)]).map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
      'gpus:0 unknown',
      'gpus:1 warn',
      'gpus:2 pass',
    ]);
  });

  test('no answer is one unknown, no card is not applicable', () => {
    expect(judged('GPU-002', [on.gpu('gpus', failed('timeout'))])).toMatchObject([{ key: 'gpus:gpus', outcome: 'unknown' }]);
    expect(verdict('GPU-002', [on.gpu('gpus', [])])).toBe('not-applicable');
  });
});

test.each(['GPU-002', 'GPU-003'] as const)('%s: cards that fell off the bus are one unknown of the whole list', (code) => {
  const cards = [LOST, card(1), lostCard('0000:02:00.0')];
  expect(judged(code, [on.gpu('gpus', cards)]).map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
    'gpus:gpus unknown',
    'gpus:1 pass',
  ]);
});

describe('GPU-003: free video memory', () => {
  test.each([
    [1_000, 10_000, 'pass'],
    [999, 10_000, 'warn medium'],
    [0, 10_000, 'warn medium'],
    [10_000, 10_000, 'pass'],
    [null, 10_000, 'unknown'],
    [1_000, null, 'unknown'],
    [0, 0, 'unknown'],
  ])('%s of %s MiB is %s', (memoryFreeMiB, memoryTotalMiB, said) => {
    expect(verdict('GPU-003', [on.gpu('gpus', [card(0, { memoryFreeMiB, memoryTotalMiB })])])).toBe(said);
  });

  test('no answer is unknown', () => {
    expect(verdict('GPU-003', [on.gpu('gpus', failed('timeout'))])).toBe('unknown');
  });
});

describe('GPU-004: no card fell off', () => {
  test.each<[string, Entry, string]>([
    ['as many as expected', on.gpu('gpus', [card(0), card(1)], { expect: { count: 2 } }), 'pass'],
    ['more', on.gpu('gpus', [card(0), card(1)], { expect: { count: 1 } }), 'pass'],
    ['one less', on.gpu('gpus', [card(0)], { expect: { count: 2 } }), 'fail high'],
    ['one that fell off', on.gpu('gpus', [card(0), LOST], { expect: { count: 2 } }), 'fail high'],
    ['one that fell off beside enough', on.gpu('gpus', [card(0), LOST], { expect: { count: 1 } }), 'pass'],
    ['another card in its place', on.gpu('gpus', [card(0)], { expect: { uuids: ['GPU-9'] } }), 'fail high'],
    ['the very card', on.gpu('gpus', [card(0)], { expect: { uuids: ['GPU-0'] } }), 'pass'],
    ['none expected, none there', on.gpu('gpus', [], { expect: { count: 0 } }), 'pass'],
    ['no expectation', on.gpu('gpus', [card(0)]), 'not-applicable'],
    ['no expectation, no answer', on.gpu('gpus', failed('timeout')), 'not-applicable'],
    ['no answer', on.gpu('gpus', failed('timeout'), { expect: { count: 2 } }), 'unknown'],
  ])('%s', (_, entry, said) => {
    expect(verdict('GPU-004', [entry])).toBe(said);
  });
});
