import type { Locale } from '../locales/locale.ts';
import type { Outcome } from '../skill/audit/define.ts';
import type { BackupRow, LogRow, SectionTables } from '../skill/audit/section-tables.ts';
import { longTable } from './first-rows.ts';
import { wrap } from './wrap.ts';

const GLYPHS: Readonly<Record<Outcome, string>> = { pass: '✓', warn: '!', fail: '✗', unknown: '?', 'not-applicable': '–', skipped: '–' };

/** Disks, then what lies on them in case one is lost: backups with their ages, and logs. */
export function persistenceLines(
  { mounts, backups, logs, assumedMiBPerSecond }: SectionTables['persistence'],
  locale: Locale,
): readonly string[] {
  const { sections } = locale;
  const hasSeveral = new Set(mounts.map(({ target }) => target)).size > 1;
  const disks = mounts.map(({ target, mount, usedPercent, availableBytes, totalBytes, readOnly }) => [
    hasSeveral ? `${target} ${mount}` : mount,
    usedPercent === null ? sections.unknownValue : `${sections.number(Math.floor(usedPercent), 0)} %`,
    availableBytes === null ? sections.unknownValue : sections.bytes(availableBytes),
    totalBytes === null ? sections.unknownValue : sections.bytes(totalBytes),
    sections.readOnly(readOnly),
  ]);
  const saved = backups.map((row) => backupCells(row, locale));
  const legend = sections.backupLegend(assumedMiBPerSecond);
  return [
    ...(disks.length > 0 ? longTable(sections, sections.mountHead(), disks) : [sections.noMount]),
    ...(saved.length > 0 ? ['', ...longTable(sections, sections.backupHead(), saved), ...wrap(legend)] : wrap(sections.noBackup)),
    ...(logs.length > 0
      ? [
          '',
          ...longTable(
            sections,
            sections.logHead(),
            logs.map((row) => logCells(row, locale)),
          ),
        ]
      : wrap(sections.noLog)),
  ];
}

function backupCells(row: BackupRow, locale: Locale): readonly string[] {
  const { sections } = locale;
  const trend = row.trendPercent === null ? '' : ` ${sections.trend(row.trendPercent)}`;
  return [
    `${GLYPHS[row.outcome]} ${row.set}`,
    lastOf(row, sections.shortDay, locale),
    row.ageHours === null ? '–' : sections.age(row.ageHours),
    row.count === null ? '–' : sections.number(row.count, 0),
    row.lastBytes === null ? '–' : `${sections.bytes(row.lastBytes)}${trend}`,
    restoreTime(row, sections),
    row.rtoMinutes === null ? '–' : sections.duration(row.rtoMinutes),
    restoreTest(row, sections),
  ];
}

/** Measured in a test, or else estimated and marked as that. */
function restoreTime({ restoreTestMinutes, estimatedRtoMinutes }: BackupRow, sections: Locale['sections']): string {
  if (restoreTestMinutes !== null) return sections.duration(restoreTestMinutes);
  return estimatedRtoMinutes === null ? '–' : sections.estimated(estimatedRtoMinutes);
}

function restoreTest({ restoreTestedAt, restoreTestFailure, maxAgeHours }: BackupRow, sections: Locale['sections']): string {
  if (restoreTestedAt !== null) return sections.day(restoreTestedAt);
  return restoreTestFailure !== null || maxAgeHours === null ? sections.unknownValue : sections.untold;
}

function logCells(row: LogRow, locale: Locale): readonly string[] {
  const { sections } = locale;
  return [
    `${GLYPHS[row.outcome]} ${row.path}`,
    lastOf(row, sections.shortMoment, locale),
    row.ageHours === null ? '–' : sections.age(row.ageHours),
    row.count === null ? '–' : sections.number(row.count, 0),
    row.totalBytes === null ? '–' : sections.bytes(row.totalBytes),
    row.rotation === null ? '–' : sections.rotations[row.rotation],
  ];
}

/** When the newest was written, or why that is not known; that there is none is known. */
function lastOf(
  { newestAt, failure, outcome }: BackupRow | LogRow,
  moment: (iso: string) => string,
  { sections, failures }: Locale,
): string {
  if (newestAt !== null) return moment(newestAt);
  if (outcome === 'skipped') return sections.targetStatuses.skipped;
  if (failure !== null && failure !== 'not-found') return failures[failure];
  return outcome === 'unknown' ? sections.unknownValue : sections.none;
}
