import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ProbeError } from '../../../skill/audit/define.ts';
import { microphone, tryMicrophone } from '../../../skill/voice/hearing/microphone.ts';
import { FRAME_SAMPLES } from '../../../skill/voice/hearing/sound-source.ts';
import { temporaryFolder, writeProgram } from '../../support/fake-program.ts';
import { codeOf, realHost, timed } from '../../support/gathering.ts';
import { joined } from '../../support/speech.ts';

/** A tenth of a second, for ever: samples of 4,096. */
const SOUND = 'while :; do head -c 3200 /dev/zero | tr "\\\\0" "\\\\020" || exit; sleep 0.1; done';
const never = new AbortController().signal;

/** A machine with these recorders alone, each a shell script; `folder` is where they run `$HERE`. */
function machine(recorders: Readonly<Record<string, string>>, { platform = 'linux' as NodeJS.Platform, deafMs = 1_000 } = {}) {
  const place = temporaryFolder();
  onTestFinished(() => place[Symbol.dispose]());
  for (const [name, script] of Object.entries(recorders)) writeProgram(place.path, name, `HERE=${place.path}\n${script}`);
  // the scripts need their own programs, and no recorder of this machine
  const environment = { PATH: place.path, HOME: place.path };
  for (const name of ['head', 'tr', 'sleep', 'cat', 'setsid', 'sh', 'printf', 'env'])
    if (existsSync(`/usr/bin/${name}`)) writeProgram(place.path, name, `exec /usr/bin/${name} "$@"`);
  const calls = (name: string) => (existsSync(join(place.path, name)) ? readFileSync(join(place.path, name), 'utf8') : '');
  return { folder: place.path, source: microphone({ ...realHost(), platform }, { environment, deafMs }), calls };
}

/** So many frames, then it is told to end. */
async function take(source: ReturnType<typeof machine>['source'], count: number): Promise<readonly Float32Array[]> {
  const stop = new AbortController();
  const frames: Float32Array[] = [];
  for await (const frame of source.open(stop.signal)) {
    frames.push(frame);
    if (frames.length === count) stop.abort();
  }
  return frames;
}

async function drain(source: ReturnType<typeof machine>['source'], signal = never) {
  let count = 0;
  for await (const _ of source.open(signal)) count += 1;
  return count;
}

/** Whoever of this machine's processes belongs to this folder. */
function alive(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .flatMap((pid) => {
      try {
        const isOurs = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`HOME=${folder}\0`);
        return isOurs ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
      } catch {
        return [];
      }
    });
}

async function untilNobody(folder: string) {
  const patience = AbortSignal.timeout(5_000);
  while (alive(folder).length > 0) await sleep(10, undefined, { signal: patience }).catch(() => expect(alive(folder)).toEqual([]));
}

describe('a recorder', () => {
  test('is asked for what we take, and its samples are what it wrote', async () => {
    const { source, calls } = machine({ parec: `echo "$* $PULSE_LATENCY_MSEC" >> $HERE/calls; ${SOUND}` });
    const samples = joined(await take(source, 10));
    expect(samples).toEqual(new Float32Array(10 * FRAME_SAMPLES).fill(0x1010 / 0x8000));
    expect(calls('calls')).toBe('--raw --format=s16le --rate=16000 --channels=1 --client-name=jarvis-audit 30\n');
    expect(source.id).toBe('parec');
  });

  test('may tear a sample in two', async () => {
    const { source } = machine({
      parec: 'while :; do printf "\\001\\002\\001"; sleep 0.01; printf "\\002"; head -c 1022 /dev/zero | tr "\\\\0" "\\\\002"; done',
    });
    const [first = new Float32Array(), ...others] = await take(source, 6);
    expect([...first.subarray(0, 3)]).toEqual([0x0201 / 0x8000, 0x0201 / 0x8000, 0x0202 / 0x8000]);
    // the beginning of each round is where it should be: nothing was lost or gained on the way
    expect(joined([first, ...others]).filter((sample) => sample === 0x0201 / 0x8000).length).toBeGreaterThanOrEqual(10);
  });

  test.each([
    ['parec', 'linux'],
    ['arecord', 'linux'],
    ['sox', 'linux'],
    ['sox', 'darwin'],
  ] as const)('is the first that is there: %s on %s', async (name, platform) => {
    const { source } = machine({ [name]: SOUND }, { platform });
    expect(await take(source, 3)).toHaveLength(3);
    expect(source.id).toBe(name);
  });

  test('that is of no use here is passed over for the next one', async () => {
    const { source } = machine({ parec: 'echo "Connection refused" >&2; exit 1', arecord: 'exec sleep 60', sox: SOUND });
    expect(await take(source, 3)).toHaveLength(3);
    expect(source.id).toBe('sox');
  });

  test('that is nowhere is a tool that is missing', async () => {
    const { source } = machine({});
    await expect(drain(source)).rejects.toMatchObject({
      code: 'missing-tool',
      message: 'no sound from parec: not installed; arecord: not installed; sox: not installed',
    });
    expect(await codeOf(drain(machine({ arecord: SOUND }, { platform: 'win32' }).source))).toBe('missing-tool');
  });

  test('that dies at once is not tried twice, and its last words are told', async () => {
    const { source, calls } = machine({
      arecord: 'echo x >> $HERE/calls; printf "ALSA\\033[31m lib\\n%0400d\\nno such device\\n" 7 >&2; exit 1',
    });
    const error = await drain(source).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProbeError);
    const { code, message } = error as ProbeError;
    expect(code).toBe('unreachable');
    expect(message).toMatch(/^no sound from parec: not installed; arecord: exit 1: 0+7 no such device; sox: not installed$/);
    expect(message.length).toBeLessThan(400);
    expect(calls('calls')).toBe('x\n');
  });

  test('that cannot be run is told', async () => {
    const { source, folder } = machine({ parec: '' });
    writeFileSync(join(folder, 'parec'), '#!/nonexistent/interpreter\n');
    await expect(drain(source)).rejects.toThrow('parec: could not be started (ENOENT)');
  });

  test('that dies in the middle is started again, and its sound goes on', async () => {
    const { source, calls } = machine({ parec: `echo x >> $HERE/calls; head -c 8192 /dev/zero; exit 1` });
    expect(await take(source, 20)).toHaveLength(20);
    expect(calls('calls').length / 2).toBe(3);
  });

  test('that dies again and again is given up, then so is the next one, with what both said', async () => {
    const { source, calls } = machine({
      parec: 'echo x >> $HERE/calls; head -c 2048 /dev/zero; echo "server gone" >&2; exit 1',
      arecord: 'echo "no card" >&2; exit 1',
    });
    const { ms } = await timed(async () =>
      expect(drain(source)).rejects.toThrow('no sound from parec: exit 1: server gone; arecord: exit 1: no card; sox: not installed'),
    );
    expect(calls('calls').length / 2).toBe(6);
    // it waited for the server to come back
    expect(ms).toBeGreaterThan(3_000);
  });

  test('that falls silent in the middle is started again', async () => {
    const { source, calls } = machine({ parec: 'echo x >> $HERE/calls; head -c 4096 /dev/zero; exec sleep 60' });
    expect(await take(source, 8)).toHaveLength(8);
    expect(calls('calls').length / 2).toBe(2);
  });

  test('that hears faster than time passes is no microphone', async () => {
    const { source } = machine({ parec: 'exec cat /dev/zero', arecord: SOUND });
    const stop = new AbortController();
    for await (const _ of source.open(stop.signal)) if (source.id === 'arecord') stop.abort();
    expect(source.id).toBe('arecord');
  });

  test('may say anything at all, and as much as it likes', async () => {
    const { source } = machine({
      parec: 'head -c 3000000 /dev/urandom >&2; while :; do head -c 1024 /dev/urandom; head -c 9999 /dev/urandom >&2; sleep 0.03; done',
    });
    const frames = await take(source, 20);
    expect(joined(frames).every((sample) => sample >= -1 && sample <= 1)).toBe(true);
  });
});

describe('told to end', () => {
  test.each<[string, string]>([
    ['one that goes when it is told to', SOUND],
    ['one that ignores it', `trap '' TERM INT HUP; ${SOUND}`],
    ['one that has left somebody in its group', `sleep 60 & ${SOUND}`],
    ['one that has left somebody in a session of his own', `setsid sh -c 'trap "" TERM; sleep 60' & ${SOUND}`],
    ['one that says nothing', 'sleep 60 & exec sleep 60'],
  ])('within 100 ms nothing of it is left: %s', async (_, script) => {
    const { source, folder } = machine({ parec: script }, { deafMs: 5_000 });
    const stop = new AbortController();
    const draining = drain(source, stop.signal);
    await sleep(700);
    expect(alive(folder)).not.toEqual([]);
    const { ms } = await timed(() => {
      stop.abort();
      return draining;
    });
    expect(ms).toBeLessThan(100);
    await sleep(100);
    expect(alive(folder)).toEqual([]);
  });

  test.each([
    ['that ends', 'process.exit(0)'],
    ['that breaks', 'throw new Error("oops")'],
  ])('by nobody, in a process %s, it is not left behind', async (_, end) => {
    const { folder } = machine({ parec: `trap '' TERM PIPE; while :; do printf %02048d 7 2>/dev/null; sleep 0.05; done` });
    const place = (path: string) => JSON.stringify(new URL(`../../../skill/${path}`, import.meta.url).href);
    const program = `import { microphone } from ${place('voice/hearing/microphone.ts')};
      import { createNodeHost } from ${place('host/node.ts')};
      for await (const _ of microphone(createNodeHost()).open(new AbortController().signal)) { console.log('heard'); setTimeout(() => { ${end} }, 50); }`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { env: { PATH: folder, HOME: folder } });
    onTestFinished(() => void child.kill('SIGKILL'));
    const code = new Promise((resolve) => child.once('exit', resolve));
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toContain('heard');
    await code;
    await untilNobody(folder);
  });

  test('before it begins it begins nothing', async () => {
    const { source, calls } = machine({ parec: `echo x >> $HERE/calls; ${SOUND}` });
    expect(await drain(source, AbortSignal.abort())).toBe(0);
    expect(calls('calls')).toBe('');
  });

  test('between two starts it does not start again', async () => {
    const { source, calls } = machine({ parec: 'echo x >> $HERE/calls; head -c 2048 /dev/zero; exit 1' });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 900);
    await drain(source, stop.signal);
    const before = calls('calls');
    await sleep(1_500);
    expect(calls('calls')).toBe(before);
  });

  test('whoever is left by one that has died by itself is not left either', async () => {
    const { source, folder } = machine({ parec: 'sleep 60 & head -c 2048 /dev/zero; exit 1' });
    const stop = new AbortController();
    const draining = drain(source, stop.signal);
    await sleep(2_000);
    expect(alive(folder).filter((line) => line.includes('60')).length).toBeLessThanOrEqual(1);
    stop.abort();
    await draining;
    await untilNobody(folder);
  });
});

describe('whether anything would be heard', () => {
  test('is a recorder that delivers, and more than zeros', async () => {
    expect(await tryMicrophone(machine({ parec: SOUND }).source, never)).toEqual({ recorder: 'parec', isMute: false });
  });

  test('is told of one that gives nothing but zeros', async () => {
    const { source } = machine({ arecord: 'while :; do head -c 3200 /dev/zero; sleep 0.1; done' });
    expect(await tryMicrophone(source, never)).toEqual({ recorder: 'arecord', isMute: true });
  });

  test('is told where nothing can be recorded, and what for', async () => {
    await expect(tryMicrophone(machine({ parec: 'echo refused >&2; exit 1' }).source, never)).rejects.toThrow('parec: exit 1: refused');
  });

  test('can be asked again and again', async () => {
    const { source } = machine({ parec: SOUND });
    const held = () => ({ files: readdirSync('/proc/self/fd').length, listeners: process.listenerCount('exit') });
    await tryMicrophone(source, never);
    await sleep(100);
    const before = held();
    for (let count = 0; count < 20; count += 1) await tryMicrophone(source, never);
    await sleep(200);
    expect(held().files).toBeLessThanOrEqual(before.files + 1);
    expect(held().listeners).toBe(before.listeners);
  });

  test('leaves no recorder behind', async () => {
    const { source, folder } = machine({ parec: SOUND });
    await tryMicrophone(source, never);
    await untilNobody(folder);
  });
});
