import { describe, expect, test } from 'vitest';
import { en } from '../../../locales/en/locale.ts';
import { fr } from '../../../locales/fr/locale.ts';
import { conversing } from '../../support/conversing.ts';
import { failing, held, smallSkill } from '../web/small-skill.ts';
import { call, event, exchange, openDoor, sentence } from './door.ts';

const context = { conversation_id: '01JD2' };

describe('byte by byte, as the protocol says', () => {
  test('describe is answered with one service that handles sentences in both languages, and no other', async () => {
    const { port, skill } = await openDoor();
    const [line = '', data = ''] = (await exchange(port, '{"type":"describe"}\n')).split('\n');
    expect(JSON.parse(line)).toEqual({ type: 'info', data_length: Buffer.byteLength(data) });
    const artifact = {
      name: 'jarvis-audit',
      attribution: { name: 'jarvis-audit', url: '' },
      installed: true,
      description: skill.manifest.description,
      version: skill.manifest.version,
    };
    expect(JSON.parse(data)).toEqual({
      asr: [],
      tts: [],
      handle: [
        {
          ...artifact,
          models: [{ ...artifact, languages: ['fr', 'en'] }],
          supports_handled_streaming: true,
          supports_home_control: false,
        },
      ],
      intent: [],
      wake: [],
      mic: [],
      snd: [],
    });
  });

  test('a sentence is answered piece by piece, then whole', async () => {
    const { port } = await openDoor();
    expect(await exchange(port, sentence('état du cluster'))).toBe(
      [
        event('handled-start', { context }),
        event('handled-chunk', { text: 'Un nœud sur deux répond.' }),
        event('handled', { text: 'Un nœud sur deux répond.', context }),
        event('handled-stop'),
      ].join(''),
    );
  });

  test('what is said meanwhile comes at once, and what was said is not said twice in the whole', async () => {
    const { behave, release } = held();
    const { port } = await openDoor({ skill: smallSkill(behave) });
    const caller = await call(port, sentence('audit système'));
    const begun = event('handled-start', { context }) + event('handled-chunk', { text: "J'audite le système." });
    expect(await caller.until('système')).toBe(begun);
    release();
    caller.socket.end();
    expect(await caller.ended).toBe(
      begun + event('handled-chunk', { text: ' Fini.' }) + event('handled', { text: 'Fini.', context }) + event('handled-stop'),
    );
  });

  test.each<[string, string, string]>([
    ['is not for us', '', fr.conversation.canAsk],
    ['is refused', fr.answers.refused, fr.answers.refused],
    ['is negated', fr.conversation.negated, fr.conversation.negated],
  ])('what %s is not handled, in a sentence that can be said', async (what, text, said) => {
    const code = what === 'is not for us' ? 'not-for-us' : what === 'is refused' ? 'refused' : 'negated';
    const { port } = await openDoor({ skill: smallSkill(failing(code, text)) });
    expect(await exchange(port, sentence('x', {}))).toBe(event('not-handled', { text: said }));
  });

  test('what failed was ours all the same', async () => {
    const { port } = await openDoor({ skill: smallSkill(failing('failed', fr.answers.failed)) });
    expect(await exchange(port, sentence('x', {}))).toBe(
      event('handled-start') +
        event('handled-chunk', { text: fr.answers.failed }) +
        event('handled', { text: fr.answers.failed }) +
        event('handled-stop'),
    );
  });

  test('a fault of ours is said politely, and told in the log', async () => {
    const skill = smallSkill(async function* () {
      yield { type: 'accepted', intent: 'audit_full', slots: {} };
      throw new Error('broken');
    });
    const { port, entries } = await openDoor({ skill });
    expect(await exchange(port, sentence('x', {}))).toBe(event('not-handled', { text: fr.answers.failed }));
    expect(entries).toContainEqual({ msg: 'fault', error: 'Error: broken' });
  });

  test('ping is pong, with its text', async () => {
    const { port } = await openDoor();
    expect(await exchange(port, `${event('ping', { text: 'é' })}{"type":"ping","data":{"text":null}}\n`)).toBe(
      event('pong', { text: 'é' }) + event('pong', { text: null }),
    );
  });

  test('what is not for a service of sentences is passed over, payload included', async () => {
    const { port } = await openDoor();
    const sound = Buffer.alloc(2 * 1024 * 1024, 10);
    const chunk = Buffer.concat([Buffer.from(`{"type":"audio-chunk","data":{"rate":16000},"payload_length":${sound.length}}\n`), sound]);
    expect(
      await exchange(port, Buffer.concat([chunk, Buffer.from('{"type":"satellite-connected"}\n'), Buffer.from(event('ping', {}))])),
    ).toBe(event('pong', { text: null }));
  });

  test('several sentences over one connection are answered one after the other', async () => {
    const { behave, release } = held();
    const { port, skill } = await openDoor({ skill: smallSkill(behave) });
    const caller = await call(port, sentence('un', {}) + sentence('deux', {}) + event('ping', {}));
    await caller.until('système');
    expect(skill.handled.map(({ utterance }) => utterance)).toEqual(['un']);
    release();
    await caller.until('pong');
    expect(skill.handled.map(({ utterance }) => utterance)).toEqual(['un', 'deux']);
    expect(caller.heard().match(/"type":"(?:handled|pong)"/g)).toEqual(['"type":"handled"', '"type":"handled"', '"type":"pong"']);
  });
});

describe('a sentence', () => {
  test.each<[string, object, object]>([
    [
      'names its language and its conversation',
      { language: 'en', context: { conversation_id: 'a.b_c-1' } },
      { locale: 'en', session: 'wyoming-a.b_c-1' },
    ],
    ['names a country too', { language: 'fr_CA' }, { locale: 'fr', session: 'wyoming' }],
    ['names a language that we do not speak', { language: 'de' }, { session: 'wyoming' }],
    ['names no more than itself', { language: null, context: null }, { session: 'wyoming' }],
    ['tells of other things', { context: { satellite_id: 'kitchen', conversation_id: 7 } }, { session: 'wyoming' }],
  ])('that %s', async (_, more, expected) => {
    const { port, skill } = await openDoor();
    await exchange(port, sentence('état du cluster', more));
    expect(skill.handled).toEqual([{ utterance: 'état du cluster', channel: 'voice', ...expected }]);
  });

  test.each(['../../etc/passwd', 'é', 'a b', `${'x'.repeat(200)}`, '.'])(
    'whose conversation is called %s has one of its own',
    async (name) => {
      const { port, skill } = await openDoor();
      await exchange(
        port,
        sentence('x', { context: { conversation_id: name } }) + sentence('x', { context: { conversation_id: `${name.slice(0, 100)}!` } }),
      );
      const [first, second] = skill.handled.map(({ session }) => session);
      expect(first).toMatch(/^wyoming-[\w.-]{1,56}$/);
      expect(second).not.toBe(first);
    },
  );

  test('in another language than ours is answered in ours', async () => {
    const { port } = await openDoor({ skill: smallSkill(failing('not-for-us', '')), locale: en });
    expect(await exchange(port, sentence('wie spät ist es', { language: 'de' }))).toBe(
      event('not-handled', { text: en.conversation.canAsk }),
    );
    expect(await exchange(port, sentence('quelle heure', { language: 'fr' }))).toBe(event('not-handled', { text: fr.conversation.canAsk }));
  });

  test('that is longer than any of ours is not even looked at', async () => {
    const { port, skill } = await openDoor();
    expect(await exchange(port, sentence('x'.repeat(501), {}))).toBe(event('not-handled', { text: fr.conversation.canAsk }));
    expect(skill.handled).toEqual([]);
    await exchange(port, sentence('x'.repeat(500), {}));
    expect(skill.handled).toHaveLength(1);
  });

  test('leaves no word of itself in the log', async () => {
    const { port, entries } = await openDoor();
    await exchange(port, sentence('mon mot de passe est hunter2'));
    expect(entries).toEqual([
      { msg: 'answered', door: 'wyoming', outcome: 'handled', durationMs: expect.any(Number), address: '127.0.0.1' },
    ]);
  });
});

test('the real skill goes on with a conversation, over a connection for each sentence', async () => {
  await using cluster = conversing(['{ id: M1, kind: lmstudio, url: "http://127.0.0.1:1", provides: [text] }']);
  const { port } = await openDoor({ skill: cluster.skill });
  const handled = (answer: string) => /"type":"handled",.*\n(.*?)\{"type"/.exec(answer)?.[1] ?? answer;
  expect(handled(await exchange(port, sentence('audit système')))).toContain('M-un');
  expect(handled(await exchange(port, sentence('pourquoi ?')))).toContain('M-un');
  // in a conversation of their own these words are nobody's
  expect(await exchange(port, sentence('pourquoi ?', { context: { conversation_id: 'other' } }))).toMatch(/^\{"type":"not-handled"/);
});
