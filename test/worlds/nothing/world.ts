import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIMENSIONS } from '../../../skill/audit/define.ts';
import type { Report } from '../../../skill/audit/report.ts';
import { ALPINE, onMachine } from '../machine.ts';
import type { Fact, StartedWorld, World, WorldState } from '../world.ts';

const bareMachine = onMachine({
  hostname: 'nue',
  release: ALPINE,
  cores: 4,
  memory: { totalKiB: 8_010_340, availableKiB: 5_120_664 },
  load: '0.08 0.03 0.01',
  disks: [{ device: '/dev/sda2', mount: '/', sizeGiB: 58, usedPercent: 23 }],
  gateway: '192.168.200.1',
  addresses: ['192.168.200.20'],
});

/** A folder without a program and an environment without a word. */
function start(place: string): StartedWorld {
  const empty = join(place, 'empty');
  mkdirSync(empty);
  return { host: bareMachine, env: { PATH: empty }, facts: ({ report }) => factsOf(report), close: () => Promise.resolve() };
}

/** What can be measured of a machine alone has no share in any score: there is nothing to score. */
function factsOf(report: Report): readonly Fact[] {
  const [summary] = report.report_sections;
  return [
    { what: 'scores', expected: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, null])), found: report.scores },
    {
      what: 'why there is none',
      expected: DIMENSIONS.map(() => 'nothing-to-measure'),
      found: DIMENSIONS.map((dimension) => report.scoreDetails[dimension].reason),
    },
    { what: 'overall', expected: { score: null, grade: null, verdict: 'unknown' }, found: report.overall },
    {
      what: 'cluster',
      expected: { name: 'JARVIS', nodesUp: 0, nodesTotal: 0, nodesPlannedDown: 0, gpus: 0, vramTotalMiB: null },
      found: report.cluster,
    },
    {
      what: 'readings',
      expected: { nue: true, ports: true },
      found: Object.fromEntries(Object.entries(report.readings).map(([id, { ok }]) => [id, ok])),
    },
    {
      what: 'the auditor says that it is not root',
      expected: false,
      found: (summary?.data['auditor'] as { isRoot?: unknown } | undefined)?.isRoot,
    },
  ];
}

const MISSING_TOOLS = { 'SYS-008:nue:nue': 'missing-tool', 'SYS-009:nue:nue': 'missing-tool' } as const;
const NO_CLUSTER = {
  'NODE-001:cluster:cluster': 'not-applicable',
  'NODE-012:cluster:cluster': 'not-applicable',
  'ARCH-001:cluster:cluster': 'not-applicable',
  'NET-008:cluster:cluster': 'not-applicable',
} as const;

const common = { hostname: 'nue', asNobody: true, start: (place: string) => Promise.resolve(start(place)) } as const;

const bare: WorldState = {
  ...common,
  addresses: ['192.168.200.20/24'],
  expected: {
    open: { 'ARCH-003:cluster:cluster': 'warn' },
    unknown: MISSING_TOOLS,
    settled: {
      ...NO_CLUSTER,
      'GPU-001:cluster:cluster': 'not-applicable',
      'SYS-001:nue:/': 'pass',
      'SYS-004:nue:nue': 'pass',
      'SYS-005:nue:nue': 'pass',
      'SYS-007:nue:nue': 'not-applicable',
      'NET-002:ports:ports': 'not-applicable',
    },
  },
};

const commandLine: WorldState = {
  ...common,
  addresses: [],
  byCommandLine: true,
  expected: { open: {}, unknown: {}, settled: { ...NO_CLUSTER, 'ARCH-003:cluster:cluster': 'not-applicable' } },
};

/** A bare machine: no cluster, no tool, no right, no inventory. Nothing to score, and nothing that fails. */
export const nothing: World = { name: 'nothing', states: { bare, 'command-line': commandLine } };
