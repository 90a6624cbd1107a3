import type { Dimension, FailureCode, Outcome, Severity } from '../../skill/audit/define.ts';

/** Why something could not be read, as the end of a sentence. */
export const failures = {
  timeout: 'pas de réponse à temps',
  refused: 'connexion refusée',
  reset: 'connexion coupée',
  unreachable: 'machine injoignable',
  dns: 'nom introuvable',
  tls: 'chiffrement refusé',
  denied: 'accès refusé',
  'not-found': 'introuvable',
  'rate-limited': 'trop de demandes',
  'bad-status': 'réponse en échec',
  'too-large': 'réponse trop grande',
  malformed: 'réponse illisible',
  'wrong-product': 'un autre logiciel répond à sa place',
  'missing-tool': 'outil absent',
  bug: "défaut de l'auditeur",
} as const satisfies Record<FailureCode, string>;

export const severities = { critical: 'critique', high: 'élevée', medium: 'moyenne', low: 'faible', info: 'information' } as const satisfies Record<Severity, string>;

export const outcomes = {
  pass: 'conforme',
  warn: 'attention',
  fail: 'échec',
  unknown: 'inconnu',
  'not-applicable': 'sans objet',
  skipped: 'non examiné',
} as const satisfies Record<Outcome, string>;

export const dimensions = {
  stability: 'Stabilité',
  resilience: 'Résilience',
  security: 'Sécurité',
  scalability: 'Extensibilité',
  multimodal: 'Multimodal',
  observability: 'Observabilité',
} as const satisfies Record<Dimension, string>;

const names: Readonly<Record<string, string>> = {
  text: 'texte',
  embedding: 'embeddings',
  vision: 'vision',
  audio: 'audio',
  web: 'recherche web',
  code: 'code',
  orchestration: 'orchestration',
  lmstudio: 'LM Studio',
  ollama: 'Ollama',
  openai: 'OpenAI-compatible',
  temperature: 'température',
  vram: 'mémoire vidéo',
  memory: 'mémoire',
  load: 'charge',
  mounts: 'disques',
  updates: 'mises à jour',
  reboot: 'redémarrage en attente',
  clock: "synchronisation de l'horloge",
  smart: 'santé SMART',
  gateways: 'passerelles',
};

const withArticle: Readonly<Record<string, string>> = {
  text: 'le texte',
  embedding: 'les embeddings',
  vision: 'la vision',
  audio: "l'audio",
  web: 'la recherche web',
  code: 'le code',
  orchestration: "l'orchestration",
};

/** A capability, kind or figure as one names it; what the inventory invented keeps its own word. */
export function named(key: string): string {
  return names[key] ?? key;
}

/** A capability with its article: « on perd les embeddings ». */
export function theOne(capability: string): string {
  return withArticle[capability] ?? `« ${capability} »`;
}
