import type { Lists } from './tables.ts';
import { split } from './words.ts';

/** Names that are spelled out, such as M2 and OL1, have at most this many letters together. */
const MOST_SPELLED = 3;

/** How each node's name is said, as templates: « aime un » for M1, « g p u box » for `gpu_box`. */
export function nodeTemplates(nodes: readonly string[], lists: readonly Lists[]): readonly (readonly [template: string, node: string])[] {
  return nodes.flatMap((node) => {
    const pieces = split(node);
    if (pieces.length === 0) return [];
    const said = pieces.map((piece) => pieceTemplate(piece, pieces.length, lists)).join(' ');
    const whole = pieces.some((piece) => /\d/.test(piece)) || pieces.length === 1 ? [] : [pieces.join('')];
    const misheard = lists.flatMap(({ nodeMisheard }) => nodeMisheard).map((word) => `${word} ${said}`);
    return [said, ...misheard, ...numbered(node, nodes, lists), ...whole, ...productTemplates(node, nodes, lists)].map(
      (template) => [template, node] as const,
    );
  });
}

function pieceTemplate(piece: string, count: number, lists: readonly Lists[]): string {
  if (/^\d+$/.test(piece))
    return `(${[String(Number(piece)), ...heard(piece, lists), ...([...piece].length > 1 ? [[...piece].join(' ')] : [])].join('|')})`;
  const letters = [...piece];
  // a lone short word is said as a word; letters before a number are spelled
  if (letters.length > MOST_SPELLED || (count === 1 && letters.length > 2)) return piece;
  const spelled = letters.map((letter) => `(${[letter, ...heard(letter, lists)].join('|')})`).join(' ');
  return letters.length === 1 ? spelled : `(${piece}|${spelled})`;
}

function heard(letter: string, lists: readonly Lists[]): readonly string[] {
  return lists.flatMap(({ spelled }) => spelled[letter] ?? []);
}

/** « la machine deux » is M2, where no other node of one letter is number two. */
function numbered(node: string, nodes: readonly string[], lists: readonly Lists[]): readonly string[] {
  const number = ONE_LETTER.exec(node)?.[1];
  if (number === undefined || nodes.filter((each) => ONE_LETTER.exec(each)?.[1] === number).length > 1) return [];
  return lists.flatMap(({ nodeWords }) => nodeWords).map((word) => `${word} ${Number(number)}`);
}

const ONE_LETTER = /^[a-z]-?(\d+)$/i;

/** « Ollama » alone is the only node whose name begins with OL; of several, each keeps its number. */
function productTemplates(node: string, nodes: readonly string[], lists: readonly Lists[]): readonly string[] {
  const initials = lettersOf(node);
  const number = /\d+$/.exec(node)?.[0];
  const isOnly = nodes.filter((each) => lettersOf(each) === initials).length === 1;
  const names = lists.flatMap(({ products }) => products[initials] ?? []);
  return names.flatMap((name) =>
    number === undefined ? [name] : isOnly ? [`${name} [${Number(number)}]`] : [`${name} ${Number(number)}`],
  );
}

function lettersOf(node: string): string {
  return (/^[a-z]+/i.exec(node)?.[0] ?? '').toLowerCase();
}
