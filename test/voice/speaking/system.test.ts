import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ProbeError } from '../../../skill/audit/define.ts';
import { system } from '../../../skill/voice/speaking/engines/system.ts';
import { temporaryFolder, writeProgram } from '../../support/fake-program.ts';
import { codeOf, realHost, timed } from '../../support/gathering.ts';

const soon = () => AbortSignal.timeout(10_000);
const french = { text: 'Élevé : quatre nœuds répondent.', language: 'fr' } as const;

/** The voice of a platform that we are not on: the package `say` is the real one, its program notes how it was called. */
function on(platform: 'darwin' | 'win32' | 'linux', script: string | null) {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const name = platform === 'darwin' ? 'say' : 'powershell';
  if (script !== null) writeProgram(folder.path, name, `here=$(dirname "$0"); printf '%s\\n' "$@" > "$here/words"; ${script}`);
  vi.stubEnv('PATH', script === null ? folder.path : `${folder.path}:/usr/bin:/bin`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const read = (file: string) => readFileSync(join(folder.path, file), 'utf8');
  return { voice: system({ ...realHost(), platform }), read, path: folder.path };
}

test('macOS: a French voice says the text, which is one argument', async () => {
  const { voice, read } = on('darwin', '');
  await voice.speak(french, soon());
  expect(read('words')).toBe(`-v\nThomas\n${french.text}\n`);
});

test('Windows: a fixed script reads the text from standard input, accents and all, without a shell', async () => {
  const { voice, read } = on('win32', 'cat > "$here/input"');
  await voice.speak(french, soon());
  expect(read('words')).not.toContain('nœuds');
  expect(read('words').split('\n').slice(0, 3)).toEqual(['-NoProfile', '-NonInteractive', '-Command']);
  expect(read('words')).toContain("$speak.SelectVoice('Microsoft Hortense Desktop');");
  expect(read('words')).toContain('[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadToEnd()))');
  expect(Buffer.from(read('input'), 'base64').toString('utf8')).toBe(french.text);
});

test.each(['darwin', 'win32'] as const)('%s: a missing program is a missing tool, and crashes nothing', async (platform) => {
  expect(await codeOf(on(platform, null).voice.speak(french, soon()))).toBe('missing-tool');
});

test.each([
  ['exit code 1', 'exit 1', 'exit code 1'],
  ['words on standard error', 'echo "Voice not found." >&2; sleep 30', 'Voice not found.'],
])('%s is a failure, and what still speaks is silenced', async (_, script, detail) => {
  const { value, ms } = await timed(() =>
    on('darwin', script)
      .voice.speak(french, soon())
      .catch((error) => error),
  );
  expect(value).toBeInstanceOf(ProbeError);
  expect(value).toMatchObject({ code: 'bad-status', message: detail });
  expect(ms).toBeLessThan(5_000);
});

test.each(['darwin', 'win32'] as const)('%s: the signal silences one that hangs', async (platform) => {
  const { voice, path } = on(platform, 'echo $$ > "$here/pid"; exec sleep 60');
  const stop = new AbortController();
  const speaking = codeOf(voice.speak(french, stop.signal));
  while (!existsSync(join(path, 'pid'))) await sleep(10);
  await sleep(50);
  const pid = Number(readFileSync(join(path, 'pid'), 'utf8'));
  stop.abort(new DOMException('stop', 'AbortError'));
  expect(await speaking).toBe('timeout');
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 2_000, interval: 10 });
});

test('Linux: never', async () => {
  const { voice } = on('linux', '');
  expect(voice.platforms).not.toContain('linux');
  expect(await codeOf(voice.speak(french, soon()))).toBe('missing-tool');
});

test('its check makes no sound: it lists the voices, or loads the library', async () => {
  const mac = on('darwin', '');
  await mac.voice.check(soon());
  expect(mac.read('words')).toBe('-v\n?\n');
  expect(await codeOf(on('win32', null).voice.check(soon()))).toBe('missing-tool');
});
