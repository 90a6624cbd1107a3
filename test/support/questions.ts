import type { Intent } from '../../intents/intents.ts';
import type { Slots } from '../../intents/understanding.ts';
import type { Report } from '../../skill/audit/report.ts';

export interface Question {
  readonly intent: Intent;
  readonly slots: Slots;
}

export const SECTIONS = [
  'summary',
  'architecture',
  'nodes',
  'topology',
  'multimodal',
  'risks',
  'security',
  'performance',
  'persistence',
  'scores',
  'stability',
  'resilience',
  'scalability',
  'observability',
] as const;

const SCOPED: readonly Intent[] = ['compare', 'details', 'remediation'];

/** Every question that one may ask about a report, its own names and a stranger's among them. */
export function questions(report: Report, strangers: readonly string[] = ['M9']): readonly Question[] {
  const names = [...new Set([...Object.keys(report.nodes), ...Object.keys(report.readings), ...strangers])];
  const about = (intents: readonly Intent[], slots: Slots) => intents.map((intent) => ({ intent, slots }));
  return [
    ...about(['audit_full', 'cluster_status', 'section_status', 'node_status', 'explain_score', ...SCOPED], {}),
    ...SECTIONS.flatMap((section) => about(['section_status', 'explain_score', ...SCOPED], { section })),
    ...names.flatMap((node) => about(['node_status', ...SCOPED], { node })),
    { intent: 'compare', slots: { since: 'yesterday' } },
  ];
}
