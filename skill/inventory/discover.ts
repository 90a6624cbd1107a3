import { hostname } from 'node:os';
import type { Inventory, Target } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import type { HttpFingerprint } from './discover/fingerprint.ts';
import { nodeFingerprints } from './discover/fingerprints.ts';
import { hasGpu } from './discover/gpus.ts';
import { isThere } from './discover/identify.ts';

/** A server on loopback answers at once or is not there. */
const LOOK_MS = 800;

/** An inventory of this machine alone: itself, its ports, its GPUs, and the AI nodes that answer on their usual port. */
export async function discover(host: Host, signal: AbortSignal): Promise<Inventory> {
  const inTime = host.deadline(LOOK_MS, signal);
  const looks = nodeFingerprints.flatMap((fingerprint) =>
    fingerprint.ports.map((port) => answering(fingerprint, port, host, inTime, signal)),
  );
  const nodes = await Promise.all(looks);
  return {
    source: 'discovery',
    cluster: { name: 'JARVIS', version: '' },
    targets: [...nodes.flat(), ...(await thisMachine(host))],
  };
}

/** The targets that every machine is by itself. */
export async function thisMachine(host: Host): Promise<readonly Target[]> {
  const id = machineId();
  const ports = { id: 'ports', kind: 'ports', machine: id, host: '127.0.0.1' };
  const gpus = (await hasGpu(host)) ? [{ id: 'gpus', kind: 'gpu', machine: id }] : [];
  return [{ id, kind: 'host' }, ...gpus, ports];
}

/** This machine's name, as an inventory can write it. */
export function machineId(): string {
  const machine =
    hostname()
      .replace(/[^\p{L}\p{N}._-]/gu, '-')
      .slice(0, 63) || 'machine';
  return /^[\p{L}\p{N}]/u.test(machine) && machine !== 'cluster' ? machine : `m${machine}`;
}

async function answering(
  fingerprint: HttpFingerprint,
  port: number,
  host: Host,
  inTime: AbortSignal,
  signal: AbortSignal,
): Promise<readonly Target[]> {
  const isFound = await isThere(fingerprint, port, host, inTime);
  signal.throwIfAborted();
  if (!isFound || fingerprint.kind === null) return [];
  const at = `127.0.0.1:${port}`;
  const isAlone = fingerprint.ports.length === 1;
  const id = isAlone ? fingerprint.kind : `${fingerprint.kind}-${port}`;
  return [{ id, kind: fingerprint.kind, ...(fingerprint.fields?.(at) ?? { url: `http://${at}` }) }];
}
