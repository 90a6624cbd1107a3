/** More audits than that in one minute are a loop gone wild. */
const MOST_IN_A_MINUTE = 100_000;

const REPORT = /^audit_(\d{4}-\d{2}-\d{2})_(\d{2})(\d{2})(?:_(\d{1,9}))?\.json$/;
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/;

/** The file name of a report: 1 is the first of its minute, which has no number. */
export type NameOf = (number: number) => string;

export interface ReportName {
  readonly name: string;
  /** When it was written as the clock on the wall said, `2026-02-23T14:30`: it has no zone. */
  readonly minute: string;
  readonly number: number;
}

/** The names a report of this moment may take. The timestamp's own digits count, so that the name says what the report says. */
export function namesFor(timestamp: string): NameOf {
  const [, day, hour, minute] = TIMESTAMP.exec(timestamp) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(timestamp))) throw new Error(`"${timestamp}" is not an ISO 8601 time`);
  return (number) => {
    if (number > MOST_IN_A_MINUTE) throw new Error(`there are ${MOST_IN_A_MINUTE} reports of ${day} ${hour}:${minute} already`);
    return `audit_${day}_${hour}${minute}${number === 1 ? '' : `_${number}`}.json`;
  };
}

/** The names of reports among these, newest first by the clock on the wall. */
export function reportNames(names: readonly string[]): ReportName[] {
  return names.flatMap(parse).toSorted((a, b) => (a.minute === b.minute ? b.number - a.number : a.minute < b.minute ? 1 : -1));
}

function parse(name: string): ReportName[] {
  const [, day, hour, minute, number = '1'] = REPORT.exec(name) ?? [];
  return day === undefined ? [] : [{ name, minute: `${day}T${hour}:${minute}`, number: Number(number) }];
}
