import type { Inventory } from '../audit/define.ts';
import { publicUrl } from '../public-url.ts';

/** One word of a POSIX shell line, whatever it holds; what is no visible character is written as printf does. */
export function quoted(word: string): string {
  if (UNSEEN.test(word)) return `"$(printf '${word.replace(ESCAPED, octal)}')"`;
  return /^[\w@%+=:,./-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A word that no program takes for an option. */
export const operand = (word: string): string => operands([word]);

/** Words of which no program takes one for an option. */
export function operands(words: readonly string[]): string {
  return [...(words.some((word) => word.startsWith('-')) ? ['--'] : []), ...words.map(quoted)].join(' ');
}

const UNSEEN = /[\p{C}\u2028\u2029\u115f\u1160\u3164\uffa0]|\p{M}{4}/u;
/** Also what printf and the quotes around it would read. */
const ESCAPED = /[\p{C}\u2028\u2029\u115f\u1160\u3164\uffa0\p{M}'\\%]/gu;

function octal(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

interface CurlOptions {
  readonly hasToken?: boolean;
  readonly headers?: readonly string[];
  readonly showHeaders?: boolean;
  /** Sent by POST. */
  readonly body?: string;
}

/** A read-only request that shows the same thing; the token is named, never written. */
export function curl(url: string, options: CurlOptions = {}): string {
  const headers = [
    ...(options.headers ?? []).map((header) => `-H ${quoted(header)}`),
    ...(options.hasToken ? ['-H "Authorization: Bearer $TOKEN"'] : []),
  ];
  const body = options.body === undefined ? [] : [`-d ${quoted(options.body)}`];
  return ['curl', options.showHeaders ? '-sSi' : '-sS', '-m 5', ...literally([url]), ...headers, ...body, quoted(url)].join(' ');
}

/** curl takes brackets and braces for a list of URLs; those of an IPv6 address it understands. */
function literally(urls: readonly string[]): readonly string[] {
  return urls.some((url) => /[[\]{}]/.test(url.replace(/^\w+:\/\/\[[^\]]*\]/, ''))) ? ['-g'] : [];
}

const MOST_URLS = 4;

/** Who answers at these URLs and with which status, without credentials. */
export function whoAnswers(urls: readonly string[]): string {
  const few = urls.slice(0, MOST_URLS);
  return ['curl -sS -m 5', ...literally(few), "-w '\\n%{url} %{http_code}\\n'", ...few.map(quoted)].join(' ');
}

/** Asks the providers of a capability who is there; where none has a URL, shows what the inventory says of them. */
export function whoProvides(ids: readonly string[], { targets, file }: Inventory): string {
  const asked = new Set(ids);
  const urls = (asked.size === 0 ? [] : targets).flatMap((target) => {
    const { url } = target as { url?: unknown };
    return asked.has(target.id) && typeof url === 'string' ? [publicUrl(url)] : [];
  });
  if (urls.length > 0) return whoAnswers(urls);
  return file === undefined ? 'uname -n' : `grep -nE 'provides|machine|dependsOn' -- ${quoted(file)}`;
}
