/** What was found in a model's words. `word` is the first that the report does not back; null where something is missing. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: Lie; readonly word: string | null };

export type Lie =
  | 'number'
  | 'name'
  | 'status'
  | 'comparison'
  | 'praise'
  | 'worst-missing'
  | 'action'
  | 'unbacked'
  | 'unreadable'
  | 'too-long'
  | 'unfinished';
