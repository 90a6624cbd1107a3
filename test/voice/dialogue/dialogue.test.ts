import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fr } from '../../../locales/fr/locale.ts';
import type { Command, SkillEvent } from '../../../skill/skill.ts';
import { dialogueWith, saying } from '../../support/dialogue.ts';

const ANSWER = 'Quatre nœuds sur cinq répondent. Quatorze risques en tout.';

describe('a microphone that is always open', () => {
  test('answers to its name, sentence by sentence', async () => {
    const room = open();
    room.hears('Jarvis, état du cluster');
    await room.dialogue.settled();
    expect(room.asked).toEqual(['Jarvis, état du cluster']);
    expect(room.speaker.heard).toEqual(['Quatre nœuds sur cinq répondent.', 'Quatorze risques en tout.']);
    expect(room.shown).toEqual([ANSWER]);
  });

  test('discards what is for somebody else, and shows nothing of it', async () => {
    const room = open();
    for (const text of ['état du cluster', 'pourquoi ?', "j'ai oublié le pain", null]) {
      room.hears(text);
      await room.dialogue.settled();
    }
    expect({ asked: room.asked, told: room.told, heard: room.speaker.heard }).toEqual({ asked: [], told: [], heard: [] });
  });

  test('takes a follow-up for a minute after its last word', async () => {
    const room = open();
    room.hears('Jarvis, état du cluster');
    await room.dialogue.settled();
    room.pass(50_000);
    room.hears('pourquoi ?');
    await room.dialogue.settled();
    room.pass(61_000);
    room.hears('pourquoi ?');
    await room.dialogue.settled();
    expect(room.asked).toEqual(['Jarvis, état du cluster', 'pourquoi ?']);
  });

  test('says « Oui ? » to its bare name, and takes what follows', async () => {
    const room = open();
    room.hears('Jarvis');
    await room.dialogue.settled();
    room.hears('état du cluster');
    await room.dialogue.settled();
    expect(room.speaker.heard[0]).toBe(fr.listening.yes);
    expect(room.asked).toEqual(['état du cluster']);
  });

  test('does not interrupt who goes on after the name', async () => {
    const room = open();
    room.hears('Jarvis');
    room.dialogue.started();
    await room.dialogue.settled();
    expect(room.speaker.heard).toEqual([]);
    room.hears('état du cluster');
    await room.dialogue.settled();
    expect(room.asked).toEqual(['état du cluster']);
  });

  test('apologises to who called it, and not to a noise', async () => {
    const room = open();
    room.hears(null);
    await room.dialogue.settled();
    room.hears('Jarvis');
    await room.dialogue.settled();
    room.hears(null);
    await room.dialogue.settled();
    room.hears(null);
    await room.dialogue.settled();
    expect(room.speaker.heard).toEqual([fr.listening.yes, fr.listening.notUnderstood]);
  });

  test('tells once that nobody can transcribe', async () => {
    const room = open();
    for (let count = 0; count < 3; count += 1) {
      room.isDeaf('overheard');
      await room.dialogue.settled();
    }
    expect(room.told).toEqual([fr.listening.shown.deaf('openai: timeout')]);
    expect(room.speaker.heard).toEqual([]);
  });
});

describe('« stop »', () => {
  test('silences at once, and asks nothing where no audit runs', async () => {
    const room = open();
    room.speaker.hold();
    room.hears('Jarvis, état du cluster');
    await vi.waitFor(() => expect(room.queue.isSpeaking()).toBe(true));
    room.dialogue.stop();
    await room.dialogue.settled();
    // and once more as a sentence
    room.hears('stop');
    await room.dialogue.settled();
    expect(room.speaker.heard).toEqual([]);
    expect(room.asked).toEqual(['Jarvis, état du cluster']);
  });

  test('ends an audit that runs', async () => {
    const stopped = Promise.withResolvers<void>();
    const room = open(async function* ({ utterance }): AsyncGenerator<SkillEvent> {
      if (utterance === fr.listening.stop) {
        stopped.resolve();
        yield { type: 'done', text: fr.answers.stopped, speech: fr.answers.stopped, status: null };
        return;
      }
      yield { type: 'speech', text: fr.answers.auditing };
      await stopped.promise;
      yield { type: 'failed', code: 'aborted', text: '' };
    });
    room.hears('Jarvis, audit système');
    await vi.waitFor(() => expect(room.speaker.heard).toEqual([fr.answers.auditing]));
    room.hears('stop');
    await room.dialogue.settled();
    expect(room.asked).toEqual(['Jarvis, audit système', 'stop']);
    expect(room.speaker.heard).toEqual([fr.answers.auditing, fr.answers.stopped]);
  });
});

describe('who pressed Enter', () => {
  test('needs no name', async () => {
    const room = open();
    room.hears('état du cluster', 'addressed');
    await room.dialogue.settled();
    expect(room.asked).toEqual(['état du cluster']);
  });

  test.each([
    ['what nobody understands', (room: ReturnType<typeof open>) => room.hears(null, 'addressed')],
    ['what nobody could transcribe', (room: ReturnType<typeof open>) => room.isDeaf('addressed')],
  ])('is told of %s', async (_, happen) => {
    const room = open();
    happen(room);
    await room.dialogue.settled();
    expect(room.speaker.heard).toEqual([fr.listening.notUnderstood]);
  });
});

test('who speaks over us is listened to, and what waited is not said', async () => {
  const room = open(({ utterance }) => saying(utterance === 'pourquoi ?' ? 'Parce que.' : ANSWER));
  room.speaker.hold();
  room.hears('Jarvis, état du cluster');
  await vi.waitFor(() => expect(room.speaker.made().length).toBe(2));
  room.hears('pourquoi ?');
  await vi.waitFor(() => expect(room.speaker.silenced).toHaveLength(1));
  room.speaker.release();
  await room.dialogue.settled();
  expect(room.asked).toEqual(['Jarvis, état du cluster', 'pourquoi ?']);
  expect(room.speaker.heard).toEqual(['Parce que.']);
});

function open(answer: (command: Command) => AsyncIterable<SkillEvent> = () => saying(ANSWER)) {
  const over = new AbortController();
  onTestFinished(() => over.abort());
  return dialogueWith(answer, over.signal);
}
