import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { server } from '../../../skill/voice/speaking/engines/server.ts';
import { readWav } from '../../../skill/voice/wav.ts';
import { codeOf, timed } from '../../support/gathering.ts';
import { toneWav, wavFile } from '../../support/sound.ts';
import { pouringForEver, sending, startVoiceServer } from '../../support/voice-server.ts';

const utterance = { text: 'Trois nœuds sur cinq répondent.', language: 'fr' } as const;
const soon = () => AbortSignal.timeout(5_000);
const tone = toneWav(300);

test('the text goes there as OpenAI says, and the WAV comes back', async () => {
  const { url, requests } = await startVoiceServer(sending(tone));
  const sound = await server({ url, model: 'kokoro', voice: 'ff_siwis' }).synthesize(utterance, soon());
  expect(sound).toEqual(tone);
  expect(requests.map(({ path, body }) => ({ path, body }))).toEqual([
    { path: '/v1/audio/speech', body: { model: 'kokoro', voice: 'ff_siwis', input: utterance.text, response_format: 'wav' } },
  ]);
});

test('a WAV that is streamed in pieces, its size unknown, is taken whole', async () => {
  const streamed = wavFile(tone.subarray(44), { declaredBytes: 0xffffffff });
  const { url } = await startVoiceServer((response) => {
    response.writeHead(200);
    for (let at = 0; at < streamed.length; at += 1_000) response.write(streamed.subarray(at, at + 1_000));
    response.end();
  });
  expect(readWav(await server({ url, model: 'm' }).synthesize(utterance, soon())).bytes).toEqual(tone);
});

test('the key is sent, and nothing that the environment holds for OpenAI', async () => {
  for (const name of ['OPENAI_API_KEY', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID', 'OPENAI_ADMIN_KEY']) vi.stubEnv(name, 'foreign-secret');
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/v1');
  vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-foreign: foreign-secret');
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { url, requests } = await startVoiceServer(sending(tone));
  await server({ url, model: 'm', key: 'mine-1234\n' }).synthesize(utterance, soon());
  await server({ url, model: 'm' }).synthesize(utterance, soon());
  expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer mine-1234', undefined]);
  expect(JSON.stringify(requests)).not.toContain('foreign');
});

const html = '<!doctype html><title>LM Studio</title>';
const json = '{"error":"no such model"}';
test.each<[string, (response: ServerResponse) => void, string]>([
  ['refuses the key', sending(json, 'application/json', 401), 'denied'],
  ['knows no speech', sending(json, 'application/json', 404), 'not-found'],
  ['is asked too often', sending('', 'text/plain', 429), 'rate-limited'],
  ['fails', sending(html, 'text/html', 500), 'bad-status'],
  ['fails with endless words', pouringForEver(Buffer.alloc(65_536, 'x'), 500), 'bad-status'],
  ['pours for ever', pouringForEver(Buffer.alloc(1_048_576, 1)), 'too-large'],
  ['hangs up', (response) => void response.socket?.destroy(), 'reset'],
  ['never answers', () => {}, 'timeout'],
  ['sends its head and no more', (response) => void response.writeHead(200).flushHeaders(), 'timeout'],
])('a server that %s', async (_, answer, code) => {
  const { url } = await startVoiceServer(answer);
  const { value, ms } = await timed(() => codeOf(server({ url, model: 'm' }, 300).synthesize(utterance, soon())));
  expect(value).toBe(code);
  expect(ms).toBeLessThan(4_000);
});

test.each<[string, string | Buffer, string]>([
  ['JSON with status 200', json, 'application/json'],
  ['HTML with status 200', html, 'text/html'],
  ['an MP3', Buffer.from('ID3\x03\0\0\0\0\0\0\xff\xfb\x90', 'latin1'), 'audio/mpeg'],
  ['nothing', '', 'audio/wav'],
  ['half a WAV', tone.subarray(0, 2_000), 'audio/wav'],
  ['a WAV of silence', wavFile(Buffer.alloc(9_600)), 'audio/wav'],
])('%s is no sound', async (_, body, type) => {
  const { url } = await startVoiceServer(sending(body, type));
  const sounding = server({ url, model: 'm' }).synthesize(utterance, soon()).then(readWav);
  expect(await codeOf(sounding)).toBe('malformed');
});

test('it is not followed to another server', async () => {
  const other = await startVoiceServer(sending(tone));
  const { url } = await startVoiceServer((response) => void response.writeHead(307, { location: `${other.url}/audio/speech` }).end());
  expect(await codeOf(server({ url, model: 'm' }).synthesize(utterance, soon()))).toBe('bad-status');
  expect(other.requests).toEqual([]);
});

test('nobody there is refused', async () => {
  const idle = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => idle.once('listening', resolve));
  const { port } = idle.address() as AddressInfo;
  await new Promise((resolve) => idle.close(resolve));
  expect(await codeOf(server({ url: `http://127.0.0.1:${port}/v1`, model: 'm' }).synthesize(utterance, soon()))).toBe('refused');
});

test('one that has begun may take its time', async () => {
  const { url } = await startVoiceServer((response) => {
    response.write(tone.subarray(0, 1_000));
    setTimeout(() => response.end(tone.subarray(1_000)), 600);
  });
  expect(await server({ url, model: 'm' }, 400).synthesize(utterance, soon())).toEqual(tone);
});

test('a trickle ends with the deadline', async () => {
  const { url } = await startVoiceServer((response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(Buffer.alloc(10, 1)), 20);
    response.on('close', () => clearInterval(timer));
  });
  const { value, ms } = await timed(() => codeOf(server({ url, model: 'm' }).synthesize(utterance, AbortSignal.timeout(600))));
  expect(value).toBe('timeout');
  expect(ms).toBeLessThan(2_000);
});
