/** One event of a stream, as `text/event-stream` writes it. */
export interface ServerEvent {
  readonly type: string;
  readonly data: string;
}

/** Reads a stream piece by piece; each call gives the events that have become whole. */
export function createEventReader(): (piece: string) => readonly ServerEvent[] {
  let unfinished = '';
  let type = '';
  let data: string[] = [];

  function dispatched(): readonly ServerEvent[] {
    const event = { type: type || 'message', data: data.join('\n') };
    const hasData = data.length > 0;
    type = '';
    data = [];
    return hasData ? [event] : [];
  }

  function accept(line: string): readonly ServerEvent[] {
    if (line === '') return dispatched();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') type = value;
    if (field === 'data') data.push(value);
    return [];
  }

  return (piece) => {
    if (!/[\r\n]/.test(piece)) {
      unfinished += piece;
      return [];
    }
    const text = unfinished + piece;
    // a line break may be cut in two
    const isOpen = text.endsWith('\r');
    const lines = (isOpen ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
    unfinished = (lines.pop() ?? '') + (isOpen ? '\r' : '');
    return lines.flatMap(accept);
  };
}
