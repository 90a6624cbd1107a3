import { vocabulary as english } from '../locales/en/hearing/vocabulary.ts';
import { vocabulary as french } from '../locales/fr/hearing/vocabulary.ts';
import { withoutAsides } from './asides.ts';
import { type Hearsay, hearsayOf, together } from './hearsay.ts';
import { type Language, type Lexicon, languageOf, lexiconOf } from './lexicon.ts';
import { readingsOf, sayingLike } from './mishear.ts';
import { type Veto, vetoOf } from './overheard.ts';
import { type Sayings, sayingsOf } from './sayings.ts';
import { segmentsOf } from './segments.ts';
import type { Context, Matcher, Understanding } from './understanding.ts';
import { none, understandingOf } from './understanding-of.ts';
import { folded, type Piece, piecesOf, type Word } from './words.ts';

/** A longer sentence is not one that is said to an assistant. */
const MOST_CHARACTERS = 500;

const VOCABULARIES = [french, english];

/** What does not depend on nodes, made when a sentence first needs it. */
let language: Language | null = null;
let sayings: Sayings | null = null;
let common: Hearsay | null = null;
let veto: Veto | null = null;

/** Understands sentences about a cluster with these node names (the inventory's ids). */
export function createMatcher(nodes: readonly string[]): Matcher {
  let ours: Lexicon | null = null;
  let hearsay: Hearsay | null = null;
  return (utterance, context) => {
    if (utterance.length > MOST_CHARACTERS) return none('not-for-us');
    language ??= languageOf(VOCABULARIES);
    ours ??= lexiconOf(language, VOCABULARIES, nodes);
    const lexicon = ours;
    const pieces = piecesOf(utterance)
      .flatMap((piece) => unglued(piece, lexicon))
      .filter(({ written }) => !lexicon.hesitations.has(folded(written)));
    const words = lexicon.read(pieces);
    const heard = heardIn(words, lexicon, context);
    if (heard.intent === 'none') return heard;
    veto ??= vetoOf(VOCABULARIES);
    const reason = veto(words, lexicon);
    return reason ? none(reason) : heard;
  };

  function heardIn(words: readonly Word[], lexicon: Lexicon, context: Context): Understanding {
    const exact = segmentsOf(words, lexicon);
    const understood = understandingOf(exact, context);
    if (understood.intent !== 'none' || understood.reason === 'negated') return understood;
    const request = withoutAsides(words, exact, lexicon, context);
    if (request.reason !== 'not-for-us') return request;
    if (understood.reason === 'refused') return understood;
    // made when first needed: what is said clearly needs no ear
    common ??= hearsayOf(lexicon.entries, lexicon.articles);
    hearsay ??= together(common, hearsayOf(lexicon.nodes, lexicon.articles));
    for (const reading of readingsOf(words, exact, lexicon, hearsay)) {
      const heard = understandingOf(reading, context);
      if (heard.reason !== 'not-for-us') return heard;
    }
    sayings ??= sayingsOf(lexicon);
    const saying = sayingLike(words, exact, lexicon, sayings);
    if (saying) {
      const heard = understandingOf(saying, context);
      if (heard.intent !== 'none') return heard;
    }
    return understood;
  }
}

/** « laudit » is « l audit », as speech recognisers write it. */
function unglued(piece: Piece, lexicon: Lexicon): readonly Piece[] {
  const { written, isAfterPause } = piece;
  const text = folded(written);
  const respelled = lexicon.respelled.get(text);
  if (respelled) return respelled.map((each, at) => ({ written: each, isAfterPause: isAfterPause && at === 0 }));
  if (lexicon.knows(text)) return [piece];
  for (const article of lexicon.elided) {
    const rest = text.slice(article.length);
    if (text.startsWith(article) && /^[aeiouyh]/.test(rest) && rest.length > 2 && lexicon.knows(rest))
      return [
        { written: article, isAfterPause },
        { written: written.slice(article.length), isAfterPause: false },
      ];
  }
  return [piece];
}
