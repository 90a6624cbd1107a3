import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORLD = fileURLToPath(new URL('../worlds/run.ts', import.meta.url));
const MAIN = fileURLToPath(new URL('../../skill/main.ts', import.meta.url));
const PATIENCE_MS = 60_000;
/** What a world exits with where it cannot be. */
const SKIPPED = 77;

/** A program that is read line by line. */
export interface Listening {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when standard error says so; rejects when it ends before. */
  untilSaid(words: string | RegExp): Promise<void>;
  readonly exit: Promise<number | null>;
  /** As Ctrl-C does. */
  interrupt(): void;
}

/** Starts `jarvis-audit listen` in the world jarvis, awake; its reports are in `out`. */
export function listenInWorld(
  args: readonly string[],
  place: { readonly path: string },
  environment: Readonly<Record<string, string>>,
): Listening {
  const variables = Object.entries({ ...environment, HOME: place.path }).filter(([name]) => name !== 'PATH');
  const command = ['/bin/sh', '-c', 'PATH="$PATH:$1"; shift; exec /usr/bin/env "$@"', 'sh', environment['PATH'] ?? '']
    .concat(variables.map(([name, value]) => `${name}=${value}`))
    .concat([process.execPath, MAIN, 'listen', '--out', join(place.path, 'data'), ...args]);
  return follow(process.execPath, [WORLD, 'jarvis', 'awake', '--', ...command], process.env);
}

/** Follows any program. */
export function follow(program: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd?: string): Listening {
  const child = spawn(program, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  let look = () => {};
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
      look();
    });
  const exit = new Promise<number | null>((resolve) => void child.once('close', resolve));
  return {
    stdout: () => text.stdout,
    stderr: () => text.stderr,
    untilSaid: (words) =>
      new Promise((resolve, reject) => {
        const patience = setTimeout(() => reject(new Error(`never said ${words}:\n${text.stderr}`)), PATIENCE_MS);
        look = () => {
          if (typeof words === 'string' ? !text.stderr.includes(words) : !words.test(text.stderr)) return;
          clearTimeout(patience);
          resolve();
        };
        void exit.then((code) => reject(Object.assign(new Error(`ended with ${code}:\n${text.stderr}`), { isSkipped: code === SKIPPED })));
        look();
      }),
    exit,
    interrupt() {
      // of its whole group, as a terminal does
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    },
  };
}

/** The reports of a folder. */
export function reportsIn(place: { readonly path: string }): readonly string[] {
  try {
    return readdirSync(join(place.path, 'data')).filter((name) => name.endsWith('.json') && name.startsWith('audit_'));
  } catch {
    return [];
  }
}
