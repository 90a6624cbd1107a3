import type { ServerContext } from '@modelcontextprotocol/server';
import type { Progress } from './tool.ts';

/** A thousand targets must not be a thousand messages. */
const LEAST_APART_MS = 100;

/** Tells the caller how far its call is, when it gave a token. */
export function progressTo({ mcpReq }: ServerContext): (event: Progress) => void {
  const progressToken = mcpReq._meta?.progressToken;
  let furthest = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  return ({ done, total, target }) => {
    const nowMs = performance.now();
    // it must grow with each message
    if (progressToken === undefined || done <= furthest || (done < total && nowMs - lastMs < LEAST_APART_MS)) return;
    furthest = done;
    lastMs = nowMs;
    const params = { progressToken, progress: done, total, message: target };
    // a caller that went away hears no more of it
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
  };
}
