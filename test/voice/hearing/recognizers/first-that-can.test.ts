import { expect, test } from 'vitest';
import { ProbeError } from '../../../../skill/audit/define.ts';
import type { Recognition, Recognizer } from '../../../../skill/voice/hearing/recognizer.ts';
import { configuredRecognizers } from '../../../../skill/voice/hearing/recognizers/configured.ts';
import { firstThatCan } from '../../../../skill/voice/hearing/recognizers/first-that-can.ts';
import { realHost, timed } from '../../../support/gathering.ts';
import { hearing, startHearingServer } from '../../../support/hearing-server.ts';
import { sending } from '../../../support/voice-server.ts';
import { saying, startWyomingServer } from '../../../support/wyoming-server.ts';

const hints = { language: 'fr', context: 'idle' } as const;
const soon = () => AbortSignal.timeout(10_000);
const samples = new Float32Array(1_600);

interface Fake extends Recognizer {
  readonly asked: () => number;
}

/** A recogniser that does as told. */
function recognizer(id: Recognizer['id'], does: (signal: AbortSignal) => Promise<Recognition | null>, budgetMs = 1_000): Fake {
  let asked = 0;
  const recognize: Recognizer['recognize'] = (_samples, _hints, signal) => {
    asked += 1;
    return does(signal);
  };
  return { id, budgetMs, recognize, asked: () => asked };
}

const hears = (id: Recognizer['id'], text: string) => recognizer(id, async () => ({ text, confidence: 1 }));
const fails = (id: Recognizer['id']) => recognizer(id, () => Promise.reject(new ProbeError('refused', 'nobody')));
const deaf = (id: Recognizer['id'], budgetMs: number) => recognizer(id, () => new Promise(() => {}), budgetMs);

test('the first is believed, and nobody else is asked', async () => {
  const second = hears('embedded', 'non');
  const hear = firstThatCan([hears('openai', 'oui'), second], realHost());
  expect(await hear(samples, hints, soon())).toEqual({ recognition: { text: 'oui', confidence: 1 }, by: 'openai', attempts: [] });
  expect(second.asked()).toBe(0);
});

test('one that heard nothing that it knows is believed, too', async () => {
  const second = hears('embedded', 'stop');
  const hear = firstThatCan([recognizer('openai', async () => null), second], realHost());
  expect(await hear(samples, hints, soon())).toEqual({ recognition: null, by: 'openai', attempts: [] });
  expect(second.asked()).toBe(0);
});

test('one that cannot, one with a bug and one that is deaf even to its deadline are followed by the next, and it is said why', async () => {
  const bug = recognizer('wyoming', () => Promise.reject(new TypeError('x is not a function')));
  const hear = firstThatCan([fails('openai'), bug, deaf('wyoming', 100), hears('embedded', 'stop')], realHost());
  const { recognition, by, attempts } = await hear(samples, hints, soon());
  expect([recognition?.text, by]).toEqual(['stop', 'embedded']);
  expect(attempts.map(({ id, failure }) => `${id} ${failure.code}`)).toEqual(['openai refused', 'wyoming bug', 'wyoming timeout']);
});

test('one that failed is asked last for a minute, and first again afterwards', async () => {
  let now = 0;
  const host = { ...realHost(), now: () => now };
  let isBroken = true;
  const server = recognizer('openai', async () => {
    if (isBroken) throw new ProbeError('timeout', 'late');
    return { text: 'serveur', confidence: 1 };
  });
  const hear = firstThatCan([server, hears('embedded', 'ici')], host);
  const by = async () => (await hear(samples, hints, soon())).by;
  expect(await by()).toBe('embedded');
  isBroken = false;
  now = 59_999;
  expect([await by(), server.asked()]).toEqual(['embedded', 1]);
  now = 60_000;
  expect([await by(), server.asked()]).toEqual(['openai', 2]);
});

test('one that failed is asked all the same where the others cannot', async () => {
  let isBroken = true;
  const server = recognizer('openai', async () => {
    if (isBroken) throw new ProbeError('timeout', 'late');
    return { text: 'serveur', confidence: 1 };
  });
  const hear = firstThatCan([server, fails('embedded')], realHost());
  expect(await hear(samples, hints, soon())).toMatchObject({
    recognition: null,
    by: null,
    attempts: [{ id: 'openai' }, { id: 'embedded' }],
  });
  isBroken = false;
  expect(await hear(samples, hints, soon())).toMatchObject({ by: 'openai', attempts: [] });
});

test('all of them together take no longer than was given, and who was not asked has not failed', async () => {
  const last = hears('embedded', 'stop');
  const hear = firstThatCan([deaf('openai', 5_000), deaf('wyoming', 5_000), last], realHost(), { wholeMs: 300 });
  const { value, ms } = await timed(() => hear(samples, hints, soon()));
  expect(value).toMatchObject({ recognition: null, by: null, attempts: [{ id: 'openai', failure: { code: 'timeout' } }] });
  expect(value.attempts).toHaveLength(1);
  expect(ms).toBeLessThan(3_000);
  // who hung is asked last now, after the one that was not asked
  const second = firstThatCan([deaf('openai', 100), last], realHost(), { wholeMs: 100 });
  expect([(await second(samples, hints, soon())).by, (await second(samples, hints, soon())).by]).toEqual([null, 'embedded']);
});

test('the caller that stops ends it at once', async () => {
  const leave = new AbortController();
  setTimeout(() => leave.abort(new Error('enough')), 100);
  const last = hears('embedded', 'stop');
  const hear = firstThatCan([deaf('openai', 60_000), last], realHost(), { wholeMs: 60_000 });
  await expect(hear(samples, hints, leave.signal)).rejects.toThrow('enough');
  expect(last.asked()).toBe(0);
});

test('nobody to ask is nobody who hears', async () => {
  expect(await firstThatCan([], realHost())(samples, hints, soon())).toEqual({ recognition: null, by: null, attempts: [] });
});

test('the servers of the inventory follow each other: the one with a URL, then the one that speaks Wyoming', async () => {
  const broken = await startHearingServer(sending('<h1>502</h1>', 'text/html', 502));
  const wyoming = await startWyomingServer('"audio-stop"', saying('{"type":"transcript","data":{"text":"État du cluster."}}\n'));
  const host = realHost();
  const hear = firstThatCan(configuredRecognizers({ url: broken.url, model: 'm', wyoming: wyoming.url }, ['M1'], host), host);
  expect(await hear(samples, hints, soon())).toMatchObject({
    recognition: { text: 'État du cluster.' },
    by: 'wyoming',
    attempts: [{ id: 'openai', failure: { code: 'bad-status' } }],
  });
  await hear(samples, hints, soon());
  expect([broken.requests.length, wyoming.callers()]).toEqual([1, 2]);
});

test('without one in the inventory nobody is asked', () => {
  expect(configuredRecognizers(undefined, ['M1'], realHost())).toEqual([]);
});

test('a server that hears for itself alone is asked alone', async () => {
  const { url } = await startHearingServer(hearing('stop'));
  expect(configuredRecognizers({ url, model: 'm' }, [], realHost()).map(({ id }) => id)).toEqual(['openai']);
});
