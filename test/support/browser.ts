import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];
const program = PROGRAMS.find((name) => spawnSync(name, ['--version']).status === 0);

/** Not every machine that runs the tests has one. */
export const hasBrowser = program !== undefined;

export interface Page {
  /** What an expression comes to there, once it is settled. */
  evaluate(expression: string): Promise<unknown>;
  /** What the browser complained of: scripts that threw, what a policy refused. */
  readonly complaints: readonly string[];
}

/** Opens a page in a real browser without a window. It ends with the test. */
export async function browse(url: string, language = 'fr'): Promise<Page> {
  const profile = await mkdtemp(join(tmpdir(), 'jarvis-browser-'));
  const child = spawn(
    program ?? '',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--remote-debugging-port=0',
      `--accept-lang=${language}`,
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  onTestFinished(async () => {
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const socket = new WebSocket(await pageOf(await endpointOf(child)));
  await once(socket as never, 'open');
  const { send, complaints } = dialogue(socket);
  await send('Runtime.enable');
  await send('Log.enable');
  await send('Page.enable');
  await send('Page.navigate', { url });
  return {
    complaints,
    async evaluate(expression) {
      const { result } = (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
        result: { value: unknown };
      };
      return result.value;
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  // its helpers are in its group
  if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
  await closed;
}

async function endpointOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream })) {
    const [, endpoint] = /^DevTools listening on ws:\/\/([^/]+)/.exec(line) ?? [];
    if (endpoint !== undefined) return endpoint;
  }
  throw new Error('the browser did not start');
}

async function pageOf(endpoint: string): Promise<string> {
  const targets = (await (await fetch(`http://${endpoint}/json/list`)).json()) as { type: string; webSocketDebuggerUrl: string }[];
  return targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '';
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly entry?: { level: string; text: string }; readonly exceptionDetails?: { text: string } };
  readonly result?: unknown;
}

function dialogue(socket: WebSocket) {
  const waiting = new Map<number, (result: unknown) => void>();
  const complaints: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, result } = JSON.parse(String(data)) as Message;
    if (id !== undefined) waiting.get(id)?.(result);
    if (method === 'Log.entryAdded' && params?.entry?.level === 'error') complaints.push(params.entry.text);
    if (method === 'Runtime.exceptionThrown') complaints.push(params?.exceptionDetails?.text ?? '');
  });
  let last = 0;
  const send = (method: string, params: object = {}) => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  return { send, complaints };
}
