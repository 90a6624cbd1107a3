import { appendFile, chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bearer, folder, outcome, post, serving } from './serving.ts';
import { atOnce, held, smallSkill } from './small-skill.ts';

const BODY = { utterance: 'état du cluster' };
const delivery = (id: string) => ({ ...bearer, 'x-jarvis-delivery': id });

describe('a repeated delivery', () => {
  it('is answered and not run again', async () => {
    const { url, skill } = await serving();
    const first = await (await post(`${url}/v1/command`, BODY, delivery('d-1'))).json();
    const second = await (await post(`${url}/v1/command`, BODY, delivery('d-1'))).json();
    expect(second).toEqual(first);
    expect(skill.handled.length).toBe(1);
    await post(`${url}/v1/command`, BODY, delivery('d-2'));
    expect(skill.handled.length).toBe(2);
  });

  it('with another body is refused', async () => {
    const { url, skill } = await serving();
    await post(`${url}/v1/command`, BODY, delivery('d-1'));
    expect(await outcome(post(`${url}/v1/command`, { utterance: 'audit système' }, delivery('d-1')))).toBe('400 bad-request');
    expect(skill.handled.length).toBe(1);
  });

  it('that still runs is waited for together', async () => {
    const { behave, release } = held();
    const { url, skill } = await serving({ skill: smallSkill(behave) });
    const calls = [post(`${url}/v1/command`, BODY, delivery('d-1')), post(`${url}/v1/command`, BODY, delivery('d-1'))];
    await expect.poll(() => skill.handled.length).toBe(1);
    expect(await outcome(post(`${url}/v1/command`, { utterance: 'autre' }, delivery('d-1')))).toBe('400 bad-request');
    release();
    for (const call of calls) expect(await (await call).json()).toMatchObject({ text: 'Fini.' });
    expect(skill.handled.length).toBe(1);
  });

  it('whose caller gave up is there when it comes back', async () => {
    const { behave, release } = held();
    const { url, skill, lines } = await serving({ skill: smallSkill(behave) });
    const leaving = new AbortController();
    const headers = { 'content-type': 'application/json', ...delivery('d-1') };
    const call = fetch(`${url}/v1/command`, { method: 'POST', headers, body: JSON.stringify(BODY), signal: leaving.signal });
    await expect.poll(() => skill.handled.length).toBe(1);
    leaving.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => lines.join('')).toContain('"status":0');
    release();
    expect(await (await post(`${url}/v1/command`, BODY, delivery('d-1'))).json()).toMatchObject({ text: 'Fini.' });
    expect([skill.handled.length, skill.aborted()]).toEqual([1, 0]);
  });

  it('is answered after a restart', async () => {
    const out = await folder();
    const first = await serving({ out });
    const answer = await (await post(`${first.url}/v1/command`, BODY, delivery('d-1'))).json();
    await first.close();
    const second = await serving({ out });
    expect(await (await post(`${second.url}/v1/command`, BODY, delivery('d-1'))).json()).toEqual(answer);
    expect(await outcome(post(`${second.url}/v1/command`, { utterance: 'autre' }, delivery('d-1')))).toBe('400 bad-request');
    expect(second.skill.handled).toEqual([]);
  });

  it('is answered after a restart whatever else stands in the file', async () => {
    const out = await folder();
    const first = await serving({ out });
    await post(`${first.url}/v1/command`, BODY, delivery('d-1'));
    await first.close();
    await appendFile(join(out, 'server', 'deliveries.jsonl'), 'null\n{"at":1,"key":"old","value":{}}\n{"torn');
    const second = await serving({ out });
    await post(`${second.url}/v1/command`, BODY, delivery('d-1'));
    await post(`${second.url}/v1/command`, BODY, delivery('d-2'));
    await second.close();
    const third = await serving({ out });
    await post(`${third.url}/v1/command`, BODY, delivery('d-1'));
    await post(`${third.url}/v1/command`, BODY, delivery('d-2'));
    expect([second.skill.handled.length, third.skill.handled.length]).toEqual([1, 0]);
  });

  it('is run again a day later', async () => {
    let now = new Date('2026-02-23T14:30:00Z');
    const { url, skill } = await serving({ now: () => now });
    await post(`${url}/v1/command`, BODY, delivery('d-1'));
    now = new Date('2026-02-24T14:29:00Z');
    await post(`${url}/v1/command`, BODY, delivery('d-1'));
    expect(skill.handled.length).toBe(1);
    now = new Date('2026-02-24T14:30:01Z');
    await post(`${url}/v1/command`, BODY, delivery('d-1'));
    expect(skill.handled.length).toBe(2);
  });

  it('what was cut short was not answered, and runs again', async () => {
    let isBroken = true;
    const skill = smallSkill(async function* () {
      if (isBroken) throw new Error('broken');
      yield* atOnce();
    });
    const { url } = await serving({ skill });
    expect(await outcome(post(`${url}/v1/command`, BODY, delivery('d-1')))).toBe('500 internal');
    isBroken = false;
    expect(await outcome(post(`${url}/v1/command`, BODY, delivery('d-1')))).toBe('200');
  });

  it('streamed, ends as it ended', async () => {
    const { url } = await serving();
    await post(`${url}/v1/command`, BODY, delivery('d-1'));
    const again = await post(`${url}/v1/command`, BODY, { ...delivery('d-1'), accept: 'text/event-stream' });
    expect(await again.text()).toMatch(/^event: done\ndata: \{"type":"done","text":"Tout va bien/);
  });
});

describe('what deliveries are', () => {
  it.each(['', 'é', 'a b', 'x'.repeat(129)])('%j is none', async (id) => {
    const { url, skill } = await serving();
    const answer = await outcome(post(`${url}/v1/command`, BODY, { ...bearer, 'x-jarvis-delivery': encodeURI(id) === id ? id : 'a b' }));
    expect(answer).toBe('400 bad-request');
    expect(skill.handled).toEqual([]);
  });

  it('are kept for their owner', async () => {
    const { url, out } = await serving();
    await post(`${url}/v1/command`, BODY, delivery('d-1'));
    expect((await stat(join(out, 'server', 'deliveries.jsonl'))).mode & 0o777).toBe(0o600);
  });

  it('that cannot be written are remembered until the end, and the log says so', async () => {
    const out = await folder();
    await mkdir(join(out, 'x'));
    await writeFile(join(out, 'server'), 'a file in its place');
    await chmod(out, 0o700);
    const { url, skill, lines } = await serving({ out });
    expect(await outcome(post(`${url}/v1/command`, BODY, delivery('d-1')))).toBe('200');
    expect(await outcome(post(`${url}/v1/command`, BODY, delivery('d-1')))).toBe('200');
    expect(skill.handled.length).toBe(1);
    await expect.poll(() => lines.join('')).toContain('not remembered beyond a restart');
  });
});
