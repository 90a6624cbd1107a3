import { ProbeError } from '../audit/define.ts';

/** Where an API is, without trailing slash, and the headers that open it (none for a stranger). */
export interface Endpoint {
  readonly base: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/** A token wins over the user and password of the URL, which never stay in it. */
export function endpointOf(target: { readonly url: string; readonly token?: string | undefined }): Endpoint {
  const { protocol, host, pathname, username, password } = new URL(target.url);
  return { base: `${protocol}//${host}${pathname.replace(/\/+$/, '')}`, credentials: credentialsOf(target.token, username, password) };
}

function credentialsOf(token: string | undefined, username: string, password: string): Endpoint['credentials'] {
  // a secret read from a file often ends in a newline
  const bearer = token?.trim();
  if (bearer) return { authorization: `Bearer ${headerSafe(bearer)}` };
  if (!username && !password) return {};
  return { authorization: `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}` };
}

function headerSafe(token: string): string {
  if (/[^\x21-\x7E]/.test(token)) throw new ProbeError('denied', 'the configured token holds characters that no header can carry');
  return token;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
