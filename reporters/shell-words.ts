import { plainStrings } from '../skill/audit/plain-strings.ts';

/** A text on one line, without anything that could steer a terminal. */
export function oneLine(text: string): string {
  return plainStrings(text).replace(/\s+/g, ' ').trim();
}

/** What is run is what is shown: one line, nothing invisible in it, not too long to be read. */
export function isPlainCommand(command: string): boolean {
  return command.trim() !== '' && plainStrings(command) === command && !/[\n\t]/.test(command);
}

/** Programs that run the one named after their options. */
const RUNNERS = new Set(['timeout']);

/** The programs that a shell line starts, each once; those inside quotes belong to another shell. */
export function toolsOf(command: string): readonly string[] {
  const programs = simpleCommands(command).flatMap(([first = '', ...words]) =>
    RUNNERS.has(first) ? [first, words.find((word) => !/^-|^\d/.test(word)) ?? first] : [first],
  );
  return [...new Set(programs)].filter((program) => program !== '' && !program.includes('$'));
}

/** Words between `|`, `;` and `&`, their quotes taken off. */
function simpleCommands(command: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const [token, separator] of command.matchAll(/(\|\|?|&&?|;)|(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\|&;])+/gs)) {
    if (separator === undefined) commands.at(-1)?.push(token.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs, '$1$2$3'));
    else commands.push([]);
  }
  return commands;
}
