import { ProbeError } from '../audit/define.ts';

/** Node's own glob warns that it is experimental, passes over folders that it may not read, and has no bound. */
const WILD = /[*?[{]/;

export interface Pattern {
  /** The path before the first wildcard. */
  readonly base: string;
  /** What follows, one part a folder; ends in `**`, since a folder that is named counts with what it holds. */
  readonly parts: readonly (RegExp | '**')[];
}

export function hasWildcards(path: string): boolean {
  return WILD.test(path);
}

/** A pattern as a shell reads it: `*` `?` `[a-z]` `[!a]` `{one,two}`, and `**` for folders of any depth. One for each `{a/b,c}`. */
export function patternsOf(pattern: string): readonly Pattern[] {
  return alternatives(pattern).map((one) => {
    const all = one.split('/');
    const first = all.findIndex(hasWildcards);
    const fixed = first < 0 ? all : all.slice(0, first);
    const wild = first < 0 ? [] : all.slice(first).filter((part) => part !== '' && part !== '.');
    if (wild.includes('..')) throw new ProbeError('malformed', `${pattern}: ".." after a wildcard`);
    return { base: fixed.join('/') || (one.startsWith('/') ? '/' : '.'), parts: [...wild.map(partOf), '**'] };
  });
}

/** Where in the pattern a path may stand after its folders so far; {@link step} goes one name further. */
export type Places = ReadonlySet<number>;

export function start({ parts }: Pattern): Places {
  return withEmpty(new Set([0]), parts);
}

/** The places after one more name; none when nothing below it can match. */
export function step(places: Places, name: string, { parts }: Pattern, includesHidden: boolean): Places {
  const next = new Set<number>();
  for (const place of places) {
    const part = parts[place];
    if (part === '**') {
      if (includesHidden || !name.startsWith('.')) next.add(place);
    } else if (part?.test(name)) next.add(place + 1);
  }
  return withEmpty(next, parts);
}

export function isMatch(places: Places, { parts }: Pattern): boolean {
  return places.has(parts.length);
}

/** `**` stands for no folder as well. */
function withEmpty(places: Set<number>, parts: Pattern['parts']): Places {
  // a set visits what is added on the way
  for (const place of places) if (parts[place] === '**') places.add(place + 1);
  return places;
}

const MOST_ALTERNATIVES = 32;

function alternatives(pattern: string): readonly string[] {
  const found = /\{([^{}]*\/[^{}]*)\}/.exec(pattern);
  if (!found) return [pattern];
  const [all, inside = ''] = found;
  const around = (one: string) => pattern.slice(0, found.index) + one + pattern.slice(found.index + all.length);
  return inside
    .split(',')
    .flatMap((one) => alternatives(around(one)))
    .slice(0, MOST_ALTERNATIVES);
}

function partOf(part: string): RegExp | '**' {
  return part === '**' ? part : new RegExp(`^${/^[*?[]/.test(part) ? '(?!\\.)' : ''}${committedOf(part)}$`, 'su');
}

/**
 * Where a piece of fixed length stands between two stars, its first place is as good as any: held on to, since trying
 * every place of every piece takes for ever on a name that was made for it.
 */
function committedOf(part: string): string {
  const [first = '', ...others] = piecesOf(part);
  const last = others.pop();
  if (last === undefined) return sourceOf(first);
  const between = others.map((piece, index) =>
    piece.includes('{') ? `.*${sourceOf(piece)}` : `(?=(?<p${index}>.*?${sourceOf(piece)}))\\k<p${index}>`,
  );
  return `${sourceOf(first)}${between.join('')}.*${sourceOf(last)}`;
}

/** What stands before, between and after the stars that are neither in brackets nor in braces. */
function piecesOf(part: string): readonly string[] {
  const pieces = [''];
  for (const [token] of part.matchAll(/\*+|\[!?[^\]]+\]|\{[^{}]*\}|./gsu)) {
    if (token.startsWith('*')) pieces.push('');
    else pieces.push(`${pieces.pop() ?? ''}${token}`);
  }
  return pieces;
}

function sourceOf(part: string): string {
  return part.replace(/\*+|\?|\[(!?)([^\]]+)\]|\{([^{}]*)\}|[\\^$.|+()[\]{}]/gsu, (all, not: string, set?: string, either?: string) => {
    if (all.startsWith('*')) return '.*';
    if (all === '?') return '.';
    if (set !== undefined) return setOf(all, not, set);
    if (either !== undefined) return `(?:${either.split(',').map(sourceOf).join('|')})`;
    return `\\${all}`;
  });
}

/** A range the wrong way round is taken as it is written. */
function setOf(all: string, not: string, set: string): string {
  const source = `[${not && '^'}${set.replace(/[\\\]^[]/g, '\\$&')}]`;
  try {
    new RegExp(source, 'u');
    return source;
  } catch {
    return all.replace(/[[\]\\^$.|+(){}*?]/g, '\\$&');
  }
}

/** Whether a whole path is one that the pattern names. */
export function matches(path: string, pattern: string): boolean {
  const names = path.split('/');
  return alternatives(pattern).some((one) => {
    const parts = one.split('/').map(partOf);
    return parts.length === names.length && parts.every((part, index) => part === '**' || part.test(names[index] ?? ''));
  });
}

/** Whether one of these patterns names a path, or a part of it where the pattern has no slash. */
export function excluder(patterns: readonly string[]): (path: string) => boolean {
  const [names = [], paths = []] = [patterns.filter((each) => !each.includes('/')), patterns.filter((each) => each.includes('/'))];
  const named = names.map(partOf).filter((part) => part !== '**');
  const wholes = paths.flatMap(alternatives).map((one) => ({
    base: '',
    parts: one
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .map(partOf),
  }));
  return (path) => {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    const last = parts.at(-1) ?? '';
    if (named.some((part) => part.test(last))) return true;
    return wholes.some((whole) =>
      isMatch(
        parts.reduce((at, part) => step(at, part, whole, true), start(whole)),
        whole,
      ),
    );
  };
}
