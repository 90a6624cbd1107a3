import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { speak } from '../../../skill/voice/speaking/speak.ts';
import { scratch, startCli } from '../../support/cli.ts';
import { figure, realHost } from '../../support/gathering.ts';
import { audibleIn, startPulse } from '../../support/pulse.ts';
import { isMissing, withEnvironment } from '../../support/voices.ts';

const SUMMARY = await readFile(new URL('../../golden/jarvis.fr.spoken.txt', import.meta.url), 'utf8');
const SHORT = 'Quatre nœuds sur cinq répondent.';
const missing = isMissing('pulseaudio', 'paplay', 'parec', 'espeak-ng');

describe.skipIf(missing)(`with a loudspeaker that a microphone hears${missing ? ' (needs pulseaudio and espeak-ng)' : ''}`, () => {
  test('what is said is heard, whole', async () => {
    const { environment, ear } = await startPulse();
    const microphone = await ear();
    const host = withEnvironment(realHost(), environment);
    const unplayed = await speak(SHORT, 'fr', { voice: 'espeak-ng' }, withEnvironment(host, { PULSE_SERVER: '/nonexistent' }), soon());
    const expected = audibleIn(unplayed.outcome === 'unplayed' ? unplayed.wav.bytes : Buffer.alloc(0));
    expect(expected.durationMs).toBeGreaterThan(1_000);
    expect(await speak(SHORT, 'fr', { voice: 'espeak-ng' }, host, soon())).toMatchObject({ outcome: 'heard', by: 'espeak-ng' });
    await sleep(100);
    const heard = microphone.audible();
    figure(`heard ${heard.durationMs} ms of ${expected.durationMs}, rms ${Math.round(heard.rms)} of ${Math.round(expected.rms)}`);
    expect(Math.abs(heard.durationMs - expected.durationMs)).toBeLessThan(300);
    expect(heard.rms).toBeGreaterThan(expected.rms / 2);
  });

  test('« stop » silences within 200 ms', async () => {
    const { environment, ear } = await startPulse();
    const microphone = await ear();
    const stop = new AbortController();
    const speaking = speak(SUMMARY, 'fr', { voice: 'espeak-ng' }, withEnvironment(realHost(), environment), stop.signal);
    await microphone.untilAudible();
    await sleep(300);
    const stoppedMs = microphone.positionMs();
    const stoppedAt = performance.now();
    stop.abort(new DOMException('stop', 'AbortError'));
    await expect(speaking).rejects.toThrow('stop');
    const returnedMs = performance.now() - stoppedAt;
    await microphone.untilMs(stoppedMs + 800);
    const silentMs = microphone.audible().endMs - stoppedMs;
    figure(`silent ${silentMs} ms after stop, returned after ${Math.round(returnedMs)} ms`);
    expect(returnedMs).toBeLessThan(1_000);
    expect(silentMs).toBeLessThan(200);
  });

  test('--say is heard, and leaves no sound beside the report', async () => {
    const { environment, ear } = await startPulse();
    const microphone = await ear();
    await using place = await scratch({ 'jarvis.yaml': 'targets: []\n' });
    const { code, stderr } = await startCli(['--json', '--say'], place.folder, environment).result;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(microphone.audible().durationMs).toBeGreaterThan(1_000);
    expect(await readdir(join(place.folder, 'data'))).toEqual([expect.stringMatching(/\.json$/)]);
  });
});

function soon() {
  return AbortSignal.timeout(20_000);
}
