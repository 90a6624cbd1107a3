/** The interpreter or the shell is there, what it should run is not. */
export function isMissingScript(exitCode: number, stderr: string): boolean {
  if (exitCode === 0) return false;
  return exitCode === NOT_FOUND || /Cannot find module|can't open file/.test(stderr);
}

/** Of `env`, shells and the like. */
const NOT_FOUND = 127;
