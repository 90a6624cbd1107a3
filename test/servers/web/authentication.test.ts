import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { bearer, folder, KEY, outcome, post, serving, signed } from './serving.ts';

const BODY = JSON.stringify({ utterance: 'état du cluster' });
const PATH = '/v1/command?wait=5000';

describe('a key', () => {
  it('lets in who shows it, whatever the letters of the scheme', async () => {
    const { url } = await serving();
    expect(await outcome(fetch(`${url}/ready`, { headers: bearer }))).toBe('200');
    expect(await outcome(fetch(`${url}/ready`, { headers: { authorization: `bearer ${KEY}` } }))).toBe('200');
  });

  it.each([
    ['no header', {}],
    ['a wrong key', { authorization: `Bearer ${KEY.slice(0, -1)}x` }],
    ['a part of the key', { authorization: `Bearer ${KEY.slice(0, -1)}` }],
    ['a longer key', { authorization: `Bearer ${KEY}x` }],
    ['no scheme', { authorization: KEY }],
    ['another scheme', { authorization: `Basic ${KEY}` }],
    ['nothing after the scheme', { authorization: 'Bearer ' }],
  ])('%s is not let in', async (_what, headers: Record<string, string>) => {
    const { url, skill } = await serving();
    expect(await outcome(post(`${url}/v1/command`, BODY, headers))).toBe('401 unauthorized');
    expect(skill.handled).toEqual([]);
  });

  it.each([
    '/v1/command',
    '/v1/jobs/x',
    '/v1/reports',
    '/v1/reports/latest',
    '/v1/reports/x',
    '/v1/diff',
    '/ready',
    '/metrics',
    '/openapi.json',
    '/',
    '/mcp',
    '/nowhere',
  ])('is asked for at %s', async (path) => {
    const { url } = await serving();
    expect(await outcome(fetch(url + path))).toBe('401 unauthorized');
  });

  it('is not asked for at /health', async () => {
    const { url } = await serving();
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
  });

  it('what the body lacks is not told to who has none', async () => {
    const { url } = await serving();
    expect(await outcome(post(`${url}/v1/command`, '{', {}))).toBe('401 unauthorized');
    expect(await outcome(post(`${url}/v1/command`, '{', signed('POST', '/v1/command', BODY)))).toBe('401 unauthorized');
  });
});

describe('a signature', () => {
  it('lets in a GET and a POST, path and query as sent', async () => {
    const { url } = await serving();
    expect(await outcome(fetch(`${url}/ready`, { headers: signed('GET', '/ready') }))).toBe('200');
    expect(await outcome(post(url + PATH, BODY, signed('POST', PATH, BODY)))).toBe('200');
    const spelled = '/v1/reports?limit=1&after=%30';
    expect(await outcome(fetch(url + spelled, { headers: signed('GET', spelled) }))).toBe('200');
  });

  it.each([
    ['another key', signed('POST', PATH, BODY, { key: `${KEY}x` })],
    ['another method', signed('PUT', PATH, BODY)],
    ['another path', signed('POST', '/v1/command', BODY)],
    ['another body', signed('POST', PATH, `${BODY} `)],
    ['no version', { ...signed('POST', PATH, BODY), 'x-jarvis-signature': 'a'.repeat(64) }],
    ['another version', { ...signed('POST', PATH, BODY), 'x-jarvis-signature': `v2=${'a'.repeat(64)}` }],
    ['half of it', { ...signed('POST', PATH, BODY), 'x-jarvis-signature': 'v1=abcdef' }],
    ['no timestamp', { 'x-jarvis-signature': `v1=${'a'.repeat(64)}` }],
    ['a timestamp that is none', { ...signed('POST', PATH, BODY), 'x-jarvis-timestamp': 'now' }],
    ['an endless timestamp', { ...signed('POST', PATH, BODY), 'x-jarvis-timestamp': '9'.repeat(400) }],
  ])('of %s is refused', async (_what, headers: Record<string, string>) => {
    const { url, skill } = await serving();
    expect(await outcome(post(url + PATH, BODY, headers))).toBe('401 unauthorized');
    expect(skill.handled).toEqual([]);
  });

  it('holds for five minutes on either side of our clock', async () => {
    const now = new Date('2026-02-23T14:30:00Z');
    const { url } = await serving({ now: () => now });
    const at = async (seconds: number) =>
      await outcome(fetch(`${url}/ready`, { headers: signed('GET', '/ready', '', { at: now.getTime() + 1000 * seconds }) }));
    expect([await at(-301), await at(-300), await at(0), await at(300), await at(301)]).toEqual([
      '401 unauthorized',
      '200',
      '200',
      '200',
      '401 unauthorized',
    ]);
  });

  it('of a POST is good once', async () => {
    const { url, skill } = await serving();
    const headers = signed('POST', PATH, BODY);
    expect(await outcome(post(url + PATH, BODY, headers))).toBe('200');
    expect(await outcome(post(url + PATH, BODY, headers))).toBe('409 replayed');
    const shouted = { ...headers, 'x-jarvis-signature': `v1=${headers['x-jarvis-signature']?.slice(3).toUpperCase()}` };
    expect(await outcome(post(url + PATH, BODY, shouted))).toBe('409 replayed');
    expect(skill.handled.length).toBe(1);
  });

  it('of a POST is good once, even when it comes ten times at once', async () => {
    const { url, skill } = await serving();
    const headers = signed('POST', PATH, BODY);
    const answers = await Promise.all(Array.from({ length: 10 }, () => outcome(post(url + PATH, BODY, headers))));
    expect(answers.filter((answer) => answer === '200').length).toBe(1);
    expect(skill.handled.length).toBe(1);
  });

  it('of a POST is good once, until the last moment at which it could be valid', async () => {
    let now = new Date('2026-02-23T14:30:00Z');
    const { url } = await serving({ now: () => now });
    const headers = signed('POST', PATH, BODY, { at: now.getTime() + 300_000 });
    expect(await outcome(post(url + PATH, BODY, headers))).toBe('200');
    now = new Date('2026-02-23T14:40:00Z');
    expect(await outcome(post(url + PATH, BODY, headers))).toBe('409 replayed');
  });

  it('of a POST is not good again after a restart', async () => {
    const out = await folder();
    const headers = signed('POST', PATH, BODY);
    const first = await serving({ out });
    expect(await outcome(post(first.url + PATH, BODY, headers))).toBe('200');
    await first.close();
    const second = await serving({ out });
    expect(await outcome(post(second.url + PATH, BODY, headers))).toBe('409 replayed');
  });

  it('of a GET can be used again', async () => {
    const { url } = await serving();
    const headers = signed('GET', '/ready');
    expect(await outcome(fetch(`${url}/ready`, { headers }))).toBe('200');
    expect(await outcome(fetch(`${url}/ready`, { headers }))).toBe('200');
  });

  it('that was not valid is not remembered', async () => {
    const { url } = await serving();
    const headers = signed('POST', PATH, BODY);
    expect(await outcome(post(url + PATH, `${BODY} `, headers))).toBe('401 unauthorized');
    expect(await outcome(post(url + PATH, BODY, headers))).toBe('200');
  });
});

describe('without a key', () => {
  it('nothing is asked, and sessions, signatures and keys mean nothing', async () => {
    const { url } = await serving({ key: null });
    expect(await outcome(post(`${url}/v1/command`, BODY, {}))).toBe('200');
    expect(await outcome(post(`${url}/v1/command`, BODY, { authorization: 'Bearer x' }))).toBe('200');
    expect(await outcome(fetch(`${url}/`, { redirect: 'manual' }))).toBe('200');
  });
});

describe('failed authentications', () => {
  it('are ten a minute; then the address waits, and who shows the key does not', async () => {
    const { url } = await serving();
    const wrong = () => post(`${url}/v1/command`, BODY, { authorization: 'Bearer wrong' });
    for (let time = 0; time < 10; time += 1) expect(await outcome(wrong())).toBe('401 unauthorized');
    const limited = await wrong();
    expect([limited.status, Number(limited.headers.get('retry-after')) > 50]).toEqual([429, true]);
    expect(await outcome(post(`${url}/v1/command`, BODY))).toBe('200');
    expect(await outcome(post(url + PATH, BODY, signed('POST', PATH, BODY)))).toBe('200');
    expect(await outcome(post(`${url}/login`, { key: KEY }, {}))).toBe('200');
    expect(await outcome(post(`${url}/login`, { key: 'wrong' }, {}))).toBe('429 too-many-requests');
    expect(await outcome(fetch(`${url}/health`))).toBe('200');
  });

  it('a wrong key at the login and a wrong signature count as well', async () => {
    const { url } = await serving();
    for (let time = 0; time < 5; time += 1) {
      expect(await outcome(post(`${url}/login`, { key: 'wrong' }, {}))).toBe('401 unauthorized');
      expect(await outcome(post(url + PATH, BODY, signed('POST', PATH, 'other')))).toBe('401 unauthorized');
    }
    expect(await outcome(fetch(`${url}/ready`))).toBe('429 too-many-requests');
  });
});

describe('calls with the key', () => {
  it('are three hundred a second, and 2,000 at once are all answered', async () => {
    const { url } = await serving();
    const startedAt = performance.now();
    const statuses = await Promise.all(
      Array.from({ length: 2_000 }, async () => await outcome(fetch(`${url}/ready`, { headers: bearer }))),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    const taken = statuses.filter((status) => status === '200').length;
    expect(statuses.filter((status) => status === '429 too-many-requests').length).toBe(2_000 - taken);
    expect(taken).toBeGreaterThanOrEqual(300);
    // a slow machine takes some seconds for them
    expect(taken).toBeLessThanOrEqual(300 * Math.ceil(seconds));
    await expect.poll(() => outcome(fetch(`${url}/ready`, { headers: bearer })), { timeout: 5_000 }).toBe('200');
  });

  it('2,000 commands at once from this machine alone are all answered', async () => {
    const { url, skill } = await serving({ key: null });
    const statuses = await Promise.all(Array.from({ length: 2_000 }, async () => await outcome(post(`${url}/v1/command`, BODY, {}))));
    expect(statuses.every((status) => status === '200')).toBe(true);
    expect(skill.handled.length).toBe(2_000);
  });

  it('are let in again when the clock was set back in the meantime', async () => {
    const { url } = await serving();
    const ready = () => outcome(fetch(`${url}/ready`, { headers: bearer }));
    await Promise.all(Array.from({ length: 301 }, ready));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    onTestFinished(() => void vi.useRealTimers());
    await sleep(1_100);
    expect(await ready()).toBe('200');
  });
});
