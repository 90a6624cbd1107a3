import type { ServerResponse } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openAiRecognizer } from '../../../../skill/voice/hearing/recognizers/openai.ts';
import { codeOf, timed } from '../../../support/gathering.ts';
import { hearing, startHearingServer } from '../../../support/hearing-server.ts';
import { wavFile } from '../../../support/sound.ts';
import { pouringForEver, sending } from '../../../support/voice-server.ts';

const hints = { language: 'fr', context: 'idle' } as const;
const soon = () => AbortSignal.timeout(5_000);
const samples = Float32Array.of(0, 1, -1, 0.5);

test('the sound goes there as OpenAI says, with the names that may be in it, and the sentence comes back', async () => {
  const { url, requests } = await startHearingServer(hearing(' État du cluster.\n'));
  const recognizer = openAiRecognizer({ url, model: 'whisper-1', key: 'mine-1234\n' }, ['M1', 'GEMINI']);
  expect(await recognizer.recognize(samples, hints, soon())).toEqual({ text: 'État du cluster.', confidence: 1 });
  const sound = Buffer.from([0, 0, 0xff, 0x7f, 1, 0x80, 0, 0x40]);
  expect(requests).toMatchObject([
    {
      path: '/v1/audio/transcriptions',
      headers: { authorization: 'Bearer mine-1234' },
      fields: { model: 'whisper-1', language: 'fr', prompt: 'M1, GEMINI', response_format: 'json' },
      file: { name: 'speech.wav', type: 'audio/wav', bytes: wavFile(sound) },
    },
  ]);
});

test('nothing that the environment holds for OpenAI is sent, nor a prompt without names', async () => {
  for (const name of ['OPENAI_API_KEY', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID']) vi.stubEnv(name, 'foreign-secret');
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/v1');
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { url, requests } = await startHearingServer(hearing('stop'));
  await openAiRecognizer({ url, model: 'm' }, []).recognize(samples, { ...hints, language: 'en' }, soon());
  expect(requests[0]?.fields).toEqual({ model: 'm', language: 'en', response_format: 'json' });
  expect(requests[0]?.headers.authorization).toBeUndefined();
  expect(JSON.stringify(requests)).not.toContain('foreign');
});

test('of a thousand names as many are told as are listened to, whole', async () => {
  const { url, requests } = await startHearingServer(hearing('stop'));
  const names = Array.from({ length: 1_000 }, (_, index) => `machine-${index}`);
  await openAiRecognizer({ url, model: 'm' }, names).recognize(samples, hints, soon());
  const prompt = requests[0]?.fields['prompt'] ?? '';
  expect(prompt.length).toBeGreaterThan(300);
  expect(prompt.length).toBeLessThanOrEqual(400);
  expect(prompt).toBe(names.slice(0, prompt.split(', ').length).join(', '));
});

test('who says the prompt back has heard nothing', async () => {
  const { url } = await startHearingServer(hearing('M1, gemini.'));
  expect(await openAiRecognizer({ url, model: 'm' }, ['M1', 'GEMINI']).recognize(samples, hints, soon())).toBeNull();
});

const html = '<!doctype html><title>LM Studio</title>';
test.each<[string, (response: ServerResponse) => void, string]>([
  ['refuses the key', sending('{}', 'application/json', 401), 'denied'],
  ['knows no hearing', sending('{}', 'application/json', 404), 'not-found'],
  ['fails', sending(html, 'text/html', 500), 'bad-status'],
  ['fails with endless words', pouringForEver(Buffer.alloc(65_536, 'x'), 500), 'bad-status'],
  ['answers HTML with status 200', sending(html, 'text/html'), 'malformed'],
  ['answers HTML as if it were JSON', sending(html, 'application/json'), 'malformed'],
  ['answers as another API', sending('{"choices":[]}', 'application/json'), 'malformed'],
  ['answers in plain text', sending('État du cluster.', 'text/plain'), 'malformed'],
  ['answers half a document', sending('{"text":"État', 'application/json'), 'malformed'],
  ['answers nothing', sending('', 'application/json'), 'malformed'],
  ['hears nothing', hearing(' \n'), 'malformed'],
  ['hears ten thousand characters', hearing('x'.repeat(10_000)), 'too-large'],
  ['hears a sentence that nobody says', hearing('x'.repeat(501)), 'too-large'],
  ['pours for ever', pouringForEver(Buffer.alloc(1_048_576, 32)), 'too-large'],
  ['hangs up', (response) => void response.socket?.destroy(), 'reset'],
  ['never answers', () => {}, 'timeout'],
  ['sends its head and no more', (response) => void response.writeHead(200).flushHeaders(), 'timeout'],
  ['sends elsewhere', (response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/v1' }).end(), 'bad-status'],
])('a server that %s cannot hear', async (_, answer, code) => {
  const { url } = await startHearingServer(answer);
  const { value, ms } = await timed(() =>
    codeOf(openAiRecognizer({ url, model: 'm' }, []).recognize(samples, hints, AbortSignal.timeout(500))),
  );
  expect(value).toBe(code);
  expect(ms).toBeLessThan(4_000);
});
