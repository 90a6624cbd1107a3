const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** « Ce matin »: what was known when one sat down. */
const MORNING_HOUR = 9;

/**
 * The last moment, in milliseconds since 1970, at which « depuis hier », « depuis lundi », … was still true: an audit made
 * then or earlier is the one meant. Local time. Now for `last` and for what is no word of ours.
 */
export function endOfSince(since: string | undefined, now: Date): number {
  const dayStart = (daysBack: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBack).getTime() - 1;
  if (since === 'yesterday') return dayStart(0);
  if (since === 'this_morning')
    return Math.min(now.getTime(), new Date(now.getFullYear(), now.getMonth(), now.getDate(), MORNING_HOUR).getTime());
  // weeks begin on Monday
  if (since === 'last_week') return dayStart((now.getDay() + 6) % 7);
  if (since === 'last_month') return new Date(now.getFullYear(), now.getMonth(), 1).getTime() - 1;
  const weekday = WEEKDAYS.indexOf(since ?? '');
  // the same weekday is the one a week ago
  return weekday < 0 ? now.getTime() : dayStart((now.getDay() - weekday + 6) % 7);
}
