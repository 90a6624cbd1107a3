import { z } from 'zod';
import { commonFields, defineProbe, ProbeError } from '../audit/define.ts';
import { httpUrl } from './fields.ts';
import { readHostExporter } from './host/exporter.ts';
import { readLinux } from './host/linux.ts';
import { readPortable } from './host/portable.ts';
import { Access } from './node-facts.ts';

const HostTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('host'),
  limits: z
    .strictObject({ diskPercent: z.number().min(1).max(100).optional(), memoryPercent: z.number().min(1).max(100).optional() })
    .optional(),
  /** The exporter of another machine: node_exporter, or windows_exporter. */
  url: httpUrl.optional(),
  token: z.string().optional(),
});

/** A real file system. Sizes in bytes; null where the mount did not answer in time (a dead NFS server…). */
export const Mount = z.strictObject({
  mount: z.string(),
  device: z.string(),
  type: z.string(),
  readOnly: z.boolean(),
  /** /etc/fstab or the mount's own options say that it ought to be writable. */
  expectedWritable: z.boolean(),
  totalBytes: z.number().nonnegative().nullable(),
  availableBytes: z.number().nonnegative().nullable(),
  /** As `df` counts it: used ÷ (used + available to users), 0–100. */
  usedPercent: z.number().min(0).max(100).nullable(),
  /** Null where the file system has no fixed number of inodes (btrfs…). */
  inodesUsedPercent: z.number().min(0).max(100).nullable(),
});
export type Mount = z.infer<typeof Mount>;

/** Null is « could not be read here », with the reason in `missing`. */
const HostFacts = z.strictObject({
  hostname: z.string(),
  os: z.string(),
  kernel: z.string(),
  cpu: z.strictObject({ model: z.string().nullable(), cores: z.int().positive().nullable() }),
  uptimeSeconds: z.number().nonnegative().nullable(),
  memory: z.strictObject({ totalBytes: z.number().nonnegative(), availableBytes: z.number().nonnegative() }).nullable(),
  /** The process that holds most memory, named without its arguments. */
  largestProcess: z.strictObject({ name: z.string(), bytes: z.number().nonnegative() }).nullable(),
  load: z.tuple([z.number(), z.number(), z.number()]).nullable(),
  mounts: z.array(Mount).nullable(),
  /** Pending security updates, from the package manager's cached lists. */
  updates: z
    .strictObject({ security: z.int().nonnegative(), total: z.int().nonnegative(), listsAgeDays: z.number().nonnegative() })
    .nullable(),
  rebootRequired: z.boolean().nullable(),
  clock: z.strictObject({ synchronized: z.boolean(), source: z.string() }).nullable(),
  /** Another machine's clock minus ours, in milliseconds: the least that a slow exchange proves. */
  clockSkewMs: z.number().nullable().optional(),
  disks: z.array(z.strictObject({ device: z.string(), healthy: z.boolean().nullable(), detail: z.string() })).nullable(),
  /** Of an exporter alone: how it answers a stranger, where that was seen. */
  access: Access.nullable().optional(),
  /** Default routes, one per gateway address and interface. */
  gateways: z.array(z.string()).nullable(),
  /** What could not be read, why, and the right or tool that it takes. */
  missing: z.array(
    z.strictObject({
      what: z.enum(['memory', 'load', 'mounts', 'updates', 'reboot', 'clock', 'smart', 'gateways']),
      code: z.enum(['timeout', 'denied', 'missing-tool', 'not-applicable', 'malformed', 'stale', 'not-exported']),
      detail: z.string(),
    }),
  ),
});
export type HostFacts = z.infer<typeof HostFacts>;

/** A machine: memory, disks, load, clock, updates, gateways. This one, or another one through its exporter. */
export const host = defineProbe({
  kind: 'host',
  target: HostTarget,
  facts: HostFacts,
  quick: true,
  async read({ id, url, token }, host, mode, signal) {
    if (url !== undefined) return readHostExporter({ id, url, token }, host, mode, signal);
    const facts = await (host.platform === 'linux' ? readLinux(host, mode, signal) : readPortable(host, mode, signal));
    // parts that were cut short look like parts that are missing
    if (signal.aborted) throw new ProbeError('timeout', 'this machine was not read in time', { cause: signal.reason });
    return facts;
  },
});
