import { tool } from './tool.ts';

/** The command line `--version`, alone. */
export async function cli(): Promise<number> {
  process.stdout.write(`${tool.version}\n`);
  return 0;
}
