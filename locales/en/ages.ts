import { digits, inWords, plural } from './numbers.ts';

/** “40 min”, “26 h”, “3 days”: what has passed in full. */
export function age(hours: number): string {
  if (hours < 1) return `${digits(Math.floor(hours * 60))} min`;
  return hours < 48 ? `${digits(Math.floor(hours))} h` : `${digits(Math.floor(hours / 24))} days`;
}

/** “twenty-six hours”, “three days”. */
export function ageAloud(hours: number): string {
  if (hours < 1) return 'less than an hour';
  const whole = Math.floor(hours);
  return hours < 48 ? `${inWords(whole)} ${plural(whole, 'hour')}` : `${inWords(Math.floor(hours / 24))} days`;
}

/** “2 min”, “1 h 30”. */
export function duration(minutes: number): string {
  const whole = Math.ceil(minutes);
  if (whole < 60) return `${digits(whole)} min`;
  return `${digits(Math.floor(whole / 60))} h${whole % 60 === 0 ? '' : ` ${String(whole % 60).padStart(2, '0')}`}`;
}
