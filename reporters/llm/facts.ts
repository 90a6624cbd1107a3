import type { Locale } from '../../locales/locale.ts';
import { keyOf } from '../../skill/audit/assessment.ts';
import { OWN_NETWORK } from '../../skill/audit/causes.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { type Known, knownOf } from './known.ts';
import type { Entries } from './lexicon.ts';
import { namesOf } from './report-names.ts';

export interface Facts {
  readonly report: Report;
  readonly locale: Locale;
  readonly names: Entries;
  /** Small letters → node. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly expected: readonly string[];
  readonly open: readonly Known[];
  /** The worst of them: all of its severity. */
  readonly worst: readonly Known[];
  readonly first: Known | null;
  readonly isCutOff: boolean;
  readonly notSeen: ReadonlySet<string>;
  /** Why those that were not seen were not, by small letters. */
  readonly failures: ReadonlyMap<string, string>;
  readonly coverage: number;
}

const made = new WeakMap<Report, Map<string, Facts>>();

/** What a report lets one say, made once for a report and language. */
export function factsOf(report: Report, locale: Locale): Facts {
  const same = made.get(report) ?? new Map<string, Facts>();
  made.set(report, same);
  const facts = same.get(locale.language) ?? build(report, locale);
  same.set(locale.language, facts);
  return facts;
}

function build(report: Report, locale: Locale): Facts {
  const names = namesOf(report, locale);
  const risky = new Set(report.risks.map(keyOf));
  const isOpen = (finding: ReportFinding) => risky.has(keyOf(finding)) || finding.outcome === 'fail' || finding.outcome === 'warn';
  const isCutOff = report.findings.some(({ cause }) => cause === OWN_NETWORK);
  const known = report.findings.filter(isOpen).map((finding) => knownOf(finding, report, locale, names));
  const [head] = report.risks;
  const step = report.plan[0]?.steps[0];
  const { notSeen = [] } = (report.report_sections[0]?.data ?? {}) as { notSeen?: readonly { target: string }[] };
  const { coverage = 1 } = (report.report_sections.find(({ id }) => id === 'readiness')?.data ?? {}) as { coverage?: number };
  const unread = Object.entries(report.readings).filter(
    ([id, { ok, failure }]) => !ok && failure !== null && (report.nodes[id]?.status ?? 'unknown') === 'unknown',
  );
  return {
    report,
    locale,
    names,
    nodes: new Map(Object.keys(report.nodes).map((id) => [id.toLowerCase(), id])),
    expected: Object.entries(report.nodes).flatMap(([id, { status }]) => (status === 'planned-down' || status === 'skipped' ? [] : [id])),
    open: known,
    worst: known.filter(({ finding }) => finding.severity === head?.severity && risky.has(keyOf(finding))),
    first: known.find(({ finding }) => keyOf(finding) === step?.findings[0]) ?? null,
    isCutOff,
    notSeen: new Set([...notSeen.map(({ target }) => target), ...unread.map(([id]) => id)].map((id) => id.toLowerCase())),
    failures: new Map(unread.map(([id, { failure }]) => [id.toLowerCase(), failure?.code ?? ''])),
    coverage,
  };
}
