import { z } from 'zod';
import { comparisonOf } from '../../../reporters/answers/comparison.ts';
import type { Mode } from '../../audit/define.ts';
import { differenceOf } from '../../audit/difference.ts';
import { type Report, reportSchema } from '../../audit/report.ts';
import type { ReportSummary } from '../../history/store.ts';
import type { Skill } from '../../skill.ts';
import type { Tool } from './tool.ts';

const LONGEST_ID = 100;
const PAGE = 100;
/** Reports that are looked through for a pair. */
const MOST_LOOKED_AT = 2_000;

const id = z.string().min(1).max(LONGEST_ID);
const input = z.strictObject({ from: id.optional(), to: id.optional() });
const named = reportSchema.pick({ id: true, timestamp: true });
const changes = reportSchema.shape.evolution.unwrap().pick({ fixed: true, new: true, persisting: true, unverified: true }).shape;
const output = z.looseObject({ mode: reportSchema.shape.mode, from: named, to: named, ...changes });

/** What changed between two reports of the history. */
export const compareAudits: Tool<typeof input> = {
  name: 'compare_audits',
  aliases: [],
  input,
  output,
  async run({ from, to }, { skill, locale }) {
    const words = locale.mcp;
    const start = from === undefined ? null : await skill.report(from);
    if (from !== undefined && !start) return { refusal: words.unknownReport(from) };
    const end = to === undefined ? null : await skill.report(to);
    if (to !== undefined && !end) return { refusal: words.unknownReport(to) };
    const pair = await pairOf(start, end, skill);
    if (!pair) return { refusal: words.nothingToCompare };
    const difference = differenceOf(pair.from, pair.to);
    if (!difference) return { refusal: words.differentModes };
    return { text: comparisonOf(difference, pair.from, pair.to, locale), structured: difference };
  },
};

interface Pair {
  readonly from: Report;
  readonly to: Report;
}

/** What was not named: the newest of the same mode, and the one before. Null when there are not two. */
async function pairOf(from: Report | null, to: Report | null, skill: Skill): Promise<Pair | null> {
  if (from && to) return { from, to };
  if (from) {
    const newest = await skill.latest(from.mode);
    return newest && newest.id !== from.id ? { from, to: newest } : null;
  }
  if (to) {
    const earlier = await before(to, skill);
    return earlier && { from: earlier, to };
  }
  return await lastTwo(skill);
}

async function before({ id, mode, timestamp }: Report, skill: Skill): Promise<Report | null> {
  for await (const summary of history(skill))
    if (summary.mode === mode && summary.id !== id && Date.parse(summary.timestamp) < Date.parse(timestamp))
      return skill.report(summary.id);
  return null;
}

/** The newest two that are of one mode. */
async function lastTwo(skill: Skill): Promise<Pair | null> {
  const newest = new Map<Mode, string>();
  for await (const { id, mode } of history(skill)) {
    const later = newest.get(mode);
    if (later !== undefined) {
      const [from, to] = await Promise.all([skill.report(id), skill.report(later)]);
      return from && to && { from, to };
    }
    newest.set(mode, id);
  }
  return null;
}

/** Newest first. */
async function* history(skill: Skill): AsyncGenerator<ReportSummary> {
  let after: string | undefined;
  for (let seen = 0; seen < MOST_LOOKED_AT; seen += PAGE) {
    const { reports, next } = await skill.reports({ limit: PAGE, ...(after !== undefined && { after }) });
    yield* reports;
    if (next === null) return;
    after = next;
  }
}
