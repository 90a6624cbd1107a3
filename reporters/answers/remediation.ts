import type { Locale } from '../../locales/locale.ts';
import { keyOf } from '../../skill/audit/assessment.ts';
import type { Horizon, Report, ReportFinding } from '../../skill/audit/report.ts';
import { adviceOf, withoutEchoes } from '../spoken.ts';
import { type Composer, cut, oneLine, type Point, point, shownName, shownOnly } from './point.ts';
import { problem, shownRemedy, shownText, todoOf, unreadOf, unreadOn, whereOf } from './problems.ts';
import { knownId, scopeOf } from './scopes.ts';
import { blindPoints } from './unread.ts';

/** A command is pasted whole or not at all. */
const LONGEST_COMMAND = 160;
const LONGEST_STEP = 110;
const LONGEST_NAME = 30;
const MOST_UNREAD = 2;

/** The first steps of the plan, in its order, each with when. Nothing is ever done here. */
export const remediation: Composer = (slots, { report }, locale) => {
  const { advice } = locale.answers;
  const scope = scopeOf(slots, report, locale);
  const steps = stepsOf(report, scope?.holds ?? (() => true));
  const id = slots['node'] === undefined ? null : knownId(slots['node'], report);
  const [unread] = id === null ? [] : unreadOn(id, report);
  if (steps.length === 0 && !unread) return () => blindPoints(report, locale) ?? nothingToDo(scope, report, locale);
  const findings = steps.map(({ finding }) => finding);
  const apart = new Set(withoutEchoes(findings));
  const first = steps.filter(({ finding }) => apart.has(finding));
  return (most) => {
    const told = first.slice(0, most);
    const rest = steps.length - told.length;
    const verify = told[0]?.verify ?? null;
    return [
      ...(unread ? [unreadPoint(unread, report, locale)] : []),
      ...told.map((step, index) => stepPoint(step, index, told[index - 1]?.horizon ?? (unread ? null : 'nothing'), report, locale)),
      ...(verify !== null && verify.length <= LONGEST_COMMAND ? [shownOnly(advice.verify(oneLine(verify)), 3)] : []),
      ...(rest > 0 ? [point(locale, 2, () => advice.more(rest))] : []),
    ];
  };
};

/** Nothing is open: what could not be read may hide something, and that is what can be done. */
function nothingToDo(scope: ReturnType<typeof scopeOf>, report: Report, locale: Locale): readonly Point[] {
  const { advice } = locale.answers;
  const [first] = scope ? stepsOf(report, () => true) : [];
  return [
    point(locale, 0, (name) => (scope ? advice.nothingAbout(scope.name(name)) : advice.nothing)),
    ...unreadOf(report, scope?.holds)
      .slice(0, MOST_UNREAD)
      .flatMap((finding) => [problem(finding, report, locale, 1), { ...todoOf(finding, report, locale), optional: 1 }]),
    ...(first ? [elsewhere(first, report, locale)] : []),
  ];
}

/** What could not be read is looked after before the plan. */
function unreadPoint(finding: ReportFinding, report: Report, locale: Locale): Point {
  const { first } = locale.speech;
  const said = adviceOf(finding, report, locale);
  const shown = shownRemedy(finding, locale);
  return { said: said === null ? '' : first(said), shown: shown === null ? '' : first(shown), optional: 0 };
}

/** The first step of all, for who asked about something that needs none. */
function elsewhere({ finding }: Step, report: Report, locale: Locale): Point {
  const { advice } = locale.answers;
  const { said: inReport } = point(locale, 0, (name) => advice.inReport(name(whereOf(finding))));
  const said = adviceOf(finding, report, locale) ?? inReport;
  return { said: advice.elsewhere(said), shown: advice.elsewhere(remedyOf(finding, report, locale)), optional: 2 };
}

interface Step {
  readonly horizon: Horizon;
  readonly finding: ReportFinding;
  readonly verify: string | null;
}

/** The plan's steps that are about what was asked, by the first of their findings. */
function stepsOf({ plan, findings }: Report, holds: (finding: ReportFinding) => boolean): readonly Step[] {
  const byKey = new Map(findings.map((finding) => [keyOf(finding), finding]));
  return plan.flatMap(({ horizon, steps }) =>
    steps.flatMap(({ findings: keys, verify }) => {
      const finding = keys.flatMap((key) => byKey.get(key) ?? []).find(holds);
      return finding ? [{ horizon, finding, verify }] : [];
    }),
  );
}

function stepPoint({ horizon, finding }: Step, index: number, before: Horizon | 'nothing' | null, report: Report, locale: Locale): Point {
  const { advice } = locale.answers;
  const { said: inReport } = point(locale, 0, (name) => advice.inReport(name(whereOf(finding))));
  const todo = adviceOf(finding, report, locale) ?? inReport;
  const said =
    before === 'nothing' ? advice.first(horizon, todo) : horizon === before ? advice.next(todo) : advice.nextWithin(horizon, todo);
  const shown = advice.step(index + 1, horizon, cut(remedyOf(finding, report, locale), LONGEST_STEP + LONGEST_NAME));
  return { said, shown, optional: index };
}

/** The remedy with the node that it is about, unless it names it; what is too long for a line leaves out its asides. */
function remedyOf(finding: ReportFinding, report: Report, locale: Locale): string {
  const whole = oneLine(shownRemedy(finding, locale) ?? shownText(finding, locale));
  const short = whole.replace(/\s*\([^)]*\)/g, '');
  const remedy = [whole, short, adviceOf(finding, report, locale) ?? short].find(({ length }) => length <= LONGEST_STEP) ?? short;
  const where = whereOf(finding);
  return !Object.hasOwn(report.nodes, where) || remedy.includes(where)
    ? remedy
    : locale.answers.advice.about(shownName(locale)(where), remedy);
}
