import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Host } from '../../../skill/host/host.ts';
import { plainSpeech } from '../../../skill/voice/speaking/plain-speech.ts';
import { type Spoken, speak } from '../../../skill/voice/speaking/speak.ts';
import { temporaryFolder, withPrograms, writeProgram } from '../../support/fake-program.ts';
import { realHost } from '../../support/gathering.ts';
import { toneWav } from '../../support/sound.ts';
import { sending, startVoiceServer } from '../../support/voice-server.ts';
import { installed, isMissing, writeEngine } from '../../support/voices.ts';

/** What a name, a container's label or an answer could hold; `CANARY` becomes the path of a file that must not appear. */
const TEXTS: Readonly<Record<string, string>> = {
  'ten thousand characters': 'Très long. '.repeat(910),
  'ten thousand characters beyond the basic plane': `a${'😀'.repeat(5_000)}`,
  'control characters': 'un\u0000deux\u0007trois\u001b]0;titre\u0007\u001b[2Jquatre\u007f\u0085\u009b31m',
  'bidirectional and invisible marks': 'un \u202eecart\u202c \u2066x\u2069 \u200b\ufeff\u00ad deux',
  'quotes and parentheses': `"' ") (system "touch CANARY") (SayText "` + "'); touch CANARY; ('",
  backslashes: 'C:\\temp\\n \\" \\\\ \\x41 \\',
  'a command substitution': 'M1 $(touch CANARY) tombe',
  backticks: 'M1 `touch CANARY` tombe',
  'a new line and a dash': 'M1\n-f CANARY\r\n--stdout -w CANARY\n-o CANARY',
  'a dash first': '-w CANARY',
  'dashes behind what is stripped': '"<-->[[ -- -f CANARY',
  'a NUL': 'M1\u0000 -w CANARY',
  'lone surrogates': 'M1 \ud800 tombe \udfff\udc00',
  'markup of pico': "M1 <play file='/etc/passwd'/> <usesig file='CANARY'> tombe",
  'markup of SSML': '<speak><audio src="file:///etc/passwd"/><break time="3600s"/></speak> M1 tombe',
  'phonemes of espeak': 'M1 [[t@tSkan3ri]] [[-w CANARY]] tombe',
  'commands of macOS': 'M1 [[volm 9]] [[slnc 3600000]] tombe',
  PowerShell: `M1'); New-Item CANARY; ('$(New-Item CANARY)" %PATH% & touch CANARY | touch CANARY > CANARY`,
  'nothing that is spoken': '"<[{`|~^*_#\\}]>"\n\u0000',
};

/** What no engine may ever be given: markup, a control character, half a character. */
const FORBIDDEN = /[<>[\]{}"\\|`]|\p{Cc}|\p{Cf}|\p{Cs}/u;

/** A folder with a trap in it for each program that could obey a text, and the file that a trap or a text would make. */
function place() {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const canary = join(folder.path, 'canary');
  for (const name of ['festival', 'osascript', 'cmd', 'cmd.exe', 'New-Item']) writeProgram(folder.path, name, `touch '${canary}'`);
  return { path: folder.path, canary, at: (file: string) => readFileSync(join(folder.path, file), 'utf8') };
}
type Place = ReturnType<typeof place>;

/** Each says one text with one engine alone, and tells what the engine was given of it; null when it cannot be seen. */
const ENGINES: Readonly<Record<string, (text: string, here: Place) => Promise<{ spoken: Spoken; given: readonly string[] | null }>>> = {
  async server(text) {
    const { url, requests } = await startVoiceServer(sending(toneWav(100)));
    const spoken = await say(text, 'server', withPrograms(realHost(), {}), url);
    return { spoken, given: requests.map(({ body }) => String(body['input'])) };
  },
  async pico2wave(text, here) {
    const spoken = await say(text, 'pico2wave', withPrograms(realHost(), { pico2wave: writeEngine(here.path, 'pico2wave') }));
    return { spoken, given: spoken.outcome === 'mute' ? [] : inputs(here.at('pico2wave.calls')) };
  },
  async 'pico2wave of old'(text, here) {
    const program = writeEngine(here.path, 'pico2wave', '[ "$5" = -- ] && [ $# -eq 6 ] || exit 1');
    const spoken = await say(text, 'pico2wave', withPrograms(realHost(), { pico2wave: program }));
    return { spoken, given: spoken.outcome === 'mute' ? [] : lastWords(here.at('pico2wave.calls')) };
  },
  async 'espeak-ng'(text) {
    return { spoken: await say(text, 'espeak-ng', withPrograms(realHost(), { 'espeak-ng': installed('espeak-ng') ?? '' })), given: null };
  },
  async 'espeak-ng-npm'(text) {
    return { spoken: await say(text, 'espeak-ng-npm', withPrograms(realHost(), { [process.execPath]: process.execPath })), given: null };
  },
  async 'say of macOS'(text, here) {
    writeProgram(here.path, 'say', `printf '%s\\n' "$@" > "$(dirname "$0")/words"`);
    const spoken = await say(text, 'system', { ...withPrograms(realHost(), {}), platform: 'darwin' });
    const [option, voice, ...words] = spoken.outcome === 'mute' ? ['-v', 'Thomas'] : here.at('words').trimEnd().split('\n');
    expect([option, voice]).toEqual(['-v', 'Thomas']);
    return { spoken, given: words };
  },
  async 'PowerShell of Windows'(text, here) {
    writeProgram(here.path, 'powershell', `cd "$(dirname "$0")"; printf '%s\\n' "$@" > words; cat > input`);
    const spoken = await say(text, 'system', { ...withPrograms(realHost(), {}), platform: 'win32' });
    if (spoken.outcome === 'mute') return { spoken, given: [] };
    expect(here.at('words')).toBe(SCRIPT);
    return { spoken, given: [Buffer.from(here.at('input'), 'base64').toString('utf8')] };
  },
};

function say(text: string, voice: string, host: Host, url?: string): Promise<Spoken> {
  return speak(text, 'fr', { voice, ...(url ? { server: { url, model: 'm' } } : {}) }, host, AbortSignal.timeout(20_000));
}

const inputs = (calls: string) =>
  calls
    .split('\n--\n')
    .slice(1)
    .map((input) => input.trimEnd());
/** What stands after the last call's own « -- », up to its empty standard input: one argument. */
const lastWords = (calls: string) => [/\n--\n(.*)\n--\n\n$/s.exec(calls.split('\n-l\n').at(-1) ?? '')?.[1] ?? 'no such call'];
const SCRIPT = `-NoProfile
-NonInteractive
-Command
Add-Type -AssemblyName System.speech;$speak = New-Object System.Speech.Synthesis.SpeechSynthesizer;$speak.SelectVoice('Microsoft Hortense Desktop');$speak.Speak([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadToEnd())))
`;

describe.each(Object.keys(ENGINES))('%s only reads what it is given', (id) => {
  test.skipIf(id === 'espeak-ng' && isMissing(id)).each(Object.entries(TEXTS))('%s', async (_, template) => {
    const here = place();
    vi.stubEnv('PATH', `${here.path}:${process.env['PATH']}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const text = template.replaceAll('CANARY', here.canary);
    const { spoken, given } = (await ENGINES[id]?.(text, here)) ?? { spoken: null, given: null };
    expect(existsSync(here.canary)).toBe(false);
    const plain = plainSpeech(text);
    if (plain === '') return expect(spoken?.outcome).toBe('mute');
    expect(spoken).toMatchObject({ by: id.startsWith('say') || id.startsWith('Power') ? 'system' : id.split(' ')[0] });
    for (const words of given ?? []) expect(words).not.toMatch(FORBIDDEN);
    if (given) expect(given.at(-1)).toBe(plain);
  });
});

test.each(Object.entries(TEXTS))('plain speech of %s is short, on one line, and begins like no option', (_, text) => {
  const plain = plainSpeech(text);
  expect(plain.length).toBeLessThanOrEqual(2_000);
  expect(plain).not.toMatch(FORBIDDEN);
  expect(plain).not.toMatch(/^-|\s\s/);
  expect(plain.isWellFormed()).toBe(true);
});
