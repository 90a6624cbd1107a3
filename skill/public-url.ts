/** A URL without user, password, query or fragment: what may be shown and saved. Empty for what is no URL. */
export function publicUrl(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname.replace(/\/$/, '')}`;
}
