import { type Claim, hasAny, idsOf, isMadeOf, setOf } from './span.ts';

const WORDS = setOf('fixed the its of risk since disk gpu port backup log memory one it has seen no machine');
/** What a rule is about. */
const KINDS: readonly (readonly [concept: string, rules: string])[] = [
  ['disk', 'SYS-001 SYS-003'],
  ['memory', 'SYS-004'],
  ['gpu', 'GPU-002 GPU-003'],
  ['port', 'NET-001 NET-002 NET-003'],
  ['backup', 'DATA-008'],
  ['log', 'OBS-007'],
];

/** « Le disque de tour ne pose plus de problème »: among what was fixed since the last audit. */
export const fixedClaim: Claim = (span, { report }, said) => {
  if (said.awaited || !span.has('fixed') || span.figures.length > 0 || span.names.length === 0 || !isMadeOf(span, WORDS)) return null;
  const rules = KINDS.filter(([concept]) => span.tokens.some((token) => hasAny(token, setOf(concept)))).flatMap(([, each]) =>
    each.split(' '),
  );
  const fixed = (report.evolution?.fixed ?? []).map((key) => key.toLowerCase().split(':'));
  const isFixed = fixed.some(
    ([code = '', ...names]) =>
      rules.some((rule) => rule.toLowerCase() === code) && span.names.every((name) => idsOf(name).some((id) => names.includes(id))),
  );
  return isFixed ? said : null;
};
