import { z } from 'zod';
import { type Intent, intents } from '../../../intents/intents.ts';
import { SESSION } from '../../config.ts';
import type { Command } from '../../skill.ts';

const MOST_CHARACTERS = 500;
const MOST_SLOT_CHARACTERS = 100;
const INTENTS = Object.keys(intents) as [Intent, ...Intent[]];

const common = {
  channel: z.enum(['voice', 'chat', 'api']).optional(),
  session: z.string().regex(SESSION, 'expected at most 64 letters, digits, . _ -').optional(),
  locale: z.enum(['fr', 'en']).optional(),
};

const spoken = z.strictObject({
  utterance: z
    .string()
    .refine((text) => text.trim() !== '', 'expected a sentence')
    // one character of a language may be two of a string
    .refine((text) => [...text].length <= MOST_CHARACTERS, `expected at most ${MOST_CHARACTERS} characters`)
    .meta({ description: 'what was said or typed, of at most 500 characters', minLength: 1, maxLength: MOST_CHARACTERS }),
  ...common,
});

const understood = z
  .strictObject({ intent: z.enum(INTENTS), slots: z.record(z.string(), z.string().max(MOST_SLOT_CHARACTERS)).default({}), ...common })
  .refine(({ intent, slots }) => Object.keys(slots).every((slot) => (intents[intent] as readonly string[]).includes(slot)), {
    path: ['slots'],
    message: 'expected slots of this intent',
  });

/** A sentence, or an intent that somebody else understood. */
export const commandSchema = z.union([spoken, understood]);

/** Throws what is wrong with the shape that was meant: a union would say that neither fits. */
export function commandOf(body: unknown): Command {
  const isSpoken = typeof body === 'object' && body !== null && 'utterance' in body;
  // an absent field and an undefined one are the same to zod
  return (isSpoken ? spoken : understood).parse(body) as Command;
}
