import type { Report } from '../../../skill/audit/report.ts';
import type { BackupRow } from '../../../skill/audit/section-tables.ts';
import type { TrustZone } from '../../../skill/audit/trust.ts';
import type { Fact } from '../world.ts';
import type { State } from './states.ts';

interface Figures {
  readonly m1: Report['nodes'][string]['status'];
  readonly nodesUp: number;
  readonly nodesPlannedDown: number;
  readonly banner: string;
  readonly scores: Report['scores'];
  readonly singlePoints: Report['topology']['singlePoints'];
  readonly m1Can: readonly string[];
}

const WEB = { id: 'OL1', loses: ['web'] };

/**
 * Worked out by hand from the design, so that the program's own arithmetic is judged.
 * Resilience: two capabilities of four have a second machine; five components of eight lose nothing; of models nothing is proven
 * while M1's are unseen, one of seven otherwise; capped at 39. Security: of M1, M2 and M3 (M1 counts only while it is unknown)
 * M2 has a lock, and six ports of seven are safe. Scalability: nine GPUs of ten have room, three routes of eight, nodes enough.
 * Observability: two logs of three (40) and one set of backups of two (30), nobody watches: (40 × ⅔ + 30 × ½) ÷ 70.
 */
const FIGURES: Readonly<Record<State, Figures>> = {
  timeout: {
    m1: 'unknown',
    nodesUp: 4,
    nodesPlannedDown: 0,
    banner: '4 sur 5',
    scores: { stability: 69, resilience: 38, security: 55, scalability: 78, multimodal: 60, observability: 59 },
    singlePoints: [{ id: 'M1', loses: ['embedding'] }, WEB, { id: 'tour', loses: ['embedding', 'orchestration', 'web'] }],
    m1Can: ['promised', 'promised', 'unknown', 'unknown'],
  },
  planned: {
    m1: 'planned-down',
    nodesUp: 4,
    nodesPlannedDown: 1,
    banner: '4 sur 4',
    scores: { stability: 69, resilience: 39, security: 65, scalability: 78, multimodal: 60, observability: 59 },
    // off on purpose, it cannot fall any more
    singlePoints: [WEB, { id: 'tour', loses: ['orchestration', 'web'] }],
    m1Can: ['promised', 'promised', 'none', 'none'],
  },
  awake: {
    m1: 'up',
    nodesUp: 5,
    nodesPlannedDown: 0,
    banner: '5 sur 5',
    scores: { stability: 69, resilience: 39, security: 65, scalability: 78, multimodal: 80, observability: 59 },
    singlePoints: [{ id: 'M1', loses: ['embedding'] }, WEB, { id: 'tour', loses: ['embedding', 'orchestration', 'web'] }],
    m1Can: ['proven', 'proven', 'none', 'none'],
  },
};

/** What the report must count, score and draw. */
export function reportFacts(report: Report, state: State): readonly Fact[] {
  const { m1, nodesUp, nodesPlannedDown, banner, scores, singlePoints, m1Can } = FIGURES[state];
  const [summary, map] = report.report_sections.map(({ lines }) => lines.join('\n'));
  const matrix = report.report_sections.find(({ id }) => id === 'multimodal')?.data['rows'];
  return [
    { what: 'status', expected: 'critical', found: report.status },
    { what: 'overall', expected: { score: 39, grade: 'E', verdict: 'not-ready' }, found: report.overall },
    {
      what: 'cluster',
      expected: { name: 'JARVIS', nodesUp, nodesTotal: 5, nodesPlannedDown, gpus: 10, vramTotalMiB: 79_872 },
      found: report.cluster,
    },
    {
      what: 'node states',
      expected: { M1: m1, M2: 'up', M3: 'up', OL1: 'up', GEMINI: 'up' },
      found: Object.fromEntries(Object.entries(report.nodes).map(([id, { status }]) => [id, status])),
    },
    { what: 'expected nodes, as told', expected: true, found: summary?.includes(banner) },
    { what: 'scores', expected: scores, found: report.scores },
    { what: 'single points', expected: singlePoints, found: report.topology.singlePoints },
    {
      what: 'text, embedding, vision and audio by node',
      expected: [
        { node: 'M1', cells: m1Can },
        { node: 'M2', cells: ['proven', 'installed', 'proven', 'none'] },
        { node: 'M3', cells: ['proven', 'none', 'none', 'none'] },
        { node: 'OL1', cells: ['proven', 'none', 'cloud', 'none'] },
        { node: 'GEMINI', cells: ['proven', 'none', 'proven', 'none'] },
      ],
      found: matrix,
    },
    {
      what: 'measured RPO, goal and estimate of RTO, and what was tried',
      expected: [
        { set: 'base', outcome: 'pass', hours: 9, count: 7, trendPercent: 1, rtoMinutes: 30, estimatedRtoMinutes: 1, minutesTried: 12 },
        {
          set: 'modèles',
          outcome: 'warn',
          hours: 74,
          count: 7,
          trendPercent: 0,
          rtoMinutes: 60,
          estimatedRtoMinutes: 1,
          minutesTried: null,
        },
      ],
      found: backupsOf(report),
    },
    { what: 'who listens where, in order', expected: LISTENERS, found: listenersOf(report) },
    { what: 'who is reached from where, with which lock', expected: TRUST[state], found: trustOf(report) },
    { what: 'temperatures of the machine tour', expected: [61, 67, 58, 88, 58, null], found: report.nodes['OL1']?.gpuTemperatures },
    {
      what: 'temperatures that exporters told',
      expected: [[55, 55, 55], [55]],
      found: ['M2', 'M3'].map((id) => report.nodes[id]?.gpuTemperatures),
    },
    // what is left of each card, less the 207 MiB of the driver
    {
      what: 'free video memory of each node, MiB',
      expected: { M1: 16_985, M2: 11_667, M3: 3_889, OL1: 16_985, GEMINI: 16_985 },
      found: Object.fromEntries(Object.entries(report.nodes).map(([id, { vramFreeMiB }]) => [id, vramFreeMiB])),
    },
    // 5,027,783,488 and 6,009,384,960 bytes of weights, times 1.2; Ollama measures
    {
      what: 'video memory of the models loaded on M2 and OL1, measured and estimated, MiB',
      expected: [
        ['qwen3-8b', null, 5_754],
        ['qwen2.5-vl-7b', null, 6_877],
        ['mistral:7b', 4_683_075_271 / 2 ** 20, null],
      ],
      found: ['M2', 'OL1'].flatMap((id) =>
        (report.nodes[id]?.models ?? [])
          .filter(({ loaded }) => loaded)
          .map(({ id: model, vramMiB, vramEstimateMiB }) => [model, vramMiB, vramEstimateMiB]),
      ),
    },
    {
      what: 'cloud models of OL1',
      expected: ['qwen3-coder:480b-cloud'],
      found: report.nodes['OL1']?.models.filter(({ cloud }) => cloud).map(({ id }) => id),
    },
    {
      what: 'machines, addresses, roles and loaded models that the map leaves out',
      expected: [],
      found: ON_THE_MAP.filter((word) => !map?.includes(word)),
    },
  ];
}

function backupsOf({ report_sections: sections }: Report): readonly unknown[] {
  const backups = sections.find(({ id }) => id === 'persistence')?.data['backups'] as readonly BackupRow[];
  return backups.map(({ set, outcome, ageHours, count, trendPercent, rtoMinutes, estimatedRtoMinutes, restoreTestMinutes }) => ({
    set,
    outcome,
    hours: Math.floor(ageHours ?? -1),
    count,
    trendPercent,
    rtoMinutes,
    estimatedRtoMinutes,
    minutesTried: restoreTestMinutes,
  }));
}

const LISTENERS = [
  '127.0.0.1:1234',
  '192.168.200.12:1234 exposed',
  '192.168.200.13:1234 exposed',
  '0.0.0.0:6379 exposed',
  '0.0.0.0:8080 exposed',
  '127.0.0.1:8901',
  '192.168.200.12:9100 exposed',
  '192.168.200.12:9835 exposed',
  '192.168.200.13:9835 exposed',
  '127.0.0.1:11434',
];

function listenersOf({ report_sections: sections }: Report): readonly string[] {
  const ports = sections.find(({ id }) => id === 'security')?.data['ports'] as readonly {
    address: string;
    port: number;
    exposed: boolean;
  }[];
  return ports.map(({ address, port, exposed }) => `${address}:${port}${exposed ? ' exposed' : ''}`);
}

const OUTSIDE = ['wan:', 'lan: M3 none, gpus-m2 none, gpus-m3 none, m2 none, Redis not-asked, node not-asked, M2 required'];
/** M1 stands behind loopback, whether it answers or not; off on purpose and silent, what still listens there has no other name. */
const TRUST: Readonly<Record<State, readonly string[]>> = {
  timeout: [...OUTSIDE, 'loopback: M1 unknown, OL1 not-asked, mcp not-asked'],
  planned: [...OUTSIDE, 'loopback: LM Studio not-asked, OL1 not-asked, mcp not-asked'],
  awake: [...OUTSIDE, 'loopback: M1 not-asked, OL1 not-asked, mcp not-asked'],
};

function trustOf({ report_sections: sections }: Report): readonly string[] {
  const zones = sections.find(({ id }) => id === 'security')?.data['trust'] as readonly TrustZone[];
  return zones.map(({ zone, services }) =>
    `${zone}: ${services.map(({ name, authentication }) => `${name} ${authentication}`).join(', ')}`.trim(),
  );
}

const ON_THE_MAP = [
  'tour',
  'm2',
  'm3',
  '192.168.200.12',
  '192.168.200.13',
  'M1',
  'GEMINI',
  'vision',
  'qwen2.5-vl-7b',
  'mistral:7b',
  'RTX 3080',
];
