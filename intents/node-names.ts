import type { Vocabulary } from './vocabulary.ts';
import { split } from './words.ts';

/** Names that are spelled out, such as M2 and OL1, have at most this many letters together. */
const MOST_SPELLED = 3;

/** How each node's name is said, as templates: « aime un » for M1, « g p u box » for `gpu_box`. */
export function nodeTemplates(
  nodes: readonly string[],
  vocabularies: readonly Vocabulary[],
): readonly (readonly [template: string, node: string])[] {
  return nodes.flatMap((node) => {
    const pieces = split(node);
    if (pieces.length === 0) return [];
    const said = pieces.map((piece) => pieceTemplate(piece, pieces.length, vocabularies)).join(' ');
    const whole = pieces.some((piece) => /\d/.test(piece)) || pieces.length === 1 ? [] : [pieces.join('')];
    const misheard = vocabularies.flatMap(({ nodeMisheard }) => nodeMisheard).map((word) => `${word} ${said}`);
    return [said, ...misheard, ...numbered(node, nodes, vocabularies), ...whole, ...productTemplates(node, nodes, vocabularies)].map(
      (template) => [template, node] as const,
    );
  });
}

function pieceTemplate(piece: string, count: number, vocabularies: readonly Vocabulary[]): string {
  if (/^\d+$/.test(piece))
    return `(${[String(Number(piece)), ...heard(piece, vocabularies), ...([...piece].length > 1 ? [[...piece].join(' ')] : [])].join('|')})`;
  const letters = [...piece];
  // a lone short word is said as a word; letters before a number are spelled
  if (letters.length > MOST_SPELLED || (count === 1 && letters.length > 2)) return piece;
  const spelled = letters.map((letter) => `(${[letter, ...heard(letter, vocabularies)].join('|')})`).join(' ');
  return letters.length === 1 ? spelled : `(${piece}|${spelled})`;
}

function heard(letter: string, vocabularies: readonly Vocabulary[]): readonly string[] {
  return vocabularies.flatMap(({ spelled }) => spelled[letter] ?? []);
}

/** « la machine deux » is M2, where no other node of one letter is number two. */
function numbered(node: string, nodes: readonly string[], vocabularies: readonly Vocabulary[]): readonly string[] {
  const number = ONE_LETTER.exec(node)?.[1];
  if (number === undefined || nodes.filter((each) => ONE_LETTER.exec(each)?.[1] === number).length > 1) return [];
  return vocabularies.flatMap(({ nodeWords }) => nodeWords).map((word) => `${word} ${Number(number)}`);
}

const ONE_LETTER = /^\p{L}-?(\d+)$/u;

/** « Ollama » alone is the only node whose name begins with OL; of several, each keeps its number. */
function productTemplates(node: string, nodes: readonly string[], vocabularies: readonly Vocabulary[]): readonly string[] {
  const initials = lettersOf(node);
  const number = /\d+$/.exec(node)?.[0];
  const isOnly = nodes.filter((each) => lettersOf(each) === initials).length === 1;
  const names = vocabularies.flatMap(({ products }) => products[initials] ?? []);
  return names.flatMap((name) =>
    number === undefined ? [name] : isOnly ? [`${name} [${Number(number)}]`] : [`${name} ${Number(number)}`],
  );
}

function lettersOf(node: string): string {
  return (/^\p{L}+/u.exec(node)?.[0] ?? '').toLowerCase();
}
