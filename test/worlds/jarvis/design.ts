import type { Report, SectionId } from '../../../skill/audit/report.ts';

/** One line of the first design, and where an audit of this world shows it. */
export interface Demand {
  /** The part of the design. */
  readonly part: string;
  readonly line: string;
  readonly seen: string;
  /** Null for what no report holds: how the audit is called, and how it must behave. */
  readonly isSeen: ((report: Report) => boolean) | null;
}

const rows = (report: Report, id: SectionId, key: string) =>
  (report.report_sections.find((section) => section.id === id)?.data[key] ?? []) as readonly Readonly<Record<string, unknown>>[];
const text = (report: Report, id: SectionId) => report.report_sections.find((section) => section.id === id)?.lines.join('\n') ?? '';
const has = (report: Report, ...keys: readonly string[]) =>
  keys.every((key) => report.findings.some(({ code, target, subject }) => `${code}:${target}:${subject}`.startsWith(key)));
const components = (report: Report, score: keyof Report['scores'], ...ids: readonly string[]) =>
  JSON.stringify(report.scoreDetails[score].components.map(({ id, weight }) => `${id} ${weight}`)) === JSON.stringify(ids);
const told = (value: unknown) => value !== null && value !== undefined;

/** Every line of the first design of the audit, with the place that it has in the report. */
export const design: readonly Demand[] = [
  // what is gathered
  {
    part: 'Node health',
    line: 'check_lm_node: ping, loaded models, VRAM (M1, M2, M3)',
    seen: '§3, both tables; NODE-001, NODE-002; VRAM as an estimate, since LM Studio tells none',
    isSeen: (report) =>
      has(report, 'NODE-001:M1', 'NODE-001:M2', 'NODE-001:M3', 'NODE-002:M2') &&
      rows(report, 'node-health', 'loaded').some(({ node, vramEstimateMiB }) => node === 'M2' && told(vramEstimateMiB)),
  },
  {
    part: 'Node health',
    line: 'check_ollama: ping, local and cloud models (OL1)',
    seen: '§3 « 2 + 1 cloud »; NODE-005, NODE-006',
    isSeen: (report) =>
      has(report, 'NODE-005:OL1', 'NODE-006:OL1') &&
      rows(report, 'node-health', 'rows').some(({ node, models, cloudModels }) => node === 'OL1' && models === 2 && cloudModels === 1),
  },
  {
    part: 'Node health',
    line: 'check_gemini: the proxy answers',
    seen: '§3 GEMINI; NODE-009',
    isSeen: (report) => has(report, 'NODE-009:GEMINI') && report.nodes['GEMINI']?.status === 'up',
  },
  {
    part: 'System info',
    line: 'check_gpu_local: temperature, VRAM, utilisation',
    seen: '§8, table of GPUs; GPU-001…004',
    isSeen: (report) =>
      rows(report, 'performance', 'gpus').length === 10 &&
      rows(report, 'performance', 'gpus').some(
        (gpu) => told(gpu['temperatureC']) && told(gpu['memoryFreeMiB']) && told(gpu['utilizationPercent']),
      ),
  },
  {
    part: 'System info',
    line: 'check_system: OS version, RAM, CPU, disks',
    seen: '§2 beside each machine (OS); §8 (cores, load, memory); §9 (disks); SYS-001…009',
    isSeen: (report) =>
      text(report, 'architecture-map').includes('Debian GNU/Linux 12') &&
      rows(report, 'performance', 'machines').some(
        ({ id, cores, memoryTotalBytes }) => id === 'tour' && told(cores) && told(memoryTotalBytes),
      ) &&
      rows(report, 'persistence', 'mounts').some(({ target }) => target === 'tour'),
  },
  {
    part: 'System info',
    line: 'check_ports: the known ports',
    seen: '§6 NET-001 (n8n is closed); §7, table of ports',
    isSeen: (report) => has(report, 'NET-001:ports:5678') && rows(report, 'security', 'ports').length > 0,
  },
  {
    part: 'Consistency',
    line: 'check_mcp_status: active MCP endpoints',
    seen: 'NODE-010; §7, among the trust boundaries',
    isSeen: (report) => has(report, 'NODE-010:mcp'),
  },
  {
    part: 'Consistency',
    line: 'detect_drift: LM Studio versions, missing models',
    seen: '§6 NODE-011, NODE-006',
    isSeen: (report) => has(report, 'NODE-011:cluster:lmstudio', 'NODE-006:OL1:nomic-embed-text'),
  },
  // what is analysed
  {
    part: 'Analysis',
    line: 'analyze_spof: single points of failure',
    seen: '§4 and §6; ARCH-001; `topology.singlePoints`',
    isSeen: (report) => has(report, 'ARCH-001') && report.topology.singlePoints.length > 0,
  },
  {
    part: 'Analysis',
    line: 'analyze_security: exposed ports, API keys, authentication',
    seen: '§7; NET-002, NET-003, NODE-003, NODE-004; files of keys are not read yet, and §7 says so',
    isSeen: (report) => has(report, 'NET-003:ports', 'NODE-003', 'NODE-004') && /secrets/.test(text(report, 'security')),
  },
  {
    part: 'Analysis',
    line: 'analyze_persistence: backups, logs, recovery',
    seen: '§9; DATA-008, DATA-009, OBS-007',
    isSeen: (report) => has(report, 'DATA-008:saves', 'DATA-009:saves', 'OBS-007:journals'),
  },
  {
    part: 'Analysis',
    line: 'compute_scores: six scores from 0 to 100',
    seen: '§10; `scores`',
    isSeen: (report) => Object.keys(report.scores).length === 6 && Object.values(report.scores).every((score) => score !== null),
  },
  {
    part: 'Output',
    line: 'generate_report: ten sections',
    seen: '`report_sections`',
    isSeen: (report) => report.report_sections.length === 10,
  },
  {
    part: 'Output',
    line: 'save_report: data/audit_YYYY-MM-DD_HHmm.json, and the console',
    seen: 'the file that the audit leaves in `data/`',
    isSeen: null,
  },
  // how it is gathered
  {
    part: 'Gathering',
    line: 'everything in parallel; one failure costs the others nothing',
    seen: '`readings`: M1 timed out, all the others are there',
    isSeen: (report) => Object.values(report.readings).filter(({ ok }) => ok).length >= 10,
  },
  {
    part: 'Gathering',
    line: '5 s at most for a node',
    seen: '`readings`: M1 was given up after its 2 s; 5 s where an inventory says nothing, 8 s for a command',
    isSeen: (report) => Object.entries(report.readings).every(([id, { durationMs }]) => durationMs < (id === 'GEMINI' ? 8_500 : 5_500)),
  },
  {
    part: 'Interfaces',
    line: 'GET /api/v1/models: loaded models, context_length, loaded_instances',
    seen: '§3, table of loaded models; `nodes.*.models`',
    isSeen: (report) => report.nodes['M2']?.models.some(({ loaded, contextLength }) => loaded && contextLength !== null) ?? false,
  },
  {
    part: 'Interfaces',
    line: 'a minimal prompt: real latency (M2, M3, OL1 with qwen3:1.7b)',
    seen: '§8 « Réponse à une invite » and « Jetons/s »; NODE-008',
    isSeen: (report) =>
      has(report, 'NODE-008:M2', 'NODE-008:M3', 'NODE-008:OL1') &&
      rows(report, 'performance', 'nodes').some(({ node, model, answerMs }) => node === 'OL1' && model === 'qwen3:1.7b' && told(answerMs)),
  },
  {
    part: 'Interfaces',
    line: 'GET /api/tags: installed models',
    seen: '`nodes.OL1.models`',
    isSeen: (report) => (report.nodes['OL1']?.models.length ?? 0) === 3,
  },
  {
    part: 'Interfaces',
    line: 'gemini-proxy.js: availability and latency',
    seen: '§8 GEMINI',
    isSeen: (report) => rows(report, 'performance', 'nodes').some(({ node, latencyMs }) => node === 'GEMINI' && told(latencyMs)),
  },
  // the ten sections
  {
    part: 'Section 1',
    line: 'overall status, number of nodes up, version',
    seen: '§1 and the banner; `status`, `cluster`, `version`',
    isSeen: (report) => report.version === '10.2' && /sur \d attendus/.test(text(report, 'executive-summary')),
  },
  {
    part: 'Section 2',
    line: 'a tree of machines, addresses, roles and loaded models',
    seen: '§2',
    isSeen: (report) => /tour \(192\.168\.200\.10\)[\s\S]*├─[\s\S]*texte[\s\S]*chargé : mistral:7b/.test(text(report, 'architecture-map')),
  },
  {
    part: 'Section 3',
    line: 'by node: status, latency, models, VRAM, GPU temperature',
    seen: '§3',
    isSeen: (report) =>
      rows(report, 'node-health', 'rows').some(
        ({ node, status, latencyMs, models, vramFreeMiB, gpuTemperatures }) =>
          node === 'M2' && status === 'up' && told(latencyMs) && models === 4 && told(vramFreeMiB) && Array.isArray(gpuTemperatures),
      ),
  },
  {
    part: 'Section 4',
    line: 'flows, dependencies, failover paths',
    seen: '§4; `topology.edges`; ARCH-002',
    isSeen: (report) => report.topology.edges.length > 0 && has(report, 'ARCH-002:cluster:text', 'ARCH-002:cluster:web'),
  },
  {
    part: 'Section 5',
    line: 'text, embedding, vision, audio by node',
    seen: '§5',
    isSeen: (report) => rows(report, 'multimodal', 'rows').length === 5,
  },
  {
    part: 'Section 6',
    line: 'single points, nodes down, saturations, each with its severity',
    seen: '§6; `risks`',
    isSeen: (report) => ['ARCH-001', 'NET-001', 'GPU-003'].every((code) => report.risks.some((risk) => risk.code === code)),
  },
  {
    part: 'Section 7',
    line: 'ports, authentication, API keys, trust boundaries',
    seen: '§7: zones from outside inwards, table of ports',
    isSeen: (report) =>
      rows(report, 'security', 'trust').some(({ zone, services }) => zone === 'lan' && Array.isArray(services) && services.length > 0),
  },
  {
    part: 'Section 8',
    line: 'latencies, throughput, bottlenecks, GPU headroom',
    seen: '§8: tables, VRAM by machine, « Goulots d’étranglement »',
    isSeen: (report) =>
      rows(report, 'performance', 'bottlenecks').some(({ what }) => what === 'full-gpu') && rows(report, 'performance', 'vram').length > 0,
  },
  {
    part: 'Section 9',
    line: 'backups, logs, RTO and RPO as estimated',
    seen: '§9: RPO as measured, RTO as tried or estimated',
    isSeen: (report) =>
      rows(report, 'persistence', 'backups').some(({ ageHours, estimatedRtoMinutes }) => told(ageHours) && told(estimatedRtoMinutes)) &&
      rows(report, 'persistence', 'logs').length > 0,
  },
  {
    part: 'Section 10',
    line: 'six scores, each from 0 to 100',
    seen: '§10',
    isSeen: (report) => /Stabilité[\s\S]*Observabilité/.test(text(report, 'readiness')),
  },
  // the formulas
  {
    part: 'Scores',
    line: 'stability = nodes up 40, latency 30, GPU temperature 30',
    seen: '`scoreDetails.stability.components`',
    isSeen: (report) => components(report, 'stability', 'nodes-up 40', 'latency 30', 'gpu-temperature 30'),
  },
  {
    part: 'Scores',
    line: 'resilience = failover 40, model redundancy 30, no single point 30',
    seen: '`scoreDetails.resilience.components`',
    isSeen: (report) => components(report, 'resilience', 'failover 40', 'model-redundancy 30', 'no-single-point 30'),
  },
  {
    part: 'Scores',
    line: 'security = authentication 40, ports 30, no exposed keys 30',
    seen: '`scoreDetails.security.components`; keys are not read yet, so that the others are rescaled and §10 says so',
    isSeen: (report) => components(report, 'security', 'authentication 40', 'safe-ports 30'),
  },
  {
    part: 'Scores',
    line: 'scalability = GPU headroom 40, routing diversity 30, node count 30',
    seen: '`scoreDetails.scalability.components`',
    isSeen: (report) => components(report, 'scalability', 'gpu-headroom 40', 'routing-diversity 30', 'node-count 30'),
  },
  {
    part: 'Scores',
    line: 'multimodal = text 40, embedding 20, vision 20, audio 20',
    seen: '`scoreDetails.multimodal.components`',
    isSeen: (report) => components(report, 'multimodal', 'text 40', 'embedding 20', 'vision 20', 'audio 20'),
  },
  {
    part: 'Scores',
    line: 'observability = logs 40, monitoring 30, backups 30',
    seen: '`scoreDetails.observability.components`; nothing here watches, so that the others are rescaled and §10 says so',
    isSeen: (report) => components(report, 'observability', 'logs 40', 'backups 30'),
  },
  // single points
  {
    part: 'Single points',
    line: 'the Gemini proxy is the only way to Gemini',
    seen: '§4: what GEMINI can do, M2 and the others can too, so that it is none here (ARCH-001 passes)',
    isSeen: (report) => has(report, 'ARCH-001:cluster:GEMINI') && !report.topology.singlePoints.some(({ id }) => id === 'GEMINI'),
  },
  {
    part: 'Single points',
    line: 'M1 is the only node with embeddings',
    seen: '§4, §6: « si M1 tombe, on perd les embeddings »; none while M1 is down on purpose, then ARCH-002 and NODE-012',
    isSeen: (report) =>
      report.nodes['M1']?.status === 'planned-down'
        ? has(report, 'NODE-012:cluster:embedding')
        : report.topology.singlePoints.some(({ id, loses }) => id === 'M1' && loses.includes('embedding')),
  },
  {
    part: 'Single points',
    line: 'OL1 is the only node for web research',
    seen: '§4, §6: « si OL1 tombe, on perd la recherche web »',
    isSeen: (report) => report.topology.singlePoints.some(({ id, loses }) => id === 'OL1' && loses.includes('web')),
  },
  {
    part: 'Single points',
    line: 'the master machine is the only orchestrator: critical',
    seen: '§6, the first line',
    isSeen: (report) =>
      report.risks[0]?.code === 'ARCH-001' && report.risks[0].subject === 'tour' && report.risks[0].severity === 'critical',
  },
  {
    part: 'Single points',
    line: 'no WAN failover',
    seen: '§6 ARCH-003: « une seule passerelle réseau »',
    isSeen: (report) => has(report, 'ARCH-003:cluster:cluster'),
  },
  // how it is called
  { part: 'Integration', line: 'CLI, --json, --quick', seen: '`npm run audit -- --json`, `-- --quick`; test/cli.test.ts', isSeen: null },
  {
    part: 'Integration',
    line: 'voice commands audit_systeme and etat_du_cluster',
    seen: 'skill.manifest.json, intents `audit_full` and `cluster_status`; understood once the skill answers sentences',
    isSeen: null,
  },
  { part: 'Integration', line: 'MCP tool system_audit(mode)', seen: 'not yet: no server is part of this version', isSeen: null },
  {
    part: 'Output',
    line: 'the console: banner, status, « 4/5 nodes up », §1…',
    seen: '`npm run world -- jarvis`',
    isSeen: (report) => text(report, 'executive-summary').length > 0,
  },
  {
    part: 'Output',
    line: 'JSON: timestamp, version, nodes, scores, risks, report_sections',
    seen: 'the keys keep their names',
    isSeen: (report) => ['timestamp', 'version', 'nodes', 'scores', 'risks', 'report_sections'].every((key) => key in report),
  },
  // how it must behave
  {
    part: 'Constraints',
    line: 'never localhost',
    seen: 'refused in an inventory, with 127.0.0.1 in its place; none in the report',
    isSeen: (report) => !/\blocalhost\b/.test(JSON.stringify(report)),
  },
  {
    part: 'Constraints',
    line: 'M1 is never given a prompt, only asked for its models',
    seen: 'NODE-008 of M1 is not applicable; the world counts what M1 was asked',
    isSeen: (report) => report.findings.some(({ code, target, outcome }) => code === 'NODE-008' && target === 'M1' && outcome !== 'pass'),
  },
  {
    part: 'Constraints',
    line: 'addresses and keys come from the assistant’s configuration',
    seen: 'jarvis.yaml, whose variables come from the environment, else the assistant’s environment names; test/inventory/environment.test.ts',
    isSeen: null,
  },
  { part: 'Constraints', line: 'Python, uv, asyncio, httpx', seen: 'not kept: the skill is TypeScript', isSeen: null },
];

/** The same for people. */
export function designTable(): string {
  const cell = (words: string) => words.replaceAll('|', '\\|');
  const rows = design.map(({ part, line, seen, isSeen }) => `| ${cell(part)} | ${cell(line)} | ${cell(seen)} | ${isSeen ? '✓' : '–'} |`);
  return [
    '# Where the first design of the audit is seen',
    '',
    'Written from `design.ts` by `npm run fix`. `✓`: looked for in the report each time that this world runs, in every state.',
    '',
    '| part | line of the design | where it is seen | |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
