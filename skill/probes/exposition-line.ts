import type { Sample } from './exposition.ts';

const MOST_LABELS = 64;

export interface Line {
  readonly name: string;
  readonly sample: Sample;
}

const NO_LABELS: ReadonlyMap<string, string> = new Map();

/** One line of the text format; null for one that no exporter would write. */
export function parseLine(line: string): Line | null {
  const name = line.slice(0, nameEnd(line, 0, true));
  const brace = blanksFrom(line, name.length);
  if (line[brace] !== '{') return name === '' ? null : lineOf(name, NO_LABELS, line, name.length);
  const inside = parseLabels(line, brace + 1);
  if (inside === null) return null;
  // since Prometheus 3 a name with odd characters stands quoted among the labels
  const whole = name === '' ? inside.quotedName : inside.quotedName === '' ? name : '';
  return whole === '' ? null : lineOf(whole, inside.labels, line, inside.end);
}

function lineOf(name: string, labels: Sample['labels'], line: string, from: number): Line | null {
  const value = figureAfter(line.slice(from));
  return value === null ? null : { name, sample: { labels, value } };
}

const TAB = 9;
const SPACE = 32;
const COLON = 58;
const UNDERSCORE = 95;

function blanksFrom(line: string, start: number): number {
  let at = start;
  while (line.charCodeAt(at) === SPACE || line.charCodeAt(at) === TAB) at += 1;
  return at;
}

/** Where the name that starts there ends; a colon belongs to the names of metrics alone. */
function nameEnd(line: string, start: number, mayHaveColon: boolean): number {
  let at = start;
  for (; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    const isDigit = code >= 48 && code <= 57;
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === UNDERSCORE;
    if (!isLetter && !(isDigit && at > start) && !(mayHaveColon && code === COLON)) break;
  }
  return at;
}

interface Inside {
  readonly labels: ReadonlyMap<string, string>;
  readonly quotedName: string;
  /** Just after the closing brace. */
  readonly end: number;
}

function parseLabels(line: string, start: number): Inside | null {
  const labels = new Map<string, string>();
  let quotedName = '';
  let at = blanksFrom(line, start);
  while (line[at] !== '}') {
    const key = line[at] === '"' ? parseQuoted(line, at) : plainAt(line, at);
    if (key === null || key.text === '') return null;
    at = blanksFrom(line, key.end);
    if (line[at] === '=') {
      const value = parseQuoted(line, blanksFrom(line, at + 1));
      if (value === null || labels.has(key.text) || labels.size === MOST_LABELS) return null;
      labels.set(key.text, value.text);
      at = blanksFrom(line, value.end);
    } else if (key.isQuoted && quotedName === '') quotedName = key.text;
    else return null;
    if (line[at] === ',') at = blanksFrom(line, at + 1);
    else if (line[at] !== '}') return null;
  }
  return { labels, quotedName, end: at + 1 };
}

interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly end: number;
}

function plainAt(line: string, at: number): Word {
  const end = nameEnd(line, at, false);
  return { text: line.slice(at, end), isQuoted: false, end };
}

const QUOTE = 34;
const BACKSLASH = 92;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

/** The text between double quotes; a backslash before any other character stands for itself. */
function parseQuoted(line: string, open: number): Word | null {
  if (line.charCodeAt(open) !== QUOTE) return null;
  let hasEscape = false;
  for (let at = open + 1; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === BACKSLASH) {
      hasEscape = true;
      at += 1;
    } else if (code === QUOTE) {
      const text = line.slice(open + 1, at);
      return { text: hasEscape ? unescaped(text) : text, isQuoted: true, end: at + 1 };
    }
  }
  return null;
}

const unescaped = (text: string) => text.replace(/\\(.)/gsu, (all, character: string) => ESCAPED[character] ?? all);

/** The longest number that an exporter writes, with room. */
const LONGEST_NUMBER = 64;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const TIMESTAMP = /^-?\d+(?:\.\d+)?$/;

/** ` 1.5`, ` +Inf 1712000000000`, ` 3 # {trace_id="…"} 1`: what follows the name and its labels. */
function figureAfter(rest: string): number | null {
  // an exemplar says more about the same sample
  const exemplar = rest.indexOf(' # {');
  const [value = '', timestamp, surplus] = rest
    .slice(0, exemplar < 0 ? 3 * LONGEST_NUMBER : Math.min(exemplar, 3 * LONGEST_NUMBER))
    .trim()
    .split(/[ \t]+/, 3);
  if (value.length > LONGEST_NUMBER || surplus !== undefined) return null;
  if (timestamp !== undefined && !TIMESTAMP.test(timestamp)) return null;
  return numberOf(value);
}

function numberOf(word: string): number | null {
  if (NUMBER.test(word)) return Number(word);
  const [sign = '', name = ''] = /^([+-]?)(nan|inf|infinity)$/i.exec(word)?.slice(1) ?? [];
  if (name === '') return null;
  return /nan/i.test(name) ? Number.NaN : sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
