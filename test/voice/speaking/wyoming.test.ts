import { expect, test } from 'vitest';
import { availableVoices } from '../../../skill/voice/speaking/available.ts';
import { wyomingVoice } from '../../../skill/voice/speaking/engines/wyoming.ts';
import { synthesized } from '../../../skill/voice/speaking/speak.ts';
import { codeOf, realHost, timed } from '../../support/gathering.ts';
import { toneWav, wavFile } from '../../support/sound.ts';
import { leaving, MISBEHAVIOURS, pouring, saying, startWyomingServer, trickling } from '../../support/wyoming-server.ts';

const utterance = { text: 'Trois nœuds sur cinq répondent.', language: 'fr' } as const;
const soon = () => AbortSignal.timeout(5_000);
/** 300 ms. */
const tone = toneWav(300);
const sound = tone.subarray(44);
const FORMAT = '{"rate": 16000, "width": 2, "channels": 1, "timestamp": null}';
const start = `{"type": "audio-start", "data_length": ${FORMAT.length}}\n${FORMAT}`;
const stop = '{"type": "audio-stop", "data": {"timestamp": null}}\n';

function chunk(bytes: Buffer, format = FORMAT): Buffer {
  return Buffer.concat([
    Buffer.from(`{"type":"audio-chunk","data_length":${format.length},"payload_length":${bytes.length}}\n${format}`),
    bytes,
  ]);
}

/** What an engine of this server makes of the utterance, proven to be sound. */
function speaking(url: string, options: { readonly voice?: string; readonly firstSoundMs?: number } = {}) {
  const host = realHost();
  const { voice, firstSoundMs } = options;
  return synthesized(wyomingVoice({ wyoming: url, voice }, host, firstSoundMs), utterance, host, soon());
}

test('byte by byte: the text and its language, and the sound comes back as a WAV', async () => {
  const server = await startWyomingServer('répondent', saying(start, chunk(sound.subarray(0, 3_001)), chunk(sound.subarray(3_001)), stop));
  expect((await speaking(server.url)).bytes).toEqual(tone);
  expect(server.heard().toString()).toBe(
    '{"type":"synthesize","data_length":70}\n{"text":"Trois nœuds sur cinq répondent.","voice":{"language":"fr"}}',
  );
});

test('a voice is asked for by its name', async () => {
  const server = await startWyomingServer('répondent', saying(start, chunk(sound), stop));
  await speaking(server.url, { voice: 'fr_FR-siwis-medium' });
  expect(server.heard().toString()).toContain('"voice":{"name":"fr_FR-siwis-medium"}}');
});

test('another rate, width and number of channels are kept', async () => {
  const format = '{"rate":22050,"width":4,"channels":2}';
  const server = await startWyomingServer('répondent', saying(chunk(sound, format), stop));
  const { bytes, durationMs } = await speaking(server.url);
  expect(bytes).toEqual(wavFile(sound, { rate: 22_050, bits: 32, channels: 2 }));
  expect(durationMs).toBe(Math.round((1_000 * sound.length) / (22_050 * 8)));
});

test.each(MISBEHAVIOURS)('one that %s is given up, and its connection ends', async (_, behave, code) => {
  const server = await startWyomingServer('répondent', behave);
  const { value, ms } = await timed(() => codeOf(speaking(server.url, { firstSoundMs: 500 })));
  expect(value).toBe(code);
  expect(ms).toBeLessThan(4_000);
  await expect.poll(server.open).toBe(0);
});

const MONO8 = '{"rate":8000,"width":2,"channels":1}';
test.each<[string, Parameters<typeof startWyomingServer>[1], string]>([
  ['ends before it began', saying(stop), 'malformed'],
  ['begins, and is empty', saying(start, stop), 'malformed'],
  ['is silence', saying(start, chunk(Buffer.alloc(9_600)), stop), 'malformed'],
  ['is a moment', saying(start, chunk(sound.subarray(0, 20)), stop), 'malformed'],
  ['changes its rate', saying(start, chunk(sound, MONO8), stop), 'malformed'],
  ['has no rate', saying(chunk(sound, '{"width":2,"channels":1}'), stop), 'malformed'],
  ['has a width of text', saying(chunk(sound, '{"rate":16000,"width":"2","channels":1}'), stop), 'malformed'],
  ['has a thousand channels', saying(chunk(sound, '{"rate":16000,"width":2,"channels":1000}'), stop), 'malformed'],
  ['is never over', pouring(chunk(Buffer.alloc(1_048_576, 7))), 'too-large'],
  ['is never over, in tiny pieces', pouring(Buffer.concat(Array.from({ length: 500 }, () => chunk(Buffer.alloc(2, 7))))), 'too-large'],
  ['breaks off', leaving(start, chunk(sound)), 'reset'],
  ['breaks off within a piece', leaving(start, chunk(sound).subarray(0, 2_000)), 'malformed'],
])('sound that %s is none', async (_, behave, code) => {
  const server = await startWyomingServer('répondent', behave);
  expect(await codeOf(speaking(server.url))).toBe(code);
});

test('one that has begun may take its time, but not for ever', async () => {
  const patient = await startWyomingServer(
    'répondent',
    trickling(Buffer.concat([Buffer.from(start), chunk(sound), Buffer.from(stop)]), 1_000, 60),
  );
  expect((await speaking(patient.url, { firstSoundMs: 300 })).bytes).toEqual(tone);
  const endless = await startWyomingServer('répondent', trickling(Buffer.concat([Buffer.from(start), chunk(sound)]), 10, 20));
  const { value, ms } = await timed(() =>
    codeOf(wyomingVoice({ wyoming: endless.url }, realHost()).synthesize(utterance, AbortSignal.timeout(600))),
  );
  expect(value).toBe('timeout');
  expect(ms).toBeLessThan(3_000);
});

test('nobody there is refused', async () => {
  expect(await codeOf(speaking('tcp://127.0.0.1:1'))).toBe('refused');
});

test('it is the server that is asked first, wherever the inventory names it', async () => {
  const server = await startWyomingServer('Oui.', saying(start, chunk(sound), stop));
  const tried = await availableVoices('fr', { wyoming: server.url }, realHost(), soon());
  expect(tried[0]).toEqual({ id: 'server', failure: null });
});
