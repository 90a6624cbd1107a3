import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Where Debian's node exporter is; null where it is not installed. */
export const NODE_EXPORTER = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['prometheus-node-exporter', 'node_exporter'].map((name) => join(folder, name)))
  .find(isProgram);

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts the real program on a free port; it ends with the test. Resolves to its URL once it listens. */
export async function startNodeExporter(...options: readonly string[]): Promise<string> {
  const child = spawn(NODE_EXPORTER ?? '', ['--web.listen-address=127.0.0.1:0', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill());
  // it dies of a pipe that nobody reads
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject).once('close', () => reject(new Error(said)));
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
      const address = /msg="Listening on" address=(\S+)/.exec(said)?.[1];
      if (address) resolve(`http://${address}`);
    });
  });
}
