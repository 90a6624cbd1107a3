import type { Locale } from '../../locale.ts';
import { digits, plural } from '../numbers.ts';
import { dayOf, hourOf, weekdayOf } from './calendar.ts';

/** When, as the answers say it. */
export const moments: Locale['answers']['moments'] = {
  taken: (moment) => {
    if (moment.kind === 'now') return '';
    if ('count' in moment) return `Read ${passed(moment)} ago.`;
    const { kind, iso } = moment;
    if (kind === 'today') return `From the audit of ${hourOf(iso)}.`;
    if (kind === 'yesterday') return `From the audit of yesterday, ${hourOf(iso)}.`;
    if (kind === 'weekday') return `From the audit of ${weekdayOf(iso)}, ${hourOf(iso)}.`;
    if (kind === 'future') return `Read on ${dayOf(iso, true)} at ${hourOf(iso)}, which is ahead of my clock.`;
    return `From the audit of ${dayOf(iso, kind === 'dated')} at ${hourOf(iso)}.`;
  },
  since: (moment) => {
    if (moment.kind === 'now') return 'since a moment ago';
    if ('count' in moment) return `in the last ${passed(moment)}`;
    const { kind, iso } = moment;
    if (kind === 'today') return `since ${hourOf(iso)}`;
    if (kind === 'yesterday') return `since yesterday ${hourOf(iso)}`;
    if (kind === 'weekday') return `since ${weekdayOf(iso)} ${hourOf(iso)}`;
    return `since ${dayOf(iso, kind !== 'date')} at ${hourOf(iso)}`;
  },
};

function passed({ kind, count }: { readonly kind: 'seconds' | 'minutes'; readonly count: number }): string {
  return `${digits(count)} ${plural(count, kind === 'seconds' ? 'second' : 'minute')}`;
}
