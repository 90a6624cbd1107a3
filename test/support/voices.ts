import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../skill/host/host.ts';
import { writeProgram } from './fake-program.ts';
import { toneWav } from './sound.ts';

/** Where this machine has a program, or null. */
export function installed(name: string): string | null {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** What .ci/run installs must be there in CI: a test that would be skipped fails there instead. */
export function isMissing(...names: readonly string[]): boolean {
  return process.env['CI'] === undefined && names.some((name) => installed(name) === null);
}

/**
 * A program that notes each call in `<name>.calls` (its words, a line each, then « -- », then its standard input) and
 * writes a second of sound to the file after `-w`.
 */
export function writeEngine(folder: string, name: string, then = ''): string {
  writeFileSync(join(folder, 'tone.wav'), toneWav(200));
  const script = `
here=$(dirname "$0")
{ printf '%s\\n' "$@"; echo --; cat; echo; } >> "$here/${name}.calls"
${then}
while [ $# -gt 0 ]; do [ "$1" = -w ] && cp "$here/tone.wav" "$2"; shift; done
exit 0`;
  return writeProgram(folder, name, script);
}

/** The host as another platform, or with more in the environment of what it starts. */
export function withEnvironment<H extends Host>(host: H, env: Readonly<Record<string, string>>): H {
  return { ...host, run: (command, options, signal) => host.run(command, { ...options, env: { ...env, ...options.env } }, signal) };
}
