import { describe, expect, test } from 'vitest';
import { createSoundClock } from '../../../skill/voice/hearing/sound-clock.ts';
import { FRAME_MS } from '../../../skill/voice/hearing/sound-source.ts';
import { randomFrom } from '../../support/random.ts';

/** How far from the truth each stamp is, in milliseconds: frame n was recorded at `recordedMs(n)` and came so much later. */
function mistakes(count: number, recordedMs: (index: number) => number, lateMs: (index: number) => number): readonly number[] {
  const clock = createSoundClock();
  return Array.from({ length: count }, (_, index) => clock.stamp(recordedMs(index) + lateMs(index)) - recordedMs(index));
}

const worst = (values: readonly number[]) => Math.max(...values.map(Math.abs));
const steady = (index: number) => 1_000 + index * FRAME_MS;

describe('when a frame was recorded', () => {
  test('is when it came, of one that comes as it is recorded', () => {
    expect(worst(mistakes(500, steady, () => 0))).toBe(0);
  });

  test('does not waver with how late each comes', () => {
    const random = randomFrom(3);
    expect(worst(mistakes(2_000, steady, () => 100 * random()).slice(40))).toBeLessThan(20);
  });

  test('is earlier than when it came, of several that come at once', () => {
    const perChunk = 8;
    const lateMs = (index: number) => (perChunk - 1 - (index % perChunk)) * FRAME_MS;
    expect(worst(mistakes(400, steady, lateMs).slice(perChunk))).toBe(0);
  });

  test('follows a clock that runs slower or faster than ours', () => {
    for (const drift of [1.0005, 0.9995])
      expect(
        worst(
          mistakes(
            100_000,
            (index) => index * FRAME_MS * drift,
            () => 0,
          ),
        ),
      ).toBeLessThan(5);
  });

  test('is right at once after a pause in which nothing came', () => {
    const recordedMs = (index: number) => steady(index) + (index < 100 ? 0 : 5_000);
    expect(worst(mistakes(300, recordedMs, () => 0))).toBe(0);
  });

  test('is right again soon after sound was lost on its way', () => {
    const recordedMs = (index: number) => steady(index) + (index < 100 ? 0 : 400);
    expect(worst(mistakes(300, recordedMs, () => 0).slice(170))).toBe(0);
  });

  test('never goes back', () => {
    const random = randomFrom(5);
    const clock = createSoundClock();
    let [now, last] = [0, Number.NEGATIVE_INFINITY];
    for (let index = 0; index < 20_000; index += 1) {
      now += random() < 0.01 ? 3_000 * random() : 40 * random();
      const stamp = clock.stamp(now);
      expect(stamp).toBeGreaterThanOrEqual(last);
      expect(stamp).toBeLessThanOrEqual(now);
      last = stamp;
    }
  });
});
