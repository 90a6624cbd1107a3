/** What stands in place of a secret. */
const MASK = '[…]';
/** A known secret shorter than this would also mask ports, words and numbers: it is kept out by never being copied. */
const SHORTEST_SECRET = 6;
/** No run of this many characters of a long secret may survive, so that a cut text does not keep half of it. */
const LONGEST_REMAINDER = 5;
/** Pieces are looked for in secrets that cannot be a common word. */
const PIECES_FROM = 12;

/** Words that people write where no key is needed; masking them would mask product names. */
const NOT_SECRET = new Set(['lmstudio', 'lm-studio', 'ollama', 'not-needed', 'no-key', 'changeme', 'password', 'postgres', 'redis-server']);

/** Shapes of secrets that nobody told us about: what a server echoes, what a log line or an error carries. */
const SHAPES: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, MASK],
  [/\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g, MASK],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"'<>]*@/gi, `$1${MASK}@`],
  [/\b(Bearer|Basic|Token)\s+[\w.~+/=:-]{6,}/gi, `$1 ${MASK}`],
  [/\b(?:sk|pk|rk)-[\w-]*[\w]{8,}(?::[\w]{8,})?/g, MASK],
  [/\b(?:ghp|gho|ghs|github_pat|glpat|glsa|glc|hf|xox[abprs]|AKIA|AIza|dckr_pat|npm|tskey)[-_]?[\w-]{12,}/g, MASK],
  [/((?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential)s?["']?=["']?)[^\s"',;&}]{4,}/gi, `$1${MASK}`],
  // after a colon it may be prose: only a word with a digit in it looks like a value
  [/((?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential)s?["']?:\s?["']?)(?=[^\s"',;&}]*\d)[^\s"',;&}]{6,}/gi, `$1${MASK}`],
];

/** The same value with no secret in any string, keys included; what is not a string is left alone. */
export type Redactor = <T>(value: T) => T;

/** The one redactor of every exit: `secrets` are the values that the inventory or the environment gave us. */
export function createRedactor(secrets: Iterable<string>): Redactor {
  const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST_SECRET && !NOT_SECRET.has(secret.toLowerCase()));
  const forms = [...new Set(known.flatMap(formsOf))].toSorted((a, b) => b.length - a.length);
  const pieces = new Set(forms.filter((form) => form.length >= PIECES_FROM).flatMap(piecesOf));

  function text(value: string): string {
    let clean = value;
    for (const form of forms) clean = clean.replaceAll(form, MASK);
    clean = withoutPieces(clean, pieces);
    for (const [shape, replacement] of SHAPES) clean = clean.replace(shape, replacement);
    return clean;
  }

  function walk(value: unknown): unknown {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [text(String(key)), walk(item)]));
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), walk(item)]));
  }

  return <T>(value: T) => walk(value) as T;
}

/** A secret as it is, URL-encoded, JSON-escaped, in hexadecimal, and in base64 at each of the three alignments. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '');
    // the first and last characters mix in what stands beside the secret
    return encoded.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    ...base64,
    ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ].filter((form) => form.length >= SHORTEST_SECRET);
}

function piecesOf(form: string): string[] {
  const length = LONGEST_REMAINDER + 1;
  return Array.from({ length: form.length - LONGEST_REMAINDER }, (_, index) => form.slice(index, index + length));
}

/** Masks every run that is covered by pieces of a known secret. */
function withoutPieces(value: string, pieces: ReadonlySet<string>): string {
  if (pieces.size === 0) return value;
  const length = LONGEST_REMAINDER + 1;
  let out = '';
  let copied = 0;
  for (let index = 0; index + length <= value.length; ) {
    if (!pieces.has(value.slice(index, index + length))) {
      index += 1;
      continue;
    }
    let end = index + length;
    while (pieces.has(value.slice(end - LONGEST_REMAINDER, end + 1))) end += 1;
    out += value.slice(copied, index) + MASK;
    copied = end;
    index = end;
  }
  return out + value.slice(copied);
}
