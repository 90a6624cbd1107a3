/** Pieces are joined until they are worth a write. */
const WORTH_WRITING = 256 * 1024;

/**
 * What `JSON.stringify(document, null, 2)` gives, in pieces: a report of a thousand targets is 9 MB, which as one string
 * and its bytes would be the most that an audit holds at once.
 */
export function* jsonPieces(document: Readonly<Record<string, unknown>>): Generator<string> {
  let piece = '';
  for (const part of parts(document)) {
    piece += part;
    if (piece.length < WORTH_WRITING) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* parts(document: Readonly<Record<string, unknown>>): Generator<string> {
  const entries = Object.entries(document).filter(([, value]) => value !== undefined);
  yield '{';
  for (const [index, [key, value]] of entries.entries()) {
    yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* elements(value);
    else yield indented(value, '  ');
  }
  yield entries.length === 0 ? '}' : '\n}';
}

function* elements(list: readonly unknown[]): Generator<string> {
  for (const [index, element] of list.entries()) yield `${index === 0 ? '[' : ','}\n    ${indented(element, '    ')}`;
  yield '\n  ]';
}

/** Line feeds of JSON stand between values only, never in them. */
function indented(value: unknown, indent: string): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`);
}
