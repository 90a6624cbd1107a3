import { DIMENSIONS } from '../../skill/audit/define.ts';
import { type Report, type ReportFinding, reportSchema, SCHEMA_ID, SECTION_IDS } from '../../skill/audit/report.ts';

const TIMESTAMP = '2026-02-23T14:30:00.000+01:00';

/** The report of a small cluster with one hot GPU; `findings` says how many there are (800 bytes each, saved). */
export function reportSample(changes: Partial<Report> = {}, findings = 2): Report {
  return reportSchema.parse({
    schema: SCHEMA_ID,
    tool: { name: 'jarvis-audit', version: '0.1.0' },
    id: '019c8a5e-7a40-7c3e-9d53-1f0f0d1a2b3c',
    timestamp: TIMESTAMP,
    version: '10.2',
    locale: 'fr',
    mode: 'full',
    durationMs: 912,
    status: 'warning',
    overall: { score: 61, grade: 'D', verdict: 'ready' },
    cluster: { name: 'JARVIS', nodesUp: 1, nodesTotal: 2, nodesPlannedDown: 0, gpus: 1, vramTotalMiB: 12_288 },
    nodes: {
      M1: {
        kind: 'lmstudio',
        status: 'up',
        latencyMs: 12,
        failure: null,
        machine: 'tour',
        gpuTemperatures: [78],
        models: [
          {
            id: 'qwen3-8b',
            type: 'llm',
            loaded: true,
            contextLength: 8_192,
            vision: false,
            sizeBytes: 5_027_783_488,
            vramMiB: null,
            cloud: false,
          },
        ],
      },
      OL1: {
        kind: 'ollama',
        status: 'down',
        latencyMs: null,
        failure: { code: 'refused', detail: 'connect ECONNREFUSED 127.0.0.1:11434' },
        machine: 'tour',
        gpuTemperatures: [],
        models: [],
      },
    },
    scores: { stability: 82, resilience: 61, security: null, scalability: 70, multimodal: 60, observability: 90 },
    scoreDetails: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, scoreDetail])),
    findings: Array.from({ length: findings }, (_, index) => hotGpu(index)),
    risks: [{ code: 'GPU-002', target: 'tour', subject: '0', severity: 'medium', component: 'tour', text: 'La carte 0 est à 78 °C.' }],
    plan: [
      { horizon: 'week-1', steps: [{ order: 1, text: 'Dépoussiérer la carte 0.', findings: ['GPU-002:tour:0'], verify: 'nvidia-smi' }] },
    ],
    topology: { edges: [{ from: 'M1', to: 'tour', kind: 'runs-on' }], singlePoints: [{ id: 'tour', loses: ['text', 'embedding'] }] },
    evolution: null,
    readings: {
      M1: { ok: true, failure: null, startedAt: TIMESTAMP, durationMs: 12 },
      OL1: { ok: false, failure: { code: 'refused', detail: 'connect ECONNREFUSED 127.0.0.1:11434' }, startedAt: TIMESTAMP, durationMs: 2 },
    },
    report_sections: SECTION_IDS.map((id) => ({ id, title: id, lines: ['« Rien à signaler. »'], data: {} })),
    ...changes,
  });
}

const scoreDetail: Report['scoreDetails']['stability'] = {
  proven: 82,
  potential: 88,
  coverage: 0.94,
  grade: 'B',
  cap: { value: 79, reason: 'medium', count: 1 },
  reason: null,
  components: [{ id: 'nodes-up', weight: 40, value: 0.8, potential: 0.9, coverage: 0.9, items: 5 }],
};

function hotGpu(index: number): ReportFinding {
  return {
    code: 'GPU-002',
    target: 'tour',
    subject: String(index),
    outcome: 'warn',
    severity: 'medium',
    dimension: 'stability',
    cvss: null,
    message: { id: 'gpu-hot', values: { target: 'tour', index, name: 'RTX 2060', temperatureC: 78 } },
    text: `La carte ${index} de tour, RTX 2060, est à 78 °C.`,
    evidence: [{ command: 'nvidia-smi --query-gpu=index,temperature.gpu --format=csv', value: '78', at: TIMESTAMP }],
    remediation: 'Dépoussiérer la carte et vérifier ses ventilateurs.',
    verify: 'nvidia-smi',
    horizon: 'week-1',
    fingerprint: `gpu-002-${index}`,
    cause: null,
    stale: false,
    since: '2026-02-20T08:00:00.000+01:00',
  };
}
