import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Locale } from '../../../locales/locale.ts';
import type { Skill } from '../../skill.ts';
import { paced } from './paced.ts';
import { type Log, serversOf } from './server.ts';
import { wholeLines } from './whole-lines.ts';

/** A request is a name and a few words. */
const LONGEST_LINE_BYTES = 2 * 1024 * 1024;

/**
 * Serves on standard input and output, of which nothing else may write a word. Resolves when the client has closed our
 * input, went away, or reads nothing, and when `signal` aborts; calls under way are aborted.
 */
export async function serveMcp(skill: Skill, locale: Locale, log: Log, signal: AbortSignal): Promise<void> {
  const input = process.stdin.pipe(wholeLines(LONGEST_LINE_BYTES, () => log('a line that is too long was left out')));
  const transport = new StdioServerTransport(input, process.stdout);
  paced(transport, input, () => {
    log('the client reads no answers: the connection is closed');
    void transport.close();
  });
  const ended = Promise.withResolvers<void>();
  const connection = serveStdio(serversOf(skill, locale, log), { transport, onerror: log });
  const { onclose } = transport;
  transport.onclose = () => {
    onclose?.();
    ended.resolve();
  };
  const stop = () => void connection.close();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  await ended.promise;
  signal.removeEventListener('abort', stop);
  process.stdin.destroy();
}
