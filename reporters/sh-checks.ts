import type { Locale } from '../locales/locale.ts';
import { bySeverity, isOpen } from '../skill/audit/assessment.ts';
import { HORIZONS, type Report, type ReportFinding } from '../skill/audit/report.ts';
import { oneLine } from './shell-words.ts';

/** Commands that somebody waits for; the report has all findings. */
const MOST_COMMANDS = 60;
/** Of what was well, so many are looked at again. */
const MOST_PASSES = 20;
/** One rule may have passed for every port of a machine. */
const MOST_PASSES_OF_A_RULE = 5;

/** One command and what it showed at the time of the audit. */
export interface Check {
  readonly command: string | null;
  /** The variable that holds the secret which the command names; null when it names none. */
  readonly variable: string | null;
  readonly lines: readonly string[];
}

export interface Group {
  readonly id: keyof Locale['script']['groups'];
  readonly checks: readonly Check[];
}

export interface Selection {
  readonly groups: readonly Group[];
  /** Variables of secrets, each with the target it is for. */
  readonly variables: ReadonlyMap<string, string>;
  /** Findings that found no room. */
  readonly left: number;
}

/** What is worth another look: what is open by urgency, what was not seen, then a few of those that were well; no command twice. */
export function checksOf(report: Report, locale: Locale): Selection {
  const sorted = report.findings.filter(({ cause }) => cause === null).toSorted(bySeverity);
  const open = sorted.filter(isOpen);
  const wanted = [
    ...HORIZONS.map((id) => ({ id, findings: open.filter(({ horizon }) => (horizon ?? 'later') === id) })),
    { id: 'unknown' as const, findings: sorted.filter(({ outcome }) => outcome === 'unknown') },
  ];
  const variables = variablesOf(report.findings);
  const told = new Map<string, Filling>();
  const groups = wanted.map(({ id, findings }) => ({ id, checks: gathered(findings, told, variables, locale) }));
  const passes = someOfEach(sorted.filter((finding) => isWorthAnotherLook(finding) && !told.has(keyOf(finding))));
  const all = [...groups, { id: 'pass' as const, checks: gathered(passes, told, variables, locale) }];
  return limited(all, variables);
}

/** The core of what was well: a violation would be grave, and one thing answers for it. */
function isWorthAnotherLook({ outcome, severity, target, verify }: ReportFinding): boolean {
  return outcome === 'pass' && (severity === 'critical' || severity === 'high') && target !== 'cluster' && verify !== null;
}

/** Every rule once before any of them twice. */
function someOfEach(passes: readonly ReportFinding[]): readonly ReportFinding[] {
  const byRule = [...Map.groupBy(passes, ({ code }) => code).values()];
  const rounds = Array.from({ length: MOST_PASSES_OF_A_RULE }, (_, round) => byRule.flatMap((those) => those[round] ?? []));
  const kept = new Set(rounds.flat().slice(0, MOST_PASSES));
  return passes.filter((finding) => kept.has(finding));
}

interface Filling extends Check {
  readonly lines: string[];
}

const keyOf = ({ verify, target, text }: ReportFinding) => (verify === null ? `${target} ${text}` : `$ ${verify}`);

/** A finding whose command stands already joins it there. */
function gathered(
  findings: readonly ReportFinding[],
  told: Map<string, Filling>,
  variables: ReadonlyMap<string, string>,
  locale: Locale,
): readonly Check[] {
  const fresh: Filling[] = [];
  for (const finding of findings) {
    const key = keyOf(finding);
    const line = lineOf(finding, locale);
    const known = told.get(key);
    if (known) {
      if (!known.lines.includes(line)) known.lines.push(line);
      continue;
    }
    const variable = needsSecret(finding) ? ([...variables].find(([, target]) => target === finding.target)?.[0] ?? null) : null;
    const check = { command: finding.verify, variable, lines: [line] };
    told.set(key, check);
    fresh.push(check);
  }
  return fresh;
}

/** What was not read is said once, whatever could not be judged for it. */
function lineOf({ code, target, subject, outcome, severity, message, text }: ReportFinding, { severities }: Locale): string {
  if (message.id === 'not-read') return oneLine(`? ${text}`);
  const glyph = outcome === 'pass' ? '✓' : outcome === 'unknown' ? '?' : severity === 'critical' || severity === 'high' ? '✗' : '!';
  const grave = outcome === 'pass' || outcome === 'unknown' ? '' : ` [${severities[severity]}]`;
  const subjectOf = target === 'cluster' || target === subject ? subject : `${target} ${subject}`;
  return oneLine(`${glyph} ${code} ${subjectOf}${grave} — ${text}`);
}

function needsSecret({ verify }: ReportFinding): boolean {
  return verify !== null && /\$(?:TOKEN|SECRET)\b/.test(verify);
}

/** A name for each target, so that no server is handed the secret of another. */
function variablesOf(findings: readonly ReportFinding[]): ReadonlyMap<string, string> {
  const targets = [...new Set(findings.filter(needsSecret).map(({ target }) => target))].toSorted();
  const variables = new Map<string, string>();
  for (const target of targets) {
    const word = target
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '_');
    const taken = [...variables.keys()].filter((name) => name === `TOKEN_${word}` || name.startsWith(`TOKEN_${word}__`)).length;
    variables.set(taken === 0 ? `TOKEN_${word}` : `TOKEN_${word}__${taken + 1}`, target);
  }
  return variables;
}

function limited(groups: readonly Group[], variables: ReadonlyMap<string, string>): Selection {
  let room = MOST_COMMANDS;
  let left = 0;
  const kept = groups.map(({ id, checks }) => {
    const some = checks.slice(0, room);
    room -= some.length;
    left += checks.slice(some.length).reduce((sum, { lines }) => sum + lines.length, 0);
    return { id, checks: some };
  });
  const used = new Set(kept.flatMap(({ checks }) => checks.flatMap(({ variable }) => variable ?? [])));
  return {
    groups: kept.filter(({ checks }) => checks.length > 0),
    variables: new Map([...variables].filter(([name]) => used.has(name))),
    left,
  };
}
