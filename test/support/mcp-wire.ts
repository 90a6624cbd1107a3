import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import type { Place } from './mcp-clients.ts';

export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Our program at the end of two pipes, for what no client would do. It ends with the test. */
export function startWire(place: Place, more: readonly string[] = []) {
  if (place instanceof URL) throw new Error('pipes lead to a program');
  const child = spawn(place.command, [...place.args, ...more], { cwd: place.cwd, env: place.env });
  const messages: Message[] = [];
  let stderr = '';
  child.stdin.on('error', () => {});
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  // as far as the first pieces, which are all that is taken before `read`
  const talks = new Promise((resolve) => child.stdout.once('readable', resolve));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    ended,
    /** It has begun to say something. */
    talks,
    stderr: () => stderr,
    pid: child.pid ?? 0,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    write: (text: string | Buffer) => child.stdin.write(text),
    send: (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`),
    end: () => child.stdin.end(),
    /** From now on what it says is read; each line must be a message. */
    read() {
      createInterface({ input: child.stdout }).on('line', (line) => messages.push(JSON.parse(line)));
    },
    messages: () => messages,
    async answer(id: number): Promise<Message> {
      for (;;) {
        const found = messages.find((message) => message.id === id);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}

/** What an older client opens with. */
export const initialize = (protocolVersion: string) => ({
  id: 0,
  method: 'initialize',
  params: { protocolVersion, capabilities: {}, clientInfo: { name: 'test', version: '1' } },
});
