import { type Report, STATUSES } from '../../audit/report.ts';
import { exposed, type Sample } from './exposition.ts';

/** The newest reports, one of each mode at most, as Prometheus reads them. A score that is null is absent: no number stands for it. */
export function reportMetrics(reports: readonly Report[], now: Date): string {
  const each = (samplesOf: (report: Report) => readonly Sample[]) => reports.flatMap(samplesOf);
  return [
    exposed(
      'jarvis_audit_score',
      'gauge',
      'Score of a dimension, 0 to 100.',
      each(({ mode, scores }) => Object.entries(scores).flatMap(([dimension, score]) => known({ mode, dimension }, score))),
    ),
    exposed(
      'jarvis_audit_score_coverage_ratio',
      'gauge',
      'Share of a score that rests on something read.',
      each(({ mode, scoreDetails }) => Object.entries(scoreDetails).map(([dimension, { coverage }]) => [{ mode, dimension }, coverage])),
    ),
    exposed(
      'jarvis_audit_overall_score',
      'gauge',
      'Overall score, 0 to 100.',
      each(({ mode, overall }) => known({ mode }, overall.score)),
    ),
    exposed(
      'jarvis_audit_status',
      'gauge',
      '1 for the status of the newest report.',
      each(({ mode, status }) => STATUSES.map((name) => [{ mode, status: name }, name === status ? 1 : 0])),
    ),
    exposed(
      'jarvis_audit_node_up',
      'gauge',
      '1 when the node was up.',
      each(({ mode, nodes }) => Object.entries(nodes).flatMap(([node, { status }]) => upness({ mode, node }, status))),
    ),
    exposed('jarvis_audit_open_findings', 'gauge', 'Open findings by severity.', each(openFindings)),
    exposed(
      'jarvis_audit_report_age_seconds',
      'gauge',
      'Age of the newest report.',
      each(({ mode, timestamp }) => [[{ mode }, Math.max(0, (now.getTime() - Date.parse(timestamp)) / 1000)]]),
    ),
  ].join('');
}

function known(labels: Readonly<Record<string, string>>, score: number | null): readonly Sample[] {
  return score === null ? [] : [[labels, score]];
}

/** Unknown, skipped and off on purpose are neither. */
function upness(labels: Readonly<Record<string, string>>, status: Report['nodes'][string]['status']): readonly Sample[] {
  if (status === 'up') return [[labels, 1]];
  return status === 'down' || status === 'degraded' ? [[labels, 0]] : [];
}

function openFindings({ mode, findings }: Report): readonly Sample[] {
  const open = findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn');
  return (['critical', 'high', 'medium', 'low'] as const).map((severity) => [
    { mode, severity },
    open.filter((finding) => finding.severity === severity).length,
  ]);
}
