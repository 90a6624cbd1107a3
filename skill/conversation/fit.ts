import type { Locale } from '../../locales/locale.ts';
import type { Answer } from '../../reporters/answers/answer.ts';
import { MOST_SAID, MOST_SHOWN } from '../../reporters/limits.ts';

/** A sentence as an answer. */
export function said(text: string, { aloud }: Locale): Answer {
  return { speech: fitted(aloud(text), MOST_SAID), text: fitted(text, MOST_SHOWN) };
}

/** The answer with a sentence that must be heard after it; the last sentences of the answer give way. */
export function followedBy({ speech, text }: Answer, notice: string, { aloud }: Locale): Answer {
  return { speech: joined(speech, ' ', aloud(notice), MOST_SAID), text: joined(text, '\n', notice, MOST_SHOWN) };
}

/** Words for a voice with a sentence before them; the last ones give way. */
export function precededBy(speech: string, notice: string, { aloud }: Locale): string {
  return notice === '' ? speech : fitted(`${aloud(notice)} ${speech}`, MOST_SAID);
}

function joined(text: string, between: string, notice: string, most: number): string {
  return `${fitted(text, most - notice.length - 1)}${between}${notice}`.trimStart();
}

/** The text up to the last sentence that fits, else up to the last word. */
function fitted(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most);
  const [sentences] = /^.*[.!?](?=\s)/s.exec(kept) ?? [];
  return sentences ?? `${kept.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}
