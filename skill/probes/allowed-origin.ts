import type { Host } from '../host/host.ts';
import { cut } from './cut.ts';

const FOREIGN_ORIGIN = 'https://audit.invalid';
const DEADLINE_MS = 2_000;

/** What a web page of somebody else would be allowed to read: `Access-Control-Allow-Origin`, "" without one, null when nothing answered. */
export async function readAllowedOrigin(
  url: string,
  credentials: Readonly<Record<string, string>>,
  host: Host,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const { headers } = await host.request(
      url,
      { headers: { ...credentials, origin: FOREIGN_ORIGIN } },
      host.deadline(DEADLINE_MS, signal),
    );
    return cut(headers['access-control-allow-origin'] ?? '');
  } catch {
    return null;
  }
}
