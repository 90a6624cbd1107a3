/** What a word can mean to us. A sentence is understood when every word of it means something that the frame expects. */
export type Concept =
  /** Says nothing about what is asked: articles, politeness, hesitation. */
  | 'plain'
  | 'first-person'
  | 'third-person'
  | 'negation'
  /** A denial that names what it denies: « plus d'audit ». */
  | 'denial'
  /** A verb in the perfect: something is told, nothing is asked. */
  | 'told'
  /** What others said, wrote or think. */
  | 'reported'
  /** Begins a clause beside the request: a reason, a circumstance. */
  | 'opening'
  /** Makes our words somebody else's: « système solaire ». */
  | 'foreign'
  // what it is about
  | 'audit'
  | 'exam'
  | 'checkup'
  | 'system'
  | 'cluster'
  | 'nodes'
  | 'node-word'
  | 'node'
  | 'section'
  | 'section-word'
  | 'score'
  | 'summary'
  /** Asks for few words: « en deux mots ». */
  | 'in-short'
  | 'report'
  | 'gpu'
  | 'answer'
  | 'problem'
  | 'everything'
  | 'it'
  | 'mode'
  // what is asked
  | 'launch'
  /** Into a calendar. */
  | 'put'
  | 'inspect'
  | 'tell'
  | 'what-is'
  | 'which'
  | 'status'
  | 'how'
  | 'alive'
  | 'what-about'
  | 'compare'
  | 'change'
  | 'news'
  | 'repeat'
  | 'again'
  | 'slow'
  | 'detail'
  | 'more'
  | 'plan'
  | 'planned'
  | 'running'
  | 'cancel'
  | 'stop'
  | 'silence'
  | 'remove'
  | 'why'
  | 'explain'
  | 'mean'
  | 'computed'
  | 'degree'
  | 'manner'
  | 'advise'
  | 'advice'
  | 'what-to-do'
  | 'first'
  | 'fix'
  | 'forbidden'
  // when
  | 'last'
  | 'before'
  | 'past'
  | 'weekday'
  | 'date'
  | 'at'
  | 'every'
  | 'in'
  | 'evening'
  /** The time that was said before: « ce jour-là ». */
  | 'that-time'
  | 'correction'
  /** Puts something else in a place, and takes nothing back: « plutôt demain ». */
  | 'instead';

/** One meaning of a word; `value` is canonical (`M2`, `security`, `08:00`). */
export interface Meaning {
  readonly concept: Concept;
  readonly value?: string;
}

/** Concepts whose words carry no value. */
export type PlainConcept = Exclude<Concept, 'node' | 'section' | 'mode' | TimedConcept>;
export type TimedConcept = 'past' | 'weekday' | 'date' | 'at' | 'every' | 'in' | 'last';
