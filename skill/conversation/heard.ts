import type { Talk } from './talk.ts';

/** Answers that are remembered as heard. */
const MOST_HEARD = 8;

/** What this listener was told since the subject was opened: as a voice said it, or as eyes read it. */
export function heardSoFar({ session: { heard, answer }, channel }: Pick<Talk, 'session' | 'channel'>): readonly string[] {
  if (!answer) return heard;
  return [...heard, channel === 'voice' ? answer.speech : answer.text].slice(-MOST_HEARD);
}
