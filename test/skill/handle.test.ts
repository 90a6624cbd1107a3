import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createFileStore } from '../../skill/history/files.ts';
import type { Skill } from '../../skill/skill.ts';
import { closing, conversing, ending, heard, lmStudio, only } from '../support/conversing.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { startOllama } from '../support/ollama-server.ts';

/** A port that nothing listens on. */
const DOWN = 'http://127.0.0.1:9';

describe('a full audit', () => {
  test('is acknowledged at once, told as it goes, saved, and summed up last', async () => {
    await using node = closing(await startLmStudio({ delayMs: 80 }));
    await using other = closing(await startOllama());
    await using place = conversing([lmStudio('M1', node.url), `{ id: OL1, kind: ollama, url: "${other.url}" }`]);
    const events = await heard(place.skill, { intent: 'audit_full' });
    expect(events.map(({ type }) => type)).toEqual(['accepted', 'speech', 'progress', 'progress', 'report', 'done']);
    expect(events[0]).toEqual({ type: 'accepted', intent: 'audit_full', slots: {} });
    expect(events[1]).toEqual({ type: 'speech', text: "J'audite le système." });
    expect(only(events, 'progress').map(({ done, total }) => [done, total])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(new Set(only(events, 'progress').map(({ target }) => target))).toEqual(new Set(['M1', 'OL1']));
    const [report] = only(events, 'report');
    expect(JSON.parse(await readFile(report?.path ?? '', 'utf8'))).toMatchObject({ id: report?.id, mode: 'full' });
    expect(ending(events)).toMatchObject({ type: 'done', status: 'ok' });
  });

  test('is acknowledged before anything is read', async () => {
    await using node = closing(await startLmStudio());
    await using place = conversing([lmStudio('M1', node.url)]);
    for await (const event of place.skill.handle({ intent: 'audit_full' }, AbortSignal.timeout(20_000))) {
      if (event.type !== 'speech') continue;
      expect(node.requests).toEqual([]);
      break;
    }
  });

  test('in English is all English', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const events = await heard(place.skill, { intent: 'audit_full', locale: 'en' });
    expect(only(events, 'speech').map(({ text }) => text)).toEqual(['Auditing the system.']);
    expect(ending(events).text).toMatch(/not answering|answering|down/i);
  });

  test('a quick one is quick', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const events = await heard(place.skill, { intent: 'audit_full', slots: { mode: 'quick' } });
    const report = await place.skill.report(only(events, 'report')[0]?.id ?? '');
    expect(report?.mode).toBe('quick');
  });

  test('a quick one that was just made is not announced again', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const command = { intent: 'audit_full', slots: { mode: 'quick' } } as const;
    expect(only(await heard(place.skill, command), 'speech').map(({ text }) => text)).toEqual(['Je fais un audit rapide.']);
    expect(only(await heard(place.skill, command), 'speech')).toEqual([]);
  });

  test('a node that hangs costs its deadline, and is said to be unread', async () => {
    await using node = closing(await startLmStudio({ delayMs: 60_000 }));
    await using place = conversing([lmStudio('M1', node.url, ', timeoutMs: 300')]);
    const events = await heard(place.skill, { intent: 'audit_full' });
    expect(ending(events)).toMatchObject({ type: 'done' });
    expect((await place.skill.latest('full'))?.nodes['M1']?.status).toBe('unknown');
  });
});

describe('the state of the cluster', () => {
  test('is told without a word before it when it is there at once', async () => {
    await using node = closing(await startLmStudio());
    await using place = conversing([lmStudio('M1', node.url)]);
    const events = await heard(place.skill, { intent: 'cluster_status' });
    expect(only(events, 'speech')).toEqual([]);
    expect(ending(events).text).toContain('1 sur 1');
  });

  test('is announced when it takes long', async () => {
    await using node = closing(await startLmStudio({ delayMs: 60_000 }));
    await using place = conversing([lmStudio('M1', node.url, ', timeoutMs: 1500')]);
    const events = await heard(place.skill, { intent: 'cluster_status' });
    expect(only(events, 'speech').map(({ text }) => text)).toEqual(['Je regarde le cleusteur.']);
  });

  test('a reused answer costs a few milliseconds', async () => {
    await using node = closing(await startLmStudio());
    await using place = conversing([lmStudio('M1', node.url)]);
    await heard(place.skill, { intent: 'cluster_status' });
    const tookMs: number[] = [];
    for (let count = 0; count < 200; count += 1) {
      const startedAt = performance.now();
      await heard(place.skill, { intent: 'cluster_status' });
      tookMs.push(performance.now() - startedAt);
    }
    expect(tookMs.toSorted((a, b) => a - b)[100]).toBeLessThan(5);
  });
});

test.each(['cluster_status', 'audit_full'] as const)('the deadline of the whole holds for %s', async (intent) => {
  await using node = closing(await startLmStudio({ delayMs: 60_000 }));
  await using place = conversing([lmStudio('M1', node.url, ', timeoutMs: 30000')], { deadlineMs: 400 });
  const startedAt = performance.now();
  expect(ending(await heard(place.skill, { intent })).type).toBe('done');
  expect(performance.now() - startedAt).toBeLessThan(4_000);
});

describe('a report that cannot be saved', () => {
  const full = (out: string) => ({
    ...createFileStore(out),
    save: async () => {
      throw new Error('the report cannot be saved in data: there is no space left on the disk.');
    },
  });

  test('is said, costs no word of the answer, and is still at hand', async () => {
    await using place = conversing([lmStudio('M1', DOWN)], { store: full('/nonexistent') });
    const events = await heard(place.skill, { intent: 'audit_full' });
    const [report] = only(events, 'report');
    expect(report?.path).toBeNull();
    const { text, ...done } = ending(events);
    expect(text).toMatch(/M1[\s\S]*n'a pas pu être enregistré/);
    expect('speech' in done && done.speech).toContain("n'a pas pu être enregistré");
    expect(place.log).toEqual(['the report cannot be saved in data: there is no space left on the disk.']);
    expect((await place.skill.report(report?.id ?? ''))?.id).toBe(report?.id);
  });

  test('a disk that hangs does not hold the words', async () => {
    const store = { ...createFileStore('/nonexistent'), save: () => sleep(4_000, { path: '/nonexistent/late.json' }) };
    await using place = conversing([lmStudio('M1', DOWN)], { store });
    const startedAt = performance.now();
    const events = await heard(place.skill, { intent: 'audit_full' });
    expect(performance.now() - startedAt).toBeLessThan(3_500);
    expect(only(events, 'report')[0]?.path).toBeNull();
    expect(ending(events).text).toContain("n'est pas encore enregistré");
  });
});

describe('the words of a model', () => {
  const words = 'Tout est dit autrement.';

  test('are spoken for a full audit, and asked for once for all who share it', async () => {
    let asked = 0;
    const phrase = async () => {
      asked += 1;
      return words;
    };
    await using place = conversing([lmStudio('M1', DOWN)], { phrase });
    const both = await Promise.all([heard(place.skill, { intent: 'audit_full' }), heard(place.skill, { intent: 'audit_full' })]);
    for (const events of both) expect(ending(events)).toMatchObject({ speech: words });
    expect(asked).toBe(1);
    for (const intent of ['cluster_status', 'section_status'] as const)
      expect(ending(await heard(place.skill, { intent }))).not.toMatchObject({ speech: words });
    expect(asked).toBe(1);
  });

  test.each([
    ['has none', async () => null],
    ['throws', () => Promise.reject(new Error('no model'))],
    ['is endless', async () => 'x'.repeat(301)],
  ])('the template speaks where the model %s', async (_, phrase) => {
    await using place = conversing([lmStudio('M1', DOWN)], { phrase });
    expect(ending(await heard(place.skill, { intent: 'audit_full' }))).toMatchObject({ speech: expect.stringContaining('ne répond pas') });
  });

  test('a model that is late is not waited for, and told so', async () => {
    let isAborted = false;
    const phrase = (_: unknown, __: unknown, signal: AbortSignal) =>
      new Promise<string>(() => {
        signal.addEventListener('abort', () => {
          isAborted = true;
        });
      });
    await using place = conversing([lmStudio('M1', DOWN)], { phrase });
    const startedAt = performance.now();
    await heard(place.skill, { intent: 'audit_full' });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(isAborted).toBe(true);
  });
});

describe('stop', () => {
  async function stopped(skill: Skill, channel: 'voice' | 'chat', session?: string) {
    const command = { channel, ...(session && { session }) } as const;
    const running = heard(skill, { intent: 'audit_full', ...command });
    await sleep(100);
    const said = await heard(skill, { intent: 'cancel', ...command });
    return { said: ending(said), cut: ending(await running) };
  }

  test('ends the audit of its conversation at once', async () => {
    await using node = closing(await startLmStudio({ delayMs: 10_000 }));
    await using place = conversing([lmStudio('M1', node.url)]);
    const startedAt = performance.now();
    const { said, cut } = await stopped(place.skill, 'chat', 'salon');
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    expect(said).toMatchObject({ type: 'done', text: "D'accord, j'arrête.", status: null });
    expect(cut).toEqual({ type: 'failed', code: 'aborted', text: "L'audit a été arrêté." });
    expect(await place.skill.latest()).toBeNull();
  });

  test('by voice is said once', async () => {
    await using node = closing(await startLmStudio({ delayMs: 10_000 }));
    await using place = conversing([lmStudio('M1', node.url)]);
    const { said, cut } = await stopped(place.skill, 'voice');
    expect(said.text).toBe("D'accord, j'arrête.");
    expect(cut).toEqual({ type: 'failed', code: 'aborted', text: '' });
  });

  test('leaves the audit of another conversation alone', async () => {
    await using node = closing(await startLmStudio({ delayMs: 400 }));
    await using place = conversing([lmStudio('M1', node.url)]);
    const running = heard(place.skill, { intent: 'audit_full', channel: 'chat', session: 'bureau' });
    await sleep(100);
    expect(ending(await heard(place.skill, { intent: 'cancel', channel: 'chat', session: 'salon' })).text).toBe("Rien n'est en cours.");
    expect(ending(await running).type).toBe('done');
  });

  test('without a conversation stops nothing', async () => {
    await using node = closing(await startLmStudio({ delayMs: 400 }));
    await using place = conversing([lmStudio('M1', node.url)]);
    const running = heard(place.skill, { intent: 'audit_full' });
    await sleep(100);
    await heard(place.skill, { intent: 'cancel' });
    expect(ending(await running).type).toBe('done');
  });
});

describe('what is refused', () => {
  test.each(['../../etc/passwd', '', '.hidden', 'a/b', 'x'.repeat(65), 'é', 'a\n', 'a\0'])('a conversation named %j', async (session) => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    expect(await heard(place.skill, { intent: 'cluster_status', session })).toEqual([
      { type: 'failed', code: 'failed', text: expect.stringContaining('nom') },
    ]);
    expect(await readdir(place.out)).toEqual([]);
  });

  test('nothing said is not for us', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    expect(await heard(place.skill, {})).toEqual([{ type: 'failed', code: 'not-for-us', text: '' }]);
    expect(await heard(place.skill, { intent: 'none' })).toEqual([{ type: 'failed', code: 'not-for-us', text: '' }]);
  });

  test('slots that an intent does not have, or too long ones, are not heard', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const slots = { node: 'M1', section: 'x', since: 'last', __proto__: 'x' };
    expect((await heard(place.skill, { intent: 'node_status', slots }))[0]).toEqual({
      type: 'accepted',
      intent: 'node_status',
      slots: { node: 'M1' },
    });
    const long = await heard(place.skill, { intent: 'node_status', slots: { node: 'M'.repeat(5_000) } });
    expect(long[0]).toMatchObject({ slots: {} });
  });
});

test('an abort before the start is thrown', async () => {
  await using place = conversing([lmStudio('M1', DOWN)]);
  await expect(heard(place.skill, { intent: 'audit_full' }, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});

test('a router of the same process reaches the same path', async () => {
  await using place = conversing([lmStudio('M1', DOWN)]);
  type Entry = Parameters<Parameters<Skill['register']>[0]['register']>[0];
  const entries: Entry[] = [];
  place.skill.register({ register: (entry) => void entries.push(entry) });
  expect(entries.map(({ id, intents }) => [id, intents.includes('audit_full'), intents.includes('none')])).toEqual([
    ['jarvis-audit', true, false],
  ]);
  const events = [];
  for await (const event of entries[0]?.handle({ intent: 'cluster_status' }, AbortSignal.timeout(20_000)) ?? []) events.push(event);
  expect(ending(events).type).toBe('done');
});
