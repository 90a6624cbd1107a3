/** Words that PowerShell takes as they are; the shell of Linux too. */
const PLAIN = /^(?:[a-z]:)?[\w/\\][\w/\\.-]*$|^--[a-z-]+$/i;

/** PowerShell ends a quoted word at any of these, and takes two of them for one. */
const QUOTES = /['\u2018\u2019\u201a\u201b]/g;

/** A command line that PowerShell runs as exactly these words. Whose program's path is plain runs in other shells too. */
export function powershellLine(words: readonly string[]): string {
  const line = words.map(quoted).join(' ');
  return line.startsWith("'") ? `& ${line}` : line;
}

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replace(QUOTES, '$&$&')}'`;
}
