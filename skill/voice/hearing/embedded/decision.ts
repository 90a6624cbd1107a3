import type { Context } from '../../../../intents/understanding.ts';
import type { Recognition } from '../recognizer.ts';
import type { SpokenCommand } from './commands.ts';
import type { Frames } from './embedder.ts';
import { warp } from './warping.ts';

export interface Template extends SpokenCommand {
  readonly frames: Frames;
}

export interface Templates {
  readonly commands: readonly Template[];
  /** Speech that is no command. */
  readonly foreign: readonly Frames[];
}

const MOST_DISTANCE = 0.13;
const LEAST_MARGIN = 0.012;

/** The command that was said; null where it was none. */
export function decided(heard: Frames, { commands, foreign }: Templates, context: Context): Recognition | null {
  const ranked = commands
    .filter((command) => context === 'active' || command.context === 'idle')
    .map((command) => ({ command, distance: warp(heard, command.frames) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  if (!best || best.distance > MOST_DISTANCE) return null;
  const other = ranked.find(({ command }) => command.meaning !== best.command.meaning)?.distance ?? 2;
  const nothing = Math.min(2, ...foreign.map((frames) => warp(heard, frames)));
  const margin = Math.min(other, nothing) - best.distance;
  if (margin < LEAST_MARGIN) return null;
  return { text: best.command.sentence, confidence: Math.min(1, 0.5 + margin / 0.1) };
}
