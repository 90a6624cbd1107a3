import { publicUrl } from '../public-url.ts';
import { whoAnswers } from '../rules/shell.ts';
import type { Read, Rule, Scope, Target, Verdict } from './define.ts';

/**
 * Everything one rule says: its own verdicts, and one for each target it needs but could not judge. A target that
 * was not read is unknown, not asked is skipped, off on purpose is not applicable. A rule that throws judges nothing.
 */
export function judgeAll(rule: Rule, scope: Scope): readonly Verdict[] {
  const needed = Object.values(rule.needs).map(({ kind }) => kind);
  const reads: readonly Read[] = scope.inventory.targets
    .filter(({ kind }) => needed.includes(kind))
    .map((target) => ({ target, reading: scope.readings.get(target.id) ?? { ok: false, failure: null, startedAt: null, durationMs: 0 } }));
  const own = ownVerdicts(rule, reads, scope);
  if (own === null)
    return rule.about === 'target' && reads.length > 0
      ? reads.map(({ target }) => ruleFailed(rule, target.id))
      : [ruleFailed(rule, 'cluster')];
  if (rule.about === 'cluster') return own.length > 0 ? own : [notInInventory(rule)];
  const judged = new Set(own.map(({ target }) => target));
  const rest = reads.filter(({ target }) => !judged.has(target.id)).flatMap((read) => unjudged(rule, read));
  const byId = new Map(reads.map((read) => [read.target.id, read]));
  const all = [...own, ...rest].map((verdict) => plannedDown(verdict, byId.get(verdict.target)));
  return all.length > 0 ? all : [notInInventory(rule)];
}

function ownVerdicts(rule: Rule, reads: readonly Read[], scope: Scope): readonly Verdict[] | null {
  const byNeed = Object.fromEntries(
    Object.entries(rule.needs).map(([name, { kind }]) => [name, reads.filter(({ target }) => target.kind === kind)]),
  );
  try {
    return [...rule.check(byNeed as Parameters<typeof rule.check>[0], scope)];
  } catch {
    return null;
  }
}

/** Nothing was said of it: it was not read, or there was nothing in it to judge. */
function unjudged({ code }: Rule, { target, reading }: Read): readonly Verdict[] {
  const here = { target: target.id, subject: target.id };
  if (reading.ok) return [{ ...here, outcome: 'not-applicable', message: { id: 'nothing-to-judge', values: { code, target: target.id } } }];
  if (reading.failure === null) return [{ ...here, outcome: 'skipped', message: { id: 'skipped', values: { target: target.id } } }];
  const { code: failure, detail } = reading.failure;
  return [
    {
      ...here,
      outcome: 'unknown',
      message: { id: 'not-read', values: { target: target.id, failure } },
      evidence: [{ value: `${failure}: ${detail}`, at: reading.startedAt }],
      verify: knock(target),
    },
  ];
}

/** Whoever could not be read can be asked again where the inventory says a web address. */
function knock(target: Target): string | undefined {
  const { url } = target as { url?: unknown };
  return typeof url === 'string' && /^https?:/.test(url) ? whoAnswers([publicUrl(url)]) : undefined;
}

/** Known to be off: whatever could not be read of it is no news. */
function plannedDown(verdict: Verdict, read: Read | undefined): Verdict {
  if (read?.target.planned !== 'down' || read.reading.ok || verdict.outcome === 'skipped') return verdict;
  return {
    target: verdict.target,
    subject: verdict.subject,
    outcome: 'not-applicable',
    message: { id: 'planned-down', values: { target: verdict.target } },
  };
}

function ruleFailed({ code }: Rule, target: string): Verdict {
  return { target, subject: target, outcome: 'unknown', message: { id: 'rule-failed', values: { code } } };
}

function notInInventory({ code }: Rule): Verdict {
  return { target: 'cluster', subject: 'cluster', outcome: 'not-applicable', message: { id: 'no-target', values: { code } } };
}
