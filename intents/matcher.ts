import { withoutAsides } from './asides.ts';
import { calledOff, corrected } from './corrections.ts';
import { type Hearsay, hearsayOf, together } from './hearsay.ts';
import { type Language, type Lexicon, languageOf, lexiconOf } from './lexicon.ts';
import { readingsOf, sayingLike } from './mishear.ts';
import { type Veto, vetoOf } from './overheard.ts';
import { type Sayings, sayingsOf } from './sayings.ts';
import { segmentsOf } from './segments.ts';
import { soundTable } from './sound-table.ts';
import { sayings as sayingTable, sounds as soundsOfAll } from './tables.ts';
import type { Context, Matcher, Understanding } from './understanding.ts';
import { none, understandingOf } from './understanding-of.ts';
import { folded, type Piece, piecesOf, type Word } from './words.ts';

/** A longer sentence is not one that is said to an assistant. */
const MOST_CHARACTERS = 500;

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
    language ??= languageOf();
    ours ??= lexiconOf(language, nodes);
    const lexicon = ours;
    const pieces = piecesOf(utterance)
      .flatMap((piece) => unglued(piece, lexicon))
      .filter(({ written }) => !lexicon.hesitations.has(folded(written)));
    const words = lexicon.read(pieces);
    const heard = heardIn(words, lexicon, context);
    if (heard.intent === 'none') return heard;
    veto ??= vetoOf();
    const reason = veto(words);
    return reason ? none(reason) : heard;
  };

  function heardIn(words: readonly Word[], lexicon: Lexicon, context: Context): Understanding {
    const exact = segmentsOf(words, lexicon);
    const whole = understandingOf(exact, context);
    const understood = corrected(exact, whole) ?? calledOff(words, exact) ?? whole;
    if (understood.intent !== 'none' || understood.reason === 'negated') return understood;
    const request = withoutAsides(words, exact, lexicon, context);
    if (request.reason !== 'not-for-us') return request;
    if (understood.reason === 'refused') return understood;
    // made when first needed: what is said clearly needs no ear
    common ??= hearsayOf(soundsOfAll());
    hearsay ??= together(common, hearsayOf(soundTable(lexicon.nodes, lexicon.articles)));
    for (const reading of readingsOf(words, exact, lexicon, hearsay)) {
      const heard = understandingOf(reading, context);
      if (heard.reason !== 'not-for-us') return heard;
    }
    sayings ??= sayingsOf(sayingTable());
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
  const article = lexicon.elided.find((each) => text.startsWith(each) && GLUED.test(text.slice(each.length)));
  if (article === undefined || lexicon.knows(text) || !lexicon.knows(text.slice(article.length))) return [piece];
  return [
    { written: article, isAfterPause },
    { written: written.slice(article.length), isAfterPause: false },
  ];
}

const GLUED = /^[aeiouyh]../;
