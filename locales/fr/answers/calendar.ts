const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** « 14 h 30 », « 8 h »: of a local ISO time, in the zone that it was written in. */
export function hourOf(iso: string): string {
  const [, hour = '0', minute = '00'] = /T(\d+):(\d+)/.exec(iso) ?? [];
  return `${Number(hour)} h${minute === '00' ? '' : ` ${minute}`}`;
}

/** « 20 février », « 1er mars 2026 ». */
export function dayOf(iso: string, withYear: boolean): string {
  const [, year = '', month = '1', day = '1'] = /^(\d+)-(\d+)-(\d+)/.exec(iso) ?? [];
  return `${Number(day) === 1 ? '1er' : Number(day)} ${MONTHS[Number(month) - 1] ?? ''}${withYear ? ` ${year}` : ''}`;
}

export function weekdayOf(iso: string): string {
  return WEEKDAYS[new Date(`${iso.slice(0, 10)}T12:00:00Z`).getUTCDay()] ?? '';
}
