import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parseInventory } from '../../../skill/inventory/load.ts';
import { readWav } from '../../../skill/voice/wav.ts';
import { scratch, startCli } from '../../support/cli.ts';
import { writeProgram } from '../../support/fake-program.ts';
import { toneWav } from '../../support/sound.ts';
import { sending, startVoiceServer } from '../../support/voice-server.ts';
import { writeEngine } from '../../support/voices.ts';

const INVENTORY = { 'jarvis.yaml': 'targets: []\n' };
/** Everything that a shell script of ours needs and no program of sound: only what the test puts there speaks or plays. */
const BARE = ['cp', 'cat', 'dirname', 'sleep'];

async function quiet(files: Readonly<Record<string, string>> = INVENTORY) {
  const place = await scratch(files);
  const programs = join(place.folder, 'programs');
  await mkdir(programs);
  for (const name of BARE) writeProgram(programs, name, `PATH=/usr/bin:/bin exec ${name} "$@"`);
  const PATH = [programs, dirname(process.execPath)].join(delimiter);
  return {
    folder: place.folder,
    programs,
    say: (args: readonly string[] = [], environment = {}) =>
      startCli(['--json', '--say', ...args], place.folder, { PATH, ...environment }).result,
    sounds: async () => (await readdir(join(place.folder, 'data'))).filter((name) => name.endsWith('.wav')),
    [Symbol.asyncDispose]: place[Symbol.asyncDispose],
  };
}

describe('--say where nothing plays', () => {
  test('keeps the sound beside the report, under its name, and says where', async () => {
    await using place = await quiet();
    writeEngine(place.programs, 'espeak-ng');
    const { code, stderr } = await place.say();
    const [json = '', wav = ''] = (await readdir(join(place.folder, 'data'))).toSorted();
    expect(wav).toBe(json.replace('.json', '.wav'));
    expect(stderr).toBe(
      `Aucune sortie audio sur cette machine : le résumé parlé est dans data/${wav}. Pour l'entendre ici, installez alsa-utils, pulseaudio-utils ou pipewire-bin.\n`,
    );
    expect(await readFile(join(place.folder, 'data', wav))).toEqual(toneWav(200));
    expect((await stat(join(place.folder, 'data', wav))).mode & 0o007).toBe(0);
    expect(code).toBe(0);
  });

  test('replaces no sound of that name, and leaves nothing else behind', async () => {
    await using place = await quiet();
    writeEngine(place.programs, 'espeak-ng');
    const minutes = [0, 1, 2].map((late) => new Date(Date.now() + late * 60_000));
    await mkdir(join(place.folder, 'data'));
    const two = (value: number) => String(value).padStart(2, '0');
    const mine = minutes.map(
      (at) => `audit_${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}_${two(at.getHours())}${two(at.getMinutes())}.wav`,
    );
    for (const name of mine) await writeFile(join(place.folder, 'data', name), 'mine');
    await place.say();
    for (const name of mine) expect(await readFile(join(place.folder, 'data', name), 'utf8')).toBe('mine');
    const fresh = (await readdir(join(place.folder, 'data'))).filter((name) => !mine.includes(name));
    expect(fresh.toSorted()).toEqual([expect.stringMatching(/_\d{4}\.json$/), expect.stringMatching(/_\d{4}_2\.wav$/)]);
  });

  test('with --no-save writes no sound either, and shows the summary', async () => {
    await using place = await quiet();
    writeEngine(place.programs, 'espeak-ng');
    const { stderr } = await place.say(['--no-save', '--locale', 'en']);
    expect(stderr).toMatch(/^No sound output on this machine: the summary is written below\. .*\n\p{L}.*\.\n$/u);
    expect((await readdir(place.folder)).toSorted()).toEqual(['jarvis.yaml', 'programs']);
  });
});

describe('the folder for temporary files', () => {
  const quick = async (TMPDIR: string) => {
    const place = await quiet();
    writeEngine(place.programs, 'espeak-ng');
    await mkdir(join(place.folder, '-x'));
    writeProgram(place.programs, 'aplay', `printf '%s\\n' "$@" > "${place.folder}/words"; sleep 0.2`);
    const { stderr } = await place.say([], { TMPDIR });
    const words = await readFile(join(place.folder, 'words'), 'utf8').catch(() => '');
    const left = await readdir(join(place.folder, '-x'));
    await place[Symbol.asyncDispose]();
    return { stderr, words, left };
  };

  test('whose name begins like an option gives no player one', async () => {
    expect(await quick('-x')).toEqual({ stderr: '', words: expect.stringMatching(/^-q\n\/.*\/-x\/.*\.wav\n$/), left: [] });
  });

  test('that is not there costs no voice', async () => {
    expect(await quick('/nonexistent')).toEqual({ stderr: '', words: expect.stringMatching(/^-q\n\/.*\.wav\n$/), left: [] });
  });
});

test('an output that is busy is no machine that cannot be reached', async () => {
  await using place = await quiet();
  writeEngine(place.programs, 'espeak-ng');
  writeProgram(place.programs, 'aplay', 'echo "audio open error: Device or resource busy" >&2; exit 1');
  const { stderr } = await place.say();
  expect(stderr).toContain('aplay – sortie audio absente ou occupée)');
  expect(stderr).not.toContain('machine injoignable');
});

test('without espeak-ng the npm engine speaks', async () => {
  await using place = await quiet();
  await place.say();
  const [wav = ''] = await place.sounds();
  expect(readWav(await readFile(join(place.folder, 'data', wav))).durationMs).toBeGreaterThan(1_000);
});

test('the server of the inventory speaks, and its key never shows', async () => {
  const { url, requests } = await startVoiceServer(sending('{"error":"no voice for key-of-the-voice-42"}', 'application/json', 401));
  const tts = `{ url: "${url}", model: kokoro, voice: ff_siwis, key: "\${VOICE_KEY}" }`;
  await using place = await quiet({ 'jarvis.yaml': `targets: []\nspeech: { tts: ${tts} }\n` });
  const { stdout, stderr } = await place.say(['--debug', '--save-readings', 'r.json'], { VOICE_KEY: 'key-of-the-voice-42' });
  expect(requests[0]?.headers.authorization).toBe('Bearer key-of-the-voice-42');
  expect(requests[0]?.body).toMatchObject({ model: 'kokoro', voice: 'ff_siwis' });
  expect(stderr).toMatch(/^server: denied \(HTTP 401\)$/m);
  expect(`${stdout}${stderr}${await readFile(join(place.folder, 'r.json'), 'utf8')}`).not.toContain('key-of-the-voice');
});

test('--debug tells why each was silent', async () => {
  await using place = await quiet();
  writeEngine(place.programs, 'espeak-ng');
  writeProgram(place.programs, 'aplay', 'printf "\\033[2Jaudio open error: Device or resource busy\\n" >&2; exit 1');
  const { stderr } = await place.say(['--debug']);
  expect(stderr.split('\n').slice(0, 4)).toEqual([
    'pico2wave: missing-tool (pico2wave: could not be started (ENOENT))',
    'pw-play: missing-tool (pw-play: could not be started (ENOENT))',
    'paplay: missing-tool (paplay: could not be started (ENOENT))',
    'aplay: unreachable ([2Jaudio open error: Device or resource busy)',
  ]);
});

test('a voice that does not exist is said to be replaced', async () => {
  await using place = await quiet();
  writeEngine(place.programs, 'espeak-ng', 'case "$*" in *nope*) exit 1;; esac');
  writeProgram(place.programs, 'aplay', 'sleep 0.2');
  const { stderr } = await place.say(['--voice', 'nope', '--locale', 'en']);
  expect(stderr).toMatch(/^The voice nope could not speak \(.+\): espeak-ng speaks instead\.\n$/);
});

test('an audit that says nothing loads no voice, and nothing of doctor and discover', async () => {
  await using place = await quiet();
  const { stderr } = await startCli(['--json', '--no-save'], place.folder, { NODE_DEBUG: 'esm' }).result;
  // the debugging lines name every module that is loaded
  expect(stderr).toContain('commands/audit.ts');
  expect(stderr).not.toMatch(/skill\/(?:voice\/|doctor|discover|inventory\/discover)|node_modules\/(?:openai|say)\//);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s while it speaks silences it, and leaves no sound behind', async (signal) => {
  await using place = await quiet();
  const temporary = join(place.folder, 'tmp');
  await mkdir(temporary);
  writeEngine(place.programs, 'espeak-ng');
  writeProgram(place.programs, 'aplay', `echo $$ > "${place.folder}/pid"; sleep 60`);
  const PATH = [place.programs, dirname(process.execPath)].join(delimiter);
  const running = startCli(['--json', '--say', '--no-save'], place.folder, { PATH, TMPDIR: temporary });
  const player = await vi.waitFor(async () => Number(await readFile(join(place.folder, 'pid'), 'utf8')) || Promise.reject(), 20_000);
  running.kill(signal);
  const { code } = await running.result;
  expect(code).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
  expect(() => process.kill(player, 0)).toThrow('ESRCH');
  expect(await readdir(temporary)).toEqual([]);
});

describe('speech.tts of the inventory', () => {
  const load = (tts: string) => parseInventory(`targets: []\nspeech: { tts: ${tts} }\n`, 'jarvis.yaml', { K: 'key-of-the-voice-42' });

  test('is kept apart from what reports show, its key among the secrets', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what an inventory writes
    const loaded = load('{ url: "http://127.0.0.1:8000/v1", model: kokoro, key: "${K}" }');
    expect(loaded.speech?.tts).toEqual({ url: 'http://127.0.0.1:8000/v1', model: 'kokoro', key: 'key-of-the-voice-42' });
    expect(loaded.secrets).toContain('key-of-the-voice-42');
    expect(JSON.stringify(loaded.inventory)).not.toContain('key-of');
  });

  test.each([
    ['{ url: "http://127.0.0.1:8000/v1" }', '2: speech.tts: "model" is missing'],
    ['{ voice: v }', '2: speech.tts: expected url and model, or wyoming'],
    ['{ model: m }', '2: speech.tts: "url" is missing'],
    ['{ url: "http://127.0.0.1:8000/v1", model: m, wyoming: "tcp://127.0.0.1:10200" }', '2: speech.tts: expected either url or wyoming'],
    ['{ wyoming: "http://127.0.0.1:10200" }', '2: speech.tts.wyoming: expected a URL such as tcp://127.0.0.1:10300'],
    ['{ wyoming: "tcp://127.0.0.1:10200", key: k }', '2: speech.tts: "url" is missing'],
    ['{ url: "http://localhost:8000/v1", model: m }', '2: speech.tts.url: expected 127.0.0.1 instead of localhost'],
    [
      '{ url: "http://127.0.0.1:8000", model: m, speed: 2 }',
      '2: speech.tts: unknown key "speed"; expected one of url model key wyoming voice',
    ],
  ])('%s is refused', (tts, sentence) => {
    expect(() => load(tts)).toThrow(`jarvis.yaml:${sentence}`);
  });
});
