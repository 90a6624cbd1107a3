import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import { keyOf } from '../../skill/audit/assessment.ts';
import { OWN_NETWORK } from '../../skill/audit/causes.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { evidenceOf } from './evidence.ts';
import { cut, oneLine, shownName } from './point.ts';
import { shownRemedy, shownText, whereOf } from './problems.ts';

const LONGEST = 2_000;
const LONGEST_LINE = 400;
/** Lines of evidence; the document has all. */
const MOST_EVIDENCE = 6;

/** One finding at length, at most 2 000 characters; `key` is `code:target:subject`. Null when the report has none of that key. */
export function explanationOf(key: string, report: Report, locale: Locale): string | null {
  const finding = report.findings.find((each) => keyOf(each) === key);
  if (!finding) return null;
  const { explanation, stakes, kept } = locale.answers;
  const isNews = finding.outcome === 'fail' || finding.outcome === 'warn';
  const remedy = isNews || finding.outcome === 'unknown' ? shownRemedy(finding, locale) : null;
  const lines = [
    heading(finding, locale),
    shownText(finding, locale),
    explanation.state(locale.outcomes[finding.outcome], locale.severities[finding.severity], locale.dimensions[finding.dimension]),
    ...(finding.cvss === null ? [] : [explanation.cvss(finding.cvss)]),
    ...(isNews ? [explanation.stake(stakes.of(finding.code, finding.dimension))] : []),
    ...evidenceLines(finding, locale),
    ...(remedy === null ? [] : [explanation.remedy(remedy, finding.horizon)]),
    // a command is pasted whole or not at all
    ...(finding.verify === null || finding.verify.length > LONGEST_LINE / 2 ? [] : [explanation.verify(finding.verify)]),
    ...sinceLines(finding, report, locale),
    ...causeLines(finding, locale),
  ];
  return kept(cut(lines.map((line) => cut(oneLine(line), LONGEST_LINE)).join('\n'), LONGEST));
}

function heading(finding: ReportFinding, locale: Locale): string {
  const { code } = finding;
  return locale.answers.explanation.title(code, own<string>(locale.rules, code) ?? code, shownName(locale)(whereOf(finding)));
}

function evidenceLines(finding: ReportFinding, locale: Locale): readonly string[] {
  const { explanation, changes } = locale.answers;
  const all = evidenceOf(finding, locale);
  if (all.length === 0) return finding.outcome === 'unknown' ? [explanation.noEvidence] : [];
  const more = all.length - MOST_EVIDENCE;
  return [explanation.evidence, ...all.slice(0, MOST_EVIDENCE).map((line) => `- ${line}`), ...(more > 0 ? [changes.andMore(more)] : [])];
}

/** Since when it is open, and whether that was seen again now. */
function sinceLines({ stale, since }: ReportFinding, { timestamp }: Report, { answers, sections }: Locale): readonly string[] {
  const { explanation } = answers;
  if (stale) return [since === null ? explanation.staleUndated : explanation.stale(sections.moment(since))];
  return since === null || since === timestamp ? [] : [explanation.since(sections.moment(since))];
}

function causeLines({ cause }: ReportFinding, locale: Locale): readonly string[] {
  const { explanation } = locale.answers;
  if (cause === null) return [];
  return [cause === OWN_NETWORK ? explanation.ownNetwork : explanation.cause(shownName(locale)(cause))];
}
