import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ProbeError } from '../../skill/audit/define.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { Gpu, gpu } from '../../skill/probes/gpu.ts';
import { FULL_FIELDS, MINIMAL_FIELDS, parseNvidia } from '../../skill/probes/gpu-nvidia.ts';
import { parseRocm } from '../../skill/probes/gpu-rocm.ts';
import { temporaryFolder, withPrograms, writeProgram } from '../support/fake-program.ts';
import { mutations } from '../support/mutations.ts';
import { RECORDED } from '../support/recorded.ts';

const TWO_CARDS = [
  '0, GPU-aaa, NVIDIA GeForce RTX 2060, 550.54, 41, 12288, 5940, 6100, 30, 45.20',
  '1, GPU-bbb, NVIDIA GeForce GT 710, 550.54, 39, 2048, 120, 1900, [N/A], [Not Supported]',
].join('\n');

const parse = (row: string) => parseNvidia(row, FULL_FIELDS).gpus;
const only = (row: string) => {
  const [card] = parse(row);
  if (!card) throw new Error('no card');
  return card;
};

/** Reads through a real script in the place of nvidia-smi (or what `name` says). */
async function readThrough(script: string, { name = 'nvidia-smi', ms = 5_000 } = {}) {
  using folder = temporaryFolder();
  await using host = closing();
  return await gpu.read(
    { id: 'gpus', kind: 'gpu', tool: writeProgram(folder.path, name, script) },
    host.host,
    'full',
    AbortSignal.timeout(ms),
  );
}

function closing() {
  const host = createNodeHost();
  return { host, [Symbol.asyncDispose]: () => host.close() };
}

const says = (text: string, exitCode = 0) => `cat <<'END'\n${text}\nEND\nexit ${exitCode}`;
const failure = async (reading: Promise<unknown>) => {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProbeError)) throw new Error(`expected a ProbeError, got ${String(error)}`);
  return error;
};

describe('the rows of nvidia-smi', () => {
  test('a healthy card is read cell by cell', () => {
    expect(only(TWO_CARDS)).toEqual({
      index: '0',
      uuid: 'GPU-aaa',
      name: 'NVIDIA GeForce RTX 2060',
      temperatureC: 41,
      memoryTotalMiB: 12_288,
      memoryUsedMiB: 5_940,
      memoryFreeMiB: 6_100,
      utilizationPercent: 30,
      powerWatts: 45.2,
      lost: false,
    });
    expect(parseNvidia(TWO_CARDS, FULL_FIELDS).driver).toBe('550.54');
  });

  test.each(['[N/A]', 'N/A', '[Not Supported]', '[Unknown Error]', '[Insufficient Permissions]', '[GPU requires reset]', 'ERR!', ''])(
    'a cell that says « %s » is null, never 0, and costs neither the card nor the next one',
    (token) => {
      const cards = parse(`0, GPU-a, RTX, 550, ${Array(6).fill(token).join(', ')}\n1, GPU-b, RTX, 550, 40, 100, 10, 90, 5, 20`);
      expect(cards).toHaveLength(2);
      expect(cards[0]).toMatchObject({
        uuid: 'GPU-a',
        temperatureC: null,
        memoryTotalMiB: null,
        memoryUsedMiB: null,
        memoryFreeMiB: null,
        utilizationPercent: null,
        powerWatts: null,
      });
      expect(cards[1]).toMatchObject({ uuid: 'GPU-b', temperatureC: 40, utilizationPercent: 5 });
    },
  );

  test('a decimal comma is a decimal comma', () => {
    expect(only('0, GPU-a, RTX, 550, 40, 12288, 10, 90, 5, 45,50')).toMatchObject({ powerWatts: 45.5, memoryTotalMiB: 12_288 });
  });

  test('a name with commas stays whole', () => {
    expect(only('0, GPU-a, Quadro, the old, one, 550, 40, 100, 10, 90, 5, 20')).toMatchObject({
      name: 'Quadro, the old, one',
      temperatureC: 40,
      powerWatts: 20,
    });
  });

  test('units that should not be there do no harm', () => {
    expect(only('0, GPU-a, RTX, 550, 40, 12288 MiB, 10 MiB, 90 MiB, 5 %, 20.5 W')).toMatchObject({
      memoryTotalMiB: 12_288,
      utilizationPercent: 5,
      powerWatts: 20.5,
    });
  });

  test.each([
    ['temperature', '0, GPU-a, RTX, 550, 511, 100, 10, 90, 5, 20', 'temperatureC'],
    ['total memory of nothing', '0, GPU-a, RTX, 550, 40, 0, 10, 90, 5, 20', 'memoryTotalMiB'],
    ['utilization', '0, GPU-a, RTX, 550, 40, 100, 10, 90, 101, 20', 'utilizationPercent'],
    ['power', '0, GPU-a, RTX, 550, 40, 100, 10, 90, 5, -1', 'powerWatts'],
  ] as const)('a %s out of range is null', (_what, row, field) => {
    expect(only(row)[field]).toBeNull();
  });

  test('a line with commas is no card without an index or a UUID', () => {
    const foreign = JSON.stringify(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`field${i}`, i])));
    expect(parse(foreign)).toEqual([]);
    expect(parse(foreign.replaceAll(',', ', '))).toEqual([]);
  });
  test('a card without an index is known by its row', () => {
    expect(
      parse('0, GPU-a, RTX, 5, 40, 1, 1, 1, 1, 1\n[Unknown Error], GPU-b, RTX, 5, 40, 1, 1, 1, 1, 1').map(({ index }) => index),
    ).toEqual(['0', '1']);
  });

  test('a row that stops early keeps what it says', () => {
    expect(only('0, GPU-a, RTX, 550, 40')).toMatchObject({ uuid: 'GPU-a', temperatureC: 40, memoryTotalMiB: null });
  });

  test('a card that fell off the bus is a card without figures', () => {
    const cards = parse(
      'Unable to determine the device handle for GPU0000:02:00.0: Unknown Error\n1, GPU-b, RTX, 550, 40, 100, 10, 90, 5, 20',
    );
    expect(cards).toHaveLength(2);
    expect(cards[0]).toMatchObject({ index: '0000:02:00.0', uuid: null, temperatureC: null, lost: true });
    expect(cards[1]).toMatchObject({ index: '1', lost: false });
  });

  test('more than 64 cards are cut to 64', () => {
    expect(parse(Array.from({ length: 100 }, (_, i) => `${i}, GPU-${i}, RTX, 550, 40, 100, 10, 90, 5, 20`).join('\n'))).toHaveLength(64);
  });

  test('2000 damaged answers give valid cards and no exception', () => {
    for (const damaged of mutations(TWO_CARDS, 2_000)) for (const card of parse(damaged)) Gpu.parse(card);
  });

  const captures = `${RECORDED}/nvidia-smi/captures`;
  test.skipIf(!existsSync(captures))('real cards of eight models keep every figure they gave', () => {
    for (const file of readdirSync(captures).filter((name) => name.includes('x86_64'))) {
      const lines = readFileSync(`${captures}/${file}`, 'utf8').split(/\r?\n/);
      const at = lines.findIndex((line, i) => line.startsWith('timestamp, driver_version') && lines[i + 1]?.startsWith('20'));
      const columns = (lines[at] ?? '').split(', ').map((column) => column.replace(/ \[.*\]$/, ''));
      const cells = (lines[at + 1] ?? '').split(', ');
      const row = FULL_FIELDS.map((field) => cells[columns.indexOf(field)] ?? '').join(', ');
      const card = only(row);
      expect(card.name, file).toMatch(/^NVIDIA /);
      expect(card.temperatureC, file).toBeGreaterThan(15);
      expect(card.memoryTotalMiB, file).toBeGreaterThan(7_000);
      expect(card.memoryFreeMiB, file).toBeGreaterThan(0);
      expect(card.utilizationPercent === null, `${file}: ${row}`).toBe(file.includes('-mig_'));
      expect(parseNvidia(row, FULL_FIELDS).driver, file).toMatch(/^\d+\.\d+/);
    }
  });
});

describe('the JSON of rocm-smi', () => {
  const CARD = {
    'Unique ID': '0x79ccd55167a2124a',
    'Card series': 'Arcturus GL-XL [Instinct MI100]',
    'Temperature (Sensor edge) (C)': '53.0',
    'GPU use (%)': '0',
    'VRAM Total Memory (B)': '34342961152',
    'VRAM Total Used Memory (B)': '6750208',
    'Average Graphics Package Power (W)': '36.0',
  };
  const answer = (card: object) => JSON.stringify({ card0: card, system: { 'Driver version': '6.3.6' } });

  test('bytes become MiB and strings numbers', () => {
    expect(parseRocm(answer(CARD))).toEqual({
      driver: '6.3.6',
      gpus: [
        {
          index: '0',
          uuid: '0x79ccd55167a2124a',
          name: 'Arcturus GL-XL [Instinct MI100]',
          temperatureC: 53,
          memoryTotalMiB: 32_752,
          memoryUsedMiB: 6_750_208 / 1_048_576,
          memoryFreeMiB: 32_752 - 6_750_208 / 1_048_576,
          utilizationPercent: 0,
          powerWatts: 36,
          lost: false,
        },
      ],
    });
  });

  test('warnings before the JSON are passed over', () => {
    expect(parseRocm(`WARNING: AMD GPU device(s) is/are in a low-power state.\n\n${answer(CARD)}`).gpus).toHaveLength(1);
  });

  test('newer key names are understood', () => {
    const { 'Average Graphics Package Power (W)': _old, 'Temperature (Sensor edge) (C)': _edge, 'Card series': _series, ...rest } = CARD;
    const newer = {
      ...rest,
      'Current Socket Graphics Package Power (W)': '41.5',
      'Temperature (Sensor junction) (C)': '60.0',
      'Card Series': 'MI300X',
    };
    expect(parseRocm(answer(newer)).gpus[0]).toMatchObject({ powerWatts: 41.5, temperatureC: 60, name: 'MI300X' });
  });

  test('N/A is null, never 0', () => {
    const unread = Object.fromEntries(Object.keys(CARD).map((key) => [key, 'N/A']));
    const { index, lost, ...figures } = parseRocm(answer(unread)).gpus[0] ?? Gpu.parse({});
    expect({ index, lost }).toEqual({ index: '0', lost: false });
    expect(Object.values(figures)).toEqual(Array(8).fill(null));
  });

  test('a driver that is not loaded is evidence, though the exit code is 0', () => {
    expect(() => parseRocm('ERROR:root:Driver not initialized (amdgpu not found in modules)')).toThrow(
      expect.objectContaining({ code: 'bad-status' }),
    );
    expect(() => parseRocm('Driver not initialized\n{}')).toThrow(expect.objectContaining({ code: 'bad-status' }));
  });

  test('2000 damaged answers give valid cards or a ProbeError', () => {
    for (const damaged of mutations(JSON.stringify({ card0: CARD, card1: CARD, system: { 'Driver version': '6' } }, null, 1), 2_000)) {
      try {
        for (const card of parseRocm(damaged).gpus) Gpu.parse(card);
      } catch (error) {
        expect(error).toBeInstanceOf(ProbeError);
      }
    }
  });

  const recorded = `${RECORDED}/rocm-smi`;
  test.skipIf(!existsSync(recorded))('recorded answers of five releases give whole cards', () => {
    for (const file of readdirSync(recorded).filter((name) => name.endsWith('.json'))) {
      const text = readFileSync(`${recorded}/${file}`, 'utf8');
      const { gpus, driver } = parseRocm(text);
      expect(driver, file).not.toBeNull();
      expect(gpus.length, file).toBeGreaterThan(0);
      for (const card of gpus) {
        expect(card.temperatureC, file).toBeGreaterThan(0);
        expect(card.memoryFreeMiB, file).toBeGreaterThan(1_000);
        expect(card.powerWatts === null, file).toBe(text.includes('N/A (Secondary die)'));
        expect(card.name ?? '', file).not.toMatch(/^0x/);
      }
    }
  });
});

describe('reading the GPUs', () => {
  test('the figures of a real program become facts', async () => {
    const facts = await readThrough(says(TWO_CARDS));
    expect(gpu.facts.parse(facts)).toMatchObject({
      tool: 'nvidia-smi',
      driver: '550.54',
      minimal: false,
      gpus: [{ index: '0' }, { index: '1', utilizationPercent: null }],
    });
  });

  test('a driver that does not know a field is asked for less', async () => {
    const script = `case "$1" in *power.draw*) echo 'Field "memory.free" is not a valid field to query.'; exit 2;; esac\n${says('0, GPU-a, RTX, 40, 100, 10')}`;
    expect(await readThrough(script)).toEqual({
      tool: 'nvidia-smi',
      driver: null,
      minimal: true,
      gpus: [
        expect.objectContaining({
          uuid: 'GPU-a',
          temperatureC: 40,
          memoryTotalMiB: 100,
          memoryUsedMiB: 10,
          memoryFreeMiB: null,
          powerWatts: null,
        }),
      ],
    });
    expect(MINIMAL_FIELDS).toHaveLength(6);
  });

  test.each([
    [9, "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."],
    [12, "NVIDIA-SMI couldn't find libnvidia-ml.so library in your system."],
  ])('exit %i is a broken driver, told in its own words', async (exitCode, text) => {
    const error = await failure(readThrough(says(text, exitCode)));
    expect(error).toMatchObject({ code: 'bad-status', message: `nvidia-smi exit ${exitCode}: ${text}` });
  });

  test.each([0, 6])('no devices (exit %i) is no GPU, which is no failure', async (exitCode) => {
    expect(await readThrough(says('No devices were found', exitCode))).toMatchObject({ gpus: [] });
  });

  test('exit 6 without a word is no GPU either', async () => {
    expect(await readThrough('exit 6')).toMatchObject({ gpus: [] });
  });

  test('silence with exit 0 is malformed, not an empty machine', async () => {
    expect(await failure(readThrough('exit 0'))).toMatchObject({ code: 'malformed' });
  });

  test('one lost card does not hide the others, though the exit code is bad', async () => {
    const complaint = 'Unable to determine the device handle for GPU0000:02:00.0: GPU is lost.  Reboot the system to recover this GPU';
    const facts = await readThrough(says(`${complaint}\n${TWO_CARDS}`, 15));
    expect(gpu.facts.parse(facts)).toMatchObject({ gpus: [{ lost: true }, { lost: false }, { lost: false }] });
  });

  test('a driver that hangs ends with the signal', async () => {
    const startedAt = performance.now();
    expect(await failure(readThrough('sleep 20', { ms: 300 }))).toMatchObject({ code: 'timeout' });
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  test('a tool named rocm is spoken to as rocm-smi', async () => {
    const facts = await readThrough(says('{"card0": {"Temperature (Sensor edge) (C)": "45.0"}}'), { name: 'my-rocm-smi' });
    expect(gpu.facts.parse(facts)).toMatchObject({ tool: 'rocm-smi', gpus: [{ index: '0', temperatureC: 45 }] });
  });

  test('rocm-smi without a driver says so on stderr and exits 0: a broken stack', async () => {
    expect(await failure(readThrough('echo "ERROR:root:Driver not initialized" >&2', { name: 'rocm-smi' }))).toMatchObject({
      code: 'bad-status',
    });
  });

  test('a machine without nvidia-smi is asked through rocm-smi', async () => {
    using folder = temporaryFolder();
    await using host = closing();
    const rocm = writeProgram(folder.path, 'rocm-smi', says('{"card0": {"GPU use (%)": "7"}}'));
    const facts = await gpu.read(
      { id: 'gpus', kind: 'gpu' },
      withPrograms(host.host, { 'rocm-smi': rocm }),
      'quick',
      AbortSignal.timeout(5_000),
    );
    expect(facts).toMatchObject({ tool: 'rocm-smi', gpus: [{ utilizationPercent: 7 }] });
  });

  test('nvidia-smi is found in its WSL place too', async () => {
    using folder = temporaryFolder();
    await using host = closing();
    const nvidia = writeProgram(folder.path, 'nvidia-smi', says(TWO_CARDS));
    const facts = await gpu.read(
      { id: 'gpus', kind: 'gpu' },
      withPrograms(host.host, { '/usr/lib/wsl/lib/nvidia-smi': nvidia }),
      'quick',
      AbortSignal.timeout(5_000),
    );
    expect(facts.gpus).toHaveLength(2);
  });

  test('a tool that may not be run does not hide the other; alone it is the right that is missing', async () => {
    using folder = temporaryFolder();
    await using host = closing();
    const forbidden = writeProgram(folder.path, 'nvidia-smi', says(TWO_CARDS));
    chmodSync(forbidden, 0o644);
    const rocm = writeProgram(folder.path, 'rocm-smi', says('{"card0": {}}'));
    const readWith = (programs: Record<string, string>) =>
      gpu.read({ id: 'gpus', kind: 'gpu' }, withPrograms(host.host, programs), 'quick', AbortSignal.timeout(5_000));
    expect(await readWith({ 'nvidia-smi': forbidden, 'rocm-smi': rocm })).toMatchObject({ tool: 'rocm-smi', gpus: [{ index: '0' }] });
    expect(await failure(readWith({ 'nvidia-smi': forbidden }))).toMatchObject({ code: 'denied' });
  });

  test('with neither tool it is the tool that is missing', async () => {
    await using host = closing();
    const error = await failure(gpu.read({ id: 'gpus', kind: 'gpu' }, withPrograms(host.host, {}), 'full', AbortSignal.timeout(5_000)));
    expect(error).toMatchObject({ code: 'missing-tool', message: 'neither nvidia-smi nor rocm-smi is on PATH' });
  });
});
