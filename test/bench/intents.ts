import { DEFAULT_NODES } from '../../intents/default-nodes.ts';
import { createMatcher } from '../../intents/matcher.ts';
import { isSame, type Judged, judgedBy, labelledIn, scoresOf } from '../support/labelled.ts';
import { firstSentences } from './first-sentence.ts';

/** What the matcher makes of a file of labelled sentences, how fast, and the sentences that it fails. */
export async function intentFigures(file: string, areFailsShown: boolean): Promise<string> {
  const match = createMatcher(DEFAULT_NODES);
  const sentences = labelledIn(file);
  judgedBy(match, sentences);
  const judged = judgedBy(match, sentences);
  const scores = scoresOf(judged);
  const times = judged.map(({ microseconds }) => microseconds).sort((a, b) => a - b);
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
    p50: time(0.5),
    p99: time(0.99),
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
