import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { doctorReport, prescription } from '../../reporters/doctor.ts';
import { ProbeError } from '../../skill/audit/define.ts';
import type { Check, Patient } from '../../skill/doctor/check.ts';
import { checks } from '../../skill/doctor/checks/all.ts';
import { type Examined, examine } from '../../skill/doctor/examine.ts';
import { realFiles } from '../../skill/doctor/files.ts';
import { findPackages } from '../../skill/doctor/packages.ts';
import type { Host } from '../../skill/host/host.ts';
import { temporaryFolder, writeProgram } from '../support/fake-program.ts';
import { realHost } from '../support/gathering.ts';
import { hearing, startHearingServer } from '../support/hearing-server.ts';
import { toneWav } from '../support/sound.ts';
import { sending, startVoiceServer } from '../support/voice-server.ts';
import { saying, startWyomingServer } from '../support/wyoming-server.ts';

const soon = () => AbortSignal.timeout(10_000);

interface Machine {
  readonly programs?: readonly string[];
  /** Programs that do something: what their shell script says. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** espeak-ng of npm is installed. */
  readonly hasNpmVoice?: boolean;
  readonly isRoot?: boolean;
  readonly platform?: NodeJS.Platform;
  /** Files of /proc and /sys in place of the real ones. */
  readonly system?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly host?: Partial<Host>;
  readonly patient?: Partial<Patient>;
}

/** A machine with these programs alone on its PATH; `folder` is where it works. */
async function machine({
  programs = [],
  scripts = {},
  hasNpmVoice = false,
  isRoot = true,
  platform = 'linux',
  system = {},
  files = {},
  environment = {},
  host = {},
  patient = {},
}: Machine = {}) {
  const place = temporaryFolder();
  onTestFinished(() => place[Symbol.dispose]());
  const bin = join(place.path, 'bin');
  mkdirSync(bin);
  for (const name of programs) writeProgram(bin, name, 'exit 0');
  for (const [name, script] of Object.entries(scripts)) writeProgram(bin, name, script);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place.path, name), text);
  const real = realHost();
  const own: Host = {
    ...real,
    platform,
    run: async ([name = '', ...args], options, signal) => {
      if (name === process.execPath && !hasNpmVoice) throw new ProbeError('missing-tool', 'the npm package espeak-ng is not installed');
      return real.run([name === process.execPath ? name : join(bin, name), ...args], options, signal);
    },
    read: (path, signal) => {
      if (!/^\/(proc|sys)\//.test(path)) return real.read(path, signal);
      const text = system[path];
      return text === undefined ? Promise.reject(new ProbeError('not-found', path)) : Promise.resolve(text);
    },
    ...host,
  };
  const seen = { PATH: bin, ...environment };
  const onDisk = realFiles(own, seen);
  const whole: Patient = {
    host: own,
    environment: seen,
    isRoot,
    nodeVersion: '24.21.0',
    language: 'fr',
    packages: await findPackages(onDisk, isRoot, platform, soon()),
    config: join(place.path, 'jarvis.yaml'),
    out: join(place.path, 'data'),
    files: {
      ...onDisk,
      names: async (folder, signal) =>
        folder.startsWith('/sys/') ? Object.keys(system).map((path) => path.split('/').at(-2) ?? '') : onDisk.names(folder, signal),
    },
    ...patient,
  };
  return { folder: place.path, bin, patient: whole };
}

const find = (id: Check['id']) => checks.filter((check) => check.id === id);
async function diagnosed(id: Check['id'], given: Machine = {}): Promise<readonly Examined[]> {
  const { patient } = await machine(given);
  return examine(patient, soon(), find(id));
}
const states = (examined: readonly Examined[]) => examined.map(({ state, note }) => `${state} ${note.id}`);
const VALID = 'targets:\n  - { id: OL1, kind: ollama, url: "http://127.0.0.1:11434" }\n';

describe('the command that brings what lacks', () => {
  test.each([
    ['apt-get', 'apt-get install espeak-ng'],
    ['dnf', 'dnf install espeak-ng'],
    ['pacman', 'pacman -S espeak-ng'],
    ['zypper', 'zypper install espeak-ng'],
    ['apk', 'apk add espeak-ng'],
    ['brew', 'brew install espeak-ng'],
  ])('is that of %s', async (program, command) => {
    expect((await diagnosed('voice', { programs: [program] }))[0]).toMatchObject({ state: 'optional', note: { id: 'voiceNone' }, command });
  });

  test.each([
    ['sudo', ['apt-get', 'sudo', 'doas'], 'sudo apt-get install espeak-ng'],
    ['doas', ['apt-get', 'doas'], 'doas apt-get install espeak-ng'],
    ['su', ['apt-get'], "su -c 'apt-get install espeak-ng'"],
    ['nothing for brew', ['brew', 'sudo'], 'brew install espeak-ng'],
  ])('asks for rights by %s', async (_, programs, command) => {
    expect((await diagnosed('voice', { programs, isRoot: false }))[0]?.command).toBe(command);
  });

  test.each(['winget', 'choco'])('asks for none on Windows: %s', async (manager) => {
    const programs = [`${manager}.EXE`];
    const environment = { PATHEXT: '.COM;.EXE' };
    const found = await diagnosed('tools', { programs, environment, platform: 'win32', isRoot: false });
    expect(found.find(({ note }) => note.id === 'toolMissing')?.command).toMatch(new RegExp(`^${manager} install smartmontools`));
  });

  test('is none where no manager is known, and the lack is said all the same', async () => {
    expect((await diagnosed('voice'))[0]).toMatchObject({ state: 'optional', command: null });
  });

  test('the first on PATH is not enough: a folder or a file that cannot be run is no program', async () => {
    const { patient, bin } = await machine({ programs: ['curl'] });
    expect(states(await examine(patient, soon(), find('tools')))).toContain('ok toolsFine');
    chmodSync(join(bin, 'curl'), 0o644);
    mkdirSync(join(bin, 'openssl'));
    expect(states(await examine(patient, soon(), find('tools')))).not.toContain('ok toolsFine');
  });
});

describe('what holds no examination', () => {
  test('without a PATH the folders are looked in that a program is started from', async () => {
    const { patient } = await machine();
    expect(await realFiles(patient.host, {}).program('sh', soon())).toMatch(/\/bin\/sh$/);
  });

  test('a folder on PATH that never answers costs the commands, no more', async () => {
    const never = { program: () => Promise.reject(new ProbeError('timeout', 'no answer')) };
    const packages = await findPackages(never, true, 'linux', soon());
    expect(packages.install(['espeak-ng'])).toBeNull();
  });
});

describe('Node', () => {
  test.each([
    ['24.12.0', 'ok nodeFine'],
    ['24.11.9', 'missing nodeOld'],
    ['25.0.0', 'ok nodeFine'],
    ['22.99.0', 'missing nodeOld'],
  ])('%s is %s', async (nodeVersion, expected) => {
    expect(states(await diagnosed('node', { patient: { nodeVersion } }))).toEqual([expected]);
  });
});

describe('the inventory', () => {
  test('valid: how many targets', async () => {
    const [found] = await diagnosed('inventory', { files: { 'jarvis.yaml': VALID } });
    expect(found).toMatchObject({ state: 'ok', note: { id: 'inventoryFine', values: { count: 1 } } });
  });

  test('refused: the first thing that is wrong, with its line, and how to see it', async () => {
    const [found] = await diagnosed('inventory', { files: { 'jarvis.yaml': VALID.replace('ollama', 'llama') } });
    expect(found).toMatchObject({ state: 'missing', command: expect.stringMatching(/^sed -n '2p' /) });
    expect(JSON.stringify(found?.note)).toContain('jarvis.yaml:2: targets.OL1.kind: unknown kind');
  });

  test('variables that are not set are named together; those with a default or in a comment are none', async () => {
    const text = `${VALID}  # \${COMMENTED}\n  - { id: A, kind: lmstudio, url: "\${A_URL}", token: "\${A_KEY}" }\n  - { id: B, kind: ollama, url: "\${B_URL:-http://127.0.0.1:1}", ping: "$\${X}" }\n`;
    const [found] = await diagnosed('inventory', { files: { 'jarvis.yaml': text }, environment: { A_KEY: 'sk-secret-0123456789' } });
    expect(found).toMatchObject({
      state: 'missing',
      note: { id: 'variablesUnset', values: { names: ['A_URL'] } },
      command: 'export A_URL=…',
    });
  });

  test('absent: needed where it was asked for, else an invitation', async () => {
    expect(states(await diagnosed('inventory'))).toEqual(['missing inventoryAbsent']);
    const before = process.cwd();
    const { patient, folder } = await machine({ patient: { config: undefined } });
    process.chdir(folder);
    onTestFinished(() => process.chdir(before));
    const [found] = await examine(patient, soon(), find('inventory'));
    expect(found).toMatchObject({
      state: 'optional',
      note: { id: 'inventoryNone' },
      command: 'npm run --silent audit -- discover > jarvis.yaml',
    });
  });

  test('names that lead nowhere are said', async () => {
    const host = { resolve: () => Promise.reject(new ProbeError('dns', 'no address')) };
    const found = await diagnosed('inventory', { files: { 'jarvis.yaml': VALID.replace('127.0.0.1', 'm1.lan') }, host });
    expect(states(found)).toEqual(['ok inventoryFine', 'missing namesUnresolved']);
    expect(found[1]?.command).toBe('getent hosts m1.lan');
  });

  test('a name that begins like an option is none', async () => {
    const { patient, folder } = await machine({ files: { '-i.yaml': 'targets: 3\n' } });
    const before = process.cwd();
    process.chdir(folder);
    onTestFinished(() => process.chdir(before));
    const [found] = await examine({ ...patient, config: '-i.yaml' }, soon(), find('inventory'));
    const shown = await realHost().run(['sh', '-c', found?.command ?? ''], { cwd: folder }, soon());
    expect(shown).toMatchObject({ exitCode: 0, stdout: 'targets: 3\n' });
  });

  test('a hostile name steers neither the terminal nor the shell', async () => {
    const file = "j'; touch x; '\u001b[2J\n.yaml";
    const { patient, folder } = await machine({ files: { [file]: 'targets: 3\n' } });
    const examined = await examine({ ...patient, config: join(folder, file) }, soon(), find('inventory'));
    const text = doctorReport(examined, null, fr);
    expect(text).not.toContain('\u001b');
    expect(text).toContain(String.raw`j\047; touch x; \047\033[2J\012.yaml`);
  });
});

describe('reports', () => {
  test('a folder that can be made is fine; a file in its place is not', async () => {
    expect(states(await diagnosed('reports'))).toEqual(['ok reportsFine']);
    const { patient, folder } = await machine();
    const stats = { totalBytes: 1e12, freeBytes: 1e6, availableBytes: 1e6, inodes: 1, freeInodes: 1 };
    const full = { ...patient, host: { ...patient.host, statfs: async () => stats } };
    expect(states(await examine(full, soon(), find('reports')))).toEqual(['missing reportsNoRoom']);
    writeFileSync(join(folder, 'file'), '');
    expect(states(await examine({ ...patient, out: join(folder, 'file', 'data') }, soon(), find('reports')))).toEqual([
      'missing reportsDenied',
    ]);
  });

  test('one that may not be written is said, with another way', async () => {
    const { patient } = await machine();
    const files = { ...patient.files, isWritable: async () => false };
    const [found] = await examine({ ...patient, files }, soon(), find('reports'));
    expect(found).toMatchObject({
      state: 'missing',
      note: { id: 'reportsDenied' },
      command: 'npm run --silent audit -- --out ~/jarvis-audits',
    });
  });
});

describe('clock, network, rights', () => {
  test('a clock of before this program is wrong; one that nobody sets is worth a word', async () => {
    expect(states(await diagnosed('clock', { host: { clock: () => new Date('1970-01-02') } }))).toEqual(['missing clockWrong']);
    expect(states(await diagnosed('clock'))).toEqual(['ok clockPlausible']);
    const says = (stdout: string): Machine => ({
      programs: ['timedatectl', 'sudo'],
      isRoot: false,
      host: { run: async () => ({ exitCode: 0, stdout, stderr: '', durationMs: 1 }) },
    });
    expect(states(await diagnosed('clock', says('NTP=yes\nNTPSynchronized=yes\n')))).toEqual(['ok clockFine']);
    expect(await diagnosed('clock', says('NTP=no\nNTPSynchronized=no\n'))).toMatchObject([
      { state: 'optional', command: 'sudo timedatectl set-ntp true' },
    ]);
  });

  test('no address but loopback is said', async () => {
    expect(states(await diagnosed('network', { host: { addresses: () => [] } }))).toEqual(['optional networkNone']);
    expect(states(await diagnosed('network', { host: { addresses: () => ['192.0.2.1'] } }))).toEqual(['ok networkFine']);
  });

  test('root sees all; another user is told what to grant', async () => {
    expect(states(await diagnosed('rights'))).toEqual(['ok rightsRoot']);
    const { patient } = await machine({ isRoot: false, programs: ['sudo'] });
    const files = { ...patient.files, exists: async (path: string) => path === '/var/run/docker.sock', isWritable: async () => false };
    const found = await examine({ ...patient, files }, soon(), find('rights'));
    expect(found).toMatchObject([
      { note: { id: 'rightsUser' }, command: 'sudo npm run --silent audit --' },
      { note: { id: 'dockerDenied' }, command: 'sudo usermod -aG docker "$(id -un)"' },
    ]);
  });
});

describe('tools and GPUs', () => {
  test('each that is absent says why it matters; those that are there share a line', async () => {
    const found = await diagnosed('tools', { programs: ['apt-get', 'ss', 'getent', 'openssl', 'curl'] });
    expect(states(found)).toEqual(['optional toolMissing', 'ok toolsFine']);
    expect(found[0]).toMatchObject({ note: { values: { tool: 'smartctl' } }, command: 'apt-get install smartmontools' });
  });

  const card = (vendor: string) => ({
    '/sys/bus/pci/devices/0000:01:00.0/class': '0x030000\n',
    '/sys/bus/pci/devices/0000:01:00.0/vendor': `${vendor}\n`,
  });
  test.each([
    ['an NVIDIA card without its tool', card('0x10de'), [], ['missing gpuToolMissing']],
    ['an AMD card without its tool', card('0x1002'), [], ['missing gpuToolMissing']],
    ['an NVIDIA card with it', card('0x10de'), ['nvidia-smi'], ['ok gpuFine']],
    ['an Intel one', card('0x8086'), [], []],
    ['no card', {}, [], []],
  ] as const)('%s', async (_, system, programs, expected) => {
    expect(states(await diagnosed('gpu', { system, programs }))).toEqual(expected);
  });
});

/** Copies a tone to the file after `-w`, as espeak-ng and pico2wave do. */
const speaking = (then = '') => {
  const place = temporaryFolder();
  onTestFinished(() => place[Symbol.dispose]());
  writeFileSync(join(place.path, 'tone.wav'), toneWav(200));
  return `${then}\nwhile [ $# -gt 0 ]; do [ "$1" = -w ] && cp '${place.path}/tone.wav' "$2"; shift; done`;
};
const speech = (url: string) => `${VALID}speech: { tts: { url: "${url}", model: "kok'oro", voice: ff_siwis, key: "\${VOICE_KEY}" } }\n`;
const VOICE_KEY = 'key-of-the-voice-42';

describe('voice', () => {
  test('only those that make sound when tried are there, the first to be heard first', async () => {
    const scripts = { pico2wave: speaking(), 'espeak-ng': speaking() };
    expect(await diagnosed('voice', { scripts })).toMatchObject([
      { state: 'ok', note: { id: 'voiceFine', values: { voices: ['pico2wave', 'espeak-ng'] } }, command: null },
    ]);
    const mute = await diagnosed('voice', { scripts: { 'espeak-ng': 'exit 0' } });
    expect(mute).toMatchObject([{ note: { id: 'voiceNone' } }, { note: { id: 'voiceSilent', values: { voice: 'espeak-ng' } } }, {}]);
  });

  test('a better one that a package brings is worth a word', async () => {
    const offering = (candidate: string) => `printf 'libttspico-utils:\\n  Installed: (none)\\n  Candidate: ${candidate}\\n'`;
    const scripts = { 'espeak-ng': speaking(), 'apt-cache': offering('1.0+git20130326-14') };
    const [, better] = await diagnosed('voice', { programs: ['apt-get'], scripts });
    expect(better).toMatchObject({ state: 'optional', note: { id: 'voiceBetter' }, command: 'apt-get install libttspico-utils' });
    const without = { ...scripts, 'apt-cache': offering('(none)') };
    expect(states(await diagnosed('voice', { programs: ['apt-get'], scripts: without }))).toEqual(['ok voiceFine']);
    expect(states(await diagnosed('voice', { programs: ['dnf'], scripts }))).toEqual(['ok voiceFine']);
  });

  test('the one of npm is tried too, and its absence has a command', async () => {
    expect(await diagnosed('voice', { hasNpmVoice: true })).toMatchObject([
      { note: { id: 'voiceFine', values: { voices: ['espeak-ng-npm'] } } },
    ]);
    const [, absent] = await diagnosed('voice', { programs: ['apt-get'] });
    expect(absent).toMatchObject({
      note: { id: 'voiceNpmAbsent' },
      command: expect.stringMatching(/^npm install --prefix \S+ --include=optional$/),
    });
    const [, , folder = ''] = /(--prefix) (\S+)/.exec(absent?.command ?? '') ?? [];
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toContain('"espeak-ng"');
  });

  test('the server of the inventory is asked first, and its key stays where it is', async () => {
    const { url, requests } = await startVoiceServer(sending(toneWav(200)));
    const given = { files: { 'jarvis.yaml': speech(url) }, environment: { VOICE_KEY } };
    expect(await diagnosed('voice', given)).toMatchObject([{ note: { id: 'voiceFine', values: { voices: ['server'] } } }]);
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${VOICE_KEY}`);
  });

  test('one that refuses is said, with the request that shows it', async () => {
    const { url, requests } = await startVoiceServer(sending('{}', 'application/json', 401));
    const given = { files: { 'jarvis.yaml': speech(url) }, environment: { VOICE_KEY }, scripts: { pico2wave: speaking() } };
    const found = await diagnosed('voice', given);
    expect(found).toMatchObject([{ note: { id: 'voiceFine' } }, { note: { id: 'voiceServerSilent', values: { url, failure: 'denied' } } }]);
    expect(JSON.stringify(found)).not.toContain(VOICE_KEY);
    const shown = await realHost().run(['sh', '-c', found[1]?.command ?? ''], { env: { TOKEN: 'mine' } }, soon());
    expect(shown).toMatchObject({ exitCode: 0, stdout: '401 application/json\n', stderr: '' });
    expect(requests[1]?.headers.authorization).toBe('Bearer mine');
    expect(requests[1]?.body).toMatchObject({ ...requests[0]?.body, input: expect.any(String) });
  });

  test('one that hangs hides no other, and the check ends in time', async () => {
    const { url } = await startVoiceServer(() => {});
    const scripts = { pico2wave: 'sleep 60', 'espeak-ng': speaking() };
    const given = { files: { 'jarvis.yaml': speech(url) }, environment: { VOICE_KEY }, scripts };
    const found = await diagnosed('voice', given);
    expect(states(found)).toEqual(['ok voiceFine', 'optional voiceServerSilent', 'optional voiceSilent']);
    expect(found[2]?.note.values).toEqual({ voice: 'pico2wave', failure: 'timeout' });
  });
});

const INFO = '{"asr":[{"name":"whisper","installed":true,"models":[]}],"tts":[{"name":"piper","installed":true,"voices":[]}]}';
const info = (data = INFO) => saying(`{"type":"info","data_length":${data.length}}\n${data}`);

describe('a voice by Wyoming', () => {
  test('that makes no sound is said, with the question that shows whether it is there', async () => {
    const { url, port, heard } = await startWyomingServer('describe', info());
    const given = { files: { 'jarvis.yaml': `${VALID}speech: { tts: { wyoming: "${url}" } }\n` }, scripts: { pico2wave: speaking() } };
    const found = await diagnosed('voice', given);
    expect(found[1]).toMatchObject({
      note: { id: 'voiceServerSilent', values: { url, failure: 'timeout' } },
      command: `printf '{"type":"describe"}\\n' | nc -w 3 127.0.0.1 ${port}`,
    });
    const question = (found[1]?.command ?? '').replace(/ \| nc .*/, '');
    const { stdout } = await realHost().run(['sh', '-c', question], {}, soon());
    expect(stdout).toBe('{"type":"describe"}\n');
    expect(heard().toString()).toContain('synthesize');
  });
});

describe('hearing', () => {
  const stt = (...fields: readonly string[]) => ({ 'jarvis.yaml': `${VALID}speech: { stt: { ${fields.join(', ')} } }\n` });

  test('nobody was named to hear: nothing is said, and nothing sent', async () => {
    expect(await diagnosed('hearing', { files: { 'jarvis.yaml': VALID } })).toEqual([]);
    expect(await diagnosed('hearing')).toEqual([]);
  });

  test('servers that answer will hear: one was given silence, the other asked what it is', async () => {
    const open = await startHearingServer(hearing(''));
    const wyoming = await startWyomingServer('describe', info());
    const files = stt(`url: "${open.url}"`, 'model: whisper-1', `key: "\${VOICE_KEY}"`, `wyoming: "${wyoming.url}"`);
    const found = await diagnosed('hearing', { files, environment: { VOICE_KEY } });
    expect(found).toMatchObject([
      { state: 'ok', note: { id: 'hearingFine', values: { url: open.url } } },
      { state: 'ok', note: { id: 'hearingFine', values: { url: wyoming.url } } },
    ]);
    expect(open.requests[0]).toMatchObject({ headers: { authorization: `Bearer ${VOICE_KEY}` }, fields: { model: 'whisper-1' } });
    expect(wyoming.heard().toString()).toBe('{"type":"describe"}\n');
  });

  test('one that refuses is said with the request that shows it, and no key in it', async () => {
    const { url } = await startHearingServer(sending('{}', 'application/json', 401));
    const files = stt(`url: "${url}"`, 'model: m', `key: "\${VOICE_KEY}"`);
    const [found] = await diagnosed('hearing', { files, environment: { VOICE_KEY } });
    expect(found).toMatchObject({ state: 'optional', note: { id: 'hearingSilent', values: { url, failure: 'denied' } } });
    expect(JSON.stringify(found)).not.toContain(VOICE_KEY);
    const shown = await realHost().run(['sh', '-c', found?.command ?? ''], { env: { TOKEN: 'mine' } }, soon());
    expect(shown).toMatchObject({ exitCode: 0, stdout: '401 application/json\n', stderr: '' });
  });

  test('nobody there is refused', async () => {
    expect(await diagnosed('hearing', { files: stt('wyoming: "tcp://127.0.0.1:1"') })).toMatchObject([
      { note: { id: 'hearingSilent', values: { failure: 'refused' } } },
    ]);
  });

  test.each([
    ['speaks alone', info('{"asr":[],"tts":[{"name":"piper","installed":true}]}'), 'wrong-product'],
    ['has its model yet to come', info('{"asr":[{"name":"whisper","installed":false}]}'), 'wrong-product'],
    ['is another', saying('HTTP/1.1 400 Bad Request\r\n\r\n'), 'malformed'],
    ['says nothing', () => {}, 'timeout'],
  ] as const)('one by Wyoming that %s is said', async (_, behave, failure) => {
    const { url } = await startWyomingServer('describe', behave);
    expect(await diagnosed('hearing', { files: stt(`wyoming: "${url}"`) })).toMatchObject([
      { note: { id: 'hearingSilent', values: { url, failure } } },
    ]);
  });
});

describe('sound', () => {
  const CARD = ' 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH at 0xa1348000 irq 146\n';
  test('a player and a card are two things', async () => {
    expect(states(await diagnosed('sound', { system: { '/proc/asound/cards': '--- no soundcards ---\n' } }))).toEqual([
      'optional playerNone',
      'optional soundNone',
    ]);
    const found = await diagnosed('sound', { scripts: { aplay: 'exec sleep 0.1' }, system: { '/proc/asound/cards': CARD } });
    expect(found).toMatchObject([{ note: { id: 'playerFine' } }, { state: 'ok', note: { values: { through: 'HDA Intel PCH' } } }]);
  });

  test('a player that can play nothing is not enough, whatever card is there', async () => {
    const system = { '/proc/asound/cards': CARD };
    const scripts = { aplay: 'echo "aplay: audio open error: Device or resource busy" >&2; exit 1' };
    expect(await diagnosed('sound', { scripts, system })).toMatchObject([
      { state: 'optional', note: { id: 'playerSilent', values: { players: ['aplay'], isLate: false } }, command: 'aplay -l' },
    ]);
    expect(await diagnosed('sound', { scripts: { paplay: 'exec sleep 60' }, system })).toMatchObject([
      { state: 'optional', note: { id: 'playerSilent', values: { players: ['paplay'], isLate: true } }, command: 'pactl info' },
    ]);
  });

  test('a server of the user will do for a card', async () => {
    const { patient, folder } = await machine();
    mkdirSync(join(folder, 'pulse'));
    writeFileSync(join(folder, 'pulse/native'), '');
    const environment = { ...patient.environment, XDG_RUNTIME_DIR: folder };
    expect(states(await examine({ ...patient, environment }, soon(), find('sound')))).toContain('ok soundFine');
    rmSync(join(folder, 'pulse/native'));
    expect(states(await examine({ ...patient, environment }, soon(), find('sound')))).toContain('optional soundNone');
  });
});

describe('a microphone', () => {
  const CARD = { '/proc/asound/pcm': '00-00: ALC3246 Analog : ALC3246 Analog : playback 1 : capture 1\n' };
  const RECORDS = 'while :; do /usr/bin/printf "abcdefgh%01000d" 7; /usr/bin/sleep 0.03; done';
  const MUTE = 'while :; do /usr/bin/head -c 1024 /dev/zero; /usr/bin/sleep 0.03; done';

  test('is a recorder and something that captures', async () => {
    expect(states(await diagnosed('microphone'))).toEqual(['optional recorderNone', 'optional captureNone']);
    expect(states(await diagnosed('microphone', { system: CARD }))).toEqual(['optional recorderNone']);
    expect((await diagnosed('microphone', { programs: ['brew'], platform: 'darwin' }))[0]?.command).toBe('brew install sox');
  });

  test('is tried', async () => {
    const found = await diagnosed('microphone', { scripts: { arecord: RECORDS }, system: CARD });
    expect(found).toMatchObject([
      { state: 'ok', note: { id: 'recorderFine', values: { recorders: ['arecord'] } } },
      { state: 'ok', note: { id: 'captureFine', values: { recorder: 'arecord' } } },
    ]);
  });

  test('that gives perfect silence is none', async () => {
    const found = await diagnosed('microphone', { scripts: { parec: MUTE }, system: CARD });
    expect(found[1]).toMatchObject({
      state: 'optional',
      note: { id: 'captureMute', values: { recorder: 'parec' } },
      command: 'pactl list short sources',
    });
  });

  test.each([
    ['that is refused', 'echo "arecord: audio open error: Device or resource busy" >&2; exit 1'],
    ['that hangs', 'exec /usr/bin/sleep 60'],
  ])('%s is said to be there and of no use', async (_, arecord) => {
    const startedAt = performance.now();
    const found = await diagnosed('microphone', { scripts: { arecord }, system: CARD });
    expect(found[1]).toMatchObject({
      state: 'optional',
      note: { id: 'captureSilent', values: { recorders: ['arecord'] } },
      command: 'arecord -l',
    });
    expect(performance.now() - startedAt).toBeLessThan(3_500);
  });

  test('without a card and without a server is not seen', async () => {
    expect(states(await diagnosed('microphone', { scripts: { arecord: 'exit 1' } }))).toEqual(['ok recorderFine', 'optional captureNone']);
  });

  test('without its npm packages is told what they are for, and what brings them', async () => {
    const { patient } = await machine({ scripts: { arecord: RECORDS }, system: CARD });
    const without = (...names: readonly string[]) => ({
      ...patient,
      files: { ...patient.files, hasPackage: (name: string) => !names.includes(name) },
    });
    const deaf = await examine(without('node-record-lpcm16', '@ricky0123/vad-web'), soon(), find('microphone'));
    expect(states(deaf)).toEqual(['ok recorderFine', 'optional hearingAbsent']);
    expect(deaf[1]?.command).toMatch(/^npm install --prefix \S+ --include=optional$/);
    expect(doctorReport(deaf, null, fr).replace(/\s+/g, ' ')).toContain("node-record-lpcm16 (le micro ne s'ouvre pas)");
    const coarse = await examine(without('onnxruntime-web'), soon(), find('microphone'));
    expect(states(coarse)).toEqual(['ok recorderFine', 'ok captureFine', 'optional hearingAbsent']);
    expect(patient.files.hasPackage('node-record-lpcm16')).toBe(true);
    expect(patient.files.hasPackage('no-such-package')).toBe(false);
  });
});

describe('an examination', () => {
  const slow: Check = { id: 'network', look: () => new Promise(() => {}) };
  const broken: Check = { id: 'voice', look: () => Promise.reject(new Error('oops')) };

  test('is not held by a check that hangs, nor lost by one that breaks', async () => {
    const { patient } = await machine();
    const startedAt = performance.now();
    const found = await examine(patient, soon(), [slow, broken, ...find('node')], 100);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(found.map(({ check, state, note }) => [check, state, note.values])).toEqual([
      ['network', 'unknown', { failure: 'timeout' }],
      ['voice', 'unknown', { failure: 'bug' }],
      ['node', 'ok', { version: '24.21.0' }],
    ]);
  });

  test('ends with its caller', async () => {
    const { patient } = await machine();
    await expect(examine(patient, AbortSignal.timeout(20), [slow])).rejects.toThrow();
  });

  test('every check of this very machine answers in both languages, one line per finding, worst first', async () => {
    const { patient } = await machine({ programs: ['apt-get'], isRoot: false });
    const examined = await examine(patient, soon());
    for (const locale of [fr, en]) {
      const text = doctorReport(examined, 'apt-get install a b', locale);
      for (const line of text.split('\n').filter((each) => !each.includes('$ '))) expect(line.length).toBeLessThanOrEqual(80);
      const signs = [...text.matchAll(/^ {2}([✗?○✓]) /gm)].map(([, sign]) => sign);
      expect(signs).toHaveLength(examined.length);
      expect(signs).toEqual(signs.toSorted((a, b) => '✗?○✓'.indexOf(a ?? '') - '✗?○✓'.indexOf(b ?? '')));
      expect(text).toContain(locale.doctor.atOnce);
    }
    const data = prescription(examined, fr);
    expect(data[0]).toEqual({
      check: 'inventory',
      id: 'inventoryAbsent',
      state: 'missing',
      text: expect.any(String),
      command: expect.any(String),
    });
  });

  test('a single package needs no line for all', async () => {
    const { patient } = await machine({ programs: ['apt-get'] });
    expect(doctorReport(await examine(patient, soon(), find('voice')), 'apt-get install espeak-ng', fr)).not.toContain(fr.doctor.atOnce);
  });
});
