import type { SpawnOptions } from 'node:child_process';

/** What node-record-lpcm16 asks its `recorder` for: here the caller has already said all of it. */
interface Command {
  readonly command: readonly [program: string, ...args: string[]];
  readonly spawnOptions: SpawnOptions;
}

function recorder({ command: [cmd, ...args], spawnOptions }: Command) {
  return { cmd, args, spawnOptions };
}

// as `require` takes it
export { recorder as 'module.exports' };
