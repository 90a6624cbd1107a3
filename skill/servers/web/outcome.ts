import type { Intent } from '../../../intents/intents.ts';
import type { Slots } from '../../../intents/understanding.ts';
import type { Report } from '../../audit/report.ts';
import type { SkillEvent } from '../../skill.ts';

/** The answer to a command: what `POST /v1/command` sends. */
export type Outcome =
  | {
      readonly handled: true;
      readonly intent: Intent;
      readonly slots: Slots;
      readonly speech: string;
      readonly text: string;
      /** Of the report that the answer rests on; null without one. */
      readonly status: Report['status'] | null;
      readonly report: { readonly id: string; readonly url: string } | null;
      /** Why there is no better answer; absent when all went well. */
      readonly reason?: 'aborted' | 'failed';
    }
  | {
      readonly handled: false;
      readonly intent: 'none';
      readonly reason: 'not-for-us' | 'negated' | 'refused';
      /** What a polite assistant says; absent when it is not for us to say anything. */
      readonly text?: string;
    };

/** Where the desktop assistant cuts. */
const MOST_SPOKEN = 300;

/** What the events of a command come to; null while neither `done` nor `failed` is among them. */
export function outcomeOf(events: readonly SkillEvent[]): Outcome | null {
  const end = events.at(-1);
  if (end?.type !== 'done' && end?.type !== 'failed') return null;
  if (end.type === 'failed' && end.code !== 'aborted' && end.code !== 'failed') {
    const reason = end.code;
    return { handled: false, intent: 'none', reason, ...(reason === 'refused' && end.text !== '' ? { text: end.text } : {}) };
  }
  const { intent, slots } = events.find((event) => event.type === 'accepted') ?? { intent: 'none', slots: {} };
  const id = events.findLast((event) => event.type === 'report')?.id;
  const report = id === undefined ? null : { id, url: reportUrl(id) };
  const common = { handled: true, intent, slots, text: end.text, report } as const;
  // what was said on the way is not said again in a stream; here it is the answer
  if (end.type === 'done') return { ...common, speech: end.speech || saidSoFar(events), status: end.status };
  return { ...common, speech: end.text, status: null, reason: end.code === 'aborted' ? 'aborted' : 'failed' };
}

/** What can already be said: the newest words that a voice has time for. */
export function saidSoFar(events: readonly SkillEvent[]): string {
  const said = events.flatMap((event) => (event.type === 'speech' ? [event.text] : []));
  while (said.length > 1 && said.join(' ').length > MOST_SPOKEN) said.shift();
  return said.join(' ').slice(0, MOST_SPOKEN);
}

export function reportUrl(id: string): string {
  return `/v1/reports/${encodeURIComponent(id)}`;
}
