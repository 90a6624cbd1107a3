import type { Intent } from '../../intents/intents.ts';

/** Sentences that people say, for each intent. */
export const examples = {
  audit_full: ['Jarvis, system audit', 'run the full audit', 'run a quick audit'],
  cluster_status: ['cluster status', 'how are the nodes'],
  section_status: ['how is security doing', 'what is the resilience score'],
  node_status: ['what about M2', 'how is Ollama'],
  compare: ['what changed since yesterday', 'compare with last week'],
  repeat: ['say that again'],
  details: ['more about security', 'more details on M2'],
  schedule: ['an audit every morning at eight', 'schedule an audit in two hours'],
  cancel: ['stop', 'cancel the audit'],
  explain_score: ['why this score', 'why is stability so low'],
  remediation: ['what should I do first', 'how do I fix security'],
  none: ['restart the cluster', 'do not run an audit', 'what is the weather like'],
} as const satisfies Readonly<Record<Intent, readonly string[]>>;
