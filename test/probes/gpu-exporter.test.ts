import { describe, expect, test } from 'vitest';
import { parseExposition } from '../../skill/probes/exposition.ts';
import { gpu } from '../../skill/probes/gpu.ts';
import { parseGpuMetrics } from '../../skill/probes/gpu-exporter.ts';
import { type ExportedCard, nvidiaGpuMetrics } from '../support/exporters.ts';
import { answering, silent, startHostile } from '../support/hostile-server.ts';
import { mutations } from '../support/mutations.ts';
import { isLetIn, startServer } from '../support/node-server.ts';
import { during, failureOf, readNode } from '../support/read-node.ts';

const card = (fields: Partial<ExportedCard> = {}): ExportedCard => ({
  name: 'NVIDIA GeForce RTX 3070',
  totalMiB: 8_192,
  usedMiB: 4_096,
  temperature: 55,
  uuidEnd: '0000000000a0',
  ...fields,
});

const serving = (text: string, options: { status?: number; token?: string } = {}) =>
  during(
    startServer((request) => {
      if (!isLetIn(request, options)) return { status: 401, body: 'Unauthorized' };
      if (request.url !== '/metrics') return { status: 404, body: '404 page not found' };
      return { status: options.status ?? 200, body: text, headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } };
    }),
  );

const parsed = (text: string) => parseGpuMetrics(parseExposition(text));

describe('nvidia_gpu_exporter', () => {
  test('each card is read whole, from a URL that stands before /metrics or ends in it', async () => {
    const { url } = await serving(nvidiaGpuMetrics([card(), card({ uuidEnd: '0000000000a1', temperature: 61 })]));
    const facts = await readNode(gpu, { url });
    expect(facts).toMatchObject({ tool: 'nvidia-gpu-exporter', driver: '550.163.01', minimal: false });
    expect(facts.gpus).toHaveLength(2);
    expect(facts.gpus[0]).toEqual({
      index: '0',
      uuid: 'GPU-5c1b9e0a-77d2-4f31-8a66-0000000000a0',
      name: 'NVIDIA GeForce RTX 3070',
      temperatureC: 55,
      memoryTotalMiB: 8_192,
      memoryUsedMiB: 4_096,
      memoryFreeMiB: 3_889,
      utilizationPercent: 12,
      powerWatts: 40.27,
      lost: false,
    });
    expect(await readNode(gpu, { url: `${url}/metrics` })).toEqual(facts);
    expect(await readNode(gpu, { url: `${url}/` }, { mode: 'quick' })).toEqual(facts);
  });

  test('a figure that has no line, or one that is no figure, is null and never 0', () => {
    const { temperature: _, ...blind } = card();
    const text = nvidiaGpuMetrics([blind])
      .replace(/(nvidia_smi_memory_free_bytes\{.*\}) .*/, '$1 NaN')
      .replace(/(_ratio\{.*\}) .*/, '$1 +Inf');
    expect(parsed(text).gpus).toMatchObject([
      { temperatureC: null, memoryFreeMiB: null, utilizationPercent: null, memoryTotalMiB: 8_192, powerWatts: 40.27 },
    ]);
  });

  test('a card without its own line of names is still a card', () => {
    const text = nvidiaGpuMetrics([card()]).replace(/^nvidia_smi_gpu_info.*$/m, '');
    expect(parsed(text)).toMatchObject({ driver: null, gpus: [{ index: '0', name: null, temperatureC: 55 }] });
  });

  test('the index is what the exporter says, not the place in the list', () => {
    const text = nvidiaGpuMetrics([card()]);
    expect(parsed(text.replace('index="0"', 'index="3"')).gpus[0]?.index).toBe('3');
    expect(parsed(text.replace('index="0"', 'minor_number="4"')).gpus[0]?.index).toBe('4');
    expect(parsed(text.replace('index="0",', '').replace(/(nvidia_smi_index\{.*\}) 0/, '$1 5')).gpus[0]?.index).toBe('5');
  });

  test('a machine without a card has none; a driver that fails is told as such, whatever the figures of before', async () => {
    expect(parsed(nvidiaGpuMetrics([], 6)).gpus).toEqual([]);
    const { url } = await serving(nvidiaGpuMetrics([card()], 9));
    expect(await failureOf(readNode(gpu, { url }))).toBe('bad-status');
  });

  test('a collection that failed without a reason leaves the cards unknown', async () => {
    const stale = `${nvidiaGpuMetrics([card()])}nvidia_smi_last_collect_success 0\n`;
    const killed = nvidiaGpuMetrics([], -1);
    const silentOne = nvidiaGpuMetrics([]);
    for (const text of [stale, killed, silentOne]) {
      const { url } = await serving(text);
      expect(await failureOf(readNode(gpu, { url }))).toBe('malformed');
    }
  });
});

const DCGM = `# HELP DCGM_FI_DEV_GPU_TEMP GPU temperature (in C).
# TYPE DCGM_FI_DEV_GPU_TEMP gauge
DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-aaa",pci_bus_id="00000000:17:00.0",device="nvidia0",modelName="NVIDIA L40S",Hostname="n1",DCGM_FI_DRIVER_VERSION="580.65.06"} 59
DCGM_FI_DEV_GPU_TEMP{gpu="1",UUID="GPU-bbb",device="nvidia1",modelName="NVIDIA L40S",Hostname="n1",DCGM_FI_DRIVER_VERSION="580.65.06"} 51
DCGM_FI_DEV_POWER_USAGE{gpu="0",UUID="GPU-aaa"} 122.855
DCGM_FI_DEV_POWER_USAGE{gpu="1",UUID="GPU-bbb"} 140737488355328
DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-aaa",pod="a"} 92
DCGM_FI_DEV_GPU_UTIL{gpu="1",UUID="GPU-bbb"} 9223372036854775794
DCGM_FI_DEV_FB_FREE{gpu="0",UUID="GPU-aaa"} 40000
DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-aaa"} 5000
DCGM_FI_DEV_FB_RESERVED{gpu="0",UUID="GPU-aaa"} 480
DCGM_FI_DEV_FB_FREE{gpu="1",UUID="GPU-bbb",GPU_I_PROFILE="1g.5gb",GPU_I_ID="3"} 4000
DCGM_FI_DEV_FB_USED{gpu="1",UUID="GPU-bbb",GPU_I_PROFILE="1g.5gb",GPU_I_ID="3"} 1000
`;

describe('dcgm-exporter', () => {
  test('each card is read whole, and what the driver could not read is null', () => {
    expect(parsed(DCGM)).toMatchObject({
      tool: 'dcgm-exporter',
      driver: '580.65.06',
      gpus: [
        {
          index: '0',
          uuid: 'GPU-aaa',
          name: 'NVIDIA L40S',
          temperatureC: 59,
          memoryTotalMiB: 45_480,
          memoryUsedMiB: 5_000,
          memoryFreeMiB: 40_000,
          utilizationPercent: 92,
          powerWatts: 122.855,
        },
        { index: '1', temperatureC: 51, utilizationPercent: null, powerWatts: null },
      ],
    });
  });

  test('the memory of a slice is not that of the card', () => {
    expect(parsed(DCGM).gpus[1]).toMatchObject({ memoryTotalMiB: null, memoryUsedMiB: null, memoryFreeMiB: null });
  });

  test('a total that is told wins over a sum', () => {
    expect(parsed(`${DCGM}DCGM_FI_DEV_FB_TOTAL{gpu="0",UUID="GPU-aaa"} 46068\n`).gpus[0]?.memoryTotalMiB).toBe(46_068);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['the metrics of something else', 'node_load1 1\n', 'wrong-product'],
    ['a page', '<html><a href="/metrics">Metrics</a></html>', 'wrong-product'],
    ['LM Studio, which answers 200 to anything', '{"error":"Unexpected endpoint or method. (GET /metrics)"}', 'wrong-product'],
    ['nothing', '', 'malformed'],
    ['dcgm-exporter that names no card', 'DCGM_FI_DEV_GPU_TEMP 40\n', 'malformed'],
  ])('%s', async (_, body, code) => {
    const { url } = await serving(body);
    expect(await failureOf(readNode(gpu, { url }))).toBe(code);
  });

  test('a status is its own failure', async () => {
    expect(await failureOf(readNode(gpu, { url: (await serving('', { status: 503 })).url }))).toBe('bad-status');
    expect(await failureOf(readNode(gpu, { url: `${(await serving('')).url}/elsewhere` }))).toBe('not-found');
  });

  test('a door wants its token, or the password of the URL', async () => {
    const { url } = await serving(nvidiaGpuMetrics([card()]), { token: 's3cret' });
    expect(await failureOf(readNode(gpu, { url }))).toBe('denied');
    expect((await readNode(gpu, { url, token: 's3cret' })).gpus).toHaveLength(1);
    const basic = await during(
      startServer(({ headers }) => ({
        status: headers.authorization === `Basic ${btoa('me:pw')}` ? 200 : 401,
        body: nvidiaGpuMetrics([card()]),
      })),
    );
    expect((await readNode(gpu, { url: basic.url.replace('//', '//me:pw@') })).gpus).toHaveLength(1);
  });

  test('one that is stopped refuses, one that hangs is late, one without end is too large', async () => {
    const stopped = await startServer(() => ({ body: '' }));
    await stopped.close();
    expect(await failureOf(readNode(gpu, { url: stopped.url }))).toBe('refused');
    expect(await failureOf(readNode(gpu, { url: (await startHostile(silent)).url, timeoutMs: 100 }))).toBe('timeout');
    const endless = await startHostile(answering('nvidia_smi_index{uuid="x"} 1\n'.repeat(100_000)));
    expect(await failureOf(readNode(gpu, { url: endless.url }))).toBe('too-large');
  });
});

test('a damaged answer is facts of the right shape, or a closed code', () => {
  for (const text of [...mutations(nvidiaGpuMetrics([card(), card()]), 150), ...mutations(DCGM, 150)]) {
    try {
      gpu.facts.parse(parsed(text));
    } catch (error) {
      expect(error).toMatchObject({ name: 'ProbeError', code: expect.stringMatching(/^(?:malformed|wrong-product|bad-status)$/) });
    }
  }
});

test('fifty thousand samples of one card cost no more than reading them', () => {
  const text = Array.from({ length: 49_000 }, (_, index) => `nvidia_smi_temperature_gpu{uuid="${index}"} 40\n`).join('');
  const before = process.cpuUsage();
  expect(parsed(text).gpus).toHaveLength(64);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_500);
});

test('a tool of this machine and an exporter of another one exclude each other', () => {
  const both = gpu.target.safeParse({ id: 'g', kind: 'gpu', tool: '/bin/nvidia-smi', url: 'http://127.0.0.1:9835' });
  expect(both.error?.issues).toMatchObject([{ path: ['tool'], message: 'expected tool or url, not both' }]);
});
