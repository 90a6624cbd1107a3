/** What the verifier of model-phrased sentences knows of a language. */
export interface Claims {
  /** All ways to say one concept, separated by bars. */
  readonly words: Readonly<Record<string, string>>;
  /** Numbers as one says them, without hyphens. */
  numbers(): ReadonlyMap<string, number>;
  /** Words that begin a negation and need an end, those that end one, and those that hold its end (« ne … aucun »). */
  negation(): { readonly before: string; readonly after: string; readonly closed: string };
  /** Words that something must follow, and those that cannot: a sentence that was cut has one before a mark. */
  readonly needy: string;
  readonly joints: string;
  /** What says nothing before a word: « est inconnu » also says « inconnu ». */
  readonly light: string;
  /** Pairs of joints that may. */
  readonly mayMeet: string;
  /** Short forms, as they are to be read. */
  spelt(text: string): string;
  /** What a negated concept says, alternatives separated by bars. */
  readonly opposites: Readonly<Record<string, string>>;
}
