/** What a sentence can ask of us, and what it may say about it. */
export const intents = {
  audit_full: ['mode'],
  cluster_status: [],
  section_status: ['section'],
  node_status: ['node'],
  compare: ['since', 'section', 'node'],
  /** `pace` is `slow` when it is to be said more slowly. */
  repeat: ['pace'],
  details: ['section', 'node'],
  schedule: ['mode', 'every', 'at', 'date', 'in'],
  cancel: [],
  explain_score: ['section'],
  remediation: ['section', 'node'],
  /** Not for us, negated, or an action that we never perform. */
  none: [],
} as const;

export type Intent = keyof typeof intents;
