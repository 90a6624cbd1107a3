import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { availablePlayers, availableVoices } from '../../../skill/voice/speaking/available.ts';
import { speak } from '../../../skill/voice/speaking/speak.ts';
import { temporaryFolder, withPrograms, writeProgram } from '../../support/fake-program.ts';
import { realHost, timed } from '../../support/gathering.ts';
import { toneWav } from '../../support/sound.ts';
import { sending, startVoiceServer } from '../../support/voice-server.ts';
import { installed, isMissing, writeEngine } from '../../support/voices.ts';

const TEXT = 'Quatre nœuds sur cinq répondent.';
const soon = () => AbortSignal.timeout(20_000);
const NODE = { [process.execPath]: process.execPath };
const codes = (attempts: readonly { readonly id: string; readonly failure: { readonly code: string } | null }[]) =>
  attempts.map(({ id, failure }) => `${id} ${failure?.code ?? 'ok'}`);

/** Programs that do as told, and what each was given. */
function programs(scripts: Readonly<Record<string, string>>) {
  const { path, [Symbol.dispose]: remove } = temporaryFolder();
  const paths = Object.fromEntries(Object.entries(scripts).map(([name, then]) => [name, writeEngine(path, name, then)]));
  return {
    paths,
    calls: (name: string) => readFileSync(join(path, `${name}.calls`), 'utf8'),
    [Symbol.dispose]: remove,
  };
}

test('pico2wave speaks before espeak-ng: French, the text on its standard input', async () => {
  using fake = programs({ pico2wave: '', 'espeak-ng': '', paplay: 'sleep 0.2' });
  const spoken = await speak(TEXT, 'fr', {}, withPrograms(realHost(), fake.paths), soon());
  expect(spoken).toEqual({ outcome: 'heard', by: 'pico2wave', isReplacement: false, attempts: [] });
  expect(fake.calls('pico2wave')).toMatch(new RegExp(`^-l\nfr-FR\n-w\n/.*/speech.wav\n--\n${TEXT}\n`));
});

test('an older pico2wave, which reads no standard input, is given an argument that is no option', async () => {
  using fake = programs({ pico2wave: '[ "$5" = -- ] || exit 1', paplay: 'sleep 0.2' });
  const spoken = await speak(TEXT, 'fr', {}, withPrograms(realHost(), fake.paths), soon());
  expect(spoken).toMatchObject({ outcome: 'heard', by: 'pico2wave' });
  expect(fake.calls('pico2wave')).toContain(`--\n${TEXT}\n--\n`);
});

test('each engine that fails makes the next one speak, and is remembered with its reason', async () => {
  const { url } = await startVoiceServer(sending('{}', 'application/json'));
  using fake = programs({ pico2wave: 'echo "Cannot load text analysis" >&2; exit 1', 'espeak-ng': '' });
  // one that says that all is well and writes nothing
  writeProgram(join(fake.paths['espeak-ng'] ?? '', '..'), 'espeak-ng', 'exit 0');
  const host = withPrograms(realHost(), { ...fake.paths, ...NODE });
  const spoken = await speak(TEXT, 'fr', { server: { url, model: 'm' } }, host, soon());
  expect(spoken).toMatchObject({ outcome: 'unplayed', by: 'espeak-ng-npm' });
  expect(spoken.attempts).toEqual([
    { id: 'server', failure: { code: 'malformed', detail: 'not a WAV file' } },
    { id: 'pico2wave', failure: { code: 'bad-status', detail: 'Cannot load text analysis' } },
    { id: 'espeak-ng', failure: { code: 'malformed', detail: 'it wrote no sound' } },
  ]);
});

test('an engine that hangs costs its budget, no more', async () => {
  using fake = programs({ pico2wave: 'sleep 60', 'espeak-ng': '', paplay: 'sleep 0.2' });
  const host = withPrograms(realHost(), fake.paths);
  // the same engine with less patience
  const hasty = { ...host, deadline: (ms: number, signal: AbortSignal) => host.deadline(ms === 5_000 ? 1_500 : ms, signal) };
  const { value, ms } = await timed(() => speak(TEXT, 'fr', {}, hasty, soon()));
  expect(value).toMatchObject({ outcome: 'heard', by: 'espeak-ng' });
  expect(codes(value.attempts)).toEqual(['pico2wave timeout']);
  expect(ms).toBeLessThan(5_000);
});

test('nothing that can speak: mute, with every reason', async () => {
  const spoken = await speak(TEXT, 'fr', {}, withPrograms(realHost(), {}), soon());
  expect(spoken.outcome).toBe('mute');
  expect(codes(spoken.attempts)).toEqual(['pico2wave missing-tool', 'espeak-ng missing-tool', 'espeak-ng-npm missing-tool']);
});

test('a text of markup alone is not spoken', async () => {
  using fake = programs({ 'espeak-ng': '' });
  const spoken = await speak('<"[[]]">', 'fr', {}, withPrograms(realHost(), fake.paths), soon());
  expect(spoken.outcome).toBe('mute');
});

test('a chosen engine speaks first; where it cannot, another says that it stands in', async () => {
  using fake = programs({ pico2wave: '', 'espeak-ng': '', paplay: 'sleep 0.2' });
  const host = withPrograms(realHost(), fake.paths);
  expect(await speak(TEXT, 'fr', { voice: 'espeak-ng' }, host, soon())).toMatchObject({ by: 'espeak-ng', isReplacement: false });
  expect(fake.calls('espeak-ng')).toContain('-v\nfr-fr\n');
  expect(await speak(TEXT, 'fr', { voice: 'server' }, host, soon())).toMatchObject({ by: 'pico2wave', isReplacement: true });
});

test('a voice of espeak is spoken by espeak; one that does not exist, by the usual voice', async () => {
  using fake = programs({ pico2wave: '', 'espeak-ng': 'case "$*" in *nope*) exit 1;; esac', paplay: 'sleep 0.2' });
  const host = withPrograms(realHost(), fake.paths);
  expect(await speak(TEXT, 'fr', { voice: 'fr-be' }, host, soon())).toMatchObject({ by: 'espeak-ng', isReplacement: false });
  expect(fake.calls('espeak-ng')).toContain('-v\nfr-be\n');
  const spoken = await speak(TEXT, 'fr', { voice: 'nope' }, host, soon());
  expect(spoken).toMatchObject({ by: 'pico2wave', isReplacement: true });
  expect(codes(spoken.attempts)).toEqual(['espeak-ng bad-status', 'espeak-ng-npm missing-tool']);
});

test('the first player that plays is the last one asked', async () => {
  using fake = programs({ 'espeak-ng': '', 'pw-play': 'exit 1', paplay: 'sleep 0.2', aplay: 'sleep 0.2' });
  expect(await speak(TEXT, 'fr', {}, withPrograms(realHost(), fake.paths), soon())).toMatchObject({ outcome: 'heard' });
  expect(() => fake.calls('aplay')).toThrow();
});

test.each([
  ['busy', { aplay: 'echo "aplay: main:831: audio open error: Device or resource busy" >&2; exit 1' }, 'aplay unreachable'],
  ['that swallows all at once', { aplay: '' }, 'aplay unreachable'],
  ['that is a dummy of the sound server', { pactl: 'echo "Default Sink: auto_null"', aplay: 'sleep 0.2' }, 'aplay unreachable'],
  ['absent', {}, 'aplay missing-tool'],
])('an output %s leaves the sound to be kept', async (_, players, expected) => {
  using fake = programs({ 'espeak-ng': '', ...players });
  const spoken = await speak(TEXT, 'fr', {}, withPrograms(realHost(), fake.paths), soon());
  expect(spoken).toMatchObject({ outcome: 'unplayed', by: 'espeak-ng', wav: { bytes: toneWav(200), durationMs: 200 } });
  expect(spoken.outcome === 'unplayed' && codes(spoken.unplayed)).toContain(expected);
});

test('nothing is left on the disk, nor of a speech that was stopped', async () => {
  using fake = programs({ 'espeak-ng': '', aplay: 'touch "$here/playing"; sleep 60' });
  using temporaries = temporaryFolder();
  vi.stubEnv('TMPDIR', temporaries.path);
  onTestFinished(() => void vi.unstubAllEnvs());
  const stop = new AbortController();
  const speaking = speak(TEXT, 'fr', {}, withPrograms(realHost(), fake.paths), stop.signal);
  await vi.waitFor(() => expect(existsSync(join(fake.paths['aplay'] ?? '', '../playing'))).toBe(true), { timeout: 10_000 });
  expect(readdirSync(temporaries.path)).toHaveLength(1);
  stop.abort(new DOMException('stop', 'AbortError'));
  await expect(speaking).rejects.toThrow('stop');
  expect(readdirSync(temporaries.path)).toEqual([]);
});

test('what works here is told for each engine and player, tried without a sound', async () => {
  using fake = programs({ 'espeak-ng': '', aplay: 'sleep 0.1' });
  const host = withPrograms(realHost(), { ...fake.paths, ...NODE });
  expect(codes(await availableVoices('fr', undefined, host, soon()))).toEqual([
    'server missing-tool',
    'pico2wave missing-tool',
    'espeak-ng ok',
    'espeak-ng-npm ok',
  ]);
  const { url } = await startVoiceServer(sending(toneWav(200)));
  expect(codes(await availableVoices('fr', { url, model: 'm' }, host, soon()))).toContain('server ok');
  expect(codes(await availablePlayers(host, soon()))).toEqual(['pw-play missing-tool', 'paplay missing-tool', 'aplay ok']);
});

test.skipIf(isMissing('espeak-ng'))('the npm engine makes the same sound as the installed espeak-ng, within a tenth', async () => {
  const host = withPrograms(realHost(), { 'espeak-ng': installed('espeak-ng') ?? '', ...NODE });
  const sounds = await Promise.all(
    ['espeak-ng', 'espeak-ng-npm'].map((voice) => speak('Quatre nœuds sur cinq répondent.', 'fr', { voice }, host, soon())),
  );
  const [here = 0, npm = 0] = sounds.map((spoken) => (spoken.outcome === 'unplayed' ? spoken.wav.durationMs : 0));
  expect(sounds.map((spoken) => spoken.outcome === 'unplayed' && spoken.by)).toEqual(['espeak-ng', 'espeak-ng-npm']);
  expect(here).toBeGreaterThan(1_000);
  expect(Math.abs(here - npm)).toBeLessThan(here / 10);
});
