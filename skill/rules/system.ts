import type { Message } from '../../locales/locale.ts';
import { defineRule, type Read, type Rule, type RuleCode, type Verdict } from '../audit/define.ts';
import { type HostFacts, host } from '../probes/host.ts';
import { lmstudio } from '../probes/lmstudio.ts';
import { ollama } from '../probes/ollama.ts';
import { openai } from '../probes/openai.ts';
import { publicUrl } from '../public-url.ts';
import { proofOf } from './exporter-proof.ts';
import { judge } from './judge.ts';
import { type ServerRead, servers } from './servers.ts';
import { operand, quoted } from './shell.ts';

const DISK_PERCENT = 85;
const DISK_CRITICAL_PERCENT = 95;
const INODE_PERCENT = 90;
/** Percent of memory available under which things slow down, then get killed. */
const MEMORY_PERCENT = 10;
const MEMORY_HIGH_PERCENT = 4;
const LOAD_PER_CORE = 2;
/** Milliseconds; a `Date` header is cut to the second, so smaller skews are noise. */
const SKEW_MS = 2_000;
const SKEW_HIGH_MS = 60_000;

/** What shows the same figures again through an exporter, for `grep -E`. */
const SPACE_METRICS = '(node_filesystem|windows_logical_disk)_(avail|free|size)_bytes';
const MEMORY_METRICS = 'node_memory_Mem|windows_(memory|os|cs)_.*(physical|available)';
const CLOCK_METRICS = 'node_timex_sync_status|node_time_seconds|windows_time_|windows_os_time';
const SMART_METRICS = 'smartmon_device_smart_healthy|smartctl_device_smart_status';

type HostRead = Read<
  { readonly id: string; readonly kind: 'host'; readonly url?: string | undefined; readonly token?: string | undefined },
  HostFacts
>;
type Missing = HostFacts['missing'][number]['what'];

/** What a host rule does with a figure that was not read: the probe said why, or nobody asked for it in quick mode. */
function absent(code: RuleCode, { target, reading }: HostRead, what: Missing): Verdict {
  const reason = reading.ok ? reading.facts.missing.find((missing) => missing.what === what) : undefined;
  const on = judge(code, target.id, target.id, reason ? { evidence: [{ value: reason.detail, at: reading.startedAt }] } : {});
  if (!reason) return on.skipped();
  const message: Message = { id: 'not-readable-here', values: { target: target.id, what, failure: reason.code } };
  return reason.code === 'not-applicable' ? on.notApplicable(message) : on.unknown(message);
}

/** A rule about one figure of a machine: `pick` finds it, `verdict` judges it. */
function hostRule<Figure>(
  rule: Pick<Rule, 'code' | 'dimension' | 'severity'>,
  what: Missing,
  pick: (facts: HostFacts) => Figure | null,
  verdict: (
    figure: Figure,
    read: {
      readonly target: HostRead['target'] & {
        limits?: { diskPercent?: number | undefined; memoryPercent?: number | undefined } | undefined;
      };
      readonly facts: HostFacts;
      readonly at: string;
    },
  ) => Iterable<Verdict>,
): Rule {
  return defineRule({
    ...rule,
    about: 'target',
    needs: { host },
    *check({ host }) {
      for (const read of host) {
        if (!read.reading.ok) continue;
        const { facts, startedAt } = read.reading;
        const figure = pick(facts);
        if (figure === null) yield absent(rule.code, read as HostRead, what);
        else yield* verdict(figure, { target: read.target as HostRead['target'], facts, at: startedAt });
      }
    },
  }) as Rule;
}

const diskSpace = hostRule(
  { code: 'SYS-001', dimension: 'stability', severity: 'medium' },
  'mounts',
  (facts) => facts.mounts,
  function* (mounts, { target, at }) {
    const limit = target.limits?.diskPercent ?? DISK_PERCENT;
    for (const { mount, usedPercent, availableBytes } of mounts) {
      const seen = { value: `${usedPercent?.toFixed(1) ?? '?'} % used`, at };
      const on = judge('SYS-001', target.id, mount, proofOf(target, { verify: `df -h ${operand(mount)}` }, SPACE_METRICS, seen));
      if (usedPercent === null) yield on.unknown({ id: 'mount-unknown', values: { target: target.id, mount } });
      else if (usedPercent < limit && usedPercent < DISK_CRITICAL_PERCENT) yield on.pass();
      else
        yield on.violation(
          { id: 'disk-full', values: { target: target.id, mount, percent: Math.floor(usedPercent), freeBytes: availableBytes } },
          usedPercent >= DISK_CRITICAL_PERCENT ? 'critical' : 'medium',
        );
    }
  },
);

const inodes = hostRule(
  { code: 'SYS-002', dimension: 'stability', severity: 'medium' },
  'mounts',
  (facts) => facts.mounts,
  function* (mounts, { target, at }) {
    for (const { mount, usedPercent, inodesUsedPercent } of mounts) {
      const seen = { value: `${inodesUsedPercent?.toFixed(1) ?? '?'} % of inodes`, at };
      const on = judge('SYS-002', target.id, mount, proofOf(target, { verify: `df -i ${operand(mount)}` }, 'node_filesystem_files', seen));
      if (usedPercent === null) yield on.unknown({ id: 'mount-unknown', values: { target: target.id, mount } });
      else if (inodesUsedPercent === null) yield on.notApplicable();
      else if (inodesUsedPercent >= INODE_PERCENT)
        yield on.violation({ id: 'inodes-full', values: { target: target.id, mount, percent: Math.floor(inodesUsedPercent) } });
      else yield on.pass();
    }
  },
);

const writable = hostRule(
  { code: 'SYS-003', dimension: 'stability', severity: 'critical' },
  'mounts',
  (facts) => facts.mounts,
  function* (mounts, { target, at }) {
    for (const { mount, device, readOnly, expectedWritable } of mounts) {
      const own = { file: '/proc/self/mounts', verify: `findmnt -no OPTIONS ${operand(mount)}` };
      const seen = { value: readOnly ? 'ro' : 'rw', at };
      const on = judge('SYS-003', target.id, mount, proofOf(target, own, '(node_filesystem|windows_logical_disk)_readonly', seen));
      if (!readOnly) yield on.pass();
      // a mount that is read-only on purpose is no fault: fstab or the mount's own options must say otherwise
      else if (expectedWritable) yield on.violation({ id: 'disk-read-only', values: { target: target.id, mount, device } });
      else yield on.notApplicable();
    }
  },
);

const memory = hostRule(
  { code: 'SYS-004', dimension: 'stability', severity: 'medium' },
  'memory',
  (facts) => facts.memory,
  function* ({ totalBytes, availableBytes }, { target, facts, at }) {
    const available = (100 * availableBytes) / Math.max(1, totalBytes);
    const least = target.limits?.memoryPercent === undefined ? MEMORY_PERCENT : 100 - target.limits.memoryPercent;
    const own = { file: '/proc/meminfo', verify: 'free -m' };
    const seen = { value: `${available.toFixed(1)} % available`, at };
    const on = judge('SYS-004', target.id, target.id, proofOf(target, own, MEMORY_METRICS, seen));
    if (available >= least && available >= MEMORY_HIGH_PERCENT) yield on.pass();
    else
      yield on.violation(
        { id: 'memory-low', values: { target: target.id, availableBytes, totalBytes, process: facts.largestProcess?.name ?? null } },
        available < MEMORY_HIGH_PERCENT ? 'high' : 'medium',
      );
  },
);

const load = hostRule(
  { code: 'SYS-005', dimension: 'stability', severity: 'medium' },
  'load',
  (facts) => facts.load,
  function* (loads, { target, facts, at }) {
    const { cores } = facts.cpu;
    const seen = { value: `${loads.join(' ')}, ${cores ?? '?'} cores`, at };
    const on = judge(
      'SYS-005',
      target.id,
      target.id,
      proofOf(target, { file: '/proc/loadavg', verify: 'uptime; nproc' }, 'node_load', seen),
    );
    if (cores === null) yield on.unknown({ id: 'not-readable-here', values: { target: target.id, what: 'load', failure: 'not-exported' } });
    else if (loads[0] > LOAD_PER_CORE * cores)
      yield on.violation({ id: 'load-high', values: { target: target.id, load: loads[0], cores } });
    else yield on.pass();
  },
);

const securityUpdates = hostRule(
  { code: 'SYS-006', dimension: 'security', severity: 'medium' },
  'updates',
  (facts) => facts.updates,
  function* ({ security, total }, { target, at }) {
    const own = {
      command: 'apt-get -s upgrade',
      // neither a lock nor a cache is left behind
      verify:
        "apt-get -s -o Debug::NoLocking=1 -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= upgrade | grep -c '^Inst.*[Ss]ecurity'",
    };
    const seen = { value: `${security} security, ${total} in all`, at };
    const on = judge('SYS-006', target.id, target.id, proofOf(target, own, 'apt_upgrades_pending', seen));
    yield security > 0 ? on.violation({ id: 'security-updates', values: { target: target.id, count: security } }) : on.pass();
  },
);

const rebootRequired = hostRule(
  { code: 'SYS-007', dimension: 'stability', severity: 'low' },
  'reboot',
  (facts) => facts.rebootRequired,
  function* (required, { target, at }) {
    const own = { file: '/run/reboot-required', verify: 'ls /run/reboot-required' };
    const seen = { value: required ? 'present' : 'absent', at };
    const on = judge('SYS-007', target.id, target.id, proofOf(target, own, 'node_reboot_required', seen));
    yield required ? on.violation({ id: 'reboot-required', values: { target: target.id } }) : on.pass();
  },
);

const clock = defineRule({
  code: 'SYS-008',
  dimension: 'stability',
  severity: 'medium',
  about: 'target',
  needs: { host, lmstudio, ollama, openai },
  *check({ host, lmstudio, ollama, openai }) {
    for (const read of host) yield* synchronised(read);
    for (const read of servers(lmstudio, ollama, openai)) yield* inTime(read);
  },
});

/** A machine's own clock, as its system tells; another machine's also against ours. */
function* synchronised({ target, reading }: HostRead): Generator<Verdict> {
  if (!reading.ok) return;
  const { clock: state, clockSkewMs } = reading.facts;
  const isFar = Math.abs(clockSkewMs ?? 0) > SKEW_MS;
  const value = isFar ? `${clockSkewMs} ms` : `NTPSynchronized=${state?.synchronized ? 'yes' : 'no'}`;
  const own = { command: 'timedatectl show', verify: 'timedatectl show -p NTPSynchronized' };
  const on = judge('SYS-008', target.id, target.id, proofOf(target, own, CLOCK_METRICS, { value, at: reading.startedAt }));
  if (isFar) yield skewed(on, target.id, clockSkewMs ?? 0);
  else if (state === null) yield absent('SYS-008', { target, reading }, 'clock');
  else yield state.synchronized ? on.pass() : on.violation({ id: 'clock-unsynchronised', values: { target: target.id } });
}

/** A node's clock against this machine's, as its `Date` header tells. */
function* inTime({ target, reading }: ServerRead): Generator<Verdict> {
  if (!reading.ok) return;
  const { clockSkewMs } = reading.facts;
  const value = `${clockSkewMs ?? '?'} ms`;
  const on = judge('SYS-008', target.id, target.id, {
    evidence: [{ request: `Date of ${target.id}`, value, at: reading.startedAt }],
    verify: `curl -sS -m 5 -o /dev/null -D - ${quoted(publicUrl(target.url))} | grep -i '^date:'; date -u`,
  });
  if (clockSkewMs === null)
    yield on.unknown({ id: 'not-readable-here', values: { target: target.id, what: 'clock', failure: 'not-found' } });
  else yield Math.abs(clockSkewMs) <= SKEW_MS ? on.pass() : skewed(on, target.id, clockSkewMs);
}

function skewed(on: ReturnType<typeof judge>, target: string, skewMs: number): Verdict {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return on.violation({ id: 'clock-skew', values: { target, seconds } }, Math.abs(skewMs) > SKEW_HIGH_MS ? 'high' : 'medium');
}

const diskHealth = hostRule(
  { code: 'SYS-009', dimension: 'stability', severity: 'high' },
  'smart',
  (facts) => facts.disks,
  function* (disks, { target, at }) {
    for (const { device, healthy, detail } of disks) {
      const own = { command: `smartctl -H ${device}`, verify: `smartctl -H ${operand(device)}` };
      const on = judge('SYS-009', target.id, device, proofOf(target, own, SMART_METRICS, { value: detail, at }));
      if (healthy === null) yield on.unknown({ id: 'disk-health-unknown', values: { target: target.id, device } });
      else yield healthy ? on.pass() : on.violation({ id: 'disk-failing', values: { target: target.id, device } });
    }
  },
);

export const systemRules: readonly Rule[] = [diskSpace, inodes, writable, memory, load, securityUpdates, rebootRequired, clock, diskHealth];
