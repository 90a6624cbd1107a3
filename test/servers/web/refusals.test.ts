import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answersIn, raw } from './raw.ts';
import { bearer, KEY, outcome, post, serving, signed } from './serving.ts';

const BODY = { utterance: 'état du cluster' };
const JSON_TYPE = { 'content-type': 'application/json' };

describe('each refusal has its code and one shape', () => {
  it.each([
    ['GET', '/v1/command', '405 method-not-allowed'],
    ['DELETE', '/v1/reports', '405 method-not-allowed'],
    ['OPTIONS', '/v1/command', '405 method-not-allowed'],
    ['PUT', '/health', '405 method-not-allowed'],
    ['POST', '/v1/reports/x', '405 method-not-allowed'],
    ['PROPFIND', '/', '405 method-not-allowed'],
    ['PROPFIND', '/nowhere', '404 not-found'],
    ['GET', '/nowhere', '404 not-found'],
    ['POST', '/nowhere', '404 not-found'],
    ['GET', '/v1', '404 not-found'],
    ['GET', '/V1/reports', '404 not-found'],
    ['GET', '/v1/reports/', '404 not-found'],
    ['GET', '//v1/reports', '404 not-found'],
    ['GET', `/v1/reports/${'x'.repeat(1_000)}`, '404 not-found'],
    ['GET', `/v1/reports?after=${'x'.repeat(2_048)}`, '414 uri-too-long'],
    ['GET', '/v1/reports/%zz', '400 bad-url'],
  ])('%s %s', async (method, path, expected) => {
    const { url } = await serving();
    expect(await outcome(fetch(url + path, { method, headers: bearer }))).toBe(expected);
  });

  it.each(['*', 'http://127.0.0.1/health', 'health'])('the target %s is none of ours', async (target) => {
    const { port } = await serving();
    const { text } = raw(port, `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${KEY}\r\n\r\n`);
    await expect.poll(() => answersIn(text()).join()).toMatch(/^400 bad-(?:url|request)$/);
  });

  it('a malformed URL is no way around the key', async () => {
    const { url } = await serving();
    expect(await outcome(fetch(`${url}/v1/reports/%zz`))).toBe('401 unauthorized');
    expect(await outcome(fetch(`${url}/v1/reports/%zz`, { headers: signed('GET', '/v1/reports/%zz') }))).toBe('400 bad-url');
  });

  it('what is allowed instead is said', async () => {
    const { url } = await serving();
    expect((await fetch(`${url}/v1/command`, { headers: bearer })).headers.get('allow')).toBe('POST');
    expect((await fetch(`${url}/v1/reports`, { method: 'PUT', headers: bearer })).headers.get('allow')).toBe('GET, HEAD');
  });

  it('a body of 64 KiB is read, one byte more is too large', async () => {
    const { url } = await serving();
    const around = JSON.stringify({ utterance: '' }).length;
    expect(await outcome(post(`${url}/v1/command`, { utterance: 'x'.repeat(65_536 - around) }))).toBe('400 bad-request');
    expect(await outcome(post(`${url}/v1/command`, { utterance: 'x'.repeat(65_537 - around) }))).toBe('413 too-large');
  });

  it('a body in pieces is bounded too', async () => {
    const { port } = await serving();
    const { socket, text } = raw(
      port,
      `POST /v1/command HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const pour = setInterval(() => socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`), 5);
    await expect.poll(() => answersIn(text())).toEqual(['413 too-large']);
    clearInterval(pour);
  });

  it.each([
    ['text/plain', '415 unsupported-media-type'],
    ['multipart/form-data; boundary=x', '415 unsupported-media-type'],
    ['application/x-www-form-urlencoded', '415 unsupported-media-type'],
    ['application/jsonp', '415 unsupported-media-type'],
    ['nonsense', '415 unsupported-media-type'],
    ['application/json; charset=utf-8', '200'],
    ['application/vnd.api+json', '200'],
  ])('a body of type %s', async (type, expected) => {
    const { url } = await serving();
    expect(
      await outcome(
        fetch(`${url}/v1/command`, { method: 'POST', headers: { ...bearer, 'content-type': type }, body: JSON.stringify(BODY) }),
      ),
    ).toBe(expected);
  });

  it('a POST without a body is malformed', async () => {
    const { url } = await serving();
    expect(await outcome(fetch(`${url}/v1/command`, { method: 'POST', headers: bearer }))).toBe('400 bad-request');
  });

  it('headers of 32 KiB are too large', async () => {
    const { port } = await serving();
    const { text, closed } = raw(port, `GET /health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(32_768)}\r\n\r\n`);
    await closed;
    expect(answersIn(text())).toEqual(['431 headers-too-large']);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['another version', 'GET / HTTP/9.9\r\n\r\n'],
    ['a header without a name', 'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n: x\r\n\r\n'],
    ['two lengths', 'POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx'],
    ['a length and pieces', 'POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a NUL in a header', 'GET /health HTTP/1.1\r\nHost: a\0b\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('%s is malformed', async (_what, bytes) => {
    const { port } = await serving();
    const { text, closed } = raw(port, bytes);
    await closed;
    expect(answersIn(text())).toEqual(['400 bad-request']);
  });

  it('an expectation that we do not know fails', async () => {
    const { port } = await serving();
    const { text } = raw(port, `GET /health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nExpect: miracle\r\n\r\n`);
    await expect.poll(() => answersIn(text())).toEqual(['417 expectation-failed']);
  });

  it('no answer names what we are made of, nor lets a page of another use it', async () => {
    const { url } = await serving();
    for (const path of ['/health', '/nowhere', '/v1/reports', '/']) {
      const { headers } = await fetch(url + path, { headers: bearer });
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('who takes too long', () => {
  const limits = { headersMs: 300, requestMs: 600, silenceMs: 1_000 };

  it('with a first byte is cut off', async () => {
    const { port } = await serving({ limits });
    const { closed } = raw(port);
    await closed;
  });

  it('with headers, a byte at a time, is cut off', async () => {
    const { port } = await serving({ limits });
    const { socket, closed, text } = raw(port, 'GET /health HTTP/1.1\r\nX: ');
    const drip = setInterval(() => socket.write('x'), 50);
    await closed;
    clearInterval(drip);
    expect(answersIn(text())).toEqual(['408 timeout']);
  });

  it('with a body, a byte at a time, is cut off, and the skill never hears of it', async () => {
    const { port, skill } = await serving({ limits });
    const { socket, closed, text } = raw(
      port,
      `POST /v1/command HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`,
    );
    const drip = setInterval(() => socket.write(' '), 50);
    await closed;
    clearInterval(drip);
    expect([answersIn(text()), skill.handled]).toEqual([['408 timeout'], []]);
  });

  it('does not keep others waiting', async () => {
    const { url, port } = await serving();
    for (let each = 0; each < 200; each += 1) raw(port, 'GET /health HTTP/1.1\r\n');
    await sleep(100);
    expect(await outcome(post(`${url}/v1/command`, BODY))).toBe('200');
  });
});

describe('who asks for too much at once', () => {
  it('gets answers in order on one connection', async () => {
    const { port } = await serving();
    const { text } = raw(
      port,
      `GET /health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${KEY}\r\n\r\n`,
    );
    await expect.poll(() => answersIn(text())).toEqual(['200', '404 not-found']);
  });

  it('and never reads an answer loses its connection', async () => {
    const { port } = await serving();
    const { closed } = raw(port, `GET /health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`.repeat(500));
    await closed;
  });

  it('and holds all connections loses the oldest of them to others', async () => {
    const { url, port } = await serving({ limits: { connections: 50, headersMs: 60_000, requestMs: 60_000 } });
    const held = Array.from({ length: 50 }, () => raw(port));
    await Promise.all(held.map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await outcome(post(`${url}/v1/command`, BODY))).toBe('200');
    await held[0]?.closed;
    expect(held.at(-1)?.socket.closed).toBe(false);
  });

  it('and showed no key does not push out who did', async () => {
    const { port } = await serving({ limits: { connections: 20, headersMs: 60_000, requestMs: 60_000 } });
    const ready = `GET /ready HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${KEY}\r\n\r\n`;
    const friend = raw(port, ready);
    await expect.poll(() => answersIn(friend.text())).toEqual(['200']);
    const strangers = Array.from({ length: 60 }, () => raw(port));
    await Promise.all(strangers.slice(0, 40).map(({ closed }) => closed));
    friend.socket.write(ready);
    await expect.poll(() => answersIn(friend.text())).toEqual(['200', '200']);
  });
});

describe('a flood without the key', () => {
  it('is answered, in its time, and told as one', async () => {
    const { url, lines } = await serving();
    const wrong = () => outcome(fetch(`${url}/v1/reports`, { headers: { authorization: 'Bearer wrong' } }));
    const answers = await Promise.all(Array.from({ length: 300 }, wrong));
    expect(Object.entries(Object.groupBy(answers, (each) => each)).map(([each, all]) => [each, all?.length])).toEqual([
      ['401 unauthorized', 10],
      ['429 too-many-requests', 290],
    ]);
    await wrong();
    expect(lines.filter((line) => line.includes('"status":4')).length).toBeLessThan(200);
    expect(lines.join('')).toMatch(/"count":\d+,"msg":"calls without the key were held back"/);
  });

  it('changes no answer to who has it', async () => {
    const { url } = await serving();
    let isOver = false;
    const flood = Array.from({ length: 20 }, async () => {
      const refused = new Set<string>();
      while (!isOver)
        refused.add(
          await outcome(
            fetch(`${url}/v1/command`, { method: 'POST', headers: { ...JSON_TYPE, authorization: 'Bearer wrong' }, body: '{' }),
          ),
        );
      return refused;
    });
    for (let call = 0; call < 100; call += 1) expect(await outcome(post(`${url}/v1/command`, BODY))).toBe('200');
    isOver = true;
    const refused = (await Promise.all(flood)).reduce((all, each) => all.union(each));
    expect([...refused].toSorted()).toEqual(['401 unauthorized', '429 too-many-requests']);
  });
});
