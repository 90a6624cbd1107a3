import { keyOf } from '../../skill/audit/assessment.ts';
import type { Facts } from './facts.ts';
import { SILENT, tells } from './finding-tells.ts';
import type { Known } from './known.ts';
import { agrees, isFresh, isSinceSo } from './severity.ts';
import { type Claim, idsOf, type Said, type Span, telling } from './span.ts';

/** What is wrong, in the words of a finding's own sentence or in other ways to say the same. */
export const findingClaim: Claim = (span, facts, said) => {
  if (facts.isCutOff) return null;
  // « un autre disque »: another than the one just told
  const isOther = span.tokens.some(({ concepts }) => concepts.has('other') && !concepts.has('left'));
  const fitting = facts.open.filter((known) => tells(span, known, said, facts));
  const isSaidOfIt =
    span.names.length === 0
      ? fitting.filter((known) => isMeant(known, facts, said) && !isOfAnother(span, known, said))
      : fitting.filter((known) => span.names.every((name) => idsOf(name).some((id) => known.names.has(id))));
  const [known] = isOther ? isSaidOfIt.filter((each) => !said.told.includes(each)) : isSaidOfIt;
  if (!known || (isOther && said.told.length === 0 && !known.words.has(otherOf(span)))) return null;
  if (!isComparisonSo(span, known, facts) || (span.has('quick') && facts.report.mode !== 'quick')) return null;
  if (!agrees(span, known, facts) || (isFirst(span, known) && known !== facts.first)) return null;
  const next = telling(said, isSaidOfIt, namesOf(span, known));
  const node = facts.nodes.get(known.finding.target.toLowerCase());
  if (!next || !node) return next;
  const state = SILENT.has(known.finding.code) ? 'down' : next.state;
  return { ...next, state, mentioned: new Map([...next.mentioned, [node, SILENT.has(known.finding.code) ? 'down' : 'known']]) };
};

/** « Toujours », « nouveau », « depuis le dernier audit ». */
function isComparisonSo(span: Span, known: Known, facts: Facts): boolean {
  const { finding, words } = known;
  const isStill = span.tokens.some(({ concepts, raw }) => concepts.has('still') && !words.has(raw));
  const isUncertain = finding.stale && span.has('whether');
  if (isStill && !isUncertain && !facts.report.evolution?.persisting.includes(keyOf(finding))) return false;
  if (span.has('fresh') && !isFresh(known, facts)) return false;
  return !span.has('since') || finding.stale || isSinceSo(span, known, facts);
}

/** « Il ne répond pas »: the node that was just spoken of. */
function isMeant({ finding, names }: Known, { nodes }: Facts, said: Said): boolean {
  const isOfNode = nodes.has(finding.target.toLowerCase());
  return !isOfNode || said.names.length === 0 || said.names.some((name) => names.has(name));
}

/** « M2 répond. Il attend douze mises à jour », « … mais son GPU est à 87 degrés »: of somebody else. */
function isOfAnother({ all }: Span, { names }: Known, said: Said): boolean {
  if (said.names.length === 0 || said.names.some((name) => names.has(name))) return false;
  const start = all.find(({ concepts }) => !concepts.has('sep') && !concepts.has('adv'));
  return start?.concepts.has('he') === true || all.some(({ concepts }) => concepts.has('its'));
}

/** « … vient en premier ». */
const isFirst = (span: Span, { words }: Known) => span.tokens.some(({ concepts, raw }) => concepts.has('first') && !words.has(raw));

const otherOf = (span: Span) => span.tokens.find(({ concepts }) => concepts.has('other'))?.raw ?? '';

function namesOf(span: Span, { finding, names }: Known): readonly string[] {
  const said = span.names.flatMap(idsOf).filter((id) => names.has(id));
  return said.length > 0 ? said : [finding.target.toLowerCase()];
}
