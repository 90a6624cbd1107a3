/** What one assumes that a disk and a program restore together; nobody measured it here. */
export const ASSUMED_MIB_PER_SECOND = 100;

/** Minutes that a restoration should take at that speed: an estimate, never a measure, and at least one. */
export function estimatedRestoreMinutes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / (ASSUMED_MIB_PER_SECOND * 1024 ** 2) / 60));
}
