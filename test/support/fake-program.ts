import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../../skill/host/host.ts';

/** A temporary folder that goes away with `using`. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'jarvis-audit-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes a real little shell script and tells where it is. */
export function writeProgram(folder: string, name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The host, with only these programs on its PATH: each name runs the real script it maps to. */
export function withPrograms<H extends Host>(host: H, programs: Readonly<Record<string, string>>): H {
  return {
    ...host,
    run: ([name = '', ...args], options, signal) => host.run([programs[name] ?? `/nonexistent/${name}`, ...args], options, signal),
  };
}
