import type { Message } from '../../locales/locale.ts';
import type { Evidence, RuleCode, Severity, Verdict } from '../audit/define.ts';

export interface Proof {
  readonly evidence?: readonly Evidence[];
  readonly verify?: string;
}

/** The verdicts that a rule can give on one subject, so that each line of a rule says only what is particular. */
export function judge(code: RuleCode, target: string, subject: string, proof: Proof = {}) {
  const given = (outcome: Verdict['outcome'], message: Message, severity?: Severity): Verdict => ({
    target,
    subject,
    outcome,
    message,
    ...proof,
    ...(severity ? { severity } : {}),
  });
  return {
    pass: (message: Message = { id: 'passed', values: { code, subject } }) => given('pass', message),
    violation: (message: Message, severity?: Severity) => given('violation', message, severity),
    unknown: (message: Message) => given('unknown', message),
    notApplicable: (message: Message = { id: 'nothing-to-judge', values: { code, target } }) => given('not-applicable', message),
    skipped: () => given('skipped', { id: 'skipped', values: { target } }),
  };
}
