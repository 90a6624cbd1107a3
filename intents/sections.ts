/** What one can ask about by name: the ten sections of a report, its scores, and the dimensions. */
export type Section =
  | 'summary'
  | 'architecture'
  | 'nodes'
  | 'topology'
  | 'multimodal'
  | 'risks'
  | 'security'
  | 'performance'
  | 'persistence'
  | 'scores'
  | 'stability'
  | 'resilience'
  | 'scalability'
  | 'observability';
