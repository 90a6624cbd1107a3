import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { Recording } from 'node-record-lpcm16';
import { ProbeError } from '../../audit/define.ts';
import { errorCode } from '../../error-code.ts';
import { RATE_HZ } from './sound-source.ts';

/** Beside this file in the repository, beside its bundle in the package. */
const MODULE = fileURLToPath(new URL(`./recorder-module.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url));

/** By node-record-lpcm16, in a process group of its own, which a Ctrl-C at the terminal does not reach before us. Rejects with a `ProbeError`. */
export async function startRecorder(command: readonly [string, ...string[]], env: NodeJS.ProcessEnv): Promise<Recording> {
  const { record } = await library();
  const spawnOptions = {
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // with DEBUG=record the library prints what it was given, and the environment holds keys
    [inspect.custom]: () => 'not shown',
  };
  try {
    return record({ recorder: MODULE, sampleRate: RATE_HZ, channels: 1, audioType: 'raw', command, spawnOptions });
  } catch (error) {
    throw new ProbeError('unreachable', `${command[0]}: could not be started (${errorCode(error) || 'unknown'})`, { cause: error });
  }
}

async function library(): Promise<typeof import('node-record-lpcm16')> {
  try {
    return (await import('node-record-lpcm16')).default;
  } catch (error) {
    throw new ProbeError('missing-tool', 'the npm package node-record-lpcm16 is not installed', { cause: error });
  }
}
