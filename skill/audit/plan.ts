import { bySeverity, type Finding, isOpen, keyOf, type PlanStep } from './assessment.ts';
import { HORIZONS, type Horizon } from './report.ts';

/** What to do, soonest horizon first; within one, the worst first, then what explains most other findings. */
export function planOf(findings: readonly Finding[]): readonly { readonly horizon: Horizon; readonly steps: readonly PlanStep[] }[] {
  const open = findings.filter((finding) => isOpen(finding) && finding.cause === null);
  const caused = Map.groupBy(findings, ({ cause }) => cause);
  const unlocks = (target: string) => caused.get(target)?.length ?? 0;
  return HORIZONS.map((horizon) => ({
    horizon,
    steps: [...Map.groupBy(open.filter((finding) => finding.horizon === horizon).toSorted(bySeverity), groupOf).values()]
      .toSorted(([a], [b]) => (a && b ? rank(a) - rank(b) || unlocks(b.target) - unlocks(a.target) || bySeverity(a, b) : 0))
      .map((group, index) => ({ order: index + 1, findings: group.map(keyOf), verify: group[0]?.verify ?? null })),
  })).filter(({ steps }) => steps.length > 0);
}

/** One step for findings of one kind on one target; what concerns the whole cluster needs a step each. */
function groupOf(finding: Finding): string {
  return finding.target === 'cluster' ? keyOf(finding) : `${finding.code}:${finding.target}:${finding.message.id}:${finding.stale}`;
}

function rank({ severity }: Finding): number {
  return ['critical', 'high', 'medium', 'low', 'info'].indexOf(severity);
}

/** A critical, and every exposed secret: 48 hours; high: the first week; the rest later. */
export function horizonOf({ code, severity }: Pick<Finding, 'code' | 'severity'>): Horizon {
  if (severity === 'critical' || /^SEC-00[134]$/.test(code)) return '48h';
  return severity === 'high' ? 'week-1' : 'later';
}
