import { createHash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = 'jarvis_audit_session';
export const SESSION_S = 12 * 3_600;
/** A thirteenth browser tab is no attack, ten thousand logins are. */
const MOST_SESSIONS = 500;

/** Browsers that showed the key. What they carry is random and worth nothing to who reads our memory. */
export interface Sessions {
  /** The cookie's value. */
  open(): string;
  isOpen(token: string): boolean;
  close(token: string): void;
}

export function createSessions(now: () => number = Date.now): Sessions {
  const endings = new Map<string, number>();
  return {
    open() {
      const token = randomBytes(32).toString('base64url');
      endings.set(digest(token), now() + SESSION_S * 1000);
      // all last as long: the first is the oldest
      if (endings.size > MOST_SESSIONS) endings.delete(endings.keys().next().value ?? '');
      return token;
    },
    isOpen: (token) => (endings.get(digest(token)) ?? 0) > now(),
    close: (token) => void endings.delete(digest(token)),
  };
}

/** Found by its digest, so that how long the search takes tells nothing of the token. */
function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
