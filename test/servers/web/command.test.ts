import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { reportSample } from '../../support/report-sample.ts';
import { bearer, outcome, post, serving } from './serving.ts';
import { failing, held, smallSkill } from './small-skill.ts';

const STATUS = { utterance: 'état du cluster' };
const { id } = reportSample();

describe('what a command is answered', () => {
  it('an answer has its intent, its words, its status and its report', async () => {
    const { url, skill } = await serving();
    const response = await post(`${url}/v1/command`, { ...STATUS, channel: 'voice', session: 'salon', locale: 'fr' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      handled: true,
      intent: 'cluster_status',
      slots: {},
      speech: 'Un nœud sur deux répond.',
      text: 'Tout va bien : 1 nœud sur 2.',
      status: 'warning',
      report: { id, url: `/v1/reports/${id}` },
    });
    expect(skill.handled).toEqual([{ ...STATUS, channel: 'voice', session: 'salon', locale: 'fr' }]);
  });

  it('an intent with its slots needs no sentence', async () => {
    const { url, skill } = await serving();
    expect(await outcome(post(`${url}/v1/command`, { intent: 'section_status', slots: { section: 'security' } }))).toBe('200');
    expect(skill.handled).toEqual([{ intent: 'section_status', slots: { section: 'security' } }]);
  });

  it('a sentence that is not for us is not handled', async () => {
    const { url } = await serving({ skill: smallSkill(failing('not-for-us', 'Je ne réponds que du système.')) });
    expect(await (await post(`${url}/v1/command`, { utterance: 'quel temps fait-il' })).json()).toEqual({
      handled: false,
      intent: 'none',
      reason: 'not-for-us',
    });
  });

  it('a negated sentence is not handled', async () => {
    const { url } = await serving({ skill: smallSkill(failing('negated', '')) });
    expect(await (await post(`${url}/v1/command`, { utterance: "n'audite pas" })).json()).toEqual({
      handled: false,
      intent: 'none',
      reason: 'negated',
    });
  });

  it('what is refused is refused politely', async () => {
    const { url } = await serving({ skill: smallSkill(failing('refused', 'Je ne fais que regarder.')) });
    expect(await (await post(`${url}/v1/command`, { utterance: 'redémarre le cluster' })).json()).toEqual({
      handled: false,
      intent: 'none',
      reason: 'refused',
      text: 'Je ne fais que regarder.',
    });
  });

  it('a skill that could not says so in its words, and no status is made up', async () => {
    const { url } = await serving({ skill: smallSkill(failing('failed', "L'audit n'a pas pu se faire.")) });
    const body = await (await post(`${url}/v1/command`, STATUS)).json();
    expect(body).toMatchObject({ handled: true, reason: 'failed', speech: "L'audit n'a pas pu se faire.", status: null, report: null });
  });

  it('a fault of ours tells nothing of the inside', async () => {
    const skill = smallSkill(async function* () {
      yield { type: 'accepted', intent: 'audit_full', slots: {} };
      throw new TypeError('/home/me/secret is undefined');
    });
    const { url, lines } = await serving({ skill });
    const response = await post(`${url}/v1/command`, STATUS);
    expect([response.status, await response.text()]).toEqual([500, '{"error":{"code":"internal","message":"Something went wrong here."}}']);
    expect(lines.join('')).toContain('secret is undefined');
  });
});

describe('what a command is refused for', () => {
  const cases: readonly (readonly [what: string, body: unknown])[] = [
    ['nothing', {}],
    ['an empty sentence', { utterance: ' ' }],
    ['a sentence of 501 characters', { utterance: 'é'.repeat(501) }],
    ['an intent that does not exist', { intent: 'reboot' }],
    ['an intent of the prototype', { intent: 'constructor' }],
    ['a slot that the intent does not have', { intent: 'cluster_status', slots: { section: 'security' } }],
    ['a sentence that is a number', { utterance: 7 }],
    ['an unknown key', { ...STATUS, shell: 'ls' }],
    ['an unknown channel', { ...STATUS, channel: 'fax' }],
    ['an unknown language', { ...STATUS, locale: 'de' }],
    ['a session that is a path', { ...STATUS, session: '../../etc/passwd' }],
    ['a list', []],
    ['null', 'null'],
    ['no JSON', '{"utterance":'],
    ['bytes that are no text', new Uint8Array([0x22, 0xff, 0x22])],
  ];
  it.each(cases)('%s', async (_what, body) => {
    const { url, skill } = await serving();
    expect(await outcome(post(`${url}/v1/command`, body))).toBe('400 bad-request');
    expect(skill.handled).toEqual([]);
  });

  it('a slot of the prototype is no slot', async () => {
    const { url, skill } = await serving();
    expect(await outcome(post(`${url}/v1/command`, '{"intent":"audit_full","slots":{"__proto__":"x"}}'))).toBe('200');
    expect(skill.handled).toEqual([{ intent: 'audit_full', slots: {} }]);
  });

  it('a sentence of 500 characters is taken', async () => {
    const { url } = await serving();
    expect(await outcome(post(`${url}/v1/command`, { utterance: '🎉'.repeat(500) }))).toBe('200');
  });

  it.each(['30001', '-1', 'abc', '1e3', ''])('a wait of %j', async (wait) => {
    const { url } = await serving();
    expect(await outcome(post(`${url}/v1/command?wait=${wait}`, STATUS))).toBe('400 bad-request');
  });
});

describe('a command that takes longer than its caller waits', () => {
  it('is a job that can be asked for', async () => {
    const { behave, release } = held();
    const { url } = await serving({ skill: smallSkill(behave) });
    const response = await post(`${url}/v1/command?wait=50`, STATUS);
    const { job, ...rest } = (await response.json()) as { job: string };
    expect([response.status, rest]).toEqual([202, { handled: true, speech: "J'audite le système." }]);
    const ask = async () => (await fetch(`${url}/v1/jobs/${job}`, { headers: bearer })).json();
    expect(await ask()).toEqual({ state: 'running', result: null });
    release();
    await expect.poll(ask).toMatchObject({ state: 'done', result: { handled: true, text: 'Fini.', status: 'ok' } });
  });

  it('goes on when its caller hangs up after the answer', async () => {
    const { behave, release } = held();
    const { url, skill } = await serving({ skill: smallSkill(behave) });
    const response = await post(`${url}/v1/command?wait=0`, STATUS, { ...bearer, connection: 'close' });
    const { job } = (await response.json()) as { job: string };
    await sleep(100);
    release();
    await expect.poll(async () => (await fetch(`${url}/v1/jobs/${job}`, { headers: bearer })).json()).toMatchObject({ state: 'done' });
    expect(skill.aborted()).toBe(0);
  });

  it('a job that nobody was told of is nowhere', async () => {
    const { url } = await serving();
    expect(await outcome(fetch(`${url}/v1/jobs/1`, { headers: bearer }))).toBe('404 not-found');
  });

  it('a skill that failed makes a job that failed', async () => {
    const { url } = await serving({
      skill: smallSkill(async function* () {
        yield { type: 'accepted', intent: 'audit_full', slots: {} };
        await sleep(100);
        yield { type: 'failed', code: 'failed', text: 'Rien lu.' };
      }),
    });
    const { job } = (await (await post(`${url}/v1/command?wait=10`, STATUS)).json()) as { job: string };
    await expect
      .poll(async () => (await fetch(`${url}/v1/jobs/${job}`, { headers: bearer })).json())
      .toMatchObject({ state: 'failed', result: { handled: true, reason: 'failed', text: 'Rien lu.' } });
  });

  it('a caller that goes away takes its command with it', async () => {
    const { behave } = held();
    const { url, skill } = await serving({ skill: smallSkill(behave) });
    const leaving = new AbortController();
    const call = fetch(`${url}/v1/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer },
      body: JSON.stringify(STATUS),
      signal: leaving.signal,
    });
    await expect.poll(() => skill.handled.length).toBe(1);
    leaving.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => skill.aborted()).toBe(1);
  });
});
