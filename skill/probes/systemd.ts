import { z } from 'zod';
import { commonFields, defineProbe, FAILURE_CODES, ProbeError } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { parseFailed } from './systemd/failed.ts';
import { PROPERTIES, parseShow, Unit } from './systemd/show.ts';

const UNIT_NAME = /^[\w:.@\\][\w:.@\\-]{0,250}$/;

const SystemdTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('systemd'),
  /** Names of units; without an ending they are services. */
  units: z
    .array(z.string().regex(UNIT_NAME, 'expected the name of a unit, such as ollama.service'))
    .min(1)
    .max(500)
    .refine((units) => new Set(units).size === units.length, 'expected each unit once'),
});

const SystemdFacts = z.strictObject({
  /** `none`: something else started this machine, or it is no Linux. */
  manager: z.enum(['systemd', 'none']),
  units: z.array(Unit),
  /** Every unit of this machine that failed; null when that could not be read. */
  failed: z.array(z.string()).nullable(),
  failedMissing: z.enum(FAILURE_CODES).nullable(),
});
export type SystemdFacts = z.infer<typeof SystemdFacts>;
export type { Unit };

/** What systemd says of its units. Of their environment only how they run commands is kept. */
export const systemd = defineProbe({
  kind: 'systemd',
  target: SystemdTarget,
  facts: SystemdFacts,
  quick: false,
  async read({ units }, host, _mode, signal) {
    if (host.platform !== 'linux') return NO_SYSTEMD;
    const names = units.map((unit) => (/\.[a-z]+$/.test(unit) ? unit : `${unit}.service`));
    const shown = await show(names, [], host, signal);
    if (shown === null) return NO_SYSTEMD;
    const [found, failed] = await Promise.all([withUserUnits(shown, host, signal), failedUnits(host, signal)]);
    // as the inventory names them, whatever they are called by themselves
    return { manager: 'systemd' as const, units: found.map((unit, index) => ({ ...unit, unit: units[index] ?? unit.unit })), ...failed };
  },
});

const NO_SYSTEMD: SystemdFacts = { manager: 'none', units: [], failed: null, failedMissing: null };

/** Enough for the environment of a few hundred units. */
const MOST_BYTES = 2 * 1024 * 1024;
const PLAIN = { maxBytes: MOST_BYTES, env: { LC_ALL: 'C', SYSTEMD_COLORS: '0', SYSTEMD_PAGER: '', SYSTEMD_URLIFY: '0' } };
const NOT_BOOTED = /not been booted with systemd|is not running|Host is down/i;

/** Null where there is no systemd to ask. */
async function show(
  names: readonly string[],
  options: readonly string[],
  host: Host,
  signal: AbortSignal,
): Promise<readonly Unit[] | null> {
  try {
    const command = ['systemctl', ...options, 'show', '--no-pager', `--property=${PROPERTIES.join(',')}`, '--', ...names];
    const { exitCode, stdout, stderr } = await host.run(command, PLAIN, signal);
    if (NOT_BOOTED.test(stderr) || (/connect to/i.test(stderr) && !(await isSystemdFirst(host, signal)))) return null;
    if (exitCode !== 0) throw new ProbeError('denied', `systemctl exit ${exitCode}: ${stderr.slice(0, 200)}`);
    const upForS = Number.parseFloat(await host.read('/proc/uptime', signal).catch(() => ''));
    return parseShow(stdout, names, Number.isFinite(upForS) ? upForS : null);
  } catch (error) {
    if (error instanceof ProbeError && error.code === 'missing-tool' && !(await isSystemdFirst(host, signal))) return null;
    throw error;
  }
}

/** The first process of a machine says what started it. */
async function isSystemdFirst(host: Host, signal: AbortSignal): Promise<boolean> {
  const name = await host.read('/proc/1/comm', signal).catch(() => '');
  return name.trim() === 'systemd';
}

/** What the machine does not know may be a unit of the user's own. */
async function withUserUnits(units: readonly Unit[], host: Host, signal: AbortSignal): Promise<readonly Unit[]> {
  const missing = units.filter(({ load }) => load === 'not-found').map(({ unit }) => unit);
  if (missing.length === 0) return units;
  const own = await show(missing, ['--user'], host, signal).catch(() => {
    signal.throwIfAborted();
    return null;
  });
  const byName = new Map((own ?? []).filter(({ load }) => load !== 'not-found').map((unit) => [unit.unit, unit]));
  return units.map((unit) => byName.get(unit.unit) ?? unit);
}

async function failedUnits(host: Host, signal: AbortSignal): Promise<Pick<SystemdFacts, 'failed' | 'failedMissing'>> {
  try {
    const command = ['systemctl', 'list-units', '--failed', '--all', '--full', '--no-pager', '--no-legend', '--plain', '--output=json'];
    const { exitCode, stdout } = await host.run(command, PLAIN, signal);
    if (exitCode !== 0) return { failed: null, failedMissing: 'bad-status' };
    const failed = parseFailed(stdout);
    return failed === null ? { failed: null, failedMissing: 'malformed' } : { failed: [...failed], failedMissing: null };
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeError)) throw error;
    return { failed: null, failedMissing: error.code };
  }
}
