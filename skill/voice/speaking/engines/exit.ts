import { type FailureCode, ProbeError } from '../../../audit/define.ts';
import type { RunResult } from '../../../host/host.ts';

/** Throws when a program says that it failed, with its last words. */
export function refuseExit({ exitCode, stderr }: Pick<RunResult, 'exitCode' | 'stderr'>, code: FailureCode = 'bad-status') {
  if (exitCode === 0) return;
  throw new ProbeError(code, stderr.trim().split('\n').at(-1)?.trim() || `exit code ${exitCode}`);
}
