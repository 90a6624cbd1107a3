import type { Mode } from '../audit/define.ts';
import type { Kept } from '../history/reports.ts';
import { soon } from './soon.ts';
import type { Talk } from './talk.ts';

/** A look at the cluster is announced when it takes longer, in milliseconds: the answer itself is sooner most times. */
const SILENCE_MS = 700;

/** Audits for one command: announced, its progress told, shared with others that want the same. */
export async function auditFor(mode: Mode, why: 'asked' | 'needed', talk: Talk): Promise<Kept> {
  const { parts, locale, emit, signal, work } = talk;
  const { answers, conversation } = locale;
  const say = (text: string) => emit({ type: 'speech', text: locale.aloud(text) });
  if (parts.flights.fresh(mode)) return await parts.flights.board(mode, locale, () => {}, signal);
  const isAtOnce = mode === 'full' || why === 'asked';
  if (isAtOnce) say(why === 'needed' ? conversation.auditingFirst : mode === 'full' ? answers.auditing : answers.auditingQuick);
  const timer = isAtOnce ? undefined : setTimeout(() => say(answers.looking), SILENCE_MS);
  work.isAuditing = true;
  const sign = talk.id === null ? null : parts.elsewhere.auditing(talk.id, work.stop);
  try {
    return await parts.flights.board(mode, locale, (done, total, { id }) => emit({ type: 'progress', done, total, target: id }), signal);
  } finally {
    clearTimeout(timer);
    if (sign) await soon(sign.end());
  }
}
