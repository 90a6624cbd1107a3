import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { ProbeError } from '../../../skill/audit/define.ts';
import { createListener, type HeardEvent } from '../../../skill/voice/hearing/listener.ts';
import { FRAME_MS, FRAME_SAMPLES, RATE_HZ, type SoundSource } from '../../../skill/voice/hearing/sound-source.ts';
import { openSilero, type VoiceActivity } from '../../../skill/voice/hearing/voice-activity.ts';
import type { HearingEvent } from '../../../skill/voice/listener.ts';
import { codeOf, figure, timed } from '../../support/gathering.ts';
import { randomFrom } from '../../support/random.ts';
import { framesIn, quiet, type Said, scene, spoken, withNoise } from '../../support/speech.ts';
import { isMissing } from '../../support/voices.ts';

const missing = isMissing('espeak-ng');
const never = new AbortController().signal;
const activity = await openSilero();
afterAll(() => activity.close());

/** As fast as it is taken, or as if it were spoken now. */
function soundOf(samples: Float32Array, isHurried = true): SoundSource {
  return {
    id: 'scene',
    isHurried,
    async *open(signal) {
      const startedAt = performance.now();
      let count = 0;
      for (const frame of framesIn(samples)) {
        count += 1;
        const ms = startedAt + count * FRAME_MS - performance.now();
        if (!isHurried && ms > 0) await sleep(ms, undefined, { signal }).catch(() => {});
        if (signal.aborted) return;
        yield frame;
      }
    },
  };
}

/** For what need not be speech: as likely as it is loud. */
const loud: VoiceActivity = {
  id: 'energy',
  hear: async (frame) => Math.abs(frame[0] ?? 0),
  reset: () => {},
  close: async () => {},
};
const level = (frames: number, loudness: number) => new Float32Array(frames * FRAME_SAMPLES).fill(loudness);

type Ended = Extract<HearingEvent, { readonly type: 'speech-ended' }>;

async function heardIn(samples: Float32Array): Promise<readonly Ended[]> {
  const startedAt = performance.now();
  const ended: Ended[] = [];
  for await (const event of createListener(soundOf(samples), { activity }).listen(never)) {
    if (event.type === 'speech-ended')
      ended.push({ ...event, startedMs: event.startedMs - startedAt, lastSoundMs: event.lastSoundMs - startedAt });
  }
  return ended;
}

/** How far each is from where it should be; start and end. */
function offBy(ended: readonly Ended[], said: readonly Said[]) {
  return ended.map(({ startedMs, lastSoundMs }, index) => [
    Math.round(startedMs - (said[index]?.startMs ?? 0)),
    Math.round(lastSoundMs - (said[index]?.endMs ?? 0)),
  ]);
}

const EARLIEST_MS = -100;
const LATEST_START_MS = 160;

describe.skipIf(missing)(`what is said${missing ? ' (needs espeak-ng)' : ''}`, () => {
  const voices = ['fr-fr', 'fr-be', 'fr-ch+f3', 'fr-fr+m5'];
  const phrases = ['Jarvis, audit système', 'État du cluster', 'Stop', 'Oui', 'Qu’est-ce qui est le plus grave ?'];

  test.each([
    ['in a silent room', null, 200],
    ['with noise 20 dB below', 20, 280],
    // the noise hides how it fades, and is heard for it for a while
    ['with noise 10 dB below', 10, 420],
  ])('is cut where it begins and ends, %s', async (_, snrDb, latestEndMs) => {
    const parts = voices.flatMap((voice) => phrases.flatMap((phrase) => [spoken(phrase, voice), 900]));
    const { samples, said } = scene([1_000, ...parts]);
    const ended = await heardIn(snrDb === null ? samples : withNoise(samples, snrDb, randomFrom(1)));
    expect(ended).toHaveLength(said.length);
    const off = offBy(ended, said);
    figure(`${snrDb ?? 'no'} dB: starts ${off.map(([start]) => start)}, ends ${off.map(([, end]) => end)}`);
    for (const [start = Number.NaN, end = Number.NaN] of off) {
      expect(start).toBeGreaterThan(EARLIEST_MS);
      expect(start).toBeLessThan(LATEST_START_MS);
      expect(end).toBeGreaterThan(EARLIEST_MS);
      expect(end).toBeLessThan(latestEndMs);
    }
  });

  test('is handed on whole: the moment before it, all of it, and the moment after it', async () => {
    const phrase = spoken('État du cluster');
    const { samples } = scene([1_000, phrase, 1_000]);
    const [ended] = await heardIn(samples);
    const got = ended?.samples ?? new Float32Array();
    const at = got.findIndex((sample) => Math.abs(sample) > 0.01);
    expect(at).toBeGreaterThan(0.2 * RATE_HZ);
    expect(got.subarray(at, at + phrase.length)).toEqual(phrase);
    expect(got.length).toBeGreaterThan(at + phrase.length);
  });

  test('for ten minutes without a breath is cut once, and what is said after a silence is heard again', { timeout: 120_000 }, async () => {
    const word = spoken('système audit réseau cluster mémoire disque');
    const parts = Array.from({ length: Math.ceil((600 * RATE_HZ) / word.length) }, () => word);
    const { samples } = scene([500, ...parts, 1_000, spoken('Stop'), 1_000]);
    const { value: ended, ms } = await timed(() => heardIn(samples));
    figure(`${Math.round(samples.length / RATE_HZ)} s heard in ${Math.round(ms)} ms: ${ended.length} cut`);
    expect(ended.map(({ isCut }) => isCut)).toEqual([true, false]);
    expect(ended[0]?.samples.length).toBeLessThan(13 * RATE_HZ);
    expect(ended[1]?.lastSoundMs).toBeGreaterThan(600_000);
  });
});

describe('a listener', () => {
  test('tells every frame in its place, and each event right after the frame that decided it', async () => {
    const samples = new Float32Array([...level(20, 0.01), ...level(10, 0.9), ...level(20, 0.01)]);
    const events: HeardEvent[] = [];
    for await (const event of createListener(soundOf(samples), { activity: loud }).hear(never)) events.push(event);
    expect(events.filter(({ type }) => type === 'frame')).toHaveLength(50);
    expect(events.findIndex(({ type }) => type === 'speech-started')).toBe(24);
    expect(events.findIndex(({ type }) => type === 'speech-ended')).toBe(46);
    expect(events[20]).toMatchObject({ type: 'frame', probability: expect.closeTo(0.9), lost: 0 });
  });

  test('knows when each sound was made', async () => {
    const samples = new Float32Array([...level(10, 0.01), ...level(10, 0.9), ...level(25, 0.01)]);
    const startedAt = performance.now();
    let [startMs, lastMs, told] = [0, 0, 0];
    for await (const event of createListener(soundOf(samples, false), { activity: loud }).listen(never)) {
      if (event.type === 'speech-started') continue;
      [startMs, lastMs, told] = [event.startedMs - startedAt, event.lastSoundMs - startedAt, performance.now() - startedAt];
    }
    expect(Math.abs(startMs - 320)).toBeLessThan(60);
    expect(Math.abs(lastMs - 640)).toBeLessThan(60);
    expect(told - lastMs).toBeGreaterThanOrEqual(440);
    expect(told - lastMs).toBeLessThan(700);
  });

  test('loses the oldest frames of somebody who does not take them, and no more', async () => {
    const seconds = 12;
    const samples = level(Math.round((seconds * 1_000) / FRAME_MS), 0.01);
    // 12 s in one: as after a moment in which nobody listened
    const source: SoundSource = {
      id: 'scene',
      open: async function* () {
        yield* framesIn(samples);
      },
    };
    const frames: Extract<HeardEvent, { readonly type: 'frame' }>[] = [];
    for await (const event of createListener(source, { activity: loud }).hear(never)) {
      if (event.type !== 'frame') continue;
      if (frames.length === 0) await sleep(200);
      frames.push(event);
    }
    const total = samples.length / FRAME_SAMPLES;
    expect(frames.length).toBeLessThan(320);
    expect(frames.at(-1)?.lost).toBe(total - frames.length);
  });

  test('hears on while a sentence is dealt with', async () => {
    const samples = new Float32Array([...level(10, 0.9), ...level(20, 0.01), ...level(10, 0.9), ...level(20, 0.01)]);
    const said: HearingEvent[] = [];
    for await (const event of createListener(soundOf(samples, false), { activity: loud }).listen(never)) {
      said.push(event);
      if (event.type === 'speech-ended') await sleep(1_500);
    }
    expect(said.map(({ type }) => type)).toEqual(['speech-started', 'speech-ended', 'speech-started', 'speech-ended']);
  });

  test('tells that a microphone gives nothing at all, and that it gives something again', async () => {
    const samples = new Float32Array([...level(10, 0.01), ...level(200, 0), ...level(10, 0.01), ...level(100, 0)]);
    const events: HeardEvent[] = [];
    for await (const event of createListener(soundOf(samples), { activity: loud }).hear(never))
      if (event.type !== 'frame') events.push(event);
    expect(events).toMatchObject([
      { type: 'mute', isMute: true },
      { type: 'mute', isMute: false },
    ]);
    expect((events[1] as { atMs: number }).atMs - (events[0] as { atMs: number }).atMs).toBeCloseTo(44 * FRAME_MS, 0);
  });

  test.each(['listen', 'hear'] as const)('ends at once when it is told to, and so does its source: %s', async (way) => {
    const stop = new AbortController();
    let isOpen = false;
    const source: SoundSource = {
      id: 'scene',
      async *open(signal) {
        isOpen = true;
        try {
          yield* soundOf(quiet(60_000), false).open(signal);
        } finally {
          isOpen = false;
        }
      },
    };
    let stoppedAt = 0;
    setTimeout(() => {
      stoppedAt = performance.now();
      stop.abort();
    }, 200);
    for await (const _ of createListener(source, { activity: loud })[way](stop.signal)) expect(isOpen).toBe(true);
    expect(performance.now() - stoppedAt).toBeLessThan(100);
    expect(isOpen).toBe(false);
  });

  test.each([true, false])('tells what is being said when the sound ends: hurried %s', async (isHurried) => {
    const told: string[] = [];
    for await (const { type } of createListener(soundOf(level(20, 0.9), isHurried), { activity: loud }).listen(never)) told.push(type);
    expect(told).toEqual(['speech-started', 'speech-ended']);
  });

  test.each([true, false])('tells no end of what is being said when it is told to end: hurried %s', async (isHurried) => {
    const stop = new AbortController();
    const told: string[] = [];
    for await (const { type } of createListener(soundOf(level(60, 0.9), isHurried), { activity: loud }).listen(stop.signal)) {
      told.push(type);
      stop.abort();
    }
    expect(told).toEqual(['speech-started']);
  });

  test('closes its source when nobody listens any more', async () => {
    let isOpen = true;
    const source: SoundSource = {
      id: 'scene',
      async *open(signal) {
        yield* soundOf(quiet(60_000), false).open(signal);
        isOpen = false;
      },
    };
    for await (const event of createListener(source, { activity: loud }).hear(never)) if (event.type === 'frame') break;
    expect(isOpen).toBe(false);
  });

  test('tells why nothing can be heard', async () => {
    const source: SoundSource = {
      id: 'scene',
      // biome-ignore lint/correctness/useYield: it fails before it has anything
      async *open() {
        throw new ProbeError('missing-tool', 'no recorder');
      },
    };
    const work = async () => {
      for await (const _ of createListener(source, { activity: loud }).listen(never)) throw new Error('heard something');
    };
    expect(await codeOf(work())).toBe('missing-tool');
  });
});
