import { z } from 'zod';
import { explanationOf } from '../../../reporters/answers/explanation.ts';
import { keyOf } from '../../audit/assessment.ts';
import { type Report, type ReportFinding, reportSchema } from '../../audit/report.ts';
import type { Skill } from '../../skill.ts';
import type { Tool } from './tool.ts';

/** A path or a model's name may be long; the rest of a key is short. */
const LONGEST_KEY = 500;

const input = z.strictObject({ finding: z.string().min(1).max(LONGEST_KEY) });
const output = z.looseObject({
  finding: reportSchema.shape.findings.element.pick({ outcome: true, severity: true, text: true, remediation: true, verify: true }).loose(),
  report: reportSchema.pick({ id: true, timestamp: true, mode: true }),
});

/** One finding of the newest report that looked at it. */
export const explainFinding: Tool<typeof input> = {
  name: 'explain_finding',
  aliases: [],
  input,
  output,
  async run({ finding: key }, { skill, locale }) {
    const reports = await newest(skill);
    if (reports.length === 0) return { refusal: locale.mcp.noReport };
    const seen = find(reports, key);
    if (!seen) return { refusal: locale.mcp.unknownFinding(key) };
    const { id, timestamp, mode } = seen.report;
    const text = explanationOf(key, seen.report, locale) ?? seen.finding.text;
    return { text, structured: { finding: seen.finding, report: { id, timestamp, mode } } };
  },
};

/** The newest of each mode, newest first. */
async function newest(skill: Skill): Promise<readonly Report[]> {
  const reports = await Promise.all([skill.latest('full'), skill.latest('quick')]);
  return reports.filter((report) => report !== null).toSorted((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp));
}

/** A quick audit only says of most checks that it left them out: an older full one says more. */
function find(reports: readonly Report[], key: string): { readonly report: Report; readonly finding: ReportFinding } | null {
  const seen = reports.flatMap((report) => {
    const finding = report.findings.find((each) => keyOf(each) === key);
    return finding ? [{ report, finding }] : [];
  });
  return seen.find(({ finding }) => finding.outcome !== 'skipped') ?? seen[0] ?? null;
}
