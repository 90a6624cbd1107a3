/** Every first with every second, both lists separated by bars: « bien » × « joignable|en ligne ». */
export const pairsOf = (firsts: string, seconds: string): string =>
  firsts
    .split('|')
    .flatMap((first) => seconds.split('|').map((second) => `${first} ${second}`.trim()))
    .join('|');

/** Each stem with each ending, lists separated by bars. */
export const endings = (stems: string, ends: string): string =>
  stems
    .split('|')
    .flatMap((stem) => ends.split('|').map((end) => stem + end))
    .join('|');

/** Tables of words by concept as one: what two of them say of a concept stands side by side. */
export function joined(...tables: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const table of tables)
    for (const [concept, words] of Object.entries(table)) all[concept] = all[concept] === undefined ? words : `${all[concept]}|${words}`;
  return all;
}
