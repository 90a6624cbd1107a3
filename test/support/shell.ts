import { spawn, spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Whether this program can be started here; in CI everything must be there. */
export function isHere(program: string): boolean {
  return process.env['CI'] !== undefined || spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

export interface ShellEnd {
  readonly code: number | null;
  readonly text: string;
}

/** Runs a shell with a script on its standard input, as one would paste it; what it printed on both outputs. */
export async function shell(
  command: readonly string[],
  script: string,
  { cwd = '/', env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<ShellEnd> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd, // names of any language in what it reads
    env: { LC_ALL: 'C.UTF-8', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  child.stdin.on('error', () => {}).end(script);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { code, text };
}
