import { imagined as english } from '../../../../locales/en/hearing/imagined.ts';
import { imagined as french } from '../../../../locales/fr/hearing/imagined.ts';
import { ProbeError } from '../../../audit/define.ts';

const LONGEST = 500;

/**
 * What a server says that it heard, as a sentence; null where it imagined it, `prompt` included, which some say back to silence.
 * Throws a `ProbeError` for what nobody says in one breath.
 */
export function sentenceOf(text: string, prompt = ''): string | null {
  if (text.length > 4 * LONGEST) throw tooLong();
  const clean = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  if (clean.length > LONGEST) throw tooLong();
  if (clean === '') throw new ProbeError('malformed', 'it heard nothing in what was said');
  // « Sous-titres réalisés par … » comes after what was said, too
  const said = clean.split(BETWEEN_SENTENCES).filter((sentence) => !isImagined(sentence));
  const sentence = said.join(' ');
  return sentence === '' || words(sentence) === words(prompt) ? null : sentence;
}

const BETWEEN_SENTENCES = /(?<=[.!?…])\s+/u;

function isImagined(sentence: string): boolean {
  const plain = words(sentence.replace(NOISE, ' '));
  return (
    plain === '' ||
    [...french, ...english].some((each) => (each.endsWith('…') ? `${plain} `.startsWith(`${each.slice(0, -1)} `) : plain === each))
  );
}

/** « [Musique] », « (rires) », « *soupir* », « ♪ … ♪ »: what is heard that nobody says. */
const NOISE = /\[[^\]]*\]|\([^)]*\)|\*[^*]*\*|♪[^♪]*♪?/gu;

/** Lower case, no accents, words alone. */
function words(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function tooLong(): ProbeError {
  return new ProbeError('too-large', `more than ${LONGEST} characters of one sentence`);
}
