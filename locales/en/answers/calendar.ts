const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** « 14:30 »: of a local ISO time, in the zone that it was written in. */
export function hourOf(iso: string): string {
  const [, hour = '0', minute = '00'] = /T(\d+):(\d+)/.exec(iso) ?? [];
  return `${Number(hour)}:${minute}`;
}

/** « 20 February », « 1 March 2026 ». */
export function dayOf(iso: string, withYear: boolean): string {
  const [, year = '', month = '1', day = '1'] = /^(\d+)-(\d+)-(\d+)/.exec(iso) ?? [];
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}${withYear ? ` ${year}` : ''}`;
}

export function weekdayOf(iso: string): string {
  return WEEKDAYS[new Date(`${iso.slice(0, 10)}T12:00:00Z`).getUTCDay()] ?? '';
}
