import type { Inventory } from '../audit/define.ts';
import { publicUrl } from '../public-url.ts';

/** One word of a POSIX shell line, whatever it holds. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A read-only request that shows the same thing; the token is named, never written. */
export function curl(
  url: string,
  options: { readonly hasToken?: boolean; readonly headers?: readonly string[]; readonly showHeaders?: boolean } = {},
): string {
  const headers = [
    ...(options.headers ?? []).map((header) => `-H ${quoted(header)}`),
    ...(options.hasToken ? ['-H "Authorization: Bearer $TOKEN"'] : []),
  ];
  return ['curl', options.showHeaders ? '-sSi' : '-sS', '-m 5', ...headers, quoted(url)].join(' ');
}

const MOST_URLS = 4;

/** Asks the providers of a capability who is there; where none has a URL, shows what the inventory says of them. */
export function whoProvides(ids: readonly string[], { targets, file }: Inventory): string {
  const urls = targets.flatMap((target) => {
    const { url } = target as { url?: unknown };
    return ids.includes(target.id) && typeof url === 'string' ? [publicUrl(url)] : [];
  });
  if (urls.length > 0) return `curl -sS -m 5 -w '\\n%{url} %{http_code}\\n' ${urls.slice(0, MOST_URLS).map(quoted).join(' ')}`;
  return file === undefined ? 'uname -n' : `grep -nE 'provides|machine|dependsOn' ${quoted(file)}`;
}
