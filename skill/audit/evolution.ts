import { z } from 'zod';
import type { Message } from '../../locales/locale.ts';
import { compare, type Evolution, type Finding, isOpen, keyOf, type Scores } from './assessment.ts';
import { DIMENSIONS, type Inventory, type Rule, type Target } from './define.ts';
import { reportSchema } from './report.ts';

/** What an audit keeps of the one before it. */
export const previousSchema = z.object({
  ...reportSchema.pick({ timestamp: true, mode: true, findings: true, scores: true, readings: true, nodes: true, evolution: true }).shape,
});
export type Previous = z.infer<typeof previousSchema>;
type PreviousFinding = Previous['findings'][number];

/**
 * What failed before and cannot be read now stays open, so that breaking a probe never improves a score. A finding
 * whose subject is gone from a list that was read is fixed and is not carried.
 */
export function carryOver(
  findings: readonly Finding[],
  previous: Previous | null,
  inventory: Inventory,
  rules: readonly Rule[],
  isClusterIncomplete: boolean,
): readonly Finding[] {
  const now = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const stale = (previous?.findings ?? [])
    .filter(isOpen)
    .filter((before) => inScope(before, inventory, rules) && !isReadNow(before, now, isClusterIncomplete));
  const carried = new Map(stale.map((before) => [keyOf(before), before]));
  const kept = findings.filter((finding) => !carried.has(keyOf(finding)));
  return [...kept, ...stale.map((before) => stillOpen(before, findings))];
}

/** The rule and the target still exist, and the target is not off on purpose. */
function inScope({ code, target, subject }: PreviousFinding, { targets }: Inventory, rules: readonly Rule[]): boolean {
  if (!rules.some((rule) => rule.code === code)) return false;
  // a single point is a component, which the inventory may have lost since
  if (code === 'ARCH-001') return targets.some(({ id, machine }) => id === subject || machine === subject);
  const found = targets.find(({ id }) => id === target);
  return target === 'cluster' || (found !== undefined && found.planned !== 'down' && isNamed(code, subject, found));
}

interface Naming extends Target {
  readonly sets?: readonly { readonly name: string }[];
  readonly paths?: readonly string[];
  readonly expect?: readonly { readonly port: number }[] & { readonly containers?: readonly string[] };
  readonly units?: readonly string[];
}

/** Rules whose subjects the inventory names, each judged at every reading: one without a verdict is not looked at. */
const NAMED: Readonly<Record<string, (target: Naming) => readonly string[]>> = {
  'NET-001': ({ expect = [] }) => expect.map(({ port }) => String(port)),
  'DOCKER-002': ({ expect }) => expect?.containers ?? [],
  'DATA-008': ({ sets = [] }) => sets.map(({ name }) => name),
  'DATA-009': ({ sets = [] }) => sets.map(({ name }) => name),
  'OBS-007': ({ paths = [] }) => paths,
  'SVC-001': ({ units = [] }) => units,
};

function isNamed(code: string, subject: string, target: Target): boolean {
  return subject === target.id || (NAMED[code]?.(target as Naming).includes(subject) ?? true);
}

function isReadNow(before: PreviousFinding, now: ReadonlyMap<string, Finding>, isClusterIncomplete: boolean): boolean {
  const same = now.get(keyOf(before));
  if (same) return same.outcome !== 'unknown' && same.outcome !== 'skipped';
  const list = now.get(keyOf({ ...before, subject: before.target }));
  if (list?.outcome === 'unknown' || list?.outcome === 'skipped') return false;
  return before.target !== 'cluster' || !isClusterIncomplete;
}

function stillOpen(before: PreviousFinding, findings: readonly Finding[]): Finding {
  const now = findings.find((finding) => finding.code === before.code && finding.target === before.target);
  return {
    code: before.code as Finding['code'],
    target: before.target,
    subject: before.subject,
    outcome: before.outcome,
    severity: before.severity,
    dimension: before.dimension,
    cvss: before.cvss,
    // the schema keeps values loosely; they are what an earlier run of the same rule wrote
    message: before.message as Message,
    evidence: before.evidence as Finding['evidence'],
    verify: before.verify,
    horizon: before.horizon,
    fingerprint: before.fingerprint,
    cause: now?.cause ?? null,
    stale: true,
    since: before.since,
  };
}

/** When a finding that is open now first was. */
export function openSince({ code, target, subject }: Finding, previous: Previous | null, now: string): string {
  const before = previous?.findings.find((finding) => finding.code === code && finding.target === target && finding.subject === subject);
  return (before && isOpen(before) && before.since) || now;
}

/** What changed, on what both audits know: a change of scope is said apart and is neither good nor bad news. */
export function evolutionOf(findings: readonly Finding[], scores: Scores, previous: Previous | null): Evolution | null {
  if (!previous) return null;
  const before = new Map(previous.findings.map((finding) => [keyOf(finding), finding]));
  const now = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const openBefore = [...before.values()].filter(isOpen);
  const openNow = findings.filter(isOpen);
  const wasJudged = ({ code, target, subject }: Finding) => judgedBefore(previous, code, target, subject);
  const flapping = openNow.filter((finding) => !finding.stale && flaps(finding, before, previous));
  const isFlapping = new Set(flapping.map(keyOf));
  const fresh = openNow.filter((finding) => !finding.stale && !isOpenIn(before, finding) && !isFlapping.has(keyOf(finding)));
  const closed = openBefore.filter((finding) => !isOpenIn(now, finding));
  const isFixed = (finding: PreviousFinding) => judgedNow(finding, now, findings);
  return {
    since: previous.timestamp,
    scores: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, { before: previous.scores[dimension], now: scores[dimension] }])),
    fixed: keys(closed.filter(isFixed)),
    new: keys(fresh.filter(wasJudged)),
    persisting: keys(openNow.filter((finding) => !finding.stale && isOpenIn(before, finding) && !isFlapping.has(keyOf(finding)))),
    unverified: keys(openNow.filter(({ stale }) => stale)),
    flapping: keys(flapping),
    scopeChanges: keys([...fresh.filter((finding) => !wasJudged(finding)), ...closed.filter((finding) => !isFixed(finding))]),
  };
}

function isOpenIn(findings: ReadonlyMap<string, Parameters<typeof isOpen>[0]>, finding: Parameters<typeof keyOf>[0]): boolean {
  const found = findings.get(keyOf(finding));
  return found !== undefined && isOpen(found);
}

/** The last audit looked at this: the same thing, or a list of such things that it could read. */
function judgedBefore(previous: Previous, code: string, target: string, subject: string): boolean {
  const same = previous.findings.find((finding) => finding.code === code && finding.target === target && finding.subject === subject);
  if (same) return same.outcome === 'pass' || isOpen(same);
  if (code in NAMED) return false;
  // what a node that was not up provides could not be known then
  if (target === 'cluster' && Object.values(previous.nodes).some(({ status }) => status !== 'up' && status !== 'planned-down'))
    return false;
  const list = previous.findings.filter((finding) => finding.code === code && finding.target === target);
  return (
    list.length > 0 && !list.some(({ outcome, subject: about }) => about === target && (outcome === 'unknown' || outcome === 'skipped'))
  );
}

/** Closed because it was looked at and is well, not because nobody looks any more. */
function judgedNow(before: PreviousFinding, now: ReadonlyMap<string, Finding>, findings: readonly Finding[]): boolean {
  const same = now.get(keyOf(before));
  if (same) return same.outcome === 'pass';
  if (before.code in NAMED) return false;
  return findings.some((finding) => finding.code === before.code && finding.target === before.target && isJudged(finding));
}

/** Off on purpose is not looked at either. */
function isJudged({ outcome, message }: Finding): boolean {
  return outcome !== 'unknown' && outcome !== 'skipped' && message.id !== 'planned-down';
}

/** Open, closed, open again within three audits: unstable, not a regression each time. Open twice running, it persists. */
function flaps(finding: Finding, before: ReadonlyMap<string, PreviousFinding>, { evolution }: Previous): boolean {
  return !isOpenIn(before, finding) && (evolution?.fixed.includes(keyOf(finding)) ?? false);
}

function keys(findings: readonly Parameters<typeof keyOf>[0][]): string[] {
  return [...new Set(findings.map(keyOf))].toSorted(compare);
}
