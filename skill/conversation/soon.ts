/** A disk is waited for no longer, in milliseconds: there are words to be said. */
const DISK_MS = 1_000;

export const LATE = Symbol('late');

/** What a disk answers, or `LATE`: one that hangs must hold no conversation. */
export async function soon<T>(work: Promise<T>): Promise<T | typeof LATE> {
  const { promise, resolve } = Promise.withResolvers<typeof LATE>();
  const timer = setTimeout(resolve, DISK_MS, LATE);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
