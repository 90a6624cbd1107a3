import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { answersIn, raw } from './raw.ts';
import { KEY, serving } from './serving.ts';

interface Call {
  readonly method?: string;
  readonly host?: string | null;
  readonly origin?: string;
}

/** What fetch would not let us say. */
function call(port: number, { method = 'GET', host, origin }: Call): Promise<string> {
  const headers = { authorization: `Bearer ${KEY}`, ...(host ? { host } : {}), ...(origin === undefined ? {} : { origin }) };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/ready', method, headers, setHost: host === undefined }, async (response) => {
      const chunks = await response.toArray();
      const { error } = JSON.parse(Buffer.concat(chunks).toString()) as { error?: { code: string } };
      resolve(error ? `${response.statusCode} ${error.code}` : String(response.statusCode));
    });
    sent.on('error', reject).end();
  });
}

describe('the name that a caller uses', () => {
  it('said twice is none, for something before us may go by the other', async () => {
    const { port } = await serving();
    const { text } = raw(port, `GET /health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\n\r\n`);
    await expect.poll(() => answersIn(text())).toEqual(['400 bad-request']);
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('%s with our port is ours', async (name) => {
    const { port } = await serving();
    expect(await call(port, { host: `${name}:${port}` })).toBe('200');
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.2', '192.168.1.9', '[::2]', 'localhost.'])('%s is not', async (name) => {
    const { port } = await serving();
    expect(await call(port, { host: `${name}:${port}` })).toBe('403 foreign-host');
  });

  it('a name of ours with another port, or with none, is not', async () => {
    const { port } = await serving();
    expect(await call(port, { host: `127.0.0.1:${port + 1}` })).toBe('403 foreign-host');
    expect(await call(port, { host: '127.0.0.1' })).toBe('403 foreign-host');
  });

  it('none at all is malformed', async () => {
    const { port } = await serving();
    expect(await call(port, { host: null })).toBe('400 no-host');
  });

  it('one that was allowed is ours, with its own port where it says one', async () => {
    const { port } = await serving({ hostNames: ['jarvis.lan', 'audit.example:443'] });
    expect(await call(port, { host: `Jarvis.lan:${port}` })).toBe('200');
    expect(await call(port, { host: 'audit.example' })).toBe('200');
    expect(await call(port, { host: 'audit.example:443' })).toBe('200');
    expect(await call(port, { host: 'jarvis.lan' })).toBe('403 foreign-host');
    expect(await call(port, { host: `audit.example:${port}` })).toBe('403 foreign-host');
  });

  it('is looked at where no key is asked for', async () => {
    const { port } = await serving({ key: null });
    expect(await call(port, { host: `evil.example:${port}` })).toBe('403 foreign-host');
    expect(await call(port, { origin: 'http://evil.example' })).toBe('403 foreign-origin');
  });
});

describe('the page that a call comes from', () => {
  it.each(['http://evil.example', 'null', 'https://localhost', 'file://', 'chrome-extension://abc', 'http://127.0.0.1:1'])(
    '%s is foreign',
    async (origin) => {
      const { port } = await serving();
      expect(await call(port, { origin })).toBe('403 foreign-origin');
    },
  );

  it('our own is not, whoever ended TLS', async () => {
    const { port } = await serving();
    expect(await call(port, { origin: `http://127.0.0.1:${port}` })).toBe('200');
    expect(await call(port, { origin: `https://127.0.0.1:${port}` })).toBe('200');
  });

  it('our own under another name is', async () => {
    const { port } = await serving();
    expect(await call(port, { host: `localhost:${port}`, origin: `http://127.0.0.1:${port}` })).toBe('403 foreign-origin');
  });
});
