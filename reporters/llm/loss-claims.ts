import type { Facts } from './facts.ts';
import type { Known } from './known.ts';
import { type Claim, idsOf, isMadeOf, type Span, setOf, telling } from './span.ts';

const WORDS =
  'whole several cause provides seen has of if falls loss_of lose without rests spof fallback machine it its one also the warn worst critical high risk next adv other_cap only must';

/** « Si tour tombe, on perd l'orchestration »: the right component, and no capability that it does not carry. */
export const lossClaim: Claim = (span, facts, said) => {
  if (facts.isCutOff || span.figures.length > 0) return null;
  const named = [...new Set(span.tokens.flatMap(({ concepts }) => [...concepts].filter((concept) => concept.startsWith('cap:'))))];
  // « …, qui dépend de la seule machine tour »
  const capabilities = named.length === 0 && span.has('rests') ? [...said.spoken].filter((concept) => concept.startsWith('cap:')) : named;
  const isNegative =
    span.has('fallback') ||
    (span.has('without') &&
      !span.has('rests') &&
      !span.tokens.some(({ concepts }) => concepts.has('none') && concepts.size === 1 && span.has('lose')));
  const allowed = setOf(`${WORDS} ${capabilities.join(' ')} ${isNegative ? 'none nor' : ''} ${span.has('rests') ? 'all' : ''}`);
  if (!isMadeOf(span, allowed) || !isConditional(span, capabilities.length)) return null;
  if (span.has('fallback') && !span.has('none') && !span.has('without')) return null;
  const components = span.names.length > 0 ? span.names.map(idsOf) : said.names.length > 0 ? [said.names] : [];
  if (components.length === 0) return null;
  const loses = capabilities.map((concept) => concept.slice(4));
  const told = components.flatMap((ids) => pointOf(ids, loses, facts));
  if (told.length < components.length) return null;
  if (span.has('only') && !span.has('rests') && !told.every((known) => losesOnly(known, loses))) return null;
  if (!isAsBad(span, told, facts)) return null;
  return telling(said, told, components.flat());
};

function isAsBad(span: Span, told: readonly Known[], { worst }: Facts): boolean {
  if (span.has('worst') && !told.some((known) => worst.includes(known))) return false;
  return !span.has('critical') || told.some(({ finding }) => finding.severity === 'critical');
}

/** « On perd seulement l'orchestration ». */
const losesOnly = ({ finding }: Known, loses: readonly string[]) =>
  (finding.message.values as { loses?: readonly string[] }).loses?.length === loses.length;

function isConditional(span: Span, capabilities: number): boolean {
  if (span.has('spof')) return true;
  if (capabilities === 0) return false;
  if (span.has('without') || span.has('rests')) return true;
  const isBoth = (cause: string) => span.all.some((a) => a.concepts.has(cause) && span.all.some((b) => b !== a && b.concepts.has('lose')));
  return span.has('if') ? isBoth('falls') || isBoth('loss_of') : isBoth('loss_of');
}

/** The single point that is one of these and loses all of that. */
function pointOf(ids: readonly string[], loses: readonly string[], { open }: Facts): readonly Known[] {
  return open
    .filter(({ finding }) => {
      const values = finding.message.values as { component?: string; loses?: readonly string[]; isDown?: boolean };
      if (finding.message.id !== 'single-point' || finding.stale) return false;
      if (!ids.includes(finding.subject.toLowerCase())) return false;
      return loses.every((capability) => values.loses?.includes(capability));
    })
    .slice(0, 1);
}

const FALLBACK = setOf(
  'planned if falls seen cause nor has of fallback none rests only it its one also the next adv missing down without must',
);

/** « Pas de repli pour les embeddings ». */
export const fallbackClaim: Claim = (span, { open, isCutOff }, said) => {
  // « ne manquent pas de repli »
  const isTwice = span.has('none') && span.tokens.some(({ concepts }) => ['missing', 'without', 'down'].some((each) => concepts.has(each)));
  if (isCutOff || isTwice || !span.has('fallback') || !(span.has('none') || span.has('missing') || span.has('without'))) return null;
  const capabilities = [...new Set(span.tokens.flatMap(({ concepts }) => [...concepts].filter((concept) => concept.startsWith('cap:'))))];
  if (span.figures.length > 0) return null;
  // « …, et rien n'est prévu pour prendre le relais »: of what was just said to be lost
  if (capabilities.length === 0) {
    const last = said.here.at(-1);
    return span.names.length === 0 && isMadeOf(span, FALLBACK) && last?.finding.code.startsWith('ARCH-') ? said : null;
  }
  if (!isMadeOf(span, new Set([...FALLBACK, ...capabilities]))) return null;
  const told = capabilities.map((concept) =>
    open.find(({ finding }) => {
      const { capability, up = [] } = finding.message.values as { capability?: string; up?: readonly string[] };
      if (finding.message.id !== 'no-fallback' || finding.stale || `cap:${capability}` !== concept) return false;
      return span.names.every((name) => idsOf(name).some((id) => up.some((each) => each.toLowerCase() === id)));
    }),
  );
  return told.every((known) => known !== undefined) ? telling(said, told as readonly Known[]) : null;
};
