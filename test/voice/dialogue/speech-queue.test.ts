import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fr } from '../../../locales/fr/locale.ts';
import { createOwnVoice } from '../../../skill/voice/dialogue/own-voice.ts';
import { createPatience } from '../../../skill/voice/dialogue/patience.ts';
import { createSpeechQueue, type SpeechQueue } from '../../../skill/voice/dialogue/speech-queue.ts';
import { loudspeaker } from '../../support/dialogue.ts';

describe('what is to be said', () => {
  test('is heard in order, and the next is made while one is heard', async () => {
    const { queue, speaker } = open();
    speaker.hold();
    const saying = queue.say('Un. Deux. Trois.');
    await vi.waitFor(() => expect(speaker.made()).toEqual(['Un.', 'Deux.']));
    expect(speaker.heard).toEqual([]);
    speaker.release();
    expect(await saying).toBe('heard');
    expect(speaker.heard).toEqual(['Un.', 'Deux.', 'Trois.']);
  });

  test('is not said any more after silence, which comes at once', async () => {
    const { queue, speaker } = open();
    speaker.hold();
    const saying = queue.say('Un. Deux. Trois.');
    await vi.waitFor(() => expect(speaker.made().length).toBe(2));
    queue.silence();
    expect(await saying).toBe('silenced');
    await queue.idle();
    expect({ heard: speaker.heard, isSpeaking: queue.isSpeaking() }).toEqual({ heard: [], isSpeaking: false });
  });

  test('is said again after silence', async () => {
    const { queue, speaker } = open();
    queue.silence();
    expect(await queue.say('Un.')).toBe('heard');
    expect(speaker.heard).toEqual(['Un.']);
  });

  test('that no loudspeaker takes is read, and the next is tried all the same', async () => {
    let isBusy = true;
    const { queue, unheard } = open(async () => {
      const busy = isBusy;
      isBusy = false;
      return busy ? { by: null, attempts: [{ id: 'aplay', failure: { code: 'unreachable', detail: 'busy' } }] } : { by: 'aplay' };
    });
    expect(await queue.say('Un. Deux.')).toBe('unheard');
    expect(unheard).toEqual(['Un.']);
  });

  test('of nothing is over at once', async () => {
    expect(await open().queue.say('')).toBe('heard');
  });
});

describe('who waits for an audit', () => {
  test('hears how far it is after three and a half seconds, true and not twice', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const said: string[] = [];
    const queue = hearing(said, false, () => 0);
    const patience = createPatience(queue, fr, { now: () => performance.now() });
    await vi.advanceTimersByTimeAsync(3_300);
    expect(said).toEqual([]);
    patience.progress(6, 10);
    await vi.advanceTimersByTimeAsync(400);
    expect(said).toEqual(['Six cibles lues sur dix.']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said).toEqual(['Six cibles lues sur dix.']);
    patience.progress(8, 10);
    await vi.advanceTimersByTimeAsync(200);
    expect(said).toEqual(['Six cibles lues sur dix.', 'Huit cibles lues sur dix.']);
    patience.progress(9, 10);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(said).toHaveLength(2);
    patience.end();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said).toHaveLength(2);
  });

  test('hears nothing of it while something is said', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const said: string[] = [];
    const queue = hearing(said, true, () => performance.now());
    const patience = createPatience(queue, fr, { now: () => performance.now() });
    await vi.advanceTimersByTimeAsync(20_000);
    patience.end();
    expect(said).toEqual([]);
  });
});

function open(play?: (...of: never[]) => Promise<unknown>) {
  const over = new AbortController();
  onTestFinished(() => over.abort());
  const speaker = loudspeaker();
  const unheard: string[] = [];
  const host = { now: () => performance.now() };
  const queue = createSpeechQueue(
    {
      maker: speaker.maker,
      loudspeaker: { play: (play ?? speaker.play) as typeof speaker.play, warm: async () => {} },
      ownVoice: createOwnVoice(host.now),
      language: 'fr',
      host,
      onUnheard: (text) => void unheard.push(text),
      onSound: () => {},
    },
    over.signal,
  );
  return { queue, speaker, unheard };
}

/** A queue whose words are noted. */
function hearing(said: string[], isSpeaking: boolean, lastSoundMs: () => number): SpeechQueue {
  const say = async (text: string) => {
    said.push(text);
    return 'heard' as const;
  };
  return { say, silence: () => {}, isSpeaking: () => isSpeaking, lastSoundMs, idle: async () => {} };
}
