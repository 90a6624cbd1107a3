import { assess } from '../../skill/audit/assess.ts';
import type { Assessment } from '../../skill/audit/assessment.ts';
import type {
  AuditorFacts,
  FailureCode,
  Inventory,
  Mode,
  Outcome,
  Probe,
  Reading,
  Rule,
  RuleCode,
  Scope,
  Severity,
  Target,
} from '../../skill/audit/define.ts';
import { type Previous, previousSchema } from '../../skill/audit/evolution.ts';
import { judgeAll } from '../../skill/audit/judge-all.ts';
import { type BackupSet, type BackupsFacts, backups } from '../../skill/probes/backups.ts';
import { command } from '../../skill/probes/command.ts';
import { type ComposeFacts, type ComposeFile, compose, type Service } from '../../skill/probes/compose.ts';
import type { Container } from '../../skill/probes/docker/container.ts';
import { type DockerFacts, docker } from '../../skill/probes/docker.ts';
import type { AgedFile } from '../../skill/probes/file-ages.ts';
import { type Gpu, gpu } from '../../skill/probes/gpu.ts';
import { type HostFacts, host, type Mount } from '../../skill/probes/host.ts';
import { lmstudio } from '../../skill/probes/lmstudio.ts';
import { type LogPath, type LogsFacts, logs } from '../../skill/probes/logs.ts';
import { type McpFacts, mcp } from '../../skill/probes/mcp.ts';
import type { Access, Inference, Model, NodeFacts } from '../../skill/probes/node-facts.ts';
import { ollama } from '../../skill/probes/ollama.ts';
import { openai } from '../../skill/probes/openai.ts';
import { type Listener, type PortsFacts, ports } from '../../skill/probes/ports.ts';
import { type FoundSecret, type SecretsFacts, secrets } from '../../skill/probes/secrets.ts';
import { type SqliteFacts, sqlite } from '../../skill/probes/sqlite.ts';
import { type SystemdFacts, systemd, type Unit } from '../../skill/probes/systemd.ts';
import { rules } from '../../skill/rules/all.ts';

const TAKEN_AT = '2026-02-23T14:30:00.000+01:00';

type TargetOf<P> = P extends Probe<infer T, unknown> ? T : never;
type FactsOf<P> = P extends Probe<Target, infer F> ? F : never;

/** A target with its reading: what one line of a scene says. */
export interface Entry {
  readonly target: Target;
  readonly reading: Reading;
}

const AN_ADDRESS: Readonly<Record<string, string>> = { M1: '127.0.0.1:1234', OL1: '127.0.0.1:11434' };

function targetOf<P extends Probe>(probe: P, defaults: (id: string) => object) {
  return (id: string, fields: Partial<TargetOf<P>> = {}): TargetOf<P> =>
    probe.target.parse({ id, kind: probe.kind, ...defaults(id), ...fields }) as TargetOf<P>;
}

const at = (id: string, suffix = '') => ({
  url: `http://${AN_ADDRESS[id] ?? `${id.toLowerCase().replace(/[^a-z0-9]/g, '')}.lan:1234`}${suffix}`,
});

/** Targets as an inventory would give them: checked by their own schema. */
export const target = {
  lmstudio: targetOf(lmstudio, (id) => at(id)),
  ollama: targetOf(ollama, (id) => at(id)),
  openai: targetOf(openai, (id) => at(id, '/v1')),
  command: targetOf(command, () => ({ command: ['node', 'proxy.js', '--ping'] })),
  host: targetOf(host, () => ({})),
  gpu: targetOf(gpu, () => ({})),
  ports: targetOf(ports, () => ({ host: '127.0.0.1' })),
  mcp: targetOf(mcp, () => ({})),
  backups: targetOf(backups, () => ({ sets: [{ name: 'base', path: 'backups/base' }] })),
  logs: targetOf(logs, () => ({ paths: ['logs'] })),
  docker: targetOf(docker, () => ({ socket: '/var/run/docker.sock' })),
  compose: targetOf(compose, () => ({ paths: ['**/*compose*'] })),
  secrets: targetOf(secrets, () => ({ paths: ['.env'] })),
  systemd: targetOf(systemd, () => ({ units: ['ollama.service'] })),
  sqlite: targetOf(sqlite, () => ({ path: 'data/jarvis.db' })),
};

export function model(id: string, fields: Partial<Model> = {}): Model {
  return {
    id,
    type: 'llm',
    loaded: true,
    contextLength: 8_192,
    vision: null,
    audio: null,
    sizeBytes: null,
    vramMiB: null,
    vramShare: null,
    cloud: false,
    ...fields,
  };
}

export const inference = (fields: Partial<Inference> = {}): Inference => ({
  model: 'qwen3-8b',
  ok: true,
  totalMs: 80,
  firstTokenMs: 60,
  tokensPerSecond: 40,
  failure: null,
  ...fields,
});
export const access = (fields: Partial<Access> = {}): Access => ({
  address: '192.168.1.20:1234',
  scope: 'lan',
  anonymous: false,
  status: 401,
  ...fields,
});

const nodeFacts: NodeFacts = {
  product: 'LM Studio',
  version: '0.4.0',
  latencyMs: 12,
  models: [model('qwen3-8b')],
  access: access(),
  allowedOrigin: '',
  inference: null,
  clockSkewMs: 0,
};
const cpu = { model: 'Ryzen', cores: 8 };
const hostFacts: HostFacts = {
  hostname: 'tour',
  os: 'Debian 13',
  kernel: '6.12',
  cpu,
  uptimeSeconds: 1_000,
  memory: { totalBytes: 1_000, availableBytes: 500 },
  largestProcess: { name: 'python3', bytes: 400 },
  load: [1, 1, 1],
  mounts: [],
  updates: { security: 0, total: 3, listsAgeDays: 1 },
  rebootRequired: false,
  clock: { synchronized: true, source: 'timedatectl' },
  disks: [],
  gateways: ['192.168.1.1 dev eth0', '10.0.0.1 dev wwan0'],
  missing: [],
};

/** Facts of a healthy one of each kind, with what a test changes. */
export const facts = {
  lmstudio: (fields: Partial<FactsOf<typeof lmstudio>> = {}): FactsOf<typeof lmstudio> => ({ ...nodeFacts, api: 'v1', ...fields }),
  node: (fields: Partial<NodeFacts> = {}): NodeFacts => ({ ...nodeFacts, ...fields }),
  command: (fields: Partial<FactsOf<typeof command>> = {}): FactsOf<typeof command> => ({
    exitCode: 0,
    latencyMs: 200,
    answer: 'ok',
    state: 'ok',
    ...fields,
  }),
  host: (fields: Partial<HostFacts> = {}): HostFacts => ({ ...hostFacts, ...fields }),
  gpu: (gpus: readonly Gpu[]): FactsOf<typeof gpu> => ({ tool: 'nvidia-smi', driver: '550.54', minimal: false, gpus: [...gpus] }),
  mcp: (fields: Partial<McpFacts> = {}): McpFacts => ({
    transport: 'streamable-http',
    era: 'legacy',
    protocolVersion: '2025-11-25',
    server: { name: 'house', version: '1.2.3' },
    tools: { count: 2, isComplete: true, names: ['echo', 'add'] },
    latencyMs: 12,
    clockSkewMs: 0,
    access: access(),
    ...fields,
  }),
  ports: (fields: Partial<PortsFacts> = {}): PortsFacts => ({
    expected: [],
    scanned: null,
    listeners: [],
    listenersMissing: null,
    ownersPartial: false,
    ...fields,
  }),
  backups: (sets: readonly BackupSet[]): BackupsFacts => ({ sets: [...sets] }),
  logs: (paths: readonly LogPath[]): LogsFacts => ({ paths: [...paths] }),
  docker: (fields: Partial<DockerFacts> = {}): DockerFacts => ({
    product: 'Docker',
    version: '26.1.5',
    apiVersion: '1.45',
    isRootless: false,
    containers: [],
    uninspected: null,
    networks: [],
    firewall: null,
    ...fields,
  }),
  compose: (fields: Partial<ComposeFacts> = {}): ComposeFacts => ({ files: [], lack: null, unread: [], ...fields }),
  secrets: (fields: Partial<SecretsFacts> = {}): SecretsFacts => ({
    lost: [],
    files: 12,
    found: [],
    foundCount: fields.found?.length ?? 0,
    environments: [],
    defaults: [],
    compared: 0,
    executionModes: [],
    unlisted: null,
    lack: null,
    ...fields,
  }),
  systemd: (fields: Partial<SystemdFacts> = {}): SystemdFacts => ({
    manager: 'systemd',
    units: [],
    failed: [],
    failedMissing: null,
    ...fields,
  }),
  sqlite: (fields: Partial<SqliteFacts> = {}): SqliteFacts => ({
    path: 'data/jarvis.db',
    check: 'ok',
    problems: 0,
    first: null,
    sizeBytes: 81_920,
    mode: '600',
    walBytes: null,
    failure: null,
    ...fields,
  }),
};

/** A set of backups whose newest is nine hours old, as large as those before it and tested last month. */
export const backupSet = (name: string, fields: Partial<BackupSet> = {}): BackupSet => ({
  name,
  path: `backups/${name}`,
  maxAgeHours: 24,
  rtoMinutes: 30,
  failure: null,
  newest: agedFile(`backups/${name}/2026-02-23.tar`, 9),
  count: 14,
  totalBytes: 14_000,
  restoreBytes: 1_000,
  comparison: { path: `backups/${name}/2026-02-23.tar`, sizeBytes: 1_000, medianBytes: 1_000 },
  isWriting: false,
  future: 0,
  lack: null,
  restoreTest: { path: `backups/${name}/.restore-tested`, at: '2026-01-20T12:00:00.000+01:00', ageDays: 34, minutes: 12 },
  restoreTestFailure: null,
  ...fields,
});

/** A log that was written to an hour ago and is rotated. */
export const logPath = (path: string, fields: Partial<LogPath> = {}): LogPath => ({
  path,
  maxAgeHours: 24,
  failure: null,
  newest: agedFile(`${path}/app.log`, 1),
  count: 4,
  totalBytes: 5_000,
  growing: [{ path: `${path}/app.log`, sizeBytes: 2_000, rotation: 'siblings' }],
  putAside: 3,
  future: 0,
  lack: null,
  ...fields,
});

type Details = NonNullable<Container['details']>;

const details: Details = {
  exitCode: 0,
  restartCount: 0,
  startedAgoSeconds: 3_600,
  isOutOfMemory: false,
  takenPort: null,
  health: { status: 'healthy', failingStreak: 0, exitCode: 0 },
  hasHealthcheck: true,
  isPrivileged: false,
  capabilities: [],
  user: '1000:1000',
  restartPolicy: 'unless-stopped',
  isRemovedAfterwards: false,
  logDriver: 'json-file',
  logMaxSize: '10m',
  wanted: [],
};

/** A container that runs well, on the network `unified-net`. */
export const container = (
  name: string,
  { details: changed, ...fields }: Partial<Omit<Container, 'details'>> & { readonly details?: Partial<Details> | null } = {},
): Container => ({
  id: name.slice(0, 12),
  name,
  image: `registry.lan:5000/${name}:1.2`,
  state: 'running',
  networkMode: 'unified-net',
  networks: [{ name: 'unified-net', address: '192.168.200.7', gateway: '192.168.200.1' }],
  published: [],
  mounts: [],
  compose: null,
  traefik: null,
  managedBy: null,
  proxyNetwork: null,
  details: changed === null ? null : { ...details, ...changed },
  ...fields,
});

/** Labels that tell Traefik to lead to it. */
export const routed: NonNullable<Container['traefik']> = {
  isEnabled: true,
  network: null,
  routers: [
    { name: 'front', protocol: 'http', rule: 'Host(`ai.lan`)', service: null, entryPoints: ['websecure'], middlewares: [], hasTls: true },
  ],
  services: [],
  middlewares: [],
};

export const published = (port: number, address = '0.0.0.0', privatePort = port): Container['published'][number] => ({
  address,
  port,
  protocol: 'tcp',
  privatePort,
});

/** A Compose file in a folder of its own, which names its project. */
export const composeFile = (path: string, services: readonly Service[] = [], fields: Partial<ComposeFile> = {}): ComposeFile => ({
  path,
  absolute: `/home/jarvis/${path}`,
  modifiedAt: '2026-01-11T10:51:00.000+01:00',
  isObsolete: false,
  project: path.split('/').at(-2) ?? 'jarvis',
  failure: null,
  services: [...services],
  ...fields,
});

export const service = (name: string, ports: readonly number[] = [], fields: Partial<Service> = {}): Service => ({
  name,
  line: 2,
  containerName: null,
  image: null,
  isEnabled: true,
  profiles: [],
  networkMode: null,
  networks: [],
  ports: ports.map((port) => ({ line: 5, address: null, from: port, to: port, protocol: 'tcp' as const, target: port })),
  unclearPorts: [],
  volumes: [],
  envFiles: [],
  dependsOn: [],
  ...fields,
});

/** A password of PostgreSQL in a `.env`. */
export const foundSecret = (fields: Partial<FoundSecret> = {}): FoundSecret => ({
  path: '.env',
  line: 28,
  name: 'POSTGRES_PASSWORD',
  nth: 1,
  kind: 'password',
  service: 'PostgreSQL',
  length: 14,
  fingerprint: '3b924425',
  ...fields,
});

/** A service that has run for an hour. */
export const unit = (name: string, fields: Partial<Unit> = {}): Unit => ({
  unit: name,
  load: 'loaded',
  active: 'active',
  sub: 'running',
  type: 'simple',
  result: 'success',
  exitStatus: 0,
  restart: 'on-failure',
  restarts: 0,
  activeForS: 3_600,
  isTriggered: false,
  file: `/etc/systemd/system/${name}`,
  execution: null,
  ...fields,
});

export const agedFile = (path: string, ageHours: number, sizeBytes = 1_000): AgedFile => ({
  path,
  at: '2026-02-23T05:30:00.000+01:00',
  ageHours,
  sizeBytes,
});

export const card = (index: number, fields: Partial<Gpu> = {}): Gpu => ({
  index: String(index),
  uuid: `GPU-${index}`,
  name: 'RTX 2060',
  temperatureC: 60,
  memoryTotalMiB: 10_000,
  memoryUsedMiB: 2_000,
  memoryFreeMiB: 8_000,
  utilizationPercent: 10,
  powerWatts: 50,
  lost: false,
  ...fields,
});

/** A card that fell off the bus, known by its PCI address alone. */
export const lostCard = (index: string): Gpu => ({
  index,
  uuid: null,
  name: null,
  temperatureC: null,
  memoryTotalMiB: null,
  memoryUsedMiB: null,
  memoryFreeMiB: null,
  utilizationPercent: null,
  powerWatts: null,
  lost: true,
});

export const mount = (path: string, fields: Partial<Mount> = {}): Mount => ({
  mount: path,
  device: '/dev/nvme0n1p2',
  type: 'ext4',
  readOnly: false,
  expectedWritable: true,
  totalBytes: 1_000,
  availableBytes: 500,
  usedPercent: 50,
  inodesUsedPercent: 10,
  ...fields,
});

const scopeOf = (address: string) =>
  address === '0.0.0.0' || address === '::' ? 'all' : address.startsWith('127.') || address === '::1' ? 'loopback' : 'lan';

export const listener = (port: number, address = '127.0.0.1', fields: Partial<Listener> = {}): Listener => ({
  port,
  protocol: 'tcp',
  address,
  scope: scopeOf(address),
  process: `service-${port}`,
  pid: 100 + port,
  ...fields,
});

export const ok = (read: unknown): Reading => ({ ok: true, facts: read, startedAt: TAKEN_AT, durationMs: 5 });
export const failed = (code: FailureCode, detail: string = code): Reading => ({
  ok: false,
  failure: { code, detail },
  startedAt: TAKEN_AT,
  durationMs: 5,
});
export const notAsked: Reading = { ok: false, failure: null, startedAt: null, durationMs: 0 };

export const auditor = (fields: Partial<AuditorFacts> = {}): AuditorFacts => ({
  names: {},
  addresses: ['192.168.1.10'],
  hasNetwork: true,
  clockPlausible: true,
  platform: 'linux',
  isRoot: true,
  hostname: 'tour',
  ...fields,
});

/** One kind at a time, shorter to write in tables. */
export const on = {
  lmstudio: (
    id: string,
    read: Reading | Partial<FactsOf<typeof lmstudio>> = {},
    fields: Parameters<typeof target.lmstudio>[1] = {},
  ): Entry => ({ target: target.lmstudio(id, fields), reading: readingOf(read, facts.lmstudio) }),
  ollama: (id: string, read: Reading | Partial<NodeFacts> = {}, fields: Parameters<typeof target.ollama>[1] = {}): Entry => ({
    target: target.ollama(id, fields),
    reading: readingOf(read, facts.node),
  }),
  openai: (id: string, read: Reading | Partial<NodeFacts> = {}, fields: Parameters<typeof target.openai>[1] = {}): Entry => ({
    target: target.openai(id, fields),
    reading: readingOf(read, facts.node),
  }),
  command: (
    id: string,
    read: Reading | Partial<FactsOf<typeof command>> = {},
    fields: Parameters<typeof target.command>[1] = {},
  ): Entry => ({ target: target.command(id, fields), reading: readingOf(read, facts.command) }),
  host: (id: string, read: Reading | Partial<HostFacts> = {}, fields: Parameters<typeof target.host>[1] = {}): Entry => ({
    target: target.host(id, fields),
    reading: readingOf(read, facts.host),
  }),
  gpu: (id: string, read: Reading | readonly Gpu[], fields: Parameters<typeof target.gpu>[1] = {}): Entry => ({
    target: target.gpu(id, fields),
    reading: Array.isArray(read) ? ok(facts.gpu(read)) : (read as Reading),
  }),
  ports: (id: string, read: Reading | Partial<PortsFacts> = {}, fields: Parameters<typeof target.ports>[1] = {}): Entry => ({
    target: target.ports(id, fields),
    reading: readingOf(read, facts.ports),
  }),
  /** At a URL, unless it says otherwise. */
  mcp: (
    id: string,
    read: Reading | Partial<McpFacts> = {},
    fields: Parameters<typeof target.mcp>[1] = { url: 'http://127.0.0.1:8901/mcp' },
  ): Entry => ({ target: target.mcp(id, fields), reading: readingOf(read, facts.mcp) }),
  backups: (id: string, read: Reading | readonly BackupSet[], fields: Parameters<typeof target.backups>[1] = {}): Entry => ({
    target: target.backups(id, fields),
    reading: Array.isArray(read) ? ok(facts.backups(read)) : (read as Reading),
  }),
  logs: (id: string, read: Reading | readonly LogPath[], fields: Parameters<typeof target.logs>[1] = {}): Entry => ({
    target: target.logs(id, fields),
    reading: Array.isArray(read) ? ok(facts.logs(read)) : (read as Reading),
  }),
  docker: (id: string, read: Reading | Partial<DockerFacts> = {}, fields: Parameters<typeof target.docker>[1] = {}): Entry => ({
    target: target.docker(id, fields),
    reading: readingOf(read, facts.docker),
  }),
  compose: (id: string, read: Reading | Partial<ComposeFacts> = {}, fields: Parameters<typeof target.compose>[1] = {}): Entry => ({
    target: target.compose(id, fields),
    reading: readingOf(read, facts.compose),
  }),
  secrets: (id: string, read: Reading | Partial<SecretsFacts> = {}, fields: Parameters<typeof target.secrets>[1] = {}): Entry => ({
    target: target.secrets(id, fields),
    reading: readingOf(read, facts.secrets),
  }),
  systemd: (id: string, read: Reading | Partial<SystemdFacts> = {}, fields: Parameters<typeof target.systemd>[1] = {}): Entry => ({
    target: target.systemd(id, fields),
    reading: readingOf(read, facts.systemd),
  }),
  sqlite: (id: string, read: Reading | Partial<SqliteFacts> = {}, fields: Parameters<typeof target.sqlite>[1] = {}): Entry => ({
    target: target.sqlite(id, fields),
    reading: readingOf(read, facts.sqlite),
  }),
};

function readingOf<F>(read: Reading | Partial<F>, whole: (fields: Partial<F>) => F): Reading {
  return 'ok' in read && 'startedAt' in read ? (read as Reading) : ok(whole(read as Partial<F>));
}

export interface SceneOptions {
  readonly mode?: Mode;
  readonly auditor?: AuditorFacts;
  readonly source?: Inventory['source'];
  readonly previous?: Previous | null;
  readonly at?: string;
  readonly rules?: readonly Rule[];
}

export function inventoryOf(entries: readonly Entry[], source: Inventory['source'] = 'file'): Inventory {
  return { source, cluster: { name: 'JARVIS', version: '10.2' }, targets: entries.map((entry) => entry.target) };
}

export function readingsOf(entries: readonly Entry[]): ReadonlyMap<string, Reading> {
  return new Map(entries.map((entry) => [entry.target.id, entry.reading]));
}

/** What a rule said of a subject, as the report will call it. */
export interface Said {
  readonly key: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly message: string;
}

/** One rule alone, on hand-made readings. */
export function judged(
  code: RuleCode,
  entries: readonly Entry[],
  { mode = 'full', auditor: own = auditor(), source = 'file', previous = null }: SceneOptions = {},
): readonly Said[] {
  const rule = rules.find((each) => each.code === code);
  if (!rule) throw new Error(`no rule ${code}`);
  const before = previous?.findings ?? [];
  const scope: Scope = {
    inventory: inventoryOf(entries, source),
    auditor: own,
    mode,
    readings: readingsOf(entries),
    messageBefore: (...wanted) =>
      (before.find((finding) => [finding.code, finding.target, finding.subject].join() === wanted.join())?.message ?? null) as ReturnType<
        Scope['messageBefore']
      >,
  };
  return judgeAll(rule, scope).map(({ target: id, subject, outcome, severity = rule.severity, message }) => ({
    key: `${id}:${subject}`,
    outcome: outcome !== 'violation' ? outcome : severity === 'critical' || severity === 'high' ? 'fail' : 'warn',
    severity,
    message: message.id,
  }));
}

/** `fail high` for a violation, else the outcome alone: what tables compare. */
export function verdict(code: RuleCode, entries: readonly Entry[], options: SceneOptions = {}): string {
  const said = judged(code, entries, options);
  return said.map(({ outcome, severity }) => (outcome === 'fail' || outcome === 'warn' ? `${outcome} ${severity}` : outcome)).join(', ');
}

/** The whole assessment, by all rules. */
export function assessed(entries: readonly Entry[], options: SceneOptions = {}): Assessment {
  return assess({
    inventory: inventoryOf(entries, options.source),
    gathered: {
      takenAt: options.at ?? TAKEN_AT,
      durationMs: 10,
      mode: options.mode ?? 'full',
      auditor: options.auditor ?? auditor(),
      readings: readingsOf(entries),
    },
    rules: options.rules ?? rules,
    previous: options.previous ?? null,
    id: '019c8a5e-7a40-7c3e-9d53-1f0f0d1a2b3c',
    tool: { name: 'jarvis-audit', version: '0.1.0' },
  });
}

/** What the next audit would find in the history: the report as it is saved, its words left out. */
export function asPrevious(assessment: Assessment): Previous {
  return previousSchema.parse(JSON.parse(JSON.stringify(unchecked(assessment))));
}

/** The same without the schema, for thousands of them. */
export function unchecked(assessment: Assessment): Previous {
  const findings = assessment.findings.map((finding) => ({ ...finding, text: '', remediation: null }));
  return { ...assessment, findings } as unknown as Previous;
}

/** Keys of the findings that are open, sorted. */
export function openKeys({ findings }: Assessment): readonly string[] {
  return findings
    .filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
    .map(({ code, target: id, subject }) => `${code}:${id}:${subject}`)
    .toSorted();
}

export function findingOf({ findings }: Assessment, key: string) {
  const found = findings.find(({ code, target: id, subject }) => `${code}:${id}:${subject}` === key);
  if (!found) throw new Error(`no finding ${key}`);
  return found;
}
