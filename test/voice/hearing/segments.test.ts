import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSegmenter, type SegmentOptions } from '../../../skill/voice/hearing/segments.ts';
import { FRAME_MS, FRAME_SAMPLES } from '../../../skill/voice/hearing/sound-source.ts';
import type { HearingEvent } from '../../../skill/voice/listener.ts';

/** What is told of these probabilities, a frame each; the samples of frame n are n + 1. */
function told(probabilities: readonly number[], options: SegmentOptions = {}, gapsMs: Readonly<Record<number, number>> = {}) {
  const segmenter = createSegmenter(options);
  let endMs = 0;
  const events: HearingEvent[] = probabilities.flatMap((probability, index) => {
    endMs += FRAME_MS + (gapsMs[index] ?? 0);
    return [...segmenter.push({ samples: new Float32Array(FRAME_SAMPLES).fill(index + 1), probability, endMs })];
  });
  return [...events, ...segmenter.flush()];
}

const times = (count: number, probability: number) => Array<number>(count).fill(probability);
const said = (events: readonly HearingEvent[]) => events.filter((event) => event.type === 'speech-ended');
const framesOf = (samples: Float32Array) => Array.from({ length: samples.length / FRAME_SAMPLES }, (_, at) => samples[at * FRAME_SAMPLES]);

describe('speech', () => {
  test('is told with a moment before it and a moment after it', () => {
    const [start, end] = told([...times(20, 0), ...times(10, 0.9), ...times(20, 0)]);
    expect(start).toEqual({ type: 'speech-started', atMs: 20 * FRAME_MS });
    expect(end).toMatchObject({ startedMs: 20 * FRAME_MS, lastSoundMs: 30 * FRAME_MS, isCut: false });
    // ten frames before, ten of speech, five after
    expect(framesOf(said([end as HearingEvent])[0]?.samples ?? new Float32Array())).toEqual(
      Array.from({ length: 25 }, (_, index) => 11 + index),
    );
  });

  test('goes on through a pause that is shorter than the hang', () => {
    const pause = (frames: number) => told([...times(10, 0.9), ...times(frames, 0), ...times(10, 0.9), ...times(20, 0)]);
    expect(said(pause(14))).toHaveLength(1);
    expect(said(pause(15))).toHaveLength(2);
    expect(said(told([...times(10, 0.9), ...times(7, 0), ...times(10, 0.9)], { hangMs: 200 }))).toHaveLength(2);
  });

  test('goes on at a probability at which it would not begin', () => {
    expect(told([...times(20, 0.4)])).toEqual([]);
    expect(said(told([...times(5, 0.9), ...times(40, 0.4), ...times(20, 0)]))[0]).toMatchObject({ lastSoundMs: 45 * FRAME_MS });
  });

  test('is nothing when it is as short as a click', () => {
    expect(told([...times(20, 0), ...times(3, 0.9), ...times(30, 0)])).toEqual([]);
    expect(told([...times(20, 0), ...times(4, 0.9), ...times(30, 0)])).toHaveLength(2);
  });

  test('keeps the moment before it although a click was in it', () => {
    const [end] = said(told([...times(20, 0), 0.9, ...times(15, 0), ...times(10, 0.9), ...times(20, 0)]));
    expect(framesOf(end?.samples ?? new Float32Array())[0]).toBe(27);
  });

  test('that goes on too long is cut, and the rest of it is not heard', () => {
    const events = told([...times(1_000, 0.9), ...times(14, 0), ...times(100, 0.9), ...times(15, 0), ...times(10, 0.9), ...times(20, 0)]);
    expect(events.map(({ type }) => type)).toEqual(['speech-started', 'speech-ended', 'speech-started', 'speech-ended']);
    expect(said(events).map(({ isCut }) => isCut)).toEqual([true, false]);
    expect(said(events)[0]?.samples.length).toBe(375 * FRAME_SAMPLES);
  });

  test('ends with the sound', () => {
    expect(told(times(10, 0.9)).at(-1)).toMatchObject({ type: 'speech-ended', lastSoundMs: 10 * FRAME_MS, isCut: false });
  });

  test('ends where sound was lost for longer than the hang', () => {
    expect(said(told([...times(10, 0.9), 0.1, ...times(10, 0.9)], {}, { 10: 3_000 }))).toHaveLength(2);
  });

  test('has one end for every start, in their order, and is never longer than it may be, whatever is heard', () => {
    const probability = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
    const run = fc.tuple(fc.integer({ min: 1, max: 60 }), probability).map(([count, value]) => times(count, value));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 40 }), fc.integer({ min: 0, max: 600 }), (runs, hangMs) => {
        const longestMs = 1_000;
        let last = 0;
        const events = told(runs.flat(), { hangMs, longestMs });
        for (const [index, event] of events.entries()) {
          expect(event.type).toBe(index % 2 === 0 ? 'speech-started' : 'speech-ended');
          if (event.type === 'speech-started') expect(event.atMs).toBeGreaterThanOrEqual(last);
          else {
            last = event.lastSoundMs;
            expect(event.lastSoundMs).toBeGreaterThan(event.startedMs);
            expect(event.samples.length / FRAME_SAMPLES).toBeLessThanOrEqual((longestMs + 300) / FRAME_MS + 2);
          }
        }
        expect(events.length % 2).toBe(0);
      }),
    );
  });
});
