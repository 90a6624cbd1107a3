import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ProbeError } from '../../audit/define.ts';
import { isSessionName } from '../../conversation/sessions.ts';
import type { Command } from '../../skill.ts';
import type { WyomingEvent } from '../../wyoming/event.ts';

/** A sentence that somebody else heard, or typed. */
export interface Transcript {
  /** Null: longer than any sentence of ours. */
  readonly command: Command | null;
  /** Whom it belongs to, to be told with the answer; null where it did not say. */
  readonly conversation: string | null;
}

const LONGEST_SENTENCE = 500;
const LONGEST_CONVERSATION = 200;
/** The conversation of who names none, and what the others begin with: a caller without a key reads no other door's. */
const DOOR = 'wyoming';

const schema = z.object({
  text: z.string(),
  language: z.string().nullish(),
  context: z.looseObject({ conversation_id: z.string().min(1).max(LONGEST_CONVERSATION).optional().catch(undefined) }).nullish(),
});

/** Throws a `ProbeError` where it holds no text. */
export function transcriptOf({ data }: WyomingEvent): Transcript {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new ProbeError('malformed', 'a transcript without text');
  const { text, language, context } = parsed.data;
  const conversation = context?.conversation_id ?? null;
  const locale = localeOf(language ?? '');
  const command = { utterance: text, channel: 'voice', session: sessionOf(conversation), ...(locale && { locale }) } as const;
  return { command: text.length > LONGEST_SENTENCE ? null : command, conversation };
}

/** `fr`, `fr-FR` or `fr_CA` alike. Null: the skill's own language. */
function localeOf(language: string): 'fr' | 'en' | null {
  const [, code] = /^(fr|en)(?:$|[-_])/i.exec(language) ?? [];
  return code === undefined ? null : code.toLowerCase() === 'fr' ? 'fr' : 'en';
}

function sessionOf(conversation: string | null): string {
  if (conversation === null) return DOOR;
  const name = `${DOOR}-${conversation}`;
  // a name that no file can have is known by its digest
  return isSessionName(name) ? name : `${DOOR}-${createHash('sha256').update(conversation).digest('hex').slice(0, 32)}`;
}
