import type { z } from 'zod';
import type { Locale } from '../../../locales/locale.ts';
import type { Skill, SkillEvent } from '../../skill.ts';

export type ToolName = keyof Locale['mcp']['tools'];
export type Progress = Extract<SkillEvent, { type: 'progress' }>;

/** What a call works with. */
export interface Desk {
  readonly skill: Skill;
  readonly locale: Locale;
  progress(event: Progress): void;
}

/** A refusal is one sentence that names what could not be used. */
export type ToolAnswer = { readonly text: string; readonly structured: object } | { readonly refusal: string };

/** Its words are in `locale.mcp.tools`. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: ToolName;
  /** Names by which the assistant knows it: answered, and not listed, so that an agent has one tool for one thing. */
  readonly aliases: readonly string[];
  readonly input: Input;
  /** What is promised of `structured`; more may be there. */
  readonly output: z.ZodObject;
  /** Rejects only when `signal` aborts, or for a fault of ours. */
  run(input: z.output<Input>, desk: Desk, signal: AbortSignal): Promise<ToolAnswer>;
}
