import { WIDTH } from './table.ts';

/** Breaks a text at spaces so that it fits; what follows the first line is indented by `hang`. */
export function wrap(text: string, width = WIDTH, hang = 0): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean).flatMap((part) => pieces(part, width - hang))) {
    const indent = lines.length > 0 ? ' '.repeat(hang) : '';
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push((lines.length > 0 ? ' '.repeat(hang) : '') + line);
  return lines;
}

/** A word that no line can hold is cut. */
function pieces(word: string, width: number): readonly string[] {
  return word.length <= width ? [word] : [word.slice(0, width), ...pieces(word.slice(width), width)];
}
