/** A word, or a choice between sequences; an empty sequence makes the choice optional. */
export type Part = string | readonly (readonly Part[])[];

/** `[a] (b|c*)` is a choice of « a » and nothing, then one of two words. */
export function partsOf(template: string): readonly (readonly Part[])[] {
  const pieces = template.match(/[()[\]|]|[^\s()[\]|]+/g) ?? [];
  return alternatives(pieces, { at: 0 });
}

interface Cursor {
  at: number;
}

function alternatives(pieces: readonly string[], cursor: Cursor): readonly (readonly Part[])[] {
  const all: (readonly Part[])[] = [];
  for (;;) {
    all.push(sequence(pieces, cursor));
    if (pieces[cursor.at] !== '|') return all;
    cursor.at++;
  }
}

function sequence(pieces: readonly string[], cursor: Cursor): readonly Part[] {
  const parts: Part[] = [];
  for (let piece = pieces[cursor.at]; piece !== undefined && !'|)]'.includes(piece); piece = pieces[cursor.at]) {
    cursor.at++;
    if (piece !== '(' && piece !== '[') {
      parts.push(piece);
      continue;
    }
    const inner = alternatives(pieces, cursor);
    cursor.at++;
    parts.push(piece === '[' ? [[], ...inner] : inner);
  }
  return parts;
}

/** The sequences of words that a sequence of parts stands for; past `most` it stops early. */
export function variantsOf(sequence: readonly Part[], most = Number.POSITIVE_INFINITY): readonly (readonly string[])[] {
  let heads: readonly (readonly string[])[] = [[]];
  for (const part of sequence) {
    const tails = typeof part === 'string' ? [[part]] : part.flatMap((each) => variantsOf(each, most));
    heads = heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
    if (heads.length >= most) return heads;
  }
  return heads;
}

/** The alternatives of a template, each a template. */
export function choicesOf(template: string): readonly string[] {
  const all = [''];
  let depth = 0;
  for (const piece of template.split(/([()[\]|])/)) {
    if (piece === '(' || piece === '[') depth++;
    else if (piece === ')' || piece === ']') depth--;
    if (piece === '|' && depth === 0) all.push('');
    else all[all.length - 1] += piece;
  }
  return all;
}

/** The words that a template may begin with. */
export function firstsOf(template: string): ReadonlySet<string> {
  const all = new Set<string>();
  for (const sequence of partsOf(template)) isPassed(sequence, all);
  return all;
}

/** Gathers the first words of a sequence; whether all of it may be left out. */
function isPassed(sequence: readonly Part[], firsts: Set<string>): boolean {
  for (const part of sequence) {
    if (typeof part === 'string') {
      firsts.add(part);
      return false;
    }
    if (!part.map((each) => isPassed(each, firsts)).some(Boolean)) return false;
  }
  return true;
}
