import { access } from 'node:fs/promises';
import { toFailure } from '../../host/failures.ts';
import type { Host } from '../../host/host.ts';
import { gpu } from '../../probes/gpu.ts';
import type { Sighting } from './sighting.ts';

const ASK_MS = 2_500;

/** The GPUs of this machine, counted by their driver's tool. */
export async function seeGpus(host: Host, signal: AbortSignal): Promise<readonly Sighting[]> {
  if (!(await hasGpu(host))) return [];
  const target = { id: 'gpus', kind: 'gpu' } as const;
  try {
    const { gpus, tool } = await gpu.read(target, host, 'quick', host.deadline(ASK_MS, signal));
    const names = gpus.map(({ name }) => name ?? '?');
    return [{ ...target, fields: { expect: { count: gpus.length } }, notes: [{ id: 'gpus', values: { tool, names } }] }];
  } catch (error) {
    signal.throwIfAborted();
    return [{ ...target, fields: {}, notes: [{ id: 'gpusUnread', values: { failure: toFailure(error).code } }] }];
  }
}

/** A driver's device or tool is there; whether it works is for the audit to say. */
export async function hasGpu(host: Host): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(host.platform === 'win32' ? ';' : ':').filter(Boolean);
  const tools = host.platform === 'win32' ? ['nvidia-smi.exe'] : ['nvidia-smi', 'rocm-smi'];
  const places = [
    '/dev/nvidia0',
    '/dev/kfd',
    '/usr/lib/wsl/lib/nvidia-smi',
    ...folders.flatMap((folder) => tools.map((tool) => `${folder}/${tool}`)),
  ];
  const found = await Promise.all(
    places.map((place) =>
      access(place).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
