import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import { bySeverity, keyOf } from '../../skill/audit/assessment.ts';
import type { Difference } from '../../skill/audit/difference.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { movedScores } from './moved-scores.ts';
import { cut, oneLine, shownName } from './point.ts';
import { shownText, whereOf } from './problems.ts';

const LONGEST = 2_000;
const LONGEST_LINE = 200;
/** Entries of each list: the worst first. */
const MOST_OF = { fixed: 5, new: 6, persisting: 3, unverified: 4, flapping: 3, scopeChanges: 3 } as const;
const LISTS = ['new', 'fixed', 'unverified', 'flapping', 'persisting', 'scopeChanges'] as const;

/** Two audits side by side, at most 2 000 characters: the scores that moved, then each list with its worst entries. */
export function comparisonOf(difference: Difference, from: Report, to: Report, locale: Locale): string {
  const { changes, kept } = locale.answers;
  const { sections, dimensions } = locale;
  const moved = movedScores(difference, null, false);
  const lines = [
    changes.between(difference.mode, sections.moment(from.timestamp), sections.moment(to.timestamp)),
    moved.length === 0
      ? changes.noMove
      : changes.movedAll(moved.map(([dimension, before, now]) => changes.moved(dimensions[dimension], before, now))),
    ...LISTS.flatMap((list) => listLines(list, difference[list], from, to, locale)),
  ];
  return kept(cut(lines.map((line) => cut(oneLine(line), LONGEST_LINE)).join('\n'), LONGEST));
}

function listLines(list: (typeof LISTS)[number], keys: readonly string[], from: Report, to: Report, locale: Locale): readonly string[] {
  if (keys.length === 0) return [];
  const { changes } = locale.answers;
  const [first, second] = list === 'fixed' ? [from, to] : [to, from];
  const found = keys.flatMap((key) => findingIn(first, key) ?? findingIn(second, key) ?? []).toSorted(bySeverity);
  const more = keys.length - Math.min(found.length, MOST_OF[list]);
  return [
    changes.titles[list](keys.length),
    ...found
      .slice(0, MOST_OF[list])
      .map((finding) => `- ${list === 'fixed' ? nameOf(finding, locale) : shownText({ ...finding, stale: false }, locale)}`),
    ...(more > 0 ? [changes.andMore(more)] : []),
  ];
}

function findingIn({ findings }: Report, key: string): ReportFinding | undefined {
  return findings.find((finding) => keyOf(finding) === key);
}

/** What is well again, by its title: its own words would sound as if it were there. */
function nameOf(finding: ReportFinding, locale: Locale): string {
  const name = shownName(locale);
  const where = whereOf(finding);
  const subject = finding.subject === where ? name(where) : `${name(where)}, ${name(finding.subject)}`;
  return `${finding.code} ${own<string>(locale.rules, finding.code) ?? ''} (${subject})`;
}
