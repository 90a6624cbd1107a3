import type { Facts } from './facts.ts';
import { type Claim, idsOf, isMadeOf, type Said, type Span, setOf } from './span.ts';

const CAPABILITY = 'cap:';
const PROVIDED = 'provides rests also the one of node all num only it has still only single server machine none no';

/** « La génération de texte est assurée par M1 et M2 »: by those, and by no other where it says « seul ». */
export const provisionClaim: Claim = (span, facts, said) => {
  const capabilities = [...span.concepts].filter((concept) => concept.startsWith(CAPABILITY)).map((each) => each.slice(CAPABILITY.length));
  if (facts.isCutOff || said.awaited || capabilities.length === 0 || !span.has('provides')) return null;
  if (!isMadeOf(span, setOf(`${PROVIDED} ${capabilities.map((each) => CAPABILITY + each).join(' ')}`))) return null;
  return capabilities.every((each) => isProvidedSo(span, providersOf(each, facts), facts)) ? said : null;
};

function isProvidedSo(span: Span, up: readonly string[], { expected }: Facts): boolean {
  const named = span.names.map(idsOf);
  const [count, second] = span.figures;
  if (second || count?.unit !== undefined || !named.every((ids) => ids.some((id) => up.includes(id)))) return false;
  if (span.has('none')) return up.length === 0 && named.length === 0 && !count && !span.has('all');
  if (count && count.value !== up.length) return false;
  const isExact =
    span.has('only') || span.has('single') || span.tokens.some(({ concepts }) => concepts.has('rests') && !concepts.has('provides'));
  if (isExact && (named.length === 0 || named.length !== up.length)) return false;
  const isOfAll = span.has('all') && named.length < 2;
  if (isOfAll && (named.length > 0 || expected.some((id) => !up.includes(id.toLowerCase())))) return false;
  return named.length > 0 || count !== undefined || isOfAll;
}

/** In small letters: those that provide it now. */
function providersOf(capability: string, { report }: Facts): readonly string[] {
  const { capabilities = [] } = (report.report_sections.find(({ id }) => id === 'topology')?.data ?? {}) as {
    capabilities?: readonly { readonly capability: string; readonly up: readonly string[] }[];
  };
  return (capabilities.find((each) => each.capability === capability)?.up ?? []).map((id) => id.toLowerCase());
}

const LOADED = setOf('loaded model the one all node it each has also');

/** « M1 a chargé qwen3-8b », « chaque nœud a chargé qwen3-8b ». */
export const loadedClaim: Claim = (span, facts, said) => {
  if (facts.isCutOff || said.awaited || !span.has('loaded') || span.figures.length > 0 || !isMadeOf(span, LOADED)) return null;
  const ids = span.names.map(idsOf);
  const nodes = ids.flatMap((each) => each.flatMap((id) => facts.nodes.get(id) ?? []).slice(0, 1));
  const models = ids.filter((each) => !each.some((id) => facts.nodes.has(id)));
  const where = nodes.length > 0 ? nodes : whereElse(span, facts, said);
  if (models.length === 0 || where.length === 0) return null;
  const isLoaded = (node: string, wanted: readonly string[]) =>
    facts.report.nodes[node]?.models.some(({ id, loaded }) => loaded === true && wanted.includes(id.toLowerCase())) ?? false;
  return where.every((node) => models.every((model) => isLoaded(node, model))) ? said : null;
};

/** « Chaque nœud », « chacun d'eux ». */
function whereElse(span: Span, facts: Facts, { names }: Said): readonly string[] {
  if (span.has('node')) return span.has('all') ? facts.expected : [];
  return names.flatMap((name) => facts.nodes.get(name) ?? []);
}

const NO_POINT = setOf('none spof seen has read one the also no single of risk');

/** « Aucun point unique de défaillance »: only where all was looked at. */
export const noPointClaim: Claim = (span, { report, open, isCutOff }, said) => {
  if (isCutOff || said.awaited || !span.has('spof') || !span.has('none') || span.names.length + span.figures.length > 0) return null;
  if (!isMadeOf(span, NO_POINT)) return null;
  const isSeen = report.findings.some(({ code, outcome }) => code === 'ARCH-001' && outcome === 'pass');
  const isSo = isSeen && report.topology.singlePoints.length === 0 && !open.some(({ finding }) => finding.code === 'ARCH-001');
  return isSo ? { ...said, isNothingWrong: said.isNothingWrong || report.status === 'ok' } : null;
};
