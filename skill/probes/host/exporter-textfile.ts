import { all, figure } from '../exporter.ts';
import type { Exposition } from '../exposition.ts';
import type { ExporterFigures } from './exporter.ts';
import { untold } from './exporter-pieces.ts';
import { absent, present } from './piece.ts';

const DAY_SECONDS = 86_400;
const OLDEST_DAYS = 7;

/** What the community's apt script writes for node_exporter; nothing is said from a file or from lists older than a week. */
export function readTextfile(metrics: Exposition, nowSeconds: number): Pick<ExporterFigures, 'reboot' | 'updates'> {
  const ageDays = fileAgeDays(metrics, nowSeconds);
  const reboot = figure(metrics, 'node_reboot_required');
  const isOld = ageDays !== null && ageDays > OLDEST_DAYS;
  return {
    updates: readUpdates(metrics, nowSeconds, ageDays),
    reboot:
      reboot !== 0 && reboot !== 1
        ? untold('reboot', 'node_reboot_required')
        : isOld
          ? absent('reboot', 'stale', `node_reboot_required is ${Math.floor(ageDays)} days old`)
          : present(reboot === 1),
  };
}

function readUpdates(metrics: Exposition, nowSeconds: number, ageDays: number | null): ExporterFigures['updates'] {
  const pending = all(metrics, 'apt_upgrades_pending').filter(({ value }) => Number.isFinite(value) && value >= 0);
  if (pending.length === 0) return untold('updates', 'apt_upgrades_pending');
  const listedAt = figure(metrics, 'apt_package_cache_timestamp_seconds');
  const ages = [ageDays, listedAt === null ? null : (nowSeconds - listedAt) / DAY_SECONDS].filter((age) => age !== null);
  if (ages.length === 0) return absent('updates', 'stale', 'nothing tells how old apt_upgrades_pending is');
  const listsAgeDays = Math.max(0, ...ages);
  if (listsAgeDays > OLDEST_DAYS) return absent('updates', 'stale', `apt's package lists are ${Math.floor(listsAgeDays)} days old`);
  const count = (samples: typeof pending) => Math.floor(samples.reduce((sum, { value }) => sum + value, 0));
  const security = pending.filter(({ labels }) => /security/i.test(labels.get('origin') ?? ''));
  return present({ security: count(security), total: count(pending), listsAgeDays });
}

/** Of the file that speaks of packages; of the oldest where no name tells. */
function fileAgeDays(metrics: Exposition, nowSeconds: number): number | null {
  return ageDaysOf(metrics, /apt|reboot|update/i, nowSeconds) ?? ageDaysOf(metrics, /(?:)/, nowSeconds);
}

/** The age of what a script wrote of the disks' health once that is too old to be told; null where it is not, or where no file has such a name. */
export function tooOldOfDisks(metrics: Exposition, nowSeconds: number): number | null {
  const ageDays = ageDaysOf(metrics, /smart/i, nowSeconds);
  return ageDays !== null && ageDays > OLDEST_DAYS ? ageDays : null;
}

/** Of the oldest file of such a name. */
function ageDaysOf(metrics: Exposition, name: RegExp, nowSeconds: number): number | null {
  const files = all(metrics, 'node_textfile_mtime_seconds').filter(({ value }) => Number.isFinite(value));
  const written = files.filter(({ labels }) => name.test(labels.get('file')?.split('/').at(-1) ?? '')).map(({ value }) => value);
  return written.length === 0 ? null : Math.max(0, (nowSeconds - least(written)) / DAY_SECONDS);
}

const least = (values: readonly number[]) => values.reduce((least, value) => Math.min(least, value));
