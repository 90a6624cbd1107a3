import { ProbeError } from '../audit/define.ts';

const DEEPEST = 64;

/** JSON from outside. Rejects nesting deeper than 64 before anything recursive can meet it. */
export function parseJson(text: string): unknown {
  // Windows tools put a byte order mark first
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  refuseDepth(json);
  try {
    return JSON.parse(json);
  } catch (error) {
    // the engine's own message quotes the body, which may hold anything
    throw new ProbeError('malformed', `not JSON (${json.length} characters)`, { cause: error });
  }
}

function refuseDepth(json: string) {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (quoted) {
      if (character === '\\') index += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') {
      quoted = true;
    } else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > DEEPEST) throw new ProbeError('malformed', `nested deeper than ${DEEPEST}`);
    } else if (character === ']' || character === '}') {
      depth -= 1;
    }
  }
}
