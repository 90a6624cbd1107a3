import { EventEmitter } from 'node:events';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ProbeError } from '../../../skill/audit/define.ts';
import type { Dialogue } from '../../../skill/voice/dialogue/dialogue.ts';
import type { SpeechEnded } from '../../../skill/voice/dialogue/hearer.ts';
import { createOwnVoice } from '../../../skill/voice/dialogue/own-voice.ts';
import { pushToTalk } from '../../../skill/voice/dialogue/push-to-talk.ts';
import type { SpeechQueue } from '../../../skill/voice/dialogue/speech-queue.ts';
import { openTurn } from '../../../skill/voice/dialogue/turn.ts';
import type { HeardEvent } from '../../../skill/voice/hearing/listener.ts';
import { scratch, startCli } from '../../support/cli.ts';

describe('Enter', () => {
  test('opens the microphone until the answer has been said', async () => {
    const room = open();
    room.enter();
    room.speaks(3);
    room.ends();
    await vi.waitFor(() => expect(room.taken).toEqual(['addressed']));
    await vi.waitFor(() => expect(room.isOpen()).toBe(false));
  });

  test('pressed again ends what is said at once, and it is taken once', async () => {
    const room = open();
    room.enter();
    room.speaks(10);
    await vi.waitFor(() => expect(room.told).toContain('listening'));
    room.enter();
    await vi.waitFor(() => expect(room.taken).toEqual(['addressed']));
    room.ends();
    await vi.waitFor(() => expect(room.isOpen()).toBe(false));
    expect(room.taken).toEqual(['addressed']);
  });

  test('while it speaks is silence, and opens nothing', () => {
    const room = open();
    room.speak();
    room.enter();
    expect({ silenced: room.silenced(), isOpen: room.isOpen() }).toEqual({ silenced: 1, isOpen: false });
  });

  test('without a word closes the microphone again', async () => {
    const room = open();
    room.enter();
    room.isQuiet(300);
    await vi.waitFor(() => expect(room.told).toContain('nothing'));
    await vi.waitFor(() => expect(room.isOpen()).toBe(false));
  });
});

test('a microphone that fails is told of, and may be tried again', async () => {
  const room = open();
  room.enter();
  room.breaks(new ProbeError('unreachable', 'unplugged'));
  await vi.waitFor(() => expect(room.told).toContain('deaf: unplugged'));
  room.enter();
  await vi.waitFor(() => expect(room.isOpen()).toBe(true));
});

test('q ends it', async () => {
  const room = open();
  room.enter('q');
  await room.over;
});

test('without a terminal it says what to give instead', async () => {
  await using place = await scratch({ 'jarvis.yaml': 'targets: []\n' });
  const { code, stderr, stdout } = await startCli(['listen'], place.folder).result;
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toBe(
    'jarvis-audit: listen attend un terminal où appuyer sur Entrée ; sans terminal, donnez --wake ou --input FICHIER.wav.\n',
  );
});

/** A terminal and a microphone that the test speaks to. */
function open() {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const told: string[] = [];
  const taken: string[] = [];
  let silenced = 0;
  let isSpeaking = false;
  let atMs = 0;
  let microphone: Microphone | null = null;
  const lines = Object.assign(new EventEmitter(), { close: () => {} });
  const dialogue: Dialogue = {
    started: () => {},
    take: (_: SpeechEnded, manner) => void taken.push(manner),
    stop: () => {},
    isBusy: () => false,
    settled: async () => {},
  };
  const listener = {
    async *hear(signal: AbortSignal): AsyncGenerator<HeardEvent> {
      const mine = openMicrophone(signal);
      microphone = mine;
      try {
        yield* mine.events();
      } finally {
        if (microphone === mine) microphone = null;
      }
    },
  };
  const queue = {
    isSpeaking: () => isSpeaking,
    silence: () => {
      silenced += 1;
      isSpeaking = false;
    },
  } as SpeechQueue;
  const over = pushToTalk(
    {
      lines: lines as never,
      queue,
      openTurn: () =>
        openTurn(
          {
            listener,
            spotter: null,
            ownVoice: createOwnVoice(() => 0),
            dialogue,
            onListening: () => void told.push('listening'),
            onNothingHeard: () => void told.push('nothing'),
          },
          stop.signal,
        ),
      onSilenced: () => {},
      onDeaf: (detail) => void told.push(`deaf: ${detail}`),
    },
    stop.signal,
  );
  const frame = (probability: number): HeardEvent => {
    atMs += 32;
    return { type: 'frame', samples: new Float32Array(512), probability, endMs: atMs, lost: 0 };
  };
  const frames = (count: number, probability: number) => {
    for (let at = 0; at < count; at += 1) microphone?.push(frame(probability));
  };
  return {
    told,
    taken,
    over,
    silenced: () => silenced,
    isOpen: () => microphone !== null,
    enter: (line = '') => void lines.emit('line', line),
    speak: () => {
      isSpeaking = true;
    },
    speaks: (count: number) => frames(count, 0.9),
    isQuiet: (count: number) => frames(count, 0),
    ends: () => microphone?.push({ type: 'speech-ended', samples: new Float32Array(512), startedMs: 0, lastSoundMs: atMs, isCut: false }),
    breaks: (error: Error) => microphone?.fail(error),
  };
}

type Microphone = ReturnType<typeof openMicrophone>;

function openMicrophone(signal: AbortSignal) {
  const waiting: HeardEvent[] = [];
  let failure: Error | null = null;
  let news = Promise.withResolvers<void>();
  const wake = () => {
    news.resolve();
    news = Promise.withResolvers();
  };
  signal.addEventListener('abort', wake);
  return {
    push(event: HeardEvent) {
      waiting.push(event);
      wake();
    },
    fail(error: Error) {
      failure = error;
      wake();
    },
    async *events(): AsyncGenerator<HeardEvent> {
      for (;;) {
        for (let event = waiting.shift(); event && !signal.aborted; event = waiting.shift()) yield event;
        if (signal.aborted) return;
        if (failure) throw failure;
        await news.promise;
      }
    },
  };
}
