import { DEFAULT_NODES } from '../../intents/default-nodes.ts';
import { createMatcher } from '../../intents/matcher.ts';
import { isSame, type Judged, judgedBy, labelledIn, scoresOf } from '../support/labelled.ts';
import { firstSentences } from './first-sentence.ts';

/** A sentence takes what it takes at best: somebody else may have the processor meanwhile. */
const PASSES = 5;

/** What the matcher makes of a file of labelled sentences, how fast, and the sentences that it fails. */
export async function intentFigures(file: string, areFailsShown: boolean): Promise<string> {
  const match = createMatcher(DEFAULT_NODES);
  const sentences = labelledIn(file);
  const passes = Array.from({ length: PASSES }, () => judgedBy(match, sentences));
  const judged = passes[0] ?? [];
  const scores = scoresOf(judged);
  const best = judged.map((_, at) => Math.min(...passes.map((pass) => pass[at]?.microseconds ?? 0)));
  const times = best.sort((a, b) => a - b);
  const time = (share: number) => `${Math.round(times[Math.floor(times.length * share)] ?? 0)} µs`;
  const figures = {
    sentences: judged.length,
    intent: percent(scores.intent),
    frame: percent(scores.frame),
    misrouted: percent(scores.misrouted),
    'falsely accepted': percent(scores.falselyAccepted),
    'of the hard ones': percent(scores.hardFalselyAccepted),
    'negations disobeyed': scores.negationsDisobeyed,
    'actions from foreign sentences': scores.actionsFromForeign,
    'p50, best of 5': time(0.5),
    'p99, best of 5': time(0.99),
    ...(await firstSentences()),
  };
  const lines = Object.entries(figures).map(([name, value]) => `${name.padEnd(32)}${value}`);
  return `${[...lines, ...(areFailsShown ? judged.filter((each) => !isUnderstood(each)).map(shown) : [])].join('\n')}\n`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function isUnderstood({ isRight, intent, slots, heardSlots }: Judged): boolean {
  return isRight && (intent === 'none' || isSame(slots, heardSlots));
}

function shown({ utterance, context, intent, slots, heard, heardSlots }: Judged): string {
  return `${utterance} (${context}): ${intent} ${JSON.stringify(slots)}, heard ${heard} ${JSON.stringify(heardSlots)}`;
}
