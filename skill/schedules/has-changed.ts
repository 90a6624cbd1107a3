import type { Report } from '../audit/report.ts';

/** Whether an audit is worth interrupting somebody for. Without one before, what is not well is news. */
export function hasChanged(before: Pick<Report, 'id' | 'status'> | null, { id, status, evolution }: Report): boolean {
  if (!before) return status !== 'ok';
  // a quick audit of a moment ago is that one
  if (before.id === id) return false;
  return status !== before.status || (evolution !== null && evolution.fixed.length + evolution.new.length > 0);
}
