import type { Concept, Meaning } from './concepts.ts';
import { denials, type Frame, frames, refusals } from './frames.ts';
import type { Intent } from './intents.ts';
import { means, type Segment } from './segments.ts';
import { slotsOf } from './slots.ts';
import type { Context, Understanding } from './understanding.ts';

/** How sure we are of words said as we know them, and what each unit of mishearing costs. */
const SURE = 0.95;
const PER_COST = 0.08;

/** « Un audit… non » takes back what it began. */
const STARTING: ReadonlySet<Intent> = new Set<Intent>(['audit_full', 'schedule']);

/** What segmented words ask for. Denials first, then what we never do, then the first frame that explains every word. */
export function understandingOf(segments: readonly Segment[], context: Context): Understanding {
  const frame = frameOf(segments, context);
  if (!frame) return none(whyNot(segments, context));
  const cost = segments.reduce((sum, each) => sum + each.cost, 0);
  const chosen = segments.flatMap((segment) => chosenOf(segment, frame.allowed));
  const slots = slotsOf(frame.frame, chosen);
  if (!slots) return none('not-for-us');
  if (STARTING.has(slots.intent) && segments.at(-1)?.meanings.some(({ concept }) => concept === 'correction')) return none('negated');
  return {
    intent: slots.intent,
    slots: slots.slots,
    confidence: Math.max(0, Math.round(100 * (SURE - PER_COST * cost)) / 100),
    reason: null,
  };
}

export function none(reason: Understanding['reason']): Understanding {
  return { intent: 'none', slots: {}, confidence: 1, reason };
}

interface Prepared {
  readonly frame: Frame;
  readonly allowed: ReadonlySet<Concept>;
}

const PREPARED = frames.map(prepared);
const REFUSALS = refusals.map(prepared);
const DENIED = [...frames, ...denials].map((frame) =>
  prepared({ ...frame, allows: [...frame.allows, 'negation', 'more', 'first-person', 'third-person'] }),
);

function prepared(frame: Frame): Prepared {
  return { frame, allowed: new Set<Concept>(['plain', 'correction', 'instead', 'that-time', ...frame.allows, ...frame.needs.flat()]) };
}

function frameOf(segments: readonly Segment[], context: Context): Prepared | null {
  return PREPARED.find((each) => isIn(segments, each, context)) ?? null;
}

function whyNot(segments: readonly Segment[], context: Context): Understanding['reason'] {
  if (
    segments.some((segment) => means(segment, 'negation') || means(segment, 'denial')) &&
    DENIED.some((each) => isIn(segments, each, context))
  )
    return 'negated';
  return isRefused(segments) ? 'refused' : 'not-for-us';
}

function isRefused(segments: readonly Segment[]): boolean {
  if (segments.some((segment) => means(segment, 'manner') || means(segment, 'what-to-do') || means(segment, 'why'))) return false;
  return REFUSALS.some((each) => isIn(segments, each, 'idle'));
}

function isIn(segments: readonly Segment[], { frame, allowed }: Prepared, context: Context): boolean {
  if (frame.isFollowUp && context !== 'active') return false;
  if (frame.isWhole && !isWhole(segments, frame)) return false;
  if (!segments.every((segment) => segment.meanings.some(({ concept }) => allowed.has(concept)))) return false;
  return areMet(frame.needs, segments, new Set());
}

/** An article may stand before it. */
function isWhole(segments: readonly Segment[], { needs }: Frame): boolean {
  const [first, ...rest] = segments;
  return (first && rest.length > 0 && means(first, 'plain') ? rest : segments).length === needs.length;
}

/** Each need by a segment of its own. */
function areMet(needs: Frame['needs'], segments: readonly Segment[], used: ReadonlySet<Segment>): boolean {
  const [need, ...rest] = needs;
  if (!need) return true;
  return segments.some(
    (segment) =>
      !used.has(segment) && need.some((concept) => means(segment, concept)) && areMet(rest, segments, new Set([...used, segment])),
  );
}

function chosenOf({ meanings }: Segment, allowed: ReadonlySet<Concept>): readonly Meaning[] {
  return meanings.filter(({ concept }) => allowed.has(concept));
}
