import type { Moment } from '../../moment.ts';
import { digits, inWords, plural } from '../numbers.ts';
import { dayOf, hourOf, weekdayOf } from './calendar.ts';

/** When, as the answers say it. */
export const moments = {
  taken: (moment: Moment): string => {
    if (moment.kind === 'now') return '';
    if ('count' in moment) return `Relevé d'il y a ${passed(moment)}.`;
    const { kind, iso } = moment;
    if (kind === 'today') return `D'après l'audit de ${hourOf(iso)}.`;
    if (kind === 'yesterday') return `D'après l'audit d'hier, ${hourOf(iso)}.`;
    if (kind === 'weekday') return `D'après l'audit de ${weekdayOf(iso)}, ${hourOf(iso)}.`;
    if (kind === 'future') return `Relevé daté du ${dayOf(iso, true)} à ${hourOf(iso)}, en avance sur mon horloge.`;
    return `D'après l'audit du ${dayOf(iso, kind === 'dated')} à ${hourOf(iso)}.`;
  },
  since: (moment: Moment): string => {
    if (moment.kind === 'now') return "depuis l'instant d'avant";
    if ('count' in moment) return `depuis ${passed(moment)}`;
    const { kind, iso } = moment;
    if (kind === 'today') return `depuis ${hourOf(iso)}`;
    if (kind === 'yesterday') return `depuis hier ${hourOf(iso)}`;
    if (kind === 'weekday') return `depuis ${weekdayOf(iso)} ${hourOf(iso)}`;
    return `depuis le ${dayOf(iso, kind !== 'date')} à ${hourOf(iso)}`;
  },
} as const;

/** « 3 secondes »; « une », « vingt-et-une »: a voice cannot know that a figure is feminine. */
function passed({ kind, count }: { readonly kind: 'seconds' | 'minutes'; readonly count: number }): string {
  const figure = count % 10 === 1 ? inWords(count, true) : digits(count);
  return `${figure} ${plural(count, kind === 'seconds' ? 'seconde' : 'minute')}`;
}
