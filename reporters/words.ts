import { type Locale, type Message, wordsOf } from '../locales/locale.ts';
import { type Assessment, type Finding, keyOf } from '../skill/audit/assessment.ts';
import { type Report, SCHEMA_ID, SECTION_IDS } from '../skill/audit/report.ts';
import { sectionLines } from './sections.ts';

/** Remedies that one step may hold. */
const MOST_REMEDIES = 3;

/** The document that is saved: what was judged, with its words in one language. */
export function worded(assessment: Assessment, locale: Locale): Report {
  const { findings, risks, plan, sections, ...rest } = assessment;
  const byKey = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const told = findings.map((finding) => tell(finding, locale));
  const report = {
    schema: SCHEMA_ID,
    ...rest,
    locale: locale.language,
    findings: told,
    risks: risks.flatMap((key) => {
      const finding = byKey.get(key);
      return finding ? [riskOf(finding, locale)] : [];
    }),
    plan: plan.map(({ horizon, steps }) => ({
      horizon,
      steps: steps.map(({ order, findings: keys, verify }) => ({
        order,
        text: stepText(keys, byKey, locale),
        findings: [...keys],
        verify,
      })),
    })),
  } as const;
  const lines = sectionLines({ ...assessment, ...report }, sections, locale);
  return {
    ...report,
    report_sections: SECTION_IDS.map((id) => ({ id, title: locale.sections.titles[id], lines: [...lines[id]], data: { ...sections[id] } })),
  };
}

function tell(finding: Finding, locale: Locale): Report['findings'][number] {
  const { text, remedy } = wordsOf(locale, finding.message);
  const isNews = finding.outcome === 'fail' || finding.outcome === 'warn' || finding.outcome === 'unknown';
  return {
    code: finding.code,
    target: finding.target,
    subject: finding.subject,
    outcome: finding.outcome,
    severity: finding.severity,
    dimension: finding.dimension,
    cvss: finding.cvss,
    message: { id: finding.message.id, values: { ...finding.message.values } },
    text: finding.stale ? locale.sections.staleText(text) : text,
    evidence: finding.evidence.map((item) => ({ ...item })),
    remediation: finding.stale ? locale.sections.recheck(finding.target) : isNews ? remedy : null,
    verify: finding.verify,
    horizon: finding.horizon,
    fingerprint: finding.fingerprint,
    cause: finding.cause,
    stale: finding.stale,
    since: finding.since,
  };
}

function riskOf({ code, target, subject, severity, message, stale }: Finding, locale: Locale): Report['risks'][number] {
  return {
    code,
    target,
    subject,
    severity,
    component: target === 'cluster' ? subject : target,
    text: stale ? locale.sections.staleText(wordsOf(locale, message).text) : wordsOf(locale, message).text,
  };
}

/** What to do about a group: each remedy once where they are few, else the first and for which others. */
function stepText(keys: readonly string[], byKey: ReadonlyMap<string, Finding>, locale: Locale): string {
  const group = keys.flatMap((key) => byKey.get(key) ?? []);
  const [first] = group;
  if (!first) return '';
  const steps = group.map((finding) => (finding.stale ? locale.sections.recheck(finding.target) : remedyOf(finding.message, locale)));
  const distinct = [...new Set(steps)];
  if (distinct.length <= MOST_REMEDIES) return distinct.join(' ');
  return `${distinct[0]} ${locale.sections.likewise(group.slice(1).map(({ subject }) => subject))}`;
}

function remedyOf(message: Message, locale: Locale): string {
  const { text, remedy } = wordsOf(locale, message);
  return remedy ?? text;
}
