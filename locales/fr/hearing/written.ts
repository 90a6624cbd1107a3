import { joined, type Vocabulary } from '../../../intents/vocabulary.ts';
import { adverbs } from './adverbs.ts';
import { before, circumstances, openings, reported } from './clauses.ts';
import { courtesy } from './courtesy.ts';
import { foreign } from './foreign.ts';
import { nouns } from './nouns.ts';
import { states } from './states.ts';
import { turns } from './turns.ts';
import { verbs } from './verbs.ts';

const around: Vocabulary['written'] = {
  plain: [...courtesy, ...adverbs, ...circumstances, before],
  before: [before],
  opening: [...circumstances, ...openings],
  alive: states,
  reported,
  foreign,
};

/** Whole classes of words, by what they mean. */
export const written = joined(around, verbs, nouns, turns);
