import { describe, expect, it } from 'vitest';
import type { WebHandler } from '../../../skill/servers/web/mcp-route.ts';
import { raw } from './raw.ts';
import { bearer, KEY, outcome, post, serving } from './serving.ts';

const echo: WebHandler = async (request) => {
  const { method, url, headers } = request;
  const path = new URL(url).pathname + new URL(url).search;
  return Response.json(
    { method, path, version: headers.get('mcp-protocol-version'), body: await request.text() },
    { headers: { 'mcp-session-id': 's-1' } },
  );
};

describe('/mcp', () => {
  it('hands on what was sent, and what is answered', async () => {
    const { url } = await serving({ mcp: echo });
    const response = await post(`${url}/mcp?x=1`, '{"jsonrpc":"2.0"}', { ...bearer, 'mcp-protocol-version': '2026-07-28' });
    expect([response.status, response.headers.get('mcp-session-id')]).toEqual([200, 's-1']);
    expect(await response.json()).toEqual({ method: 'POST', path: '/mcp?x=1', version: '2026-07-28', body: '{"jsonrpc":"2.0"}' });
  });

  it.each(['GET', 'DELETE'])('takes %s', async (method) => {
    const { url } = await serving({ mcp: echo });
    expect(await (await fetch(`${url}/mcp`, { method, headers: bearer })).json()).toMatchObject({ method, body: '' });
  });

  it('is behind the key, the addresses and the bounds of everything else', async () => {
    const { url } = await serving({ mcp: echo });
    expect(await outcome(post(`${url}/mcp`, '{}', {}))).toBe('401 unauthorized');
    expect(await outcome(post(`${url}/mcp`, '{}', { ...bearer, origin: 'http://evil.example' }))).toBe('403 foreign-origin');
    expect(await outcome(post(`${url}/mcp`, 'x'.repeat(70_000)))).toBe('413 too-large');
    expect(await outcome(fetch(`${url}/mcp`, { method: 'PUT', headers: bearer }))).toBe('405 method-not-allowed');
  });

  it('leaves what is no JSON to the protocol', async () => {
    const { url } = await serving({ mcp: echo });
    expect(await (await post(`${url}/mcp`, '{')).json()).toMatchObject({ body: '{' });
  });

  it('streams as it happens, and tells when nobody reads any more', async () => {
    const left = Promise.withResolvers<unknown>();
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('data: 1\n\n'));
      },
      cancel: left.resolve,
    });
    const signal = Promise.withResolvers<AbortSignal>();
    const { url } = await serving({
      mcp: async (request) => {
        signal.resolve(request.signal);
        return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
      },
    });
    const { body } = await fetch(`${url}/mcp`, { headers: bearer });
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 1\n\n');
    await reader.cancel();
    await left.promise;
    expect((await signal.promise).aborted).toBe(true);
  });

  it('ends the connection of a caller that asked for it, whatever the protocol would have', async () => {
    const { port } = await serving({ mcp: async () => new Response('data: 1\n\n', { headers: { connection: 'keep-alive' } }) });
    const head = ['GET /mcp HTTP/1.1', `host: 127.0.0.1:${port}`, `authorization: Bearer ${KEY}`, 'connection: close'];
    const { closed, text } = raw(port, `${head.join('\r\n')}\r\n\r\n`);
    await closed;
    expect(text()).toMatch(/^HTTP\/1\.1 200/);
  }, 10_000);

  it('a fault of the protocol is told in our shape', async () => {
    const { url } = await serving({ mcp: async () => new Response(null, { status: 500 }) });
    expect(await outcome(post(`${url}/mcp`, '{}'))).toBe('500 internal');
    const { url: other } = await serving({ mcp: () => Promise.reject(new Error('inside')) });
    expect(await outcome(post(`${other}/mcp`, '{}'))).toBe('500 internal');
  });

  it('is nowhere when nobody speaks it', async () => {
    const { url } = await serving();
    expect(await outcome(post(`${url}/mcp`, '{}'))).toBe('404 not-found');
  });
});
