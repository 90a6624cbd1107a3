import { type Claim, hasAny, idsOf, setOf } from './span.ts';

const THINGS = setOf(
  'topic risk node score service network lan program updates log backup gpu disk memory ram model port machine server security item security watch',
);

/** « Côté GPU, »: what follows may leave it out. */
export const thingTopicClaim: Claim = (span, _facts, said) => {
  const { tokens, names, figures } = span;
  if (!span.has('topic') || figures.length > 0 || said.awaited || tokens.length === 0) return null;
  if (
    !tokens.every((token) => token.names !== undefined || hasAny(token, THINGS)) ||
    ['none', 'all', 'only'].some((each) => span.has(each))
  )
    return null;
  return { ...said, names: names.length > 0 ? names.flatMap(idsOf) : said.names };
};
