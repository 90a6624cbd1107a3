import type { Locale } from '../locale.ts';
import { age, duration } from './ages.ts';
import { failures, named, theOne } from './names.ts';
import { bytes, digits, list, plural } from './numbers.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** « 23 February 2026 at 14:30 », from a local ISO time: the zone is the one it was written in. */
function moment(iso: string): string {
  const [, year = '', month = '1', day = '1', hour = '', minute = ''] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(iso) ?? [];
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year} at ${hour}:${minute}`;
}

const counted = (count: number, one: string, many?: string) => `${digits(count)} ${plural(count, one, many)}`;

const bottlenecks = {
  'slow-node': (node: string, ms: number) => `${node} takes ${digits(ms)} ms to answer`,
  'full-gpu': (gpu: string, free: number) => `GPU ${gpu} has only ${digits(Math.floor(100 * free))} % of its memory free`,
  'hot-gpu': (gpu: string, degrees: number) => `GPU ${gpu} is at ${digits(degrees)} °C`,
  'busy-processor': (machine: string, load: number) => `${machine} has a load of ${digits(load, 1)} per core`,
  'full-memory': (machine: string, free: number) => `${machine} has only ${digits(Math.floor(100 * free))} % of its memory available`,
} as const;

/** Titles, table heads and fixed phrases of the ten sections and of the console. */
export const sections: Locale['sections'] = {
  titles: {
    'executive-summary': 'Summary',
    'architecture-map': 'Architecture map',
    'node-health': 'Node health',
    topology: 'Topology and dependencies',
    multimodal: 'Multimodal capabilities',
    risks: 'Risks',
    security: 'Security',
    performance: 'Performance and headroom',
    persistence: 'Persistence and recovery',
    readiness: 'Scores and verdict',
  },
  moment: (iso: string) => moment(iso),
  heading: (cluster: string, version: string, mode: string, timestamp: string) =>
    `${cluster}${version ? ` ${version}` : ''} — ${mode === 'quick' ? 'quick' : 'full'} audit, ${moment(timestamp)}`,
  statuses: { ok: 'NOTHING SERIOUS', warning: 'WARNING', critical: 'CRITICAL', unknown: 'UNKNOWN' },
  verdicts: { ready: 'ready', 'not-ready': 'do not deploy', unknown: 'impossible to say' },
  targetStatuses: { up: 'read', unknown: 'not read', skipped: 'not examined' },
  nodeStatuses: {
    up: 'answering',
    degraded: 'degraded',
    down: 'down',
    unknown: 'unknown',
    'planned-down': 'planned down',
    skipped: 'not examined',
  },
  open: (critical: number, high: number, medium: number, low: number) => {
    const parts = [
      critical > 0 ? `${digits(critical)} critical` : '',
      high > 0 ? `${digits(high)} high` : '',
      medium > 0 ? `${digits(medium)} medium` : '',
      low > 0 ? `${digits(low)} low` : '',
    ].filter(Boolean);
    return parts.length === 0 ? 'No problem found.' : `Problems: ${list(parts)}.`;
  },
  nodesUp: (up: number, expected: number, planned: number, someDegraded: boolean) => {
    const can = someDegraded ? 'usable' : 'answering';
    const what =
      up === 0
        ? `none of the ${digits(expected)} expected is ${can}`
        : `${digits(up)} of ${digits(expected)} expected ${plural(up, 'is', 'are')} ${can}`;
    return `Nodes: ${expected === 1 && up === 0 ? `the only one expected is not ${can}` : what}${planned > 0 ? `; ${digits(planned)} planned down` : ''}.`;
  },
  allPlannedDown: (planned: number) =>
    planned === 1 ? 'Nodes: the only one declared is off, as planned.' : `Nodes: all ${digits(planned)} declared are off, as planned.`,
  noNodeAsked: 'Nodes: none is examined in this mode.',
  andMoreNames: (count: number) => `and ${digits(count)} more`,
  moreRows: (count: number) => `… and ${digits(count)} more ${plural(count, 'line')} in the JSON report.`,
  unworded: (id: string) => `A finding of another version (${id}).`,
  staleText: (text: string) => `Not checked again: ${text}`,
  recheck: (target: string) => `Make ${target} readable again, then run the audit again.`,
  noNodes: 'No AI node in the inventory.',
  gpus: (count: number, vramMiB: number | null, unreadTargets: number) =>
    `GPUs: ${digits(count)}${vramMiB === null ? '' : `, ${bytes(vramMiB * 1024 ** 2)} of video memory`}${unreadTargets > 0 ? `; without ${counted(unreadTargets, 'target that was not read', 'targets that were not read')}` : ''}.`,
  overall: (score: number | null, grade: string | null, verdict: string) =>
    score === null
      ? `No overall score: stability or security has none. Verdict: ${verdict}.`
      : `Overall score: ${score}/100 (${grade}). Verdict: ${verdict}.`,
  notSeen: (target, failure, masks) =>
    `${target} could not be read: ${failures[failure]}${masks > 0 ? ` (explains ${counted(masks, 'other finding')})` : ''}.`,
  skipped: (targets: readonly string[]) => `Not examined in quick mode: ${list(targets)}.`,
  blindNetwork: 'This machine has no network but itself: nothing remote can be judged.',
  blindClock: 'The clock of this machine is wrong: ages and dates cannot be relied on.',
  notRoot: "Audit made without root rights: other users' processes and some disks may remain anonymous.",
  firstAudit: 'First audit in this mode: nothing to compare with yet.',
  evolution: (since: string, fixed: number, fresh: number, persisting: number, unverified: number, flapping: number, scope: number) => {
    const parts = [
      `${digits(fixed)} fixed`,
      `${digits(fresh)} new`,
      `${digits(persisting)} unchanged`,
      unverified > 0 ? `${digits(unverified)} not checked again` : '',
      flapping > 0 ? `${digits(flapping)} unstable` : '',
      scope > 0 ? counted(scope, 'change of scope', 'changes of scope') : '',
    ].filter(Boolean);
    return `Since the previous audit (${moment(since)}): ${list(parts)}.`;
  },
  stale: (since: string) => `not checked again, open since ${moment(since)}`,
  openSince: (since: string) => `since ${moment(since)}`,
  urls: 'Access addresses (without credentials):',
  gpuNames: (names: string) => `GPU: ${names}`,
  loaded: (models: readonly string[]) => `loaded: ${models.join(', ')}`,
  nodeHead: () => ['Node', 'State', 'Latency', 'Models', 'GPU °C', 'VRAM free'],
  loadedHead: () => ['Node', 'Loaded model', 'Size', 'Context', 'VRAM'],
  estimateLegend: '≈: an estimate (size of the weights × 1.2), not a measure.',
  cloudModels: (count: number) => `+ ${digits(count)} cloud`,
  capabilityHead: () => ['Capability', 'Provided by', 'Not read', 'Fallback'],
  yes: 'yes',
  no: 'no',
  capability: (name: string): string => named(name),
  theCapability: (name: string): string => theOne(name),
  list: (items: readonly string[]) => list(items),
  single: (id: string, what: string) => `Single point: without ${id}, we lose ${what}.`,
  noSingle: 'No single point of failure found.',
  noCapability: 'No capability declared or proven: nothing to say about fallbacks.',
  cells: { proven: '✓ proven', installed: 'installed', cloud: 'cloud', promised: 'promised', none: '–', unknown: '? unknown' },
  cellsLegend:
    'proven: loaded or served just now · installed: not loaded · cloud: elsewhere · promised: stated by the inventory, not proven',
  noRisk: 'No risk of medium severity or worse found.',
  masked: (count: number) =>
    `${counted(count, 'more finding', 'more findings')} ${plural(count, 'is', 'are')} explained by a failure already mentioned.`,
  remedy: 'To do:',
  verify: 'Verify:',
  portHead: () => ['Port', 'Proto', 'Address', 'Owner', 'Exposed'],
  exposed: (isExposed: boolean) => (isExposed ? 'exposed' : 'internal'),
  portsUnread: 'The listeners of the machine were not read.',
  noListener: 'No listener on this machine.',
  ownersPartial: (isRoot: boolean) =>
    isRoot
      ? 'Some owners remain unknown: they live in another process space (a container…).'
      : 'Some owners remain unknown: run again with sudo to name them.',
  trust: 'Trust boundaries, from outside inwards:',
  zones: { wan: 'Internet', lan: 'Local network', loopback: 'The machine itself', unknown: 'Unknown reach' },
  zone: (zone: string, count: number, names: string, open: string, untold: number) =>
    `${zone}: ${counted(count, 'service')} (${names}).${open ? ` Without authentication: ${open}.` : ''}${untold > 0 ? ` Authentication unknown for ${digits(untold)}.` : ''}`,
  noWan: 'Internet: no service declared or seen; a forward by the router would not show from here.',
  noService: (zone: string) => `${zone}: no service seen.`,
  trustHead: () => ['Reach', 'Service', 'Address', 'Authentication', 'Seen by'],
  reach: { wan: 'Internet', lan: 'local network', loopback: 'machine', unknown: 'unknown' },
  authentication: {
    none: (status: number | null) => `none${status === null ? '' : ` (${status})`}`,
    required: (status: number | null) => `required${status === null ? '' : ` (${status})`}`,
    unknown: (status: number | null) => `unknown${status === null ? '' : ` (${status})`}`,
    'not-asked': () => 'not examined',
  },
  seenBy: { answer: 'answer', listener: 'listening', declaration: 'inventory', nothing: '–' },
  contradicts: (name: string, declared: string, seen: string) => `${name}: declared ${declared}, seen ${seen}.`,
  reachOf: { wan: 'on the Internet', lan: 'on the local network', loopback: 'on the machine itself' },
  secretsNotRead: 'Secret files: none was read, so nothing is said of them.',
  secretsRead: (files: number, found: number) =>
    `Secrets: ${digits(files)} ${plural(files, 'file')} read, ${found === 0 ? 'no secret in clear text' : `${digits(found)} in clear text`}.`,
  secretHead: () => ['File', 'Line', 'Name', 'Opens'],
  performanceHead: () => ['Node', 'Latency', 'Answer to a prompt', 'Tokens/s', 'Model asked'],
  gpuHead: () => ['GPU', 'Name', '°C', 'Free', 'Total', 'Use'],
  gpuUnread: 'GPUs: declared, but they could not be read.',
  noGpu: 'GPUs: none is declared in the inventory.',
  vram: (machine: string, freeMiB: number | null, totalMiB: number, modelsMiB: number | null, isEstimate: boolean) => {
    const size = (mebibytes: number) => bytes(mebibytes * 1024 ** 2);
    const mark = isEstimate ? '≈ ' : '';
    const over = modelsMiB === null ? 0 : modelsMiB - totalMiB;
    const room = over > 0 ? `, ${mark}${size(over)} too much` : '';
    const models =
      modelsMiB === null
        ? 'what the models take is unknown'
        : modelsMiB === 0
          ? 'no model in VRAM'
          : `models loaded ${mark}${size(modelsMiB)}${isEstimate ? ' (estimate)' : ''}${room}`;
    return `${machine}: VRAM free ${freeMiB === null ? 'unknown' : size(freeMiB)} of ${size(totalMiB)}; ${models}`;
  },
  machine: (id: string, cores: number | null, load: number | null, available: number | null, total: number | null) =>
    `${id}: ${cores === null ? 'number of cores unknown' : counted(cores, 'core')}, load ${load === null ? 'unknown' : digits(load, 2)}, available memory ${available === null || total === null ? 'unknown' : `${bytes(available)} of ${bytes(total)}`}`,
  bottlenecks: (found) =>
    found.length === 0
      ? 'Bottlenecks: none in what was read.'
      : `Bottlenecks: ${found.map(({ what, subject, value, others }) => `${bottlenecks[what](subject, value)}${others > 0 ? ` (and ${counted(others, 'other')})` : ''}`).join('; ')}.`,
  mountHead: () => ['Mount', 'Used', 'Free', 'Total', 'Mode'],
  readOnly: (isReadOnly: boolean) => (isReadOnly ? 'read-only' : 'writable'),
  noMount: 'No disk could be read.',
  noBackup: 'Backups: none is declared in the inventory; RPO and RTO unknown.',
  backupHead: () => ['Backup', 'Date', 'RPO', 'Copies', 'Size', 'RTO', 'Goal', 'Tried'],
  backupLegend: (mibPerSecond: number) =>
    `RPO: measured age of the last backup. Size: that of the last, and how it differs from those before. RTO: time that the last restore test noted took; with ≈, a mere estimate at an assumed ${digits(mibPerSecond)} MiB/s.`,
  logHead: () => ['Log', 'Last entry', 'Age', 'Files', 'Size', 'Rotation'],
  noLog: 'Logs: none is declared in the inventory, so nothing is said of them.',
  rotations: { journald: 'journald', siblings: 'yes', logrotate: 'logrotate', none: 'no', unknown: '?' },
  none: 'none',
  untold: 'not noted',
  age: (hours: number) => age(hours),
  duration: (minutes: number) => duration(minutes),
  estimated: (minutes: number) => `≈ ${duration(minutes)}`,
  trend: (percent: number) => `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${digits(Math.abs(percent))}%`,
  shortDay: (iso: string) => iso.replace(/^\d+-(\d+)-(\d+)T.*$/s, '$1-$2'),
  day: (iso: string) => iso.replace(/T.*$/s, ''),
  shortMoment: (iso: string) => iso.replace(/^\d+-(\d+)-(\d+)T(\d+):(\d+).*$/s, '$1-$2 $3:$4'),
  scoreNull: {
    'nothing-to-measure': 'nothing to measure in this inventory',
    'too-little-read': 'too little could be read to give a score',
    skipped: 'not scored in quick mode',
  },
  components: {
    'nodes-up': 'nodes up',
    latency: 'latency',
    'gpu-temperature': 'GPU temperature',
    failover: 'fallbacks',
    'model-redundancy': 'models held twice',
    'no-single-point': 'single points',
    authentication: 'authentication',
    'safe-ports': 'ports',
    'no-exposed-keys': 'exposed keys',
    'gpu-headroom': 'GPU headroom',
    'routing-diversity': 'routing diversity',
    'node-count': 'number of nodes',
    text: 'text',
    embedding: 'embeddings',
    vision: 'vision',
    audio: 'audio',
    logs: 'logs',
    monitoring: 'monitoring',
    backups: 'backups',
  },
  restsOn: (components: readonly string[]) => `rests only on ${list(components)}`,
  overallCoverage: (share: number) => `${digits(Math.floor(share * 100))}% checked`,
  coverage: (share: number) => `coverage ${digits(Math.floor(share * 100))}%`,
  cap: (value: number, reason: string, count: number) =>
    `capped at ${value}: ${digits(count)} ${reason === 'critical' ? 'critical' : reason === 'high' ? 'high' : 'medium'} ${plural(count, 'problem')}`,
  unknownValue: '?',
  milliseconds: (ms: number) => `${digits(ms)} ms`,
  bytes: (value: number) => bytes(value),
  number: (value: number, decimals: number) => digits(value, decimals),
  notSeenTitle: 'What could not be seen',
  nothingUnseen: 'Everything that the inventory declares was read.',
  partlySeen: (count: number) => `${counted(count, 'point remains', 'points remain')} unknown in what was read:`,
  firstTitle: 'To do first',
  nothingToDo: 'Nothing urgent to do.',
  also: (count: number) => `and ${counted(count, 'other step')} in §6.`,
  horizons: { '48h': 'within 48 hours', 'week-1': 'this week', later: 'later' },
  likewise: (subjects: readonly string[]) => `Likewise for ${list(subjects)}.`,
  checksHead: { code: 'Code', title: 'Check', severity: 'Severity', dimension: 'Score' },
  savedAs: (path: string) => `Report: ${path}`,
};
