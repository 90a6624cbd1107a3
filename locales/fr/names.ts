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

export const severities = {
  critical: 'critique',
  high: 'élevée',
  medium: 'moyenne',
  low: 'faible',
  info: 'information',
} as const satisfies Record<Severity, string>;

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
  openai: 'serveur compatible OpenAI',
  command: 'commande',
  host: 'machine',
  mcp: 'MCP',
  gpu: 'GPU',
  docker: 'conteneurs',
  compose: 'fichiers Compose',
  backups: 'sauvegardes',
  logs: 'journaux',
  temperature: 'température',
  vram: 'mémoire vidéo',
  memory: 'mémoire',
  load: 'charge',
  mounts: 'disques',
  updates: 'mises à jour',
  reboot: 'redémarrage en attente',
  clock: 'horloge',
  smart: 'santé SMART',
  gateways: 'passerelles',
};

const withArticle: Readonly<Record<string, string>> = {
  text: 'la génération de texte',
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

/** « de M1 », « d'OL1 ». */
export function of(name: string): string {
  return beginsWithVowel(name) ? `d'${name}` : `de ${name}`;
}

/** « que M1 », « qu'OL1 ». */
export function that(name: string): string {
  return beginsWithVowel(name) ? `qu'${name}` : `que ${name}`;
}

function beginsWithVowel(name: string): boolean {
  return /^[aeiouàâäéèêëîïôöûüœ]/i.test(name);
}

/** A target in a sentence: one that bears the name of what it reads is called by it. */
export function theTarget(id: string): string {
  return Object.hasOwn(OWN_NAMES, id.toLowerCase()) ? (OWN_NAMES[id.toLowerCase()] ?? id) : id;
}

const OWN_NAMES: Readonly<Record<string, string>> = {
  gpu: 'les GPU',
  gpus: 'les GPU',
  ports: 'les ports',
  docker: 'les conteneurs',
  podman: 'les conteneurs',
  compose: 'les fichiers Compose',
};

/** Figures of a machine that may be out of reach. */
export type Unreadable = 'memory' | 'load' | 'mounts' | 'updates' | 'reboot' | 'clock' | 'smart' | 'gateways';

/** Why one could not be read here, and what would let the next audit read it. */
export function unreadable(
  what: Unreadable,
  failure: FailureCode | 'stale' | 'not-applicable' | 'not-exported',
): { readonly reason: string; readonly remedy: string } {
  if (failure === 'not-applicable') return { reason: 'sans objet sur ce système', remedy: 'Rien à faire.' };
  if (failure === 'not-exported')
    return {
      reason: "l'exportateur de cette machine ne le dit pas",
      remedy: "Activer ce relevé dans l'exportateur (collecteur ou fichier texte), ou lire la valeur sur la machine.",
    };
  if (failure === 'denied') return { reason: 'accès refusé', remedy: "Relancer l'audit avec les droits nécessaires (sudo)." };
  const usual = failure === 'stale' ? 'listes trop anciennes' : failures[failure];
  const special = SPECIAL[`${what} ${failure}`];
  if (special) return special;
  return { reason: usual, remedy: "Relancer l'audit ; si cela dure, lire la valeur à la main." };
}

const SPECIAL: Readonly<Partial<Record<`${Unreadable} ${FailureCode | 'stale'}`, { readonly reason: string; readonly remedy: string }>>> = {
  'updates stale': { reason: 'listes de paquets trop anciennes', remedy: 'Rafraîchir les listes : sudo apt update.' },
  'clock missing-tool': {
    reason: "rien ici ne dit si elle est à l'heure (ni systemd ni timedatectl)",
    remedy: 'Installer une synchronisation que timedatectl connaît (systemd-timesyncd ou chrony).',
  },
  'smart missing-tool': { reason: 'smartctl absent', remedy: 'Installer smartmontools : sudo apt install smartmontools.' },
};
