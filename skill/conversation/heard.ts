import type { Talk } from './talk.ts';

/** Answers that are remembered as heard. */
const MOST_HEARD = 20;

/** What this listener was told since the subject was opened: as a voice said it, or as eyes read it. */
export function heardSoFar({ session: { heard, answer, grounds }, channel }: Pick<Talk, 'session' | 'channel'>): readonly string[] {
  if (!answer) return heard;
  // a model said what is written in words of its own
  const isAsSaid = channel === 'voice' && !grounds?.isPhrased;
  return [...heard, isAsSaid ? answer.speech : answer.text].slice(-MOST_HEARD);
}
