import type { Intent } from '../../intents/intents.ts';
import type { Slots } from '../../intents/understanding.ts';
import type { Mode } from '../audit/define.ts';
import type { Report } from '../audit/report.ts';
import { type Kept, madeAt, type Reports } from '../history/reports.ts';
import type { Session } from './sessions.ts';
import { endOfSince } from './since.ts';

/** A full report that is this many milliseconds old still answers a question. */
const RECENT_MS = 5 * 60_000;
/** Two clocks are never quite the same. */
const MOST_AHEAD_MS = 60_000;
/** The section that a quick audit looks at; the others take a full one. */
const SEEN_IN_HASTE = 'nodes';

/** What an answer rests on. */
export interface Grounds {
  readonly kept: Kept;
  /** What it is compared with; null when nothing is, or there is none. */
  readonly earlier: Report | null;
}

export interface Asked {
  readonly intent: Intent;
  readonly slots: Slots;
}

export interface Means {
  readonly reports: Reports;
  readonly session: Session;
  readonly now: Date;
  /** Makes an audit, or shares one that is under way. `asked`: somebody wanted one, not only its answer. */
  audit(mode: Mode, why: 'asked' | 'needed'): Promise<Kept>;
}

/** Finds or makes the report that answers; null when there is nothing to say again. Rejects when an audit does. */
export async function groundsFor(asked: Asked, means: Means): Promise<Grounds | null> {
  const { slots } = asked;
  if (asked.intent === 'repeat') return alone(await ofHistory(means));
  if (asked.intent === 'audit_full') return alone(await means.audit(slots['mode'] === 'quick' ? 'quick' : 'full', 'asked'));
  if (asked.intent === 'cluster_status') return alone(await means.audit('quick', 'needed'));
  if (asked.intent === 'node_status') return alone(await ofNode(slots['node'], means));
  if (asked.intent === 'compare') return await compared(slots['since'], means);
  if (isOfThePast(asked))
    return alone((await ofSession(asked, means)) ?? (await ofHistory(means)) ?? (await means.audit('full', 'needed')));
  return alone((await ofSession(asked, means)) ?? (await recent(means)) ?? (await means.audit('full', 'needed')));
}

function alone(kept: Kept | null): Grounds | null {
  return kept && { kept, earlier: null };
}

/** « Résumé de l'audit », « plus de détails sur l'audit »: of one that was. */
function isOfThePast({ intent, slots }: Asked): boolean {
  return intent === 'details' || (intent === 'section_status' && slots['section'] === 'summary');
}

/** What goes on about a node after « et M2 ? ». */
const ON_A_NODE: ReadonlySet<Intent> = new Set(['details', 'remediation', 'explain_score']);

async function ofSession({ intent, slots }: Asked, means: Means): Promise<Kept | null> {
  const { reports, session } = means;
  const kept = session.report === null ? null : await reports.find(session.report);
  if (!kept || kept.report.mode === 'full') return kept;
  const section = slots['section'];
  // what a glance leaves out of a node is known where somebody looked
  if (slots['node'] !== undefined && ON_A_NODE.has(intent)) return (await recent(means)) ?? kept;
  const isBroad = section === undefined && intent !== 'section_status';
  return isBroad || section === SEEN_IN_HASTE ? kept : null;
}

async function recent({ reports, now }: Means): Promise<Kept | null> {
  const isRecent = (kept: Kept | null) => {
    const age = kept ? now.getTime() - madeAt(kept.report) : Number.POSITIVE_INFINITY;
    return age <= RECENT_MS && age >= -MOST_AHEAD_MS ? kept : null;
  };
  return isRecent(reports.atHand({ mode: 'full' })) ?? isRecent(await reports.newest({ mode: 'full' }));
}

/** The last audit, as one means it: a look at the nodes counts only where there is nothing else. */
async function ofHistory({ reports }: Means): Promise<Kept | null> {
  return (await reports.newest({ mode: 'full' })) ?? (await reports.newest({ mode: 'quick' }));
}

async function ofNode(node: string | undefined, means: Means): Promise<Kept> {
  const quick = await means.audit('quick', 'needed');
  if (node === undefined || !isSkipped(node, quick.report)) return quick;
  return (await recent(means)) ?? (await means.audit('full', 'needed'));
}

function isSkipped(node: string, { nodes, readings }: Report): boolean {
  const reading = readings[node];
  return nodes[node]?.status === 'skipped' || (reading !== undefined && !reading.ok && reading.failure === null);
}

async function compared(since: string | undefined, means: Means): Promise<Grounds> {
  const { reports, session, now } = means;
  const ofTalk = session.report === null ? null : await reports.find(session.report);
  const talked = ofTalk && (await against(ofTalk, since, means));
  if (talked && (talked.earlier || talked.kept.report.mode === 'full')) return talked;
  // after a look at the nodes with none before it, full audits may go back further
  const hasEarlier = talked === null || (await reports.newest({ mode: 'full', until: endOfSince(since, now) })) !== null;
  return !hasEarlier ? talked : await against((await recent(means)) ?? (await means.audit('full', 'needed')), since, means);
}

async function against(kept: Kept, since: string | undefined, { reports, now }: Means): Promise<Grounds> {
  const until = Math.min(endOfSince(since, now), madeAt(kept.report) - 1);
  const earlier = await reports.newest({ mode: kept.report.mode, until });
  return { kept, earlier: earlier?.report ?? null };
}
