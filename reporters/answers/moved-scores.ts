import type { Locale } from '../../locales/locale.ts';
import { DIMENSIONS } from '../../skill/audit/define.ts';
import type { Difference } from '../../skill/audit/difference.ts';
import { type Point, shownOnly } from './point.ts';
import { dimensionOf, type Section } from './scopes.ts';

type Moved = readonly [dimension: (typeof DIMENSIONS)[number], before: number | null, now: number | null];

/** Scores that are not what they were; a node has none, and a section that is no dimension neither. */
export function movedScores({ scores }: Difference, section: Section | null, isScoped: boolean): readonly Moved[] {
  const asked = dimensionOf(section);
  if (isScoped && asked === null) return [];
  return DIMENSIONS.flatMap((dimension): readonly Moved[] => {
    const { before, now } = scores[dimension] ?? { before: null, now: null };
    return before === now || (asked !== null && asked !== dimension) ? [] : [[dimension, before, now]];
  });
}

/** The one that moved most for the ear, all for the eye. */
export function movedPoints(moved: readonly Moved[], { answers, dimensions }: Locale): readonly Point[] {
  const { changes } = answers;
  const size = ([, before, now]: Moved) => (before === null || now === null ? 100 : Math.abs(now - before));
  const [most] = moved.toSorted((a, b) => size(b) - size(a));
  if (!most) return [];
  const [dimension, before, now] = most;
  const name = dimensions[dimension];
  const said =
    now === null
      ? changes.lost(name)
      : before === null
        ? changes.gained(name, now)
        : now > before
          ? changes.gains(name, now - before)
          : changes.loses(name, before - now);
  return [
    { said, shown: '', optional: 2 },
    shownOnly(changes.movedAll(moved.map(([each, from, to]) => changes.moved(dimensions[each], from, to))), 2),
  ];
}
