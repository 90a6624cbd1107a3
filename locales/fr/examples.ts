import type { Intent } from '../../intents/intents.ts';

/** Sentences that people say, for each intent. */
export const examples = {
  audit_full: ['Jarvis, audit système', "lance l'audit complet", 'fais un audit rapide'],
  cluster_status: ['état du cluster', 'comment vont les nœuds'],
  section_status: ['où en est la sécurité', 'quelle est la note de résilience'],
  node_status: ['et M2', "comment va l'Ollama"],
  compare: ["qu'est-ce qui a changé depuis hier", 'compare avec la semaine dernière'],
  repeat: ['répète'],
  details: ['détaille la sécurité', 'plus de détails sur M2'],
  schedule: ['un audit tous les matins à huit heures', 'programme un audit dans deux heures'],
  cancel: ['stop', "annule l'audit"],
  explain_score: ['pourquoi cette note', 'pourquoi la stabilité est si basse'],
  remediation: ["qu'est-ce que je fais en premier", 'comment corriger la sécurité'],
  none: ['redémarre le cluster', "n'audite pas", 'quel temps fait-il'],
} as const satisfies Readonly<Record<Intent, readonly string[]>>;
