import { ProbeError } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';
import { cut } from '../cut.ts';
import type { Listener } from '../ports.ts';
import { listenerOf } from './listener.ts';

const MOST_LINES = 100_000;

/** Without root, lsof shows one's own processes only. */
export async function listenersOnMacos(host: Host, signal: AbortSignal): Promise<readonly Listener[]> {
  const { exitCode, stdout, stderr } = await host.run(
    ['lsof', '-nP', '-iTCP', '-sTCP:LISTEN', '-F', 'pcn'],
    { maxBytes: 4 * 1024 * 1024 },
    signal,
  );
  // it exits 1 when there is nothing to show
  if (exitCode !== 0 && stderr.trim() !== '') throw new ProbeError('malformed', `lsof exit ${exitCode}: ${cut(stderr)}`);
  return parseLsof(stdout);
}

/** The answer of `lsof -F pcn`: a letter and its value per line, the process before its sockets. */
export function parseLsof(stdout: string): readonly Listener[] {
  const listeners: Listener[] = [];
  let owner: { process: string | null; pid: number | null } = { process: null, pid: null };
  for (const line of stdout.split('\n', MOST_LINES)) {
    const value = line.slice(1);
    if (line.startsWith('p')) owner = { process: null, pid: Number(value) };
    if (line.startsWith('c')) owner = { ...owner, process: value };
    if (!line.startsWith('n') || value.includes('->')) continue;
    const colon = value.lastIndexOf(':');
    listeners.push(...listenerOf('tcp', value.slice(0, Math.max(0, colon)), value.slice(colon + 1), owner));
  }
  return listeners;
}
