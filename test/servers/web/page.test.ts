import { describe, expect, it } from 'vitest';
import { bearer, KEY, outcome, post, serving } from './serving.ts';

const HTML = { accept: 'text/html,application/xhtml+xml' };
const BODY = { utterance: 'état du cluster' };

/** What a browser sends once the key was traded. */
async function loggedIn(url: string): Promise<{ readonly cookie: string }> {
  const response = await post(`${url}/login`, { key: KEY }, { origin: url });
  return { cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

describe('a session', () => {
  it('is a cookie that no script and no other site can use', async () => {
    const { url } = await serving();
    const response = await post(`${url}/login`, { key: KEY }, {});
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(response.status).toBe(200);
    expect(cookie).toMatch(/^jarvis_audit_session=[\w-]{43}; /);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain(KEY);
  });

  it('is another each time', async () => {
    const { url } = await serving();
    expect((await loggedIn(url)).cookie).not.toBe((await loggedIn(url)).cookie);
  });

  it('of a form leads to the page', async () => {
    const { url } = await serving();
    const response = await fetch(`${url}/login`, { method: 'POST', body: new URLSearchParams({ key: KEY }), redirect: 'manual' });
    expect([response.status, response.headers.get('location'), response.headers.has('set-cookie')]).toEqual([303, '/', true]);
  });

  it.each([
    ['a wrong key', JSON.stringify({ key: `${KEY}x` }), '401 unauthorized'],
    ['no key', '{}', '400 bad-request'],
    ['a key that is a list', '{"key":["x"]}', '400 bad-request'],
    ['no JSON', '{', '400 bad-request'],
  ])('is not had for %s', async (_what, body, expected) => {
    const { url } = await serving();
    expect(await outcome(post(`${url}/login`, body, {}))).toBe(expected);
  });

  it('is not given to the page of another', async () => {
    const { url } = await serving();
    expect(await outcome(post(`${url}/login`, { key: KEY }, { origin: 'http://evil.example' }))).toBe('403 foreign-origin');
  });

  it('lets a page read, and ask where it is ours', async () => {
    const { url, skill } = await serving();
    const session = await loggedIn(url);
    expect(await outcome(fetch(`${url}/v1/reports/latest`, { headers: session }))).toBe('200');
    expect(await outcome(post(`${url}/v1/command`, BODY, { ...session, origin: url }))).toBe('200');
    expect(skill.handled.length).toBe(1);
    expect(await outcome(post(`${url}/v1/command`, BODY, session))).toBe('403 foreign-origin');
    expect(await outcome(post(`${url}/v1/command`, BODY, { ...session, origin: 'http://evil.example' }))).toBe('403 foreign-origin');
    expect(skill.handled.length).toBe(1);
  });

  it.each(['', 'x', 'jarvis_audit_session=', `jarvis_audit_session=${'A'.repeat(43)}`, `jarvis_audit_session=${KEY}`])(
    '%j is none',
    async (cookie) => {
      const { url } = await serving();
      expect(await outcome(fetch(`${url}/v1/reports`, { headers: { cookie } }))).toBe('401 unauthorized');
    },
  );

  it('is over when it is given back', async () => {
    const { url } = await serving();
    const session = await loggedIn(url);
    expect(await outcome(post(`${url}/logout`, {}, { ...session, origin: url }))).toBe('200');
    expect(await outcome(fetch(`${url}/v1/reports`, { headers: session }))).toBe('401 unauthorized');
  });
});

describe('the page', () => {
  it('sends a browser without a session to the login, and tells a program that it needs one', async () => {
    const { url } = await serving();
    const response = await fetch(`${url}/`, { headers: HTML, redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/login']);
    expect(await outcome(fetch(`${url}/`))).toBe('401 unauthorized');
  });

  it('a browser that looks is no failed authentication', async () => {
    const { url } = await serving();
    for (let time = 0; time < 12; time += 1) await fetch(`${url}/`, { headers: HTML });
    expect(await outcome(fetch(`${url}/v1/reports`))).toBe('401 unauthorized');
  });

  it('is there for who has a session or the key', async () => {
    const { url } = await serving();
    for (const headers of [await loggedIn(url), bearer]) {
      const response = await fetch(`${url}/`, { headers: { ...HTML, ...headers } });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    }
  });

  it('the login leads who has a session to the page', async () => {
    const { url } = await serving();
    const response = await fetch(`${url}/login`, { headers: await loggedIn(url), redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  });

  it.each([
    [undefined, 'fr', 'Dernier audit'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr', 'Dernier audit'],
    ['en-US,en;q=0.9', 'en', 'Latest audit'],
    ['de, en;q=0.5, fr;q=0.4', 'en', 'Latest audit'],
    ['de', 'fr', 'Dernier audit'],
    ['en;q=nonsense,,;;', 'fr', 'Dernier audit'],
  ])('in the language of %j is %s', async (language, lang, words) => {
    const { url } = await serving({ key: null });
    const text = await (
      await fetch(`${url}/`, { headers: { ...HTML, ...(language === undefined ? {} : { 'accept-language': language }) } })
    ).text();
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(words);
  });

  it('has no script and no style but its own files, under a policy that allows no others', async () => {
    const { url } = await serving({ key: null });
    const response = await fetch(`${url}/`, { headers: HTML });
    const text = await response.text();
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/login/page.js">']);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src data:;connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
  });

  it('its files can be read by who has yet to log in', async () => {
    const { url } = await serving();
    for (const [file, type] of [
      ['page.js', 'text/javascript; charset=utf-8'],
      ['page.css', 'text/css; charset=utf-8'],
    ]) {
      const response = await fetch(`${url}/login/${file}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    }
  });

  it('its script makes no markup of what it shows', async () => {
    const { url } = await serving();
    expect(await (await fetch(`${url}/login/page.js`)).text()).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
  });
});
