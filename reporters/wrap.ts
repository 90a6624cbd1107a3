import { printable } from '../skill/audit/plain-strings.ts';

/** What a line of a report may take: a terminal of eighty columns, less the indent. */
export const WIDTH = 78;

/** Breaks a text at spaces so that it fits; what follows the first line is indented by `hang`. */
export function wrap(text: string, width = WIDTH, hang = 0): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of glued(printable(text))
    .split(/[ \t\n]+/)
    .filter(Boolean)
    .flatMap((part) => pieces(part, width - hang))) {
    const indent = lines.length > 0 ? ' '.repeat(hang) : '';
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push((lines.length > 0 ? ' '.repeat(hang) : '') + line);
  return lines.map((each) => each.replaceAll('\u00a0', ' '));
}

/** French puts a space inside its quotation marks and before its double signs, and a figure stays with its unit: no line ends there. */
function glued(text: string): string {
  return text
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[»:;!?%])/g, '\u00a0')
    .replace(
      /(?<=\d) (?=(?:°C|[KMGT]i[oB]|octets?|bytes|ms|min|[hs]|h \d{2}|jours?|days?|×)(?![\p{L}\p{N}]))|(?<=\d h) (?=\d{2}(?!\d))|(?<=[≈×]) (?=[\d\p{Lu}])/gu,
      '\u00a0',
    );
}

/** A word that no line can hold is cut. */
function pieces(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  // not between the halves of a character
  const end = /[\ud800-\udbff]/.test(word.charAt(width - 1)) ? width - 1 : width;
  return [word.slice(0, end), ...pieces(word.slice(end), width)];
}
