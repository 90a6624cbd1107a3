import { mapStrings } from './map-strings.ts';

/** What stands in place of a secret. */
export const MASK = '[…]';
/** A known secret shorter than this would also mask ports, words and numbers: it is kept out by never being copied. */
const SHORTEST_SECRET = 6;
/** No run of this many characters of a long secret may survive, so that a cut text does not keep half of it. */
const LONGEST_REMAINDER = 5;
/** Pieces are looked for in secrets that cannot be a common word. */
const PIECES_FROM = 12;

/** Words that people write where no key is needed; masking them would mask product names. */
const NOT_SECRET = new Set(['lmstudio', 'lm-studio', 'ollama', 'not-needed', 'no-key', 'changeme', 'password', 'postgres', 'redis-server']);

/** The name of an option whose value is a secret; not that of a file or of a limit such as `--max-tokens`. */
const SECRET_NAME =
  '(?!-)(?![\\w.-]{0,80}(?:file|path|dir)\\b)(?!(?:max|min|num|new)[\\w.-]{0,80}tokens\\b)[\\w.-]{0,40}?(?:key|token|password|passwd|passphrase|secret|credential)[\\w.-]{0,40}';

/**
 * Shapes of secrets that nobody told us about: what a server echoes, what a log line or an error carries.
 * Whatever looks far ahead is bounded: a hostile text must not cost the square of its length.
 */
const SHAPES: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g, MASK],
  [/\beyJ[\w-]{5,600}\.[\w-]{5,}(?:\.[\w-]*)?/g, MASK],
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#"'<>]*@/gi, `$1${MASK}@`],
  // « token accepted » is prose: a value has a digit or capitals inside
  [/\b([Bb]earer|BEARER|[Bb]asic|BASIC|[Tt]oken|TOKEN)(\s{1,8})(?=[\w.~+/=:-]{0,200}(?:\d|[a-z][A-Z]))[\w.~+/=:-]{6,}/g, `$1$2${MASK}`],
  [/\b(?:sk|pk|rk)[-_](?=[\w-]{0,200}\d)[\w-]{8,}(?::\w{8,})?/g, MASK],
  [
    /\b(?:gh[opsur]_|github_pat_|glpat-|glsa_|glc_|hf_|xox[abeprs]-|dckr_pat_|npm_|pypi-|tskey-|(?:AKIA|ASIA)(?=[0-9A-Z]{16})|AIza(?=[\w-]{30}))[\w-]{12,}/g,
    MASK,
  ],
  [
    /((?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential)s?["']?=["']?)(?!\$[A-Z_]+\b)[^\s"',;&}]{4,}/gi,
    `$1${MASK}`,
  ],
  // after a colon it may be prose: only a word with a digit in it looks like a value
  [
    /((?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential)s?["']?:\s?["']?)(?=[^\s"',;&}]{0,200}\d)[^\s"',;&}]{6,}/gi,
    `$1${MASK}`,
  ],
  // « --flag value »; a variable or another option is no value
  [
    new RegExp(
      `((?<![\\w-])--?${SECRET_NAME}(?:["']?[ \\t]{1,8}|=))(?:(")(?!\\$[A-Z_]+")[^"\\n]+(?=")|(')[^'\\n]+(?=')|(["']?)(?!-|\\$[A-Z_]+\\b)[^\\s"',;&}]{4,})`,
      'gi',
    ),
    `$1$2$3$4${MASK}`,
  ],
];

/** What each of these shapes holds, in capitals or not: most texts hold nothing of it and need no closer look. */
const TELLTALE =
  /-----BEGIN|eyJ|@|bearer|basic|token|pass|secret|key|credential|[spr]k[-_]|gh[opsur]_|github_pat_|glpat-|glsa_|glc_|hf_|xox|dckr_pat_|npm_|pypi-|A[KS]IA|AIza/i;

/** A word of a command: what may be shown of it, and the secret that follows. */
interface Argument {
  readonly shown: string;
  readonly secret: string | null;
}

const OPTION = new RegExp(`^--?${SECRET_NAME}$`, 'i');
/** Without a dash, what has a space in it is a line for a shell. */
const ASSIGNMENT = new RegExp(`^(--?${SECRET_NAME}=|${SECRET_NAME}=(?=\\S+$))(.+)$`, 'is');
const HEADER = new RegExp(`^((?:${SECRET_NAME}|(?:proxy-)?authorization|cookie):\\s*(?:(?:bearer|basic|token)\\s+)?)(.+)$`, 'is');
/** Another option, a variable, a file: nothing that may be masked wherever it stands. */
const NO_SECRET = /^(?:-|\$[A-Z_]+$|\.{1,2}\/|~\/|\/(?:etc|home|root|run|var|usr|opt|srv|mnt|tmp)\/)/;

/** The words of a command, parted from the secrets that an option, an assignment or a header announces. */
export function splitArguments(command: readonly string[]): readonly Argument[] {
  return command.map((word, index) => {
    const plain = { shown: word, secret: null };
    if (OPTION.test(command[index - 1] ?? '')) return NO_SECRET.test(word) ? plain : { shown: '', secret: word };
    const [, shown = '', secret = ''] = ASSIGNMENT.exec(word) ?? HEADER.exec(word) ?? [];
    return secret === '' || NO_SECRET.test(secret) ? plain : { shown, secret };
  });
}

/** What is secret in the words of a command, and in a word that is itself a line, as after `sh -c`. */
export function secretArguments(command: readonly string[]): string[] {
  return splitArguments(command).flatMap(({ shown, secret }) => secret ?? secretsWithin(shown));
}

export function secretsWithin(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"';|&])+/g) ?? [];
  // a single word was looked at already
  return words.length > 1 ? splitArguments(words.map((word) => word.replace(/["']/g, ''))).flatMap(({ secret }) => secret ?? []) : [];
}

/** The same value with no secret in any string, keys included; what is not a string is left alone. */
export type Redactor = <T>(value: T) => T;

/** The one redactor of every exit: `secrets` are the values that the inventory or the environment gave us. */
export function createRedactor(secrets: Iterable<string>): Redactor {
  const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST_SECRET && !NOT_SECRET.has(secret.toLowerCase()));
  const forms = known.flatMap(formsOf);
  const { long = [], short = [] } = Object.groupBy(forms, ({ secret }) => (secret.length >= PIECES_FROM ? 'long' : 'short'));
  const whole = [...new Set(short.map(({ text }) => text))].toSorted((a, b) => b.length - a.length);
  // a long secret is the sum of its pieces
  const sieves = [...Map.groupBy(long, ({ run }) => run)].map(([run, those]) =>
    sieveOf(
      those.map(({ text }) => text),
      run,
    ),
  );

  /** `code:target:subject` keeps its first two words, which say where it belongs: a target may well be called « secrets ». */
  function text(value: string): string {
    const [, place, subject] = FINDING_KEY.exec(value) ?? [];
    return place !== undefined && subject !== undefined ? place + plain(subject) : plain(value);
  }

  function plain(value: string): string {
    if (NAMED_PLACE.test(value)) return value;
    let clean = value;
    for (const form of whole) clean = clean.replaceAll(form, MASK);
    for (const sieve of sieves) clean = withoutPieces(clean, sieve);
    if (TELLTALE.test(clean)) for (const [shape, replacement] of SHAPES) clean = clean.replace(shape, replacement);
    return clean;
  }

  return <T>(value: T) => {
    // a report says the same keys and codes thousands of times
    const seen = new Map<string, string>();
    const once = (short: string) => {
      if (short.length > LONGEST_REPEATED) return text(short);
      const known = seen.get(short);
      if (known !== undefined) return known;
      const clean = text(short);
      seen.set(short, clean);
      return clean;
    };
    return mapStrings(value, once) as T;
  };
}

const FINDING_KEY = /^([A-Z]{2,8}-\d{3}:[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}:)(.+)$/su;
/** `path:NAME`, where the name says that it holds a secret and the path may too. */
const NAMED_PLACE =
  /^[\w./-]{0,200}[./][\w./-]{0,200}:(?=\w*(?:pass|pwd|secret|token|key|credential|PASS|PWD|SECRET|TOKEN|KEY|CREDENTIAL))(?:[A-Za-z_]+|[A-Z][A-Z\d_]*)(?:#\d{1,4})?$/;

/** Longer texts are rarely said twice. */
const LONGEST_REPEATED = 60;

interface Form {
  readonly secret: string;
  readonly text: string;
  /** Characters that give away as much as a run that is too long of the secret itself. */
  readonly run: number;
}

/** A secret as it is, URL-encoded, JSON-escaped, in hexadecimal, and in base64 at each of the three alignments. */
function formsOf(secret: string): readonly Form[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // the first and last characters mix in what stands beside the secret
    return encoded.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  const url = encodeURIComponent(secret);
  const hex = bytes.toString('hex');
  const run = LONGEST_REMAINDER + 1;
  const as = (length: number, texts: readonly string[]) => texts.map((text) => ({ secret, text, run: length }));
  return [
    ...as(run, [secret, url, url.replace(/%../g, (code) => code.toLowerCase()), JSON.stringify(secret).slice(1, -1)]),
    ...as(2 * run, [hex, hex.toUpperCase()]),
    ...as((4 * run) / 3, [...base64, ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))]),
  ].filter(({ text }) => text.length >= SHORTEST_SECRET);
}

/** Every run of so many characters of some texts, and a quick look at whether one may begin here. */
interface Sieve {
  readonly run: number;
  readonly pieces: ReadonlySet<string>;
  readonly starts: Uint8Array;
}

function sieveOf(texts: readonly string[], run: number): Sieve {
  const pieces = new Set(
    texts.flatMap((text) => Array.from({ length: Math.max(0, text.length - run + 1) }, (_, index) => text.slice(index, index + run))),
  );
  const starts = new Uint8Array(65_536);
  for (const piece of pieces) starts[startOf(piece, 0)] = 1;
  return { run, pieces, starts };
}

function startOf(text: string, index: number): number {
  return ((text.charCodeAt(index) << 8) ^ text.charCodeAt(index + 1)) & 0xffff;
}

/** Masks every run that is covered by pieces of a known secret. */
function withoutPieces(value: string, { run, pieces, starts }: Sieve): string {
  let out = '';
  let copied = 0;
  for (let index = 0; index + run <= value.length; ) {
    if (starts[startOf(value, index)] === 0 || !pieces.has(value.slice(index, index + run))) {
      index += 1;
      continue;
    }
    let end = index + run;
    while (pieces.has(value.slice(end - run + 1, end + 1))) end += 1;
    out += value.slice(copied, index) + MASK;
    copied = end;
    index = end;
  }
  return out + value.slice(copied);
}
