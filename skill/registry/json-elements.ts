export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where each object of a JSON array of objects stands in its text, which must be valid. */
export function objectSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]+|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') {
      if (depth === 1) start = index;
      depth += 1;
    } else if (token === ']' || token === '}') {
      depth -= 1;
      if (depth === 1) spans.push({ start, end: index + 1 });
    }
  }
  return spans;
}

/** The array with other objects in it, each as it is given, set as those of the text are. */
export function withObjects(text: string, objects: readonly string[]): string {
  const spans = objectSpans(text);
  const first = spans[0]?.start;
  const opening = text.indexOf('[') + 1;
  const lead = first === undefined ? '\n  ' : text.slice(opening, first);
  const gap = spans[0] && spans[1] ? text.slice(spans[0].end, spans[1].start) : `,${lead}`;
  const last = spans.at(-1)?.end;
  const tail = last === undefined ? `\n${text.slice(text.indexOf(']'))}` : text.slice(last);
  return objects.length === 0 ? `${text.slice(0, opening)}${tail.trimStart()}` : text.slice(0, opening) + lead + objects.join(gap) + tail;
}
