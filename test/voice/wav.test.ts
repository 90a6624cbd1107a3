import { expect, test } from 'vitest';
import { ProbeError } from '../../skill/audit/define.ts';
import { MOST_SOUND_BYTES, readWav } from '../../skill/voice/wav.ts';
import { toneWav, wavFile } from '../support/sound.ts';

const samples = toneWav(200).subarray(44);

function outcome(bytes: Buffer): string {
  try {
    return `${readWav(bytes).durationMs} ms`;
  } catch (error) {
    return error instanceof ProbeError ? `${error.code}: ${error.message}` : String(error);
  }
}

test.each<[string, Buffer, string]>([
  ['as it should be', toneWav(200), '200 ms'],
  ['streamed, its size unknown (0xffffffff)', wavFile(samples, { declaredBytes: 0xffffffff }), '200 ms'],
  ['streamed, its size unknown (espeak-ng)', wavFile(samples, { declaredBytes: 0x7ffff000 }), '200 ms'],
  ['streamed, its size unknown (0)', wavFile(samples, { declaredBytes: 0 }), '200 ms'],
  ['with a chunk of an odd size first', wavFile(samples, { before: Buffer.from('LIST\x03\0\0\0abc\0', 'latin1') }), '200 ms'],
  ['eight bits', wavFile(samples.subarray(0, 3_200), { bits: 8 }), '200 ms'],
  ['cut short', wavFile(samples, { declaredBytes: samples.length + 1 }), 'malformed: the sound is cut short'],
  ['silence', wavFile(Buffer.alloc(6_400)), 'malformed: only silence'],
  ['silence of eight bits', wavFile(Buffer.alloc(3_200, 0x80), { bits: 8 }), 'malformed: only silence'],
  ['no samples', wavFile(Buffer.alloc(0)), 'malformed: only 0 ms of sound'],
  ['a click', wavFile(samples.subarray(0, 1_598)), 'malformed: only 50 ms of sound'],
  ['a header and no more', toneWav(200).subarray(0, 36), 'malformed: no sound in it'],
  ['no format', Buffer.from('RIFF\0\0\0\0WAVEdata\x04\0\0\0abcd', 'latin1'), 'malformed: no format before the sound'],
  ['an unknown code', wavFile(samples, { format: 85 }), 'malformed: sound that few can play (format 85, 16 bits, 1 channels, 16000 Hz)'],
  ['no channel', wavFile(samples, { channels: 0 }), 'malformed: sound that few can play (format 1, 16 bits, 0 channels, 16000 Hz)'],
  ['no rate', wavFile(samples, { rate: 0 }), 'malformed: sound that few can play (format 1, 16 bits, 1 channels, 0 Hz)'],
  ['an MP3', Buffer.from('ID3\x03\0\0\0\0\0\0\0\0\xff\xfb', 'latin1'), 'malformed: not a WAV file'],
  ['nothing', Buffer.alloc(0), 'malformed: not a WAV file'],
  ['too much', Buffer.alloc(MOST_SOUND_BYTES + 1), `too-large: more than ${MOST_SOUND_BYTES} bytes of sound`],
  ['five minutes', wavFile(Buffer.alloc(300 * 8_000, 1), { bits: 8, rate: 8_000 }), 'too-large: more than 240 s of sound'],
])('a WAV file: %s', (_, bytes, expected) => {
  expect(outcome(bytes)).toBe(expected);
});

test('what is kept has a true header, and nothing that came before or after the sound', () => {
  const before = Buffer.from('LIST\x04\0\0\0evil', 'latin1');
  const sent = Buffer.concat([wavFile(samples, { before }), Buffer.from('LIST\x04\0\0\0evil', 'latin1')]);
  expect(readWav(sent).bytes).toEqual(toneWav(200));
});
