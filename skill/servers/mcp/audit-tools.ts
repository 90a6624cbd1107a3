import { z } from 'zod';
import { reportSchema } from '../../audit/report.ts';
import type { Command } from '../../skill.ts';
import type { Desk, Tool, ToolAnswer } from './tool.ts';

const { shape } = reportSchema;

/** What an agent needs to find its way. The whole schema is ten times as long, and every caller pays for it in its prompt. */
const output = z.looseObject({
  id: shape.id,
  timestamp: shape.timestamp,
  mode: shape.mode,
  status: shape.status,
  overall: shape.overall,
  scores: z.record(z.string(), z.number().nullable()),
  findings: z.array(
    shape.findings.element.pick({ code: true, target: true, subject: true, outcome: true, severity: true, text: true }).loose(),
  ),
});

const modeInput = z.strictObject({ mode: shape.mode.default('full') });

/** The whole audit, or the quick one. */
export const systemAudit: Tool<typeof modeInput> = {
  name: 'system_audit',
  aliases: ['audit_systeme'],
  input: modeInput,
  output,
  run: ({ mode }, desk, signal) => audited({ intent: 'audit_full', slots: { mode } }, desk, signal),
};

/** « État du cluster ». */
export const clusterStatus: Tool = {
  name: 'cluster_status',
  aliases: ['etat_du_cluster'],
  input: z.strictObject({}),
  output,
  run: (_, desk, signal) => audited({ intent: 'cluster_status', slots: {} }, desk, signal),
};

async function audited(command: Command, { skill, locale, progress }: Desk, signal: AbortSignal): Promise<ToolAnswer> {
  const words = locale.mcp;
  let id: string | null = null;
  let text = '';
  for await (const event of skill.handle({ ...command, channel: 'chat', locale: locale.language }, signal)) {
    if (event.type === 'progress') progress(event);
    if (event.type === 'report') id = event.id;
    if (event.type === 'done') text = event.text;
    if (event.type === 'failed') return { refusal: event.text || words.failed };
  }
  const report = id === null ? null : await skill.report(id);
  return report ? { text, structured: report } : { refusal: words.noDocument };
}
