import { isIP } from 'node:net';
import { z } from 'zod';

/** An http(s) URL of the inventory; the hint says what to write instead of a frequent slip. */
export const httpUrl = z.string().superRefine((text, context) => {
  const problem = urlProblem(text);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

function urlProblem(text: string): string | null {
  if (!/^https?:\/\//.test(text)) return 'expected a URL that starts with http:// or https://';
  if (/^https?:\/\/[^/[\]]*:[^/[\]]*:[^/[\]]*/.test(text.replace(/\/\/[^/@]*@/, '//')))
    return 'expected an IPv6 address in brackets, such as http://[::1]:1234';
  if (!URL.canParse(text)) return portProblem(text) ?? 'expected a URL such as http://127.0.0.1:1234';
  if (new URL(text).hostname === 'localhost') return 'expected 127.0.0.1 instead of localhost';
  return null;
}

function portProblem(text: string): string | null {
  const port = /:(\d+)(?:[/?#]|$)/.exec(text)?.[1];
  return port && Number(port) > 65_535 ? `expected a port from 1 to 65535, not ${port}` : null;
}

/** Where a server of the Wyoming protocol listens. */
export const wyomingUrl = z.string().superRefine((text, context) => {
  const problem = wyomingProblem(text);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

function wyomingProblem(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url && url.protocol === 'tcp:' && url.port !== '' && url.username === '' && /^\/?$/.test(url.pathname);
  if (!isPlain || url.search !== '' || url.hash !== '')
    return (text.startsWith('tcp://') && portProblem(text)) || 'expected a URL such as tcp://127.0.0.1:10300';
  return hostName.safeParse(url.hostname.replace(/^\[(.*)\]$/, '$1')).error?.issues[0]?.message ?? null;
}

export const port = z
  .int('expected a port number')
  .min(1, 'expected a port from 1 to 65535')
  .max(65_535, 'expected a port from 1 to 65535');

/** An IPv4 or IPv6 address, without brackets. */
export function isAddress(text: string): boolean {
  return isIP(text) !== 0;
}

/** A host name or address without port; an IPv6 address needs no brackets here. */
export const hostName = z
  .string()
  .refine(
    (text) => isAddress(text) || /^(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?$/.test(text),
    'expected a host name or an IP address',
  )
  .refine((text) => text !== 'localhost', 'expected 127.0.0.1 instead of localhost');

export const prompt = z.enum(['full', 'never']);
