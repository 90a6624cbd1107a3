/** A name and what is written behind it; places are characters of the text. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  /** The whole rest of a line, and not a word in the middle of one. */
  readonly isLine: boolean;
  readonly isQuoted: boolean;
  /** Commented out. */
  readonly isOff: boolean;
}

/** Longer lines are data: only what stands close to a name counts. */
const LONGEST_LINE = 8_000;
const LINE =
  /^(\s*(?:[-*+]\s+|[#;]+\s*|\/\/\s*)?["']?(?:export\s+|declare\s+-x\s+|ENV\s+|ARG\s+|set\s+|SET\s+|setx\s+|\$env:|env\s+|local\s+|Environment=|const\s+|let\s+|var\s+|val\s+|final\s+)?["']?([\p{L}_][\p{L}\p{N}_.-]{1,80})["']?\]?\s{0,24}(?::=|=>|\?=|\+=|=|:)[ \t]{0,24})(\S.*)$/u;
const INLINE =
  /(?<![\w$.-]|\$\{)([A-Za-z_][\w.-]{1,63})["']?\]?\s{0,3}(?:=>|:=|[=:])\s{0,3}(?:"([^"\n]{4,4096})"|'([^'\n]{4,4096})'|`([^`\n]{4,4096})`|([^\s"'`,;&|<>(){}[\]]{4,4096}))/g;
const LISTED = /["']--?([A-Za-z][\w-]{2,40})["']\s{0,3},\s{0,3}(?:"([^"\n]{4,1000})"|'([^'\n]{4,1000})')/g;
/** `requirepass value`, `ENV NAME value`. */
const SPACED = /^(\s*(?:ENV\s+)?)([A-Za-z_][\w.-]{3,63})[ \t]+["']?([^\s"'=:{};]{4,1000})["']?;?\s*$/;
const OPTION =
  /(?<![\w-])--?([A-Za-z][\w-]{2,40})(?:[ \t]{1,4}|=)(?:"([^"\n]{4,1000})"|'([^'\n]{4,1000})'|(?!-)([^\s"'`,;&|<>(){}[\]]{4,1000}))/g;
const ELEMENT = /<([A-Za-z][\w.:-]{1,63})(?:\s[^<>]{0,200})?>([^<>\n]{4,4096})<\//g;
const DEFINED =
  /\b(?:define|set|setenv|putenv|SetEnv|add_definition)\s{0,3}\(?\s{0,3}["']?([A-Za-z_]\w{1,63})["']?\s{0,3}[, ]\s{0,3}["']([^"'\n]{4,4096})["']/g;
const NAMED_BEFORE = /^\s*-?\s*["']?name["']?\s*:\s*["']?([A-Za-z_][\w.-]{1,63})/;
const VALUE_AFTER = /^(\s*["']?value["']?\s*:\s*)(\S.*)$/;

/** What every name of interest holds: most lines of most files hold nothing of it. */
const TELLTALE = /pass|pwd|pw\b|psk|mdp|mot.de.passe|secret|token|key|cl[eé]f?[_-]|[_-]cl[eé]|jeton|cred|auth|jwt|bearer|dsn|_pat\b/gi;

/** The NAME=VALUE of a text whose names may matter, in whatever notation: settings, YAML, JSON, TOML, shell, XML, a command line. */
export function* assignmentsIn(text: string): Generator<Assignment> {
  let from = 0;
  TELLTALE.lastIndex = 0;
  for (let match = TELLTALE.exec(text); match; match = TELLTALE.exec(text)) {
    const start = Math.max(from, text.lastIndexOf('\n', match.index) + 1);
    const [line, end] = lineAt(text, start);
    yield* assignmentsOf(line, start);
    const next = valueBelow(line, ...lineAt(text, end + 1), end + 1);
    if (next) yield next;
    from = end + 1;
    // the generator may have been left while another text was read
    TELLTALE.lastIndex = from;
  }
}

/** Those of one line. */
export function* assignmentsOf(line: string, start: number): Generator<Assignment> {
  if (line.length <= LONGEST_LINE) yield* wholeLine(line, start);
  yield* within(line, start);
}

/** A line without its end, and where it ends. */
export function lineAt(text: string, start: number): readonly [line: string, end: number] {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  return [text.slice(start, end).replace(/\r$/, ''), end];
}

/** `- name: PASSWORD`, and below it `value: …`. */
function valueBelow(line: string, below: string, _end: number, start: number): Assignment | null {
  const name = NAMED_BEFORE.exec(line)?.[1];
  const [, before = '', rest = ''] = name === undefined ? [] : (VALUE_AFTER.exec(below) ?? []);
  return name === undefined || rest === '' ? null : { ...writtenIn(rest, start + before.length), name, isLine: true, isOff: false };
}

function* wholeLine(line: string, start: number): Generator<Assignment> {
  const [, before = '', name = '', rest = ''] = LINE.exec(line) ?? [];
  if (name === '') return yield* spaced(line, start);
  // `- "NAME=value"`: the quote began before the name
  const isOpen =
    /["']$/.test(before.slice(0, before.lastIndexOf(name))) && !/["']/.test(before.slice(before.lastIndexOf(name) + name.length));
  const bare = isOpen ? rest.replace(/["'],?\s*$/, '') : rest;
  yield { ...writtenIn(bare, start + before.length), name, isLine: true, isOff: isComment(line) };
}

function* spaced(line: string, start: number): Generator<Assignment> {
  const [, , name = '', value = ''] = SPACED.exec(line) ?? [];
  if (name !== '') yield { name, value, start: start + line.lastIndexOf(value), isLine: true, isQuoted: false, isOff: false };
}

const isComment = (line: string) => /^\s*(?:[#;]|\/\/)/.test(line);

/** A quoted word, or everything up to a comment. */
function writtenIn(rest: string, start: number): Omit<Assignment, 'name' | 'isLine' | 'isOff'> {
  const quoted = /^(["'`])((?:(?!\1).){0,4096})\1/u.exec(rest);
  if (quoted) return { value: quoted[2] ?? '', start: start + 1, isQuoted: true };
  const value = rest
    // a second one on the line is another's
    .replace(/\s+(?:#|[A-Za-z_][\w.-]{1,60}=\S).*$/, '')
    .replace(/[,;]?\s*$/, '')
    .slice(0, 4096);
  return { value, start, isQuoted: false };
}

function* within(line: string, start: number): Generator<Assignment> {
  for (const pattern of [INLINE, OPTION, LISTED, ELEMENT, DEFINED]) {
    for (const match of line.matchAll(pattern)) {
      const [all, name = '', ...values] = match;
      const found = values.findIndex((each) => each !== undefined);
      const value = values[found] ?? '';
      const offset = all.lastIndexOf(value);
      yield {
        name,
        value,
        start: start + match.index + offset,
        isLine: false,
        isQuoted: /["'`]/.test(all[offset - 1] ?? ''),
        isOff: isComment(line),
      };
    }
  }
}
