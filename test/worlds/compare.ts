import { isDeepStrictEqual } from 'node:util';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import type { Fact, WorldState } from './world.ts';

/** What a report should have said and did not, and what it made up. */
export interface Comparison {
  readonly expected: number;
  readonly missing: readonly string[];
  readonly invented: readonly string[];
}

export function compare(report: Report, { expected, byCommandLine }: WorldState, facts: readonly Fact[]): Comparison {
  const findings = new Map(
    report.findings.filter(({ code }) => !byCommandLine || !/^(?:SYS|GPU)-/.test(code)).map((finding) => [keyOf(finding), finding]),
  );
  const wanted = Object.entries({ ...expected.open, ...expected.settled });
  const open = [...findings].filter(([, { outcome }]) => outcome === 'fail' || outcome === 'warn');
  return {
    expected: wanted.length + Object.keys(expected.unknown).length + facts.length,
    missing: [
      ...wanted.flatMap(([key, outcome]) =>
        findings.get(key)?.outcome === outcome ? [] : [`${outcome} ${key}: ${described(findings.get(key))}`],
      ),
      ...Object.entries(expected.unknown).flatMap(([key, reason]) =>
        isUnknownFor(findings.get(key), reason) ? [] : [`unknown ${key} (${reason}): ${described(findings.get(key))}`],
      ),
      ...facts.flatMap(({ what, expected: wants, found }) =>
        isDeepStrictEqual(wants, found) ? [] : [`${what}: expected ${JSON.stringify(wants)}, found ${JSON.stringify(found)}`],
      ),
    ],
    invented: open.flatMap(([key, finding]) => (key in expected.open ? [] : [`${described(finding)} ${key}`])),
  };
}

export function comparisonLines({ expected, missing, invented }: Comparison): readonly string[] {
  const list = (title: string, items: readonly string[]) => [
    `${title}: ${items.length === 0 ? 'aucun' : items.length}`,
    ...items.map((item) => `  ${item}`),
  ];
  return [`attendus: ${expected}`, ...list('manquants', missing), ...list('inventés', invented)];
}

function keyOf({ code, target, subject }: ReportFinding): string {
  return `${code}:${target}:${subject}`;
}

function isUnknownFor(finding: ReportFinding | undefined, reason: string): boolean {
  return finding?.outcome === 'unknown' && (finding.message.id === reason || finding.message.values['failure'] === reason);
}

function described(finding: ReportFinding | undefined): string {
  return finding ? `${finding.outcome} (${finding.message.id} ${JSON.stringify(finding.message.values)})` : 'absent';
}
