import { access } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Inventory, Probe, Target } from '../audit/define.ts';
import { toFailure } from '../host/failures.ts';
import type { Host } from '../host/host.ts';
import { lmstudio } from '../probes/lmstudio.ts';
import { ollama } from '../probes/ollama.ts';
import { openai } from '../probes/openai.ts';

/** A server on loopback answers at once or is not there. */
const LOOK_MS = 800;

const NODES: readonly { readonly probe: Probe; readonly target: Target & { readonly url: string } }[] = [
  { probe: lmstudio, target: { id: 'lmstudio', kind: 'lmstudio', url: 'http://127.0.0.1:1234' } },
  { probe: ollama, target: { id: 'ollama', kind: 'ollama', url: 'http://127.0.0.1:11434' } },
  { probe: openai, target: { id: 'openai-8080', kind: 'openai', url: 'http://127.0.0.1:8080/v1' } },
  { probe: openai, target: { id: 'openai-8000', kind: 'openai', url: 'http://127.0.0.1:8000/v1' } },
];

/** An inventory of this machine alone: itself, its ports, its GPUs, and the AI nodes that answer on their usual port. */
export async function discover(host: Host, signal: AbortSignal): Promise<Inventory> {
  const nodes = await Promise.all(NODES.map(({ probe, target }) => answering(probe, target, host, signal)));
  return {
    source: 'discovery',
    cluster: { name: 'JARVIS', version: '' },
    targets: [...nodes.flat(), ...(await thisMachine(host))],
  };
}

/** The targets that every machine is by itself. */
export async function thisMachine(host: Host): Promise<readonly Target[]> {
  const machine =
    hostname()
      .replace(/[^\p{L}\p{N}._-]/gu, '-')
      .slice(0, 63) || 'machine';
  const id = /^[\p{L}\p{N}]/u.test(machine) && machine !== 'cluster' ? machine : `m${machine}`;
  const ports = { id: 'ports', kind: 'ports', machine: id, host: '127.0.0.1' };
  const gpus = (await hasGpu(host)) ? [{ id: 'gpus', kind: 'gpu', machine: id }] : [];
  return [{ id, kind: 'host' }, ...gpus, ports];
}

async function answering(probe: Probe, target: Target, host: Host, signal: AbortSignal): Promise<readonly Target[]> {
  try {
    await probe.read({ ...target, timeoutMs: LOOK_MS }, host, 'quick', host.deadline(LOOK_MS, signal));
    return [target];
  } catch (error) {
    signal.throwIfAborted();
    // a node that wants a token is there all the same
    return toFailure(error).code === 'denied' ? [target] : [];
  }
}

/** A driver's device or tool is there; whether it works is for the audit to say. */
async function hasGpu(host: Host): Promise<boolean> {
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
