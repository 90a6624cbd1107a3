import { z } from 'zod';
import { ProbeError } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';
import { cut } from '../cut.ts';
import type { HostFacts } from '../host.ts';
import { absent, type Piece, present } from './piece.ts';

const SMART_MS = 3_000;
const MOST_DISKS = 64;

type Disk = NonNullable<HostFacts['disks']>[number];

/** What each disk says of its own health, where smartctl is there and allowed to ask. */
export async function readSmart(host: Host, signal: AbortSignal): Promise<Piece<Disk[]>> {
  const deadline = host.deadline(SMART_MS, signal);
  const scan = await host.run(['smartctl', '--scan', '-j'], { env: { LC_ALL: 'C' } }, deadline);
  const devices = parseScan(scan.stdout);
  if (!devices)
    return absent('smart', isDenied(scan.stdout + scan.stderr) ? 'denied' : 'malformed', `smartctl --scan exit ${scan.exitCode}`);
  const disks = await Promise.all(devices.map((device) => readDisk(device, host, deadline)));
  const denied = disks.find(({ detail }) => isDenied(detail));
  if (denied && disks.every(({ healthy }) => healthy === null)) return absent('smart', 'denied', denied.detail);
  return present(disks);
}

async function readDisk(device: string, host: Host, signal: AbortSignal): Promise<Disk> {
  try {
    const { stdout } = await host.run(['smartctl', '-j', '-H', device], { env: { LC_ALL: 'C' } }, signal);
    return { device: cut(device), ...parseHealth(stdout) };
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return { device: cut(device), healthy: null, detail: cut(error.message) };
  }
}

const isDenied = (text: string) => /permission denied|requires? (?:root|administrator)/i.test(text);

const Scan = z.object({ devices: z.array(z.object({ name: z.string() })).optional() });

/** The devices of `smartctl --scan -j`; null when it is no such answer. */
export function parseScan(stdout: string): readonly string[] | null {
  const scan = Scan.safeParse(parseJson(stdout));
  if (!scan.success) return null;
  const names = (scan.data.devices ?? []).map(({ name }) => name).filter((name) => /^[A-Za-z/][\w/.:@-]{1,199}$/.test(name));
  return [...new Set(names)].slice(0, MOST_DISKS);
}

const Health = z.object({
  smart_status: z.object({ passed: z.boolean() }).optional(),
  smartctl: z.object({ messages: z.array(z.object({ string: z.string() })).optional() }).optional(),
});

/** The verdict of `smartctl -j -H`: null, never true, where the disk did not give one. */
export function parseHealth(stdout: string): { readonly healthy: boolean | null; readonly detail: string } {
  const health = Health.safeParse(parseJson(stdout));
  if (!health.success) return { healthy: null, detail: 'smartctl gave no verdict' };
  const healthy = health.data.smart_status?.passed ?? null;
  const said = health.data.smartctl?.messages?.map(({ string }) => string).join('; ') ?? '';
  const verdict = healthy === null ? 'no verdict' : healthy ? 'passed' : 'failed';
  return { healthy, detail: cut(said) || verdict };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
