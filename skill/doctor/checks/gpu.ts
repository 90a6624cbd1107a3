import { type Check, type Files, fine } from '../check.ts';
import { bring } from '../packages.ts';

const DEVICES = '/sys/bus/pci/devices';
const MAKERS = { '0x10de': 'nvidia-smi', '0x1002': 'rocm-smi' } as const;
const MOST_DEVICES = 256;

/** A graphics card on the bus needs its maker's tool to be read. */
export const gpu: Check = {
  id: 'gpu',
  async look({ host, files, packages }, signal) {
    if (host.platform !== 'linux') return [];
    const tool = await wantedTool(files, signal);
    if (tool === null) return [];
    const elsewhere = tool === 'nvidia-smi' ? '/usr/lib/wsl/lib/nvidia-smi' : '/opt/rocm/bin/rocm-smi';
    if ((await files.program(tool, signal)) !== null || (await files.exists(elsewhere, signal)))
      return [fine({ id: 'gpuFine', values: { tool } })];
    return [{ state: 'missing', note: { id: 'gpuToolMissing', values: { tool } }, ...bring(packages, tool) }];
  },
};

async function wantedTool(files: Files, signal: AbortSignal): Promise<'nvidia-smi' | 'rocm-smi' | null> {
  for (const device of (await files.names(DEVICES, signal)).slice(0, MOST_DEVICES)) {
    const read = (name: string) => files.text(`${DEVICES}/${device}/${name}`, signal);
    // class 03: displays and compute cards
    if (!(await read('class'))?.startsWith('0x03')) continue;
    const maker = (await read('vendor'))?.trim();
    if (maker === '0x10de' || maker === '0x1002') return MAKERS[maker];
  }
  return null;
}
