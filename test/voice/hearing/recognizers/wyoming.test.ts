import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { wyomingRecognizer } from '../../../../skill/voice/hearing/recognizers/wyoming.ts';
import { codeOf, realHost, timed } from '../../../support/gathering.ts';
import { leaving, MISBEHAVIOURS, pouring, saying, startWyomingServer } from '../../../support/wyoming-server.ts';

const hints = { language: 'fr', context: 'idle' } as const;
const soon = () => AbortSignal.timeout(5_000);
const heard = '{"type": "transcript", "data": {"text": " État du cluster.\\n", "language": "fr"}}\n';
const ENOUGH = '"audio-stop"';

test('byte by byte: the language, the sound as 16 kHz, mono, 16 bit, and its end; the transcript is the sentence', async () => {
  const server = await startWyomingServer(ENOUGH, saying(heard));
  const sentence = await wyomingRecognizer(server.url, realHost()).recognize(Float32Array.of(0, 1, -1, 0.5, 2), hints, soon());
  expect(sentence).toEqual({ text: 'État du cluster.', confidence: 1 });
  expect(server.heard().toString('latin1')).toBe(
    [
      '{"type":"transcribe","data_length":17}\n{"language":"fr"}',
      '{"type":"audio-start","data_length":37}\n{"rate":16000,"width":2,"channels":1}',
      '{"type":"audio-chunk","data_length":37,"payload_length":10}\n{"rate":16000,"width":2,"channels":1}',
      '\x00\x00\xff\x7f\x01\x80\x00\x40\xff\x7f',
      '{"type":"audio-stop"}\n',
    ].join(''),
  );
});

test('ten seconds are sent in pieces, none of them lost', async () => {
  const server = await startWyomingServer(ENOUGH, saying(heard));
  const samples = Float32Array.from({ length: 160_000 }, (_, index) => (index % 1_000) / 1_000);
  await wyomingRecognizer(server.url, realHost()).recognize(samples, hints, soon());
  const pieces = server
    .heard()
    .toString('latin1')
    .split('"payload_length":')
    .slice(1)
    .map((piece) => Number.parseInt(piece, 10));
  expect(pieces.length).toBeGreaterThan(5);
  expect(pieces.reduce((sum, bytes) => sum + bytes)).toBe(320_000);
});

test('other events before the transcript are passed over', async () => {
  const before = '{"type":"transcript-start"}\n{"type":"transcript-chunk","data":{"text":"État"}}\n';
  const server = await startWyomingServer(ENOUGH, saying(before, heard));
  expect(await wyomingRecognizer(server.url, realHost()).recognize(new Float32Array(100), hints, soon())).toMatchObject({
    text: 'État du cluster.',
  });
});

test('one that has heard enough and hangs up is believed', async () => {
  const server = await startWyomingServer('"audio-start"', leaving(heard));
  const samples = new Float32Array(16_000 * 60);
  expect(await wyomingRecognizer(server.url, realHost()).recognize(samples, hints, soon())).toMatchObject({ text: 'État du cluster.' });
});

test.each(MISBEHAVIOURS)('one that %s is given up, and its connection ends', async (_, behave, code) => {
  const server = await startWyomingServer(ENOUGH, behave);
  const signal = AbortSignal.timeout(600);
  const { value, ms } = await timed(() =>
    codeOf(wyomingRecognizer(server.url, realHost()).recognize(new Float32Array(1_600), hints, signal)),
  );
  expect(value).toBe(code);
  expect(ms).toBeLessThan(4_000);
  await expect.poll(server.open).toBe(0);
});

test.each([
  ['without text', '{}', 'malformed'],
  ['of a list', '{"text":[]}', 'malformed'],
  ['that is empty', '{"text":" "}', 'malformed'],
  ['of ten thousand characters', JSON.stringify({ text: 'a '.repeat(5_000) }), 'too-large'],
])('a transcript %s is none', async (_, data, code) => {
  const server = await startWyomingServer(ENOUGH, saying(`{"type":"transcript","data":${data}}\n`));
  expect(await codeOf(wyomingRecognizer(server.url, realHost()).recognize(new Float32Array(100), hints, soon()))).toBe(code);
});

test('one that takes nothing of what it is told is given up', async () => {
  const server = await startWyomingServer('', (socket) => void socket.pause());
  const samples = new Float32Array(16_000 * 600);
  expect(await codeOf(wyomingRecognizer(server.url, realHost()).recognize(samples, hints, AbortSignal.timeout(400)))).toBe('timeout');
});

test('nobody there is refused, and a name that leads nowhere is one', async () => {
  const host = realHost();
  expect(await codeOf(wyomingRecognizer('tcp://127.0.0.1:1', host).recognize(new Float32Array(100), hints, soon()))).toBe('refused');
  const lost = { ...host, resolve: async () => [] };
  expect(await codeOf(wyomingRecognizer('tcp://whisper.lan:10300', lost).recognize(new Float32Array(100), hints, soon()))).toBe('dns');
});

test('a host name is asked for its address', async () => {
  const server = await startWyomingServer(ENOUGH, saying(heard));
  const host = { ...realHost(), resolve: async (name: string) => (name === 'whisper.lan' ? ['127.0.0.1'] : []) };
  expect(await wyomingRecognizer(`tcp://whisper.lan:${server.port}`, host).recognize(new Float32Array(100), hints, soon())).toMatchObject({
    text: 'État du cluster.',
  });
});

test('the caller that stops is not kept waiting', async () => {
  const server = await startWyomingServer(ENOUGH, pouring('{"type":"ping"}\n'));
  const leave = new AbortController();
  setTimeout(() => leave.abort(), 100);
  const { ms } = await timed(() => codeOf(wyomingRecognizer(server.url, realHost()).recognize(new Float32Array(100), hints, leave.signal)));
  expect(ms).toBeLessThan(2_000);
});

/** Debian has `python3-wyoming` in its newer suites; PYTHONPATH may lead to it, too. */
const isAbsent = spawnSync('python3', ['-c', 'import wyoming.server, wyoming.asr']).status !== 0;

/** The protocol's own Python server: it tells what it heard as what was said. */
const SERVER = `
import asyncio, socket
from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStop
from wyoming.server import AsyncEventHandler, AsyncServer

class Handler(AsyncEventHandler):
    language, audio = None, b""
    async def handle_event(self, event):
        if Transcribe.is_type(event.type):
            self.language = Transcribe.from_event(event).language
        if AudioChunk.is_type(event.type):
            chunk = AudioChunk.from_event(event)
            self.audio += chunk.audio
            self.format = (chunk.rate, chunk.width, chunk.channels)
        if AudioStop.is_type(event.type):
            await self.write_event(Transcript(f"{self.language} {len(self.audio)} {self.format}").event())
        return True

async def main():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = AsyncServer.from_uri(f"tcp://127.0.0.1:{port}")
    running = asyncio.create_task(server.run(Handler))
    await asyncio.sleep(0.3)
    print(port, flush=True)
    await running

asyncio.run(main())
`;

test.skipIf(isAbsent)("the protocol's reference server, where Python has the package wyoming, hears all of it", async () => {
  const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
  const child = spawn(python, ['-c', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const recognizer = wyomingRecognizer(`tcp://127.0.0.1:${line.trim()}`, realHost());
  expect(await recognizer.recognize(new Float32Array(40_000), hints, soon())).toMatchObject({ text: 'fr 80000 (16000, 2, 1)' });
});
