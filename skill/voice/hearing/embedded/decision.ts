import type { Context } from '../../../../intents/understanding.ts';
import type { Recognition } from '../recognizer.ts';
import type { SpokenCommand } from './commands.ts';
import { FRAME_MS, WIDTH } from './embedder.ts';
import { type Comparable, frameDistance } from './likeness.ts';
import { MARGIN_MS } from './prepared.ts';
import { FARTHEST, type Warp, warp } from './warping.ts';

/** One command as somebody said it. */
export interface Template extends SpokenCommand {
  readonly frames: Comparable;
  /** The user said it: nobody speaks more like the user. */
  readonly isOwn: boolean;
}

export interface Templates {
  readonly commands: readonly Template[];
  /** Speech that is no command, whole. */
  readonly foreign: readonly Comparable[];
  /** Any speech, frame by frame. */
  readonly background: Comparable;
}

/** Everything that the decision rests on; less is more like the command. */
export interface Evidence extends Warp {
  readonly command: SpokenCommand;
  /** How long the command takes where it was said like this. */
  readonly spokenMs: number;
  /** Its distance over that of the nearest other command. */
  readonly overOther: number;
  /** Its distance over that of the nearest foreign sentence. */
  readonly overForeign: number;
  /** Its distance over that of the nearest frames of any speech, in any order. */
  readonly overAny: number;
  /** How far its duration is from what is usual. */
  readonly oddness: number;
  readonly score: number;
}

/** Chosen on one half of the voices and sentences of the bench, which reports on the other: no human who spoke of other things was obeyed. */
const MOST_SCORE = 2.5;
/** One word is soon like another. */
const MOST_SCORE_SHORT = 2.3;
const SHORT_MS = 600;
const LEAST_SCORE = 0.8;
/** Nobody says it in less than this share of the template's time, or takes so many times as long. */
const SHORTEST_RATIO = 0.4;
const LONGEST_RATIO = 2.5;
/** Humans say it somewhat slower than engines; further off than this, by the logarithm, something else was said. */
const USUAL_RATIO = 1.15;
const USUAL_SPREAD = 0.35;
/** The user's own recording counts as nearer. */
const OWN = 0.85;

/** The command that was said; null where it was none. */
export function decided(heard: Comparable, templates: Templates, context: Context): Recognition | null {
  const evidence = evidenceOf(heard, templates, context);
  if (!evidence || evidence.overForeign > 1) return null;
  const most = evidence.spokenMs < SHORT_MS ? MOST_SCORE_SHORT : MOST_SCORE;
  if (evidence.score > most) return null;
  const confidence = (most - evidence.score) / (most - LEAST_SCORE);
  return { text: evidence.command.sentence, confidence: Math.min(1, 0.5 + confidence / 2) };
}

/** What speaks for the nearest command and against it; null where none can have been said. */
export function evidenceOf(frames: Comparable, templates: Templates, context: Context): Evidence | null {
  const spokenMs = spokenMsOf(frames);
  const ranked = templates.commands
    .filter((command) => context === 'active' || command.context === 'idle')
    .filter((command) => isAsLong(spokenMs / spokenMsOf(command.frames)))
    .map((command) => ({ command, ...scaled(warp(frames, command.frames), command.isOwn ? OWN : 1) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  if (!best) return null;
  const other = ranked.find(({ command }) => command.meaning !== best.command.meaning)?.distance ?? 1;
  const foreign = Math.min(FARTHEST, ...templates.foreign.map((each) => warp(frames, each).distance));
  const evidence = {
    ...best,
    spokenMs: spokenMsOf(best.command.frames),
    overOther: best.distance / Math.min(1, other),
    overForeign: best.distance / foreign,
    overAny: best.distance / nearness(frames, templates.background),
    oddness: Math.max(0, Math.abs(Math.log(spokenMs / spokenMsOf(best.command.frames) / USUAL_RATIO)) - USUAL_SPREAD),
  };
  const { distance, worst, overOther, overAny, oddness } = evidence;
  return { ...evidence, score: distance + worst + overOther + 0.3 * overAny + oddness };
}

/** Without the silence that was put around it. */
function spokenMsOf(frames: Comparable): number {
  return Math.max(FRAME_MS, (frames.length / WIDTH - 1) * FRAME_MS - 2 * MARGIN_MS);
}

const isAsLong = (ratio: number) => ratio >= SHORTEST_RATIO && ratio <= LONGEST_RATIO;

function scaled({ distance, worst }: Warp, by: number): Warp {
  return { distance: by * distance, worst: by * worst };
}

/** The mean distance of each frame to whichever frame of the background is nearest. */
function nearness(frames: Comparable, background: Comparable): number {
  const [rows, columns] = [frames.length / WIDTH, background.length / WIDTH];
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    let nearest = columns === 0 ? 1 : FARTHEST;
    for (let column = 0; column < columns; column += 1) nearest = Math.min(nearest, frameDistance(frames, row, background, column));
    sum += nearest;
  }
  return sum / rows;
}
