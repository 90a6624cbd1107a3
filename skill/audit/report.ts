import { z } from 'zod';
import { DIMENSIONS, FAILURE_CODES, OUTCOMES, SEVERITIES } from './define.ts';
import { NODE_STATUSES } from './nodes.ts';

/** The document that is saved and that other programs read: keys keep their names for ever. */
export const SCHEMA_ID = 'jarvis-audit/1';

export const STATUSES = ['ok', 'warning', 'critical', 'unknown'] as const;
export const VERDICTS = ['ready', 'not-ready', 'unknown'] as const;
export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof GRADES)[number];
export const HORIZONS = ['48h', 'week-1', 'later'] as const;
export type Horizon = (typeof HORIZONS)[number];

export const SECTION_IDS = [
  'executive-summary',
  'architecture-map',
  'node-health',
  'topology',
  'multimodal',
  'risks',
  'security',
  'performance',
  'persistence',
  'readiness',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

const failure = z.strictObject({ code: z.enum(FAILURE_CODES), detail: z.string() });
/** 0–100, or null when too little could be read to say. */
const score = z.int().min(0).max(100).nullable();
const share = z.number().min(0).max(1);
/** `code:target:subject`, which names a finding for ever. */
const findingKey = z.string();

const evidence = z.strictObject({
  file: z.string().optional(),
  line: z.int().optional(),
  request: z.string().optional(),
  command: z.string().optional(),
  value: z.string().optional(),
  at: z.string().nullable().optional(),
});

const model = z.strictObject({
  id: z.string(),
  type: z.string().nullable(),
  loaded: z.boolean().nullable(),
  contextLength: z.int().nullable(),
  vision: z.boolean().nullable(),
  sizeBytes: z.number().nullable(),
  vramMiB: z.number().nullable().describe('MiB of video memory that the node itself reports; null where it does not'),
  vramEstimateMiB: z
    .number()
    .nullable()
    .optional()
    .describe(
      'MiB of video memory, estimated: the size of the weights file × 1.2; null where it was measured, is not loaded or has no known size',
    ),
  cloud: z.boolean(),
});

const node = z.strictObject({
  kind: z.string(),
  status: z.enum(NODE_STATUSES),
  latencyMs: z.number().nullable(),
  failure: failure.nullable(),
  machine: z.string().nullable(),
  gpuTemperatures: z.array(z.number().nullable()),
  vramFreeMiB: z.number().nullable().optional().describe('MiB free on all GPUs of its machine together; null when one could not be read'),
  vramTotalMiB: z.number().nullable().optional().describe('MiB of all GPUs of its machine together; null when one could not be read'),
  models: z.array(model),
});

const finding = z.strictObject({
  code: z.string(),
  target: z.string(),
  subject: z.string(),
  outcome: z.enum(OUTCOMES),
  severity: z.enum(SEVERITIES),
  dimension: z.enum(DIMENSIONS),
  cvss: z.number().nullable(),
  message: z.strictObject({ id: z.string(), values: z.record(z.string(), z.unknown()) }),
  text: z.string(),
  evidence: z.array(evidence),
  remediation: z.string().nullable(),
  verify: z.string().nullable(),
  horizon: z.enum(HORIZONS).nullable(),
  fingerprint: z.string(),
  cause: z.string().nullable(),
  stale: z.boolean(),
  since: z.string().nullable(),
});

const component = z.strictObject({ id: z.string(), weight: z.number(), value: share, potential: share, coverage: share, items: z.int() });

const scoreDetail = z.strictObject({
  proven: z.int(),
  potential: z.int(),
  coverage: share,
  grade: z.enum(GRADES).nullable(),
  cap: z.strictObject({ value: z.int(), reason: z.enum(['critical', 'high', 'medium']), count: z.int() }).nullable(),
  reason: z.enum(['nothing-to-measure', 'too-little-read', 'skipped']).nullable(),
  components: z.array(component),
});

const byDimension = <T extends z.ZodType>(value: T) =>
  z.strictObject({ stability: value, resilience: value, security: value, scalability: value, multimodal: value, observability: value });

const step = z.strictObject({ order: z.int(), text: z.string(), findings: z.array(findingKey), verify: z.string().nullable() });

export const reportSchema = z.strictObject({
  schema: z.literal(SCHEMA_ID),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  id: z.string(),
  timestamp: z.string(),
  version: z.string(),
  locale: z.enum(['fr', 'en']),
  mode: z.enum(['full', 'quick']),
  durationMs: z.int(),
  status: z.enum(STATUSES),
  overall: z.strictObject({ score, grade: z.enum(GRADES).nullable(), verdict: z.enum(VERDICTS) }),
  cluster: z.strictObject({
    name: z.string(),
    nodesUp: z.int(),
    nodesTotal: z.int(),
    nodesPlannedDown: z.int(),
    gpus: z.int(),
    vramTotalMiB: z.number().nullable(),
  }),
  nodes: z.record(z.string(), node),
  scores: byDimension(score),
  scoreDetails: byDimension(scoreDetail),
  findings: z.array(finding),
  risks: z.array(
    z.strictObject({
      code: z.string(),
      target: z.string(),
      subject: z.string(),
      severity: z.enum(SEVERITIES),
      component: z.string(),
      text: z.string(),
    }),
  ),
  plan: z.array(z.strictObject({ horizon: z.enum(HORIZONS), steps: z.array(step) })),
  topology: z.strictObject({
    edges: z.array(z.strictObject({ from: z.string(), to: z.string(), kind: z.enum(['runs-on', 'depends-on', 'provides']) })),
    singlePoints: z.array(z.strictObject({ id: z.string(), loses: z.array(z.string()) })),
  }),
  evolution: z
    .strictObject({
      since: z.string(),
      scores: z.record(z.string(), z.strictObject({ before: score, now: score })),
      fixed: z.array(findingKey),
      new: z.array(findingKey),
      persisting: z.array(findingKey),
      unverified: z.array(findingKey),
      flapping: z.array(findingKey),
      scopeChanges: z.array(findingKey),
    })
    .nullable(),
  readings: z.record(
    z.string(),
    z.strictObject({ ok: z.boolean(), failure: failure.nullable(), startedAt: z.string().nullable(), durationMs: z.number() }),
  ),
  report_sections: z
    .array(
      z.strictObject({ id: z.enum(SECTION_IDS), title: z.string(), lines: z.array(z.string()), data: z.record(z.string(), z.unknown()) }),
    )
    .length(SECTION_IDS.length),
});

/** The whole report, with its words. */
export type Report = z.infer<typeof reportSchema>;
export type ReportFinding = Report['findings'][number];

export function reportJsonSchema(): object {
  return { ...z.toJSONSchema(reportSchema), title: 'JARVIS audit report' };
}
