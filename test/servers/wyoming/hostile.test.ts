import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { timed } from '../../support/gathering.ts';
import { held, smallSkill } from '../web/small-skill.ts';
import { call, event, exchange, openDoor, sentence } from './door.ts';

const refusal = (code: string) => event('error', { text: 'this is not what Wyoming says', code });

describe('what is not Wyoming is told so, and its connection ends', () => {
  test.each<[string, string | Buffer, string]>([
    ['a browser', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 'malformed'],
    ['a greeting of TLS', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3, 0x0a]), 'malformed'],
    ['half a sentence', sentence('état du cluster').slice(0, -3), 'malformed'],
    ['a transcript without text', '{"type":"transcript","data":{}}\n', 'malformed'],
    ['a transcript of a number', '{"type":"transcript","data":{"text":3}}\n', 'malformed'],
    ['a negative length', '{"type":"transcript","data_length":-5}\n', 'malformed'],
    ['a payload of a terabyte', '{"type":"audio-chunk","payload_length":1000000000000}\n', 'too-large'],
  ])('%s', async (_, bytes, code) => {
    const { port, skill, entries } = await openDoor();
    expect(await exchange(port, bytes)).toBe(refusal(code));
    expect(skill.handled).toEqual([]);
    expect(entries).toContainEqual({ msg: 'refused', door: 'wyoming', code, count: 1 });
  });

  test('a line without end, from a caller that never stops', async () => {
    const { port } = await openDoor();
    const { socket, ended } = await call(port);
    const pour = setInterval(() => socket.writable && socket.write(Buffer.alloc(16_384, 'x')), 5);
    expect(await ended).toBe(refusal('too-large'));
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(pour);
  });

  test('what came before it is answered', async () => {
    const { port } = await openDoor();
    expect(await exchange(port, `${event('ping', {})}nonsense\n`)).toBe(event('pong', { text: null }) + refusal('malformed'));
  });

  test('a flood of it is told as one', async () => {
    const { port, entries } = await openDoor();
    await Promise.all(Array.from({ length: 30 }, () => exchange(port, '\n')));
    expect(entries.length).toBeLessThan(5);
  });
});

describe('connections', () => {
  test('of which too many are open give way, the one that has said nothing the longest first', async () => {
    const { port } = await openDoor({ limits: { connections: 3 } });
    const first = await call(port);
    const others = [await call(port), await call(port)];
    expect(await exchange(port, event('ping', {}))).toContain('pong');
    await first.ended;
    expect(others.map(({ socket }) => socket.readableEnded || socket.destroyed)).toEqual([false, false]);
  });

  test('that wait for their answer give way to nobody', async () => {
    const { behave, release } = held();
    const { port } = await openDoor({ skill: smallSkill(behave), limits: { connections: 2 } });
    const waiting = [await call(port, sentence('un')), await call(port, sentence('deux'))];
    for (const caller of waiting) await caller.until('système');
    expect(await exchange(port, event('ping', {}))).toBe('');
    release();
    for (const caller of waiting) expect(await caller.until('handled-stop')).toContain('Fini.');
  });

  test('on which nothing moves end', async () => {
    const { port } = await openDoor({ limits: { silenceMs: 200 } });
    const caller = await call(port, '{"type":"tran');
    expect((await timed(() => caller.ended)).ms).toBeLessThan(5_000);
  });
});

describe('a caller', () => {
  test('that goes away takes its command with it', async () => {
    const { behave } = held();
    const skill = smallSkill(behave);
    const { port, entries } = await openDoor({ skill });
    const caller = await call(port, sentence('audit système'));
    await caller.until('système');
    caller.socket.resetAndDestroy();
    while (skill.aborted() === 0 || entries.length === 0) await sleep(10);
    expect(entries).toMatchObject([{ msg: 'answered', outcome: 'gone' }]);
  });

  test('with less patience than an audit needs hears what can be said, and the audit goes on', async () => {
    const { behave, release } = held();
    const skill = smallSkill(behave);
    const { port } = await openDoor({ skill, limits: { patienceMs: 300 } });
    const { value, ms } = await timed(() => exchange(port, sentence('audit système', {})));
    expect(value).toBe(
      event('handled-start') +
        event('handled-chunk', { text: "J'audite le système." }) +
        event('handled', { text: "J'audite le système." }) +
        event('handled-stop'),
    );
    expect(ms).toBeGreaterThan(250);
    expect(skill.aborted()).toBe(0);
    release();
  });

  test('that asks and listens to nothing is left', async () => {
    const { port } = await openDoor({ limits: { silenceMs: 300 } });
    const asked = 60_000;
    const caller = await call(port);
    caller.socket.pause();
    caller.socket.write(event('describe').repeat(asked));
    await sleep(2_500);
    caller.socket.resume();
    const answers = (await caller.ended).split('"type":"info"').length - 1;
    expect(answers).toBeGreaterThan(0);
    expect(answers).toBeLessThan(asked);
  });
});

describe('told to end', () => {
  test('it answers what runs, hears nothing new, and ends the others', async () => {
    const { behave, release } = held();
    const { port, skill, close } = await openDoor({ skill: smallSkill(behave) });
    const idle = await call(port);
    const busy = await call(port, sentence('audit système') + sentence('encore'));
    await busy.until('système');
    const closing = close();
    await idle.ended;
    await expect(call(port)).rejects.toThrow('ECONNREFUSED');
    release();
    expect(await busy.ended).toContain('Fini.');
    await closing;
    expect(skill.handled).toHaveLength(1);
  });

  test('it waits no longer than it has, and says so', async () => {
    const { behave } = held();
    const { port, close } = await openDoor({ skill: smallSkill(behave), limits: { runningMs: 200 } });
    const caller = await call(port, sentence('audit système', {}));
    await caller.until('système');
    expect((await timed(close)).ms).toBeLessThan(5_000);
    expect(await caller.ended).toContain(event('handled', { text: 'Je suis en train de fermer.' }));
  });
});
