import { interpolate, type Variables } from './interpolate.ts';

const MOST_VARIABLES = 2_000;
const MOST_LINES = 20_000;

/** The variables of an `.env` file, each value read with those before it. They stay in the probe. */
export function parseDotenv(text: string): Variables {
  const variables = new Map<string, string>();
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/, MOST_LINES)) {
    const [, name, raw = ''] = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.]*)\s*[=:](.*)$/.exec(line.slice(0, 8_192)) ?? [];
    if (name === undefined) continue;
    variables.set(name, meant(raw.trim(), variables));
    if (variables.size >= MOST_VARIABLES) break;
  }
  return variables;
}

function meant(raw: string, variables: Variables): string {
  const single = /^'([^']*)'/.exec(raw)?.[1];
  if (single !== undefined) return single;
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(raw)?.[1];
  const plain = double?.replace(/\\(["\\$])/g, '$1') ?? raw.replace(/(?:^|\s)#.*$/, '').trimEnd();
  return interpolate(plain, variables).text;
}
