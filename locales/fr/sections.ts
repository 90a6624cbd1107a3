import type { FailureCode } from '../../skill/audit/define.ts';
import { age, duration } from './ages.ts';
import { failures, named, theOne } from './names.ts';
import { bytes, digits, list, plural } from './numbers.ts';

/** « le 23 février 2026 à 14 h 30 », from a local ISO time: the zone is the one it was written in. */
function moment(iso: string): string {
  const [, year = '', month = '1', day = '1', hour = '', minute = ''] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(iso) ?? [];
  const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
  return `le ${day === '01' ? '1er' : Number(day)} ${months[Number(month) - 1]} ${year} à ${Number(hour)} h ${minute}`;
}

const counted = (count: number, one: string, many?: string) => `${digits(count)} ${plural(count, one, many)}`;

const bottlenecks = {
  'slow-node': (node: string, ms: number) => `${node} met ${digits(ms)} ms à répondre`,
  'full-gpu': (gpu: string, free: number) => `le GPU ${gpu} n'a que ${digits(Math.floor(100 * free))} % de mémoire libre`,
  'hot-gpu': (gpu: string, degrees: number) => `le GPU ${gpu} est à ${digits(degrees)} °C`,
  'busy-processor': (machine: string, load: number) => `${machine} a une charge de ${digits(load, 1)} par cœur`,
  'full-memory': (machine: string, free: number) => `${machine} n'a que ${digits(Math.floor(100 * free))} % de mémoire disponible`,
} as const;

/** Titles, table heads and fixed phrases of the ten sections and of the console. */
export const sections = {
  titles: {
    'executive-summary': 'Synthèse',
    'architecture-map': "Carte de l'architecture",
    'node-health': 'Santé des nœuds',
    topology: 'Topologie et dépendances',
    multimodal: 'Capacités multimodales',
    risks: 'Risques',
    security: 'Sécurité',
    performance: 'Performances et marge',
    persistence: 'Persistance et reprise',
    readiness: 'Notes et verdict',
  },
  moment: (iso: string) => moment(iso),
  heading: (cluster: string, version: string, mode: string, timestamp: string) =>
    `${cluster}${version ? ` ${version}` : ''} — audit ${mode === 'quick' ? 'rapide' : 'complet'}, ${moment(timestamp)}`,
  statuses: { ok: 'RIEN DE GRAVE', warning: 'ATTENTION', critical: 'CRITIQUE', unknown: 'INCONNU' },
  verdicts: { ready: 'prêt', 'not-ready': 'ne pas déployer', unknown: 'impossible à dire' },
  targetStatuses: { up: 'lu', unknown: 'non lu', skipped: 'non examiné' },
  nodeStatuses: {
    up: 'répond',
    degraded: 'dégradé',
    down: 'en panne',
    unknown: 'inconnu',
    'planned-down': 'arrêt prévu',
    skipped: 'non examiné',
  },
  open: (critical: number, high: number, medium: number, low: number) => {
    const parts = [
      critical > 0 ? counted(critical, 'critique') : '',
      high > 0 ? counted(high, 'élevé') : '',
      medium > 0 ? counted(medium, 'moyen') : '',
      low > 0 ? counted(low, 'faible') : '',
    ].filter(Boolean);
    return parts.length === 0 ? 'Aucun problème constaté.' : `Problèmes : ${list(parts)}.`;
  },
  nodesUp: (up: number, expected: number, planned: number, someDegraded: boolean) => {
    const can = someDegraded ? plural(up, 'est utilisable', 'sont utilisables') : plural(up, 'répond', 'répondent');
    const what =
      up === 0
        ? `aucun des ${digits(expected)} attendus ${someDegraded ? "n'est utilisable" : 'ne répond'}`
        : `${digits(up)} sur ${digits(expected)} ${plural(expected, 'attendu')} ${can}`;
    return `Nœuds : ${expected === 1 && up === 0 ? `le seul attendu ${someDegraded ? "n'est pas utilisable" : 'ne répond pas'}` : what}${planned > 0 ? ` ; ${digits(planned)} à l'arrêt prévu` : ''}.`;
  },
  allPlannedDown: (planned: number) =>
    planned === 1
      ? "Nœuds : le seul déclaré est à l'arrêt, comme prévu."
      : `Nœuds : les ${digits(planned)} déclarés sont à l'arrêt, comme prévu.`,
  noNodeAsked: "Nœuds : aucun n'est examiné dans ce mode.",
  andMoreNames: (count: number) => `et ${digits(count)} ${plural(count, 'autre')}`,
  moreRows: (count: number) => `… et ${digits(count)} ${plural(count, 'autre ligne', 'autres lignes')} dans le rapport JSON.`,
  unworded: (id: string) => `Constat d'une autre version (${id}).`,
  staleText: (text: string) => `Non revérifié : ${text}`,
  recheck: (target: string) => `Rendre ${target} de nouveau lisible, puis relancer l'audit.`,
  noNodes: "Aucun nœud IA dans l'inventaire.",
  gpus: (count: number, vramMiB: number | null, unreadTargets: number) =>
    `GPU : ${digits(count)}${vramMiB === null ? '' : `, ${bytes(vramMiB * 1024 ** 2)} de mémoire vidéo`}${unreadTargets > 0 ? ` ; sans ${counted(unreadTargets, 'cible non lue', 'cibles non lues')}` : ''}.`,
  overall: (score: number | null, grade: string | null, verdict: string) =>
    score === null
      ? `Pas de note globale : stabilité ou sécurité non notée. Verdict : ${verdict}.`
      : `Note globale : ${score}/100 (${grade}). Verdict : ${verdict}.`,
  notSeen: (target: string, failure: FailureCode, masks: number) =>
    `${target} n'a pas pu être lu : ${failures[failure]}${masks > 0 ? ` (explique ${counted(masks, 'autre constat', 'autres constats')})` : ''}.`,
  skipped: (targets: readonly string[]) => `Non examiné en mode rapide : ${list(targets)}.`,
  blindNetwork: "Cette machine n'a pas d'autre réseau qu'elle-même : rien de distant ne peut être jugé.",
  blindClock: "L'horloge de cette machine est fausse : les âges et les dates ne sont pas fiables.",
  notRoot: 'Audit fait sans les droits root : les processus des autres et certains disques peuvent rester anonymes.',
  firstAudit: 'Premier audit de ce mode : pas encore de comparaison.',
  evolution: (since: string, fixed: number, fresh: number, persisting: number, unverified: number, flapping: number, scope: number) => {
    const parts = [
      counted(fixed, 'réglé'),
      counted(fresh, 'nouveau', 'nouveaux'),
      counted(persisting, 'inchangé'),
      unverified > 0 ? counted(unverified, 'non revérifié') : '',
      flapping > 0 ? counted(flapping, 'instable') : '',
      scope > 0 ? counted(scope, 'changement de périmètre', 'changements de périmètre') : '',
    ].filter(Boolean);
    return `Depuis l'audit précédent (${moment(since)}) : ${list(parts)}.`;
  },
  stale: (since: string) => `non revérifié, ouvert depuis ${moment(since)}`,
  openSince: (since: string) => `depuis ${moment(since)}`,
  urls: "Adresses d'accès (sans identifiants) :",
  gpuNames: (names: string) => `GPU : ${names}`,
  loaded: (models: readonly string[]) => `chargé : ${models.join(', ')}`,
  nodeHead: () => ['Nœud', 'État', 'Latence', 'Modèles', 'GPU °C', 'VRAM libre'],
  loadedHead: () => ['Nœud', 'Modèle chargé', 'Taille', 'Contexte', 'VRAM'],
  estimateLegend: '≈ : estimation (taille des poids × 1,2), et non une mesure.',
  cloudModels: (count: number) => `+ ${digits(count)} cloud`,
  capabilityHead: () => ['Capacité', 'Assurée par', 'Non lu', 'Repli'],
  yes: 'oui',
  no: 'non',
  capability: (name: string): string => named(name),
  theCapability: (name: string): string => theOne(name),
  list: (items: readonly string[]) => list(items),
  single: (id: string, what: string) => `Point unique : sans ${id}, on perd ${what}.`,
  noSingle: 'Aucun point unique de défaillance trouvé.',
  noCapability: 'Aucune capacité déclarée ou prouvée : rien à dire des replis.',
  cells: { proven: '✓ prouvé', installed: 'installé', cloud: 'cloud', promised: 'promis', none: '–', unknown: '? inconnu' },
  cellsLegend:
    "prouvé : chargé ou servi à l'instant · installé : pas chargé · cloud : ailleurs · promis : dit par l'inventaire, non prouvé",
  noRisk: 'Aucun risque moyen ou plus grave constaté.',
  masked: (count: number) =>
    `${counted(count, 'constat', 'constats')} de plus ${plural(count, "s'explique", "s'expliquent")} par une panne déjà signalée.`,
  remedy: 'À faire :',
  verify: 'Vérifier :',
  portHead: () => ['Port', 'Proto', 'Adresse', 'Propriétaire', 'Exposé'],
  exposed: (isExposed: boolean) => (isExposed ? 'exposé' : 'interne'),
  portsUnread: "Les écouteurs de la machine n'ont pas été lus.",
  noListener: 'Aucun écouteur sur cette machine.',
  ownersPartial: (isRoot: boolean) =>
    isRoot
      ? 'Des propriétaires restent inconnus : ils vivent dans un autre espace de processus (conteneur…).'
      : 'Des propriétaires restent inconnus : relancer avec sudo pour les nommer.',
  trust: "Frontières de confiance, de l'extérieur vers l'intérieur :",
  zones: { wan: 'Internet', lan: 'Réseau local', loopback: 'La machine elle-même', unknown: 'Portée inconnue' },
  zone: (zone: string, count: number, names: string, open: string, untold: number) =>
    `${zone} : ${counted(count, 'service')} (${names}).${open ? ` Sans authentification : ${open}.` : ''}${untold > 0 ? ` Authentification inconnue pour ${digits(untold)}.` : ''}`,
  noWan: "Internet : aucun service déclaré ni vu ; une redirection de la box ne se verrait pas d'ici.",
  noService: (zone: string) => `${zone} : aucun service vu.`,
  trustHead: () => ['Portée', 'Service', 'Adresse', 'Authentification', 'Vu par'],
  reach: { wan: 'Internet', lan: 'réseau local', loopback: 'machine', unknown: 'inconnue' },
  authentication: {
    none: (status: number | null) => `aucune${status === null ? '' : ` (${status})`}`,
    required: (status: number | null) => `exigée${status === null ? '' : ` (${status})`}`,
    unknown: (status: number | null) => `inconnue${status === null ? '' : ` (${status})`}`,
    'not-asked': () => 'non examinée',
  },
  seenBy: { answer: 'réponse', listener: 'écoute', declaration: 'inventaire', nothing: '–' },
  contradicts: (name: string, declared: string, seen: string) => `${name} : déclaré ${declared}, vu ${seen}.`,
  reachOf: { wan: 'sur Internet', lan: 'sur le réseau local', loopback: 'sur la machine elle-même' },
  secretsNotRead: "Fichiers de secrets : aucun n'a été lu, rien n'en est dit.",
  secretsRead: (files: number, found: number) =>
    `Secrets : ${digits(files)} ${plural(files, 'fichier')} ${plural(files, 'lu')}, ${found === 0 ? 'aucun secret en clair' : `${digits(found)} en clair`}.`,
  secretHead: () => ['Fichier', 'Ligne', 'Nom', 'Ouvre'],
  performanceHead: () => ['Nœud', 'Latence', 'Réponse à une invite', 'Jetons/s', 'Modèle interrogé'],
  gpuHead: () => ['GPU', 'Nom', '°C', 'Libre', 'Total', 'Usage'],
  gpuUnread: "GPU : déclarés, mais ils n'ont pas pu être lus.",
  noGpu: "GPU : aucun n'est déclaré dans l'inventaire.",
  vram: (machine: string, freeMiB: number | null, totalMiB: number, modelsMiB: number | null, isEstimate: boolean) => {
    const size = (mebibytes: number) => bytes(mebibytes * 1024 ** 2);
    const mark = isEstimate ? '≈ ' : '';
    const over = modelsMiB === null ? 0 : modelsMiB - totalMiB;
    const room = over > 0 ? `, ${mark}${size(over)} de trop` : '';
    const models =
      modelsMiB === null
        ? 'place des modèles inconnue'
        : modelsMiB === 0
          ? 'aucun modèle en VRAM'
          : `modèles chargés ${mark}${size(modelsMiB)}${isEstimate ? ' (estimation)' : ''}${room}`;
    return `${machine} : VRAM libre ${freeMiB === null ? 'inconnue' : size(freeMiB)} sur ${size(totalMiB)} ; ${models}`;
  },
  machine: (id: string, cores: number | null, load: number | null, available: number | null, total: number | null) =>
    `${id} : ${cores === null ? 'nombre de cœurs inconnu' : counted(cores, 'cœur')}, charge ${load === null ? 'inconnue' : digits(load, 2)}, mémoire disponible ${available === null || total === null ? 'inconnue' : `${bytes(available)} sur ${bytes(total)}`}`,
  bottlenecks: (found: readonly { what: keyof typeof bottlenecks; subject: string; value: number; others: number }[]) =>
    found.length === 0
      ? "Goulots d'étranglement : aucun dans ce qui a été lu."
      : `Goulots d'étranglement : ${found.map(({ what, subject, value, others }) => `${bottlenecks[what](subject, value)}${others > 0 ? ` (et ${counted(others, 'autre')})` : ''}`).join(' ; ')}.`,
  mountHead: () => ['Montage', 'Utilisé', 'Libre', 'Total', 'Mode'],
  readOnly: (isReadOnly: boolean) => (isReadOnly ? 'lecture seule' : 'écriture'),
  noMount: "Aucun disque n'a pu être lu.",
  noBackup: "Sauvegardes : aucune n'est déclarée dans l'inventaire ; RPO et RTO inconnus.",
  backupHead: () => ['Sauvegarde', 'Date', 'RPO', 'Copies', 'Taille', 'RTO', 'Visé', 'Essai'],
  backupLegend: (mibPerSecond: number) =>
    `RPO : âge mesuré de la dernière sauvegarde. Taille : celle de la dernière, et son écart aux précédentes. RTO : durée du dernier essai de restauration noté ; avec ≈, simple estimation à ${digits(mibPerSecond)} Mio/s supposés.`,
  logHead: () => ['Journal', 'Dernier ajout', 'Âge', 'Fichiers', 'Taille', 'Rotation'],
  noLog: "Journaux : aucun n'est déclaré dans l'inventaire ; rien n'en est dit.",
  rotations: { journald: 'journald', siblings: 'oui', logrotate: 'logrotate', none: 'non', unknown: '?' },
  none: 'aucune',
  untold: 'non noté',
  age: (hours: number) => age(hours),
  duration: (minutes: number) => duration(minutes),
  estimated: (minutes: number) => `≈ ${duration(minutes)}`,
  trend: (percent: number) => `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${digits(Math.abs(percent))} %`,
  shortDay: (iso: string) => iso.replace(/^\d+-(\d+)-(\d+)T.*$/s, '$2/$1'),
  day: (iso: string) => iso.replace(/^(\d+)-(\d+)-(\d+).*$/s, '$3/$2/$1'),
  shortMoment: (iso: string) => iso.replace(/^\d+-(\d+)-(\d+)T(\d+):(\d+).*$/s, '$2/$1 $3 h $4'),
  scoreNull: {
    'nothing-to-measure': 'rien à mesurer dans cet inventaire',
    'too-little-read': 'trop peu a pu être lu pour noter',
    skipped: 'non noté en mode rapide',
  },
  components: {
    'nodes-up': 'nœuds en marche',
    latency: 'latence',
    'gpu-temperature': 'température des GPU',
    failover: 'replis',
    'model-redundancy': 'modèles en double',
    'no-single-point': 'points uniques',
    authentication: 'authentification',
    'safe-ports': 'ports',
    'no-exposed-keys': 'clés exposées',
    'gpu-headroom': 'marge des GPU',
    'routing-diversity': 'diversité des routes',
    'node-count': 'nombre de nœuds',
    text: 'texte',
    embedding: 'embeddings',
    vision: 'vision',
    audio: 'audio',
    logs: 'journaux',
    monitoring: 'supervision',
    backups: 'sauvegardes',
  },
  restsOn: (components: readonly string[]) => `repose seulement sur ${list(components)}`,
  overallCoverage: (share: number) => `vérifié à ${digits(Math.floor(share * 100))} %`,
  coverage: (share: number) => `couverture ${digits(Math.floor(share * 100))} %`,
  cap: (value: number, reason: string, count: number) =>
    `plafond ${value} : ${counted(count, reason === 'critical' ? 'problème critique' : reason === 'high' ? 'problème élevé' : 'problème moyen', reason === 'critical' ? 'problèmes critiques' : reason === 'high' ? 'problèmes élevés' : 'problèmes moyens')}`,
  unknownValue: '?',
  milliseconds: (ms: number) => `${digits(ms)} ms`,
  bytes: (value: number) => bytes(value),
  number: (value: number, decimals: number) => digits(value, decimals),
  notSeenTitle: "Ce qui n'a pas pu être vu",
  nothingUnseen: "Tout ce que l'inventaire déclare a été lu.",
  partlySeen: (count: number) => `${counted(count, 'point reste inconnu', 'points restent inconnus')} dans ce qui a été lu :`,
  firstTitle: "À faire d'abord",
  nothingToDo: "Rien à faire d'urgent.",
  also: (count: number) => `et ${counted(count, 'autre étape', 'autres étapes')} au §6.`,
  horizons: { '48h': 'sous 48 heures', 'week-1': 'cette semaine', later: 'plus tard' },
  likewise: (subjects: readonly string[]) => `De même pour ${list(subjects)}.`,
  checksHead: { code: 'Code', title: 'Contrôle', severity: 'Gravité', dimension: 'Note' },
  savedAs: (path: string) => `Rapport : ${path}`,
} as const;
