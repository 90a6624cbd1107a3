import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type RefusalCode, refuse } from './errors.ts';

export const LONGEST_URL = 2_048;

/** Whoever calls us by a name of another, or from the page of another, is used by somebody. */
export function checkAddresses(app: FastifyInstance, hostNames: readonly string[]): void {
  app.addHook('onRequest', async ({ raw: { headers, headersDistinct, socket }, originalUrl }, reply) => {
    reply.header('cache-control', 'no-store');
    // whoever forwards calls to us may have looked at the other
    if ((headersDistinct['host']?.length ?? 0) > 1) return refuse(reply, 'bad-request');
    const { localAddress, localPort } = socket;
    const refusal = strangeness({ headers, localAddress, localPort }, hostNames);
    if (refusal) return refuse(reply, refusal);
    return originalUrl.length > LONGEST_URL ? refuse(reply, 'uri-too-long') : undefined;
  });
}

/** Where a call arrived. */
interface Arrival {
  readonly headers: IncomingHttpHeaders;
  readonly localAddress: string | undefined;
  readonly localPort: number | undefined;
}

const LOOPBACK_NAMES = ['127.0.0.1', '[::1]', 'localhost'];
/** A browser leaves these out of Host and Origin. */
const DEFAULT_PORTS = new Set(['80', '443']);

/**
 * Whether a call names us by a name of ours and comes from no foreign page. A page whose name was pointed at this machine
 * (DNS rebinding) sends that name as Host; any other page sends an Origin. Null when the call may go on.
 */
function strangeness({ headers, localAddress, localPort }: Arrival, names: readonly string[]): RefusalCode | null {
  const host = headers.host?.toLowerCase();
  if (!host) return 'no-host';
  const own = [...LOOPBACK_NAMES, ...(localAddress === undefined ? [] : [bracketed(localAddress)]), ...names];
  if (!own.some((name) => authoritiesOf(name.toLowerCase(), String(localPort)).includes(host))) return 'foreign-host';
  return headers.origin === undefined || isSameOrigin(headers.origin, host) ? null : 'foreign-origin';
}

/** Whether a page of this origin was served under this Host; TLS may have ended before us. */
export function isSameOrigin(origin: string, host: string): boolean {
  return URL.canParse(origin) && ['http:', 'https:'].includes(new URL(origin).protocol) && new URL(origin).host === host.toLowerCase();
}

/** `name` with our port; a name that says its port is taken at its word. */
function authoritiesOf(name: string, ownPort: string): readonly string[] {
  const [, bare = name, port = ownPort] = /^(.*?)(?::(\d+))?$/.exec(name) ?? [];
  return DEFAULT_PORTS.has(port) ? [`${bare}:${port}`, bare] : [`${bare}:${port}`];
}

function bracketed(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return plain.includes(':') ? `[${plain}]` : plain;
}
