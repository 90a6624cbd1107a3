import { z } from 'zod';
import { commonFields, defineProbe, ProbeError } from '../audit/define.ts';
import type { Host, RunResult } from '../host/host.ts';
import { cut } from './cut.ts';
import { httpUrl } from './fields.ts';
import { readGpuExporter } from './gpu-exporter.ts';
import { FULL_FIELDS, MINIMAL_FIELDS, parseNvidia } from './gpu-nvidia.ts';
import { parseRocm } from './gpu-rocm.ts';
import { Access } from './node-facts.ts';

const GpuTarget = z
  .strictObject({
    ...commonFields,
    kind: z.literal('gpu'),
    /** Path of nvidia-smi or rocm-smi where it is not on PATH. */
    tool: z.string().optional(),
    /** The exporter of another machine: nvidia_gpu_exporter or dcgm-exporter. */
    url: httpUrl.optional(),
    token: z.string().optional(),
    expect: z.strictObject({ count: z.int().min(0).optional(), uuids: z.array(z.string()).optional() }).optional(),
  })
  .refine(({ tool, url }) => tool === undefined || url === undefined, { path: ['tool'], message: 'expected tool or url, not both' });

/** One card. Every figure may be missing (`[N/A]`, `ERR!`…): null, never 0. MiB, degrees Celsius, percent, watts. */
export const Gpu = z.strictObject({
  index: z.string(),
  uuid: z.string().nullable(),
  name: z.string().nullable(),
  temperatureC: z.number().nullable(),
  memoryTotalMiB: z.number().nonnegative().nullable(),
  memoryUsedMiB: z.number().nonnegative().nullable(),
  /** As the driver says: used + free + reserved = total. */
  memoryFreeMiB: z.number().nonnegative().nullable(),
  utilizationPercent: z.number().min(0).max(100).nullable(),
  powerWatts: z.number().nonnegative().nullable(),
  /** Fell off the bus: the driver knows its PCI address, which is then its index, and nothing else. */
  lost: z.boolean(),
});
export type Gpu = z.infer<typeof Gpu>;

const GpuFacts = z.strictObject({
  tool: z.enum(['nvidia-smi', 'rocm-smi', 'nvidia-gpu-exporter', 'dcgm-exporter']),
  driver: z.string().nullable(),
  /** True when the driver refused the full list of fields and only the minimal one was read. */
  minimal: z.boolean(),
  gpus: z.array(Gpu),
  /** Of an exporter alone: how it answers a stranger, where that was seen. */
  access: Access.nullable().optional(),
});

export type GpuFacts = z.infer<typeof GpuFacts>;

/** The GPUs of this machine, through nvidia-smi, else rocm-smi; those of another one through its exporter. */
export const gpu = defineProbe({
  kind: 'gpu',
  target: GpuTarget,
  facts: GpuFacts,
  quick: true,
  async read({ tool, url, token }, host, _mode, signal) {
    if (url !== undefined) return readGpuExporter({ url, token }, host, signal);
    if (tool !== undefined) return isRocm(tool) ? readRocm(tool, host, signal) : readNvidia(tool, host, signal);
    return firstPresent([
      ...['nvidia-smi', ...nvidiaElsewhere(host.platform)].map((path) => () => readNvidia(path, host, signal)),
      ...['rocm-smi', ...rocmElsewhere(host.platform)].map((path) => () => readRocm(path, host, signal)),
    ]);
  },
});

const isRocm = (tool: string) => /rocm[^\\/]*$/i.test(tool);

/** Places that are not always on PATH. */
const nvidiaElsewhere = (platform: NodeJS.Platform) =>
  platform === 'win32' ? ['C:\\Windows\\System32\\nvidia-smi.exe'] : platform === 'linux' ? ['/usr/lib/wsl/lib/nvidia-smi'] : [];
const rocmElsewhere = (platform: NodeJS.Platform) => (platform === 'linux' ? ['/opt/rocm/bin/rocm-smi'] : []);

/** One folder of PATH that may not be looked into makes an absent program look forbidden: the others are tried first. */
async function firstPresent(readers: readonly (() => Promise<GpuFacts>)[]): Promise<GpuFacts> {
  let denied: ProbeError | null = null;
  for (const read of readers) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ProbeError) || (error.code !== 'missing-tool' && error.code !== 'denied')) throw error;
      if (error.code === 'denied') denied ??= error;
    }
  }
  throw denied ?? new ProbeError('missing-tool', 'neither nvidia-smi nor rocm-smi is on PATH');
}

async function readNvidia(tool: string, host: Host, signal: AbortSignal): Promise<GpuFacts> {
  const full = await query(tool, FULL_FIELDS, host, signal);
  if (full.exitCode === 0 || !/not a valid field/i.test(said(full))) return nvidiaFacts(full, FULL_FIELDS);
  return nvidiaFacts(await query(tool, MINIMAL_FIELDS, host, signal), MINIMAL_FIELDS);
}

const query = (tool: string, fields: readonly string[], host: Host, signal: AbortSignal) =>
  host.run([tool, `--query-gpu=${fields.join(',')}`, '--format=csv,noheader,nounits'], { env: { LC_ALL: 'C' } }, signal);

function nvidiaFacts(result: RunResult, fields: typeof FULL_FIELDS | typeof MINIMAL_FIELDS): GpuFacts {
  const { driver, gpus } = parseNvidia(result.stdout, fields);
  const isEmpty = result.exitCode === 6 || /no devices were found/i.test(said(result));
  // one lost card makes the exit code bad, not the other cards
  if (gpus.length === 0 && !isEmpty) throw brokenNvidia(result);
  return { tool: 'nvidia-smi', driver, minimal: fields === MINIMAL_FIELDS, gpus: [...gpus] };
}

const brokenNvidia = (result: RunResult) =>
  result.exitCode === 0
    ? new ProbeError('malformed', `nvidia-smi printed no GPU: ${cut(said(result)) || 'nothing at all'}`)
    : new ProbeError('bad-status', `nvidia-smi exit ${result.exitCode}: ${cut(said(result)) || 'without a word'}`);

/** nvidia-smi complains on stdout. */
const said = ({ stdout, stderr }: RunResult) => `${stdout}\n${stderr}`.trim();

const ROCM_QUESTION = [
  '--showid',
  '--showuniqueid',
  '--showproductname',
  '--showdriverversion',
  '--showtemp',
  '--showuse',
  '--showmeminfo',
  'vram',
  '--showpower',
  '--json',
];

async function readRocm(tool: string, host: Host, signal: AbortSignal): Promise<GpuFacts> {
  const result = await host.run([tool, ...ROCM_QUESTION], { env: { LC_ALL: 'C' }, maxBytes: 1_048_576 }, signal);
  if (result.exitCode !== 0)
    throw new ProbeError('bad-status', `rocm-smi exit ${result.exitCode}: ${cut(said(result)) || 'without a word'}`);
  // without a driver the complaint may come on either stream
  const { driver, gpus } = parseRocm(result.stdout.includes('{') ? result.stdout : said(result));
  return { tool: 'rocm-smi', driver, minimal: false, gpus: [...gpus] };
}
