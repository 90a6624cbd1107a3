import { describe, expect, it } from 'vitest';
import type { SkillEvent } from '../../../skill/skill.ts';
import { bearer, outcome, post, serving } from './serving.ts';
import { failing, held, smallSkill } from './small-skill.ts';

const STREAM = { ...bearer, accept: 'text/event-stream' };
const BODY = { utterance: 'audit système' };

function eventsIn(text: string): readonly SkillEvent[] {
  return text
    .trimEnd()
    .split('\n\n')
    .map((block) => {
      const [, type, data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      const event = JSON.parse(data) as SkillEvent;
      expect(event.type).toBe(type);
      return event;
    });
}

describe('events', () => {
  it('are those of the skill, in order, each named', async () => {
    const all: readonly SkillEvent[] = [
      { type: 'accepted', intent: 'audit_full', slots: {} },
      { type: 'speech', text: "J'audite le système.\nDeux lignes." },
      { type: 'progress', done: 1, total: 2, target: 'M1' },
      { type: 'report', id: 'r', path: 'data/audit.json' },
      { type: 'done', text: 'Fini.', speech: 'Fini.', status: 'ok' },
    ];
    const { url } = await serving({
      skill: smallSkill(async function* () {
        yield* all;
      }),
    });
    const response = await post(`${url}/v1/command`, BODY, STREAM);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(eventsIn(await response.text())).toEqual(all);
  });

  it('come as they happen', async () => {
    const { behave, release } = held();
    const { url } = await serving({ skill: smallSkill(behave) });
    const { body } = await post(`${url}/v1/command`, BODY, STREAM);
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    while (!text.includes('speech')) text += new TextDecoder().decode((await reader.read()).value);
    expect(text).not.toContain('done');
    release();
    for (let next = await reader.read(); !next.done; next = await reader.read()) text += new TextDecoder().decode(next.value);
    expect(eventsIn(text).map(({ type }) => type)).toEqual(['accepted', 'speech', 'done']);
  });

  it('end with the reason when there is no answer', async () => {
    const { url } = await serving({ skill: smallSkill(failing('refused', 'Je ne fais que regarder.')) });
    const text = await (await post(`${url}/v1/command`, BODY, STREAM)).text();
    expect(eventsIn(text)).toEqual([{ type: 'failed', code: 'refused', text: 'Je ne fais que regarder.' }]);
  });

  it('of a fault of ours end as failed', async () => {
    const skill = smallSkill(async function* () {
      yield { type: 'accepted', intent: 'audit_full', slots: {} };
      throw new Error('inside');
    });
    const { url } = await serving({ skill });
    const events = eventsIn(await (await post(`${url}/v1/command`, BODY, STREAM)).text());
    expect(events.at(-1)).toEqual({ type: 'failed', code: 'failed', text: '' });
  });

  it('end the command when nobody listens any more', async () => {
    const { behave } = held();
    const { url, skill } = await serving({ skill: smallSkill(behave) });
    const { body } = await post(`${url}/v1/command`, BODY, STREAM);
    await (body as ReadableStream).cancel();
    await expect.poll(() => skill.aborted()).toBe(1);
  });

  it('are not sent for what is refused before', async () => {
    const { url } = await serving();
    expect(await outcome(post(`${url}/v1/command`, {}, STREAM))).toBe('400 bad-request');
    expect(await outcome(post(`${url}/v1/command`, BODY, { accept: 'text/event-stream' }))).toBe('401 unauthorized');
  });

  it('a thousand of them to a slow reader hold neither the audit nor the memory', async () => {
    const skill = smallSkill(async function* () {
      yield { type: 'accepted', intent: 'audit_full', slots: {} };
      for (let done = 1; done <= 1_000; done += 1) yield { type: 'progress', done, total: 1_000, target: 'x'.repeat(500) };
      yield { type: 'done', text: 'Fini.', speech: 'Fini.', status: 'ok' };
    });
    const { url } = await serving({ skill });
    const response = await post(`${url}/v1/command`, BODY, STREAM);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(eventsIn(await response.text()).length).toBe(1_002);
  });
});
