import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createListener } from '../../../skill/voice/hearing/listener.ts';
import { microphone, tryMicrophone } from '../../../skill/voice/hearing/microphone.ts';
import { RATE_HZ } from '../../../skill/voice/hearing/sound-source.ts';
import { temporaryFolder } from '../../support/fake-program.ts';
import { figure, realHost } from '../../support/gathering.ts';
import { startPulse } from '../../support/pulse.ts';
import { joined, scene, spoken, wavOf } from '../../support/speech.ts';
import { isMissing } from '../../support/voices.ts';

const missing = isMissing('pulseaudio', 'paplay', 'pactl', 'parec', 'arecord', 'espeak-ng');

async function virtual() {
  const pulse = await startPulse();
  return { ...pulse, source: microphone(realHost(), { environment: pulse.environment }) };
}

/** The best correlation of the shorter one with any place of the longer one up to a second from its beginning. */
function likeness(part: Float32Array, whole: Float32Array): number {
  let best = 0;
  for (let at = 0; at + part.length <= whole.length && at < RATE_HZ; at += 1) {
    let [both, one, other] = [0, 0, 0];
    for (let index = 0; index < part.length; index += 1) {
      const [a, b] = [part[index] ?? 0, whole[at + index] ?? 0];
      both += a * b;
      one += a * a;
      other += b * b;
    }
    best = Math.max(best, both / Math.sqrt(one * other || 1));
  }
  return best;
}

describe.skipIf(missing)(`a microphone of PulseAudio${missing ? ' (needs pulseaudio, alsa-utils and espeak-ng)' : ''}`, () => {
  test('hears what is said, sample by sample, and when it was said', { timeout: 90_000 }, async () => {
    const { source, mouth } = await virtual();
    const phrase = spoken('Jarvis, audit système');
    const stop = new AbortController();
    const events = createListener(source).hear(stop.signal);
    let playedAt = 0;
    for await (const event of events) {
      if (event.type === 'frame' && playedAt === 0) {
        playedAt = performance.now();
        // the test fails by what is not heard
        void mouth(wavOf(scene([500, phrase, 800]).samples)).catch(() => {});
      }
      if (event.type !== 'speech-ended') continue;
      stop.abort();
      const toldMs = performance.now() - event.lastSoundMs;
      const alike = likeness(phrase.subarray(2_000, 3_000), event.samples);
      // with the moment before it and the moment after it
      const keptMs = (1_000 * event.samples.length) / RATE_HZ;
      const spokenMs = (1_000 * phrase.length) / RATE_HZ;
      figure(
        `by ${source.id}: likeness ${alike.toFixed(4)}, ${Math.round(keptMs)} for ${Math.round(spokenMs)} ms, told ${Math.round(toldMs)} ms after its last sound`,
      );
      expect(alike).toBeGreaterThan(0.99);
      expect(keptMs).toBeGreaterThan(spokenMs);
      expect(keptMs).toBeLessThan(spokenMs + 1_000);
      expect(event.startedMs).toBeGreaterThan(playedAt + 400);
      // half a second when nothing else runs
      expect(toldMs).toBeLessThan(5_000);
    }
    expect(stop.signal.aborted).toBe(true);
    expect(source.id).toBe('parec');
  });

  test('is mute when it gives nothing, and is not when somebody speaks', async () => {
    const { source, mouth } = await virtual();
    expect(await tryMicrophone(source, AbortSignal.timeout(10_000))).toEqual({ recorder: 'parec', isMute: true });
    const played = mouth(wavOf(joined([spoken('Jarvis, audit système, état du cluster, qu’est-ce qui est le plus grave ?')])));
    await sleep(300);
    expect(await tryMicrophone(source, AbortSignal.timeout(10_000))).toEqual({ recorder: 'parec', isMute: false });
    await played;
  });

  test('whose server is killed is lost, and its last words are told', async () => {
    const { source, kill } = await virtual();
    let count = 0;
    const work = async () => {
      for await (const _ of source.open(AbortSignal.timeout(20_000))) {
        count += 1;
        if (count === 10) kill();
      }
    };
    await expect(work()).rejects.toMatchObject({ code: 'unreachable', message: expect.stringMatching(/parec: .*Connection/) });
    expect(count).toBeGreaterThanOrEqual(10);
  });
});

describe.skipIf(missing)(`a microphone of ALSA${missing ? ' (needs alsa-utils and espeak-ng)' : ''}`, () => {
  test('is recorded by arecord where no sound server is', async () => {
    const folder = temporaryFolder();
    onTestFinished(() => folder[Symbol.dispose]());
    const phrase = spoken('Jarvis, audit système');
    const raw = join(folder.path, 'room.raw');
    writeFileSync(raw, wavOf(phrase).subarray(44));
    writeFileSync(join(folder.path, '.asoundrc'), `pcm.!default { type file slave.pcm null file /dev/null infile ${raw} format raw }\n`);
    mkdirSync(join(folder.path, 'run'));
    const environment = {
      PATH: process.env['PATH'],
      HOME: folder.path,
      XDG_RUNTIME_DIR: join(folder.path, 'run'),
      PULSE_SERVER: `unix:${folder.path}/none`,
    };
    const source = microphone(realHost(), { environment });
    const frames: Float32Array[] = [];
    for await (const frame of source.open(AbortSignal.timeout(10_000))) if (frames.push(frame) === 20) break;
    expect(source.id).toBe('arecord');
    expect(likeness(phrase.subarray(2_000, 3_000), joined(frames))).toBeGreaterThan(0.99);
  });
});
