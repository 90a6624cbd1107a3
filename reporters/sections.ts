import type { Locale } from '../locales/locale.ts';
import { isOpen, keyOf } from '../skill/audit/assessment.ts';
import { DIMENSIONS } from '../skill/audit/define.ts';
import { printable } from '../skill/audit/plain-strings.ts';
import { profile } from '../skill/audit/profile.ts';
import type { Report, SectionId } from '../skill/audit/report.ts';
import type { SecretsTable, SectionTables } from '../skill/audit/section-tables.ts';
import { architectureLines } from './architecture.ts';
import { firstRows, longTable, MOST_ROWS } from './first-rows.ts';
import { loadedLines, mebibytes, vramLines } from './models.ts';
import { persistenceLines } from './persistence.ts';
import { trustLines } from './trust.ts';
import { WIDTH, wrap } from './wrap.ts';

/** Names that one cell may hold; the document has them all. */
const MOST_NAMES = 6;

/** What the lines of the sections are made from: a report that has no sections yet. */
export type Told = Omit<Report, 'report_sections'>;

/** The ten sections as plain lines of at most 78 characters, in one language. */
export function sectionLines(report: Told, tables: SectionTables, locale: Locale): Readonly<Record<SectionId, readonly string[]>> {
  return {
    'executive-summary': summaryLines(report, tables['executive-summary'], locale),
    'architecture-map': architectureLines(tables['architecture-map'], locale),
    'node-health': nodeLines(tables['node-health'], locale),
    topology: topologyLines(report, tables.topology, locale),
    multimodal: multimodalLines(tables.multimodal, locale),
    risks: riskLines(report, tables.risks, locale),
    security: securityLines(tables.security, locale),
    performance: performanceLines(tables.performance, locale),
    persistence: persistenceLines(tables.persistence, locale),
    readiness: readinessLines(report, tables.readiness, locale),
  };
}

function summaryLines(
  { status, overall, cluster, nodes, evolution }: Told,
  { openBySeverity, notSeen, skipped, auditor, gpuTargets, gpuTargetsUnread }: SectionTables['executive-summary'],
  { sections }: Locale,
): readonly string[] {
  const { critical = 0, high = 0, medium = 0, low = 0 } = openBySeverity;
  const lines = [
    `${sections.statuses[status]} — ${sections.open(critical, high, medium, low)}`,
    nodesLine(nodes, cluster, sections),
    gpuTargets === 0
      ? sections.noGpu
      : gpuTargetsUnread === gpuTargets
        ? sections.gpuUnread
        : sections.gpus(cluster.gpus, cluster.vramTotalMiB, gpuTargetsUnread),
    sections.overall(overall.score, overall.grade, sections.verdicts[overall.verdict]),
    ...(auditor.hasNetwork ? [] : [`? ${sections.blindNetwork}`]),
    ...(auditor.clockPlausible ? [] : [`? ${sections.blindClock}`]),
    ...firstRows(notSeen, sections, (few) => few.map(({ target, failure, masks }) => `? ${sections.notSeen(target, failure, masks)}`)),
    ...(skipped.length > 0
      ? [
          sections.skipped(
            skipped.slice(0, MOST_NAMES).concat(skipped.length > MOST_NAMES ? [sections.andMoreNames(skipped.length - MOST_NAMES)] : []),
          ),
        ]
      : []),
    evolution
      ? sections.evolution(
          evolution.since,
          evolution.fixed.length,
          evolution.new.length,
          evolution.persisting.length,
          evolution.unverified.length,
          evolution.flapping.length,
          evolution.scopeChanges.length,
        )
      : sections.firstAudit,
  ];
  return lines.flatMap((line) => wrap(line, undefined, 2));
}

/** How many nodes can be used, of those that ought to be there; told apart from those that are off on purpose. */
export function nodesLine(nodes: Report['nodes'], { nodesUp, nodesPlannedDown }: Report['cluster'], sections: Locale['sections']): string {
  const states = Object.values(nodes).map(({ status }) => status);
  const expected = states.filter((status) => status !== 'planned-down' && status !== 'skipped').length;
  if (states.length === 0) return sections.noNodes;
  if (expected === 0) return nodesPlannedDown > 0 ? sections.allPlannedDown(nodesPlannedDown) : sections.noNodeAsked;
  return sections.nodesUp(nodesUp, expected, nodesPlannedDown, states.includes('degraded'));
}

function nodeLines({ rows, loaded }: SectionTables['node-health'], locale: Locale): readonly string[] {
  const { sections, failures } = locale;
  if (rows.length === 0) return [sections.noNodes];
  // what needs a look comes first where not all fits
  const shown = rows.length > MOST_ROWS ? rows.toSorted((a, b) => Number(a.status === 'up') - Number(b.status === 'up')) : rows;
  return [
    ...longTable(
      sections,
      sections.nodeHead(),
      shown.map(({ node, status, failure, latencyMs, models, cloudModels, gpuTemperatures, vramFreeMiB }) => [
        node,
        `${GLYPHS[status]} ${sections.nodeStatuses[status]}${failure && status !== 'planned-down' ? ` (${failures[failure]})` : ''}`,
        latencyMs === null ? '–' : sections.milliseconds(latencyMs),
        status === 'up' ? `${models}${cloudModels > 0 ? ` ${sections.cloudModels(cloudModels)}` : ''}` : '–',
        gpuTemperatures.map((celsius) => celsius ?? sections.unknownValue).join(' ') || '–',
        vramFreeMiB === null ? (gpuTemperatures.length === 0 ? '–' : sections.unknownValue) : mebibytes(vramFreeMiB, sections),
      ]),
    ),
    ...loadedLines(loaded, locale),
  ];
}

const GLYPHS = { up: '✓', degraded: '!', down: '✗', unknown: '?', 'planned-down': '–', skipped: '–' } as const;

function topologyLines({ topology }: Told, { capabilities }: SectionTables['topology'], locale: Locale): readonly string[] {
  const { sections } = locale;
  if (capabilities.length === 0) return wrap(sections.noCapability);
  const rows = capabilities.map(({ capability, up, notRead }) => [
    sections.capability(capability),
    some(up, sections),
    some(notRead, sections),
    up.length >= 2 ? `✓ ${sections.yes}` : up.length + notRead.length >= 2 ? '?' : `✗ ${sections.no}`,
  ]);
  const points = topology.singlePoints.map(({ id, loses }) => `! ${sections.single(id, sections.list(loses.map(sections.theCapability)))}`);
  return [
    ...longTable(sections, sections.capabilityHead(), rows),
    '',
    ...firstRows(points.length > 0 ? points : [sections.noSingle], sections, (few) => few.flatMap((line) => wrap(line, undefined, 2))),
  ];
}

function some(names: readonly string[], sections: Locale['sections']): string {
  const more = names.length - MOST_NAMES;
  return names.length === 0 ? '–' : `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` ${sections.andMoreNames(more)}` : ''}`;
}

function multimodalLines({ columns, rows }: SectionTables['multimodal'], { sections }: Locale): readonly string[] {
  if (rows.length === 0) return [sections.noNodes];
  return [
    ...longTable(
      sections,
      ['', ...columns.map(sections.capability)],
      rows.map(({ node, cells }) => [node, ...cells.map((cell) => sections.cells[cell])]),
    ),
    '',
    ...wrap(sections.cellsLegend),
  ];
}

function riskLines(
  { findings, risks, timestamp }: Told,
  { masked }: SectionTables['risks'],
  { sections, severities }: Locale,
): readonly string[] {
  const byKey = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const linesOf = (risk: Told['risks'][number]) => {
    const { code, severity, text } = risk;
    const finding = byKey.get(keyOf(risk));
    const since =
      finding?.since && finding.since !== timestamp
        ? ` (${finding.stale ? sections.stale(finding.since) : sections.openSince(finding.since)})`
        : '';
    return [
      ...wrap(
        `${severity === 'critical' || severity === 'high' ? '✗' : '!'} [${severities[severity]}] ${code} ${text}${since}`,
        undefined,
        2,
      ),
      ...remedyLines(finding?.remediation ?? null, sections),
      ...(finding?.verify ? [`    $ ${printable(finding.verify)}`] : []),
    ];
  };
  const lines = firstRows(risks, sections, (few) => few.flatMap(linesOf));
  const low = findings.filter((finding) => finding.severity === 'low' && isOpen(finding));
  const lesser = firstRows(low, sections, (few) =>
    few.flatMap(({ code, severity, text, remediation }) => [
      ...wrap(`· [${severities[severity]}] ${code} ${text}`, undefined, 2),
      ...remedyLines(remediation, sections),
    ]),
  );
  return [...(lines.length > 0 ? lines : [sections.noRisk]), ...lesser, ...(masked > 0 ? wrap(sections.masked(masked)) : [])];
}

function remedyLines(remediation: string | null, sections: Locale['sections']): readonly string[] {
  return remediation === null ? [] : wrap(`${sections.remedy} ${remediation}`, WIDTH - 4, 2).map((line) => `    ${line}`);
}

function securityLines(
  { ports, listenersRead, ownersPartial, isRoot, trust, secrets }: SectionTables['security'],
  { sections }: Locale,
): readonly string[] {
  return [
    ...trustLines(trust, sections),
    ...(ports.length > 0
      ? longTable(
          sections,
          sections.portHead(),
          ports.map(({ port, protocol, address, owner, exposed }) => [
            String(port),
            protocol,
            address,
            owner ?? sections.unknownValue,
            sections.exposed(exposed),
          ]),
        )
      : [listenersRead ? sections.noListener : sections.portsUnread]),
    ...(ownersPartial ? wrap(sections.ownersPartial(isRoot)) : []),
    ...secretLines(secrets, sections),
  ];
}

function secretLines({ files, rows }: SecretsTable, sections: Locale['sections']): readonly string[] {
  if (files === null) return wrap(sections.secretsNotRead);
  const cells = rows.map(({ path, line, name, service }) => [path, String(line), name ?? '–', service ?? '–']);
  return [...wrap(sections.secretsRead(files, rows.length)), ...(rows.length > 0 ? longTable(sections, sections.secretHead(), cells) : [])];
}

function performanceLines(
  { nodes, gpus, vram, machines, bottlenecks }: SectionTables['performance'],
  { sections }: Locale,
): readonly string[] {
  const figure = (value: number | null, decimals = 0) => (value === null ? sections.unknownValue : sections.number(value, decimals));
  const nodeRows = nodes.map(({ node, latencyMs, answerMs, tokensPerSecond, model }) => [
    node,
    latencyMs === null ? '–' : sections.milliseconds(latencyMs),
    answerMs === null ? '–' : sections.milliseconds(answerMs),
    tokensPerSecond === null ? '–' : sections.number(tokensPerSecond, 1),
    model ?? '–',
  ]);
  const hasSeveral = new Set(gpus.map(({ target }) => target)).size > 1;
  const gpuRows = gpus.map(({ target, index, name, temperatureC, memoryFreeMiB, memoryTotalMiB, utilizationPercent }) => [
    hasSeveral ? `${target} ${index}` : index,
    name ?? sections.unknownValue,
    figure(temperatureC),
    memoryFreeMiB === null ? sections.unknownValue : mebibytes(memoryFreeMiB, sections),
    memoryTotalMiB === null ? sections.unknownValue : mebibytes(memoryTotalMiB, sections),
    utilizationPercent === null ? sections.unknownValue : `${figure(utilizationPercent)} %`,
  ]);
  return [
    ...(nodeRows.length > 0 ? [...longTable(sections, sections.performanceHead(), nodeRows), ''] : []),
    ...(gpuRows.length > 0 ? [...longTable(sections, sections.gpuHead(), gpuRows), ''] : []),
    ...(vram.length > 0 ? [...vramLines(vram, sections), ''] : []),
    ...firstRows(machines, sections, (few) =>
      few.flatMap(({ id, cores, load, memoryAvailableBytes, memoryTotalBytes }) =>
        wrap(sections.machine(id, cores, load, memoryAvailableBytes, memoryTotalBytes)),
      ),
    ),
    ...(nodes.length + gpus.length + machines.length > 0 ? wrap(sections.bottlenecks(bottlenecks)) : []),
  ];
}

const BAR = 20;

function readinessLines(
  { scores, scoreDetails, overall }: Told,
  { coverage: read }: SectionTables['readiness'],
  { sections, dimensions }: Locale,
): readonly string[] {
  const width = Math.max(...DIMENSIONS.map((dimension) => dimensions[dimension].length));
  const lines = DIMENSIONS.flatMap((dimension) => {
    const score = scores[dimension];
    const { coverage, grade, cap, reason, components } = scoreDetails[dimension];
    const name = dimensions[dimension].padEnd(width);
    if (score === null) return noted(`? ${name} ${'·'.repeat(BAR)}   –`, reason ? sections.scoreNull[reason] : '');
    const filled = Math.round((score / 100) * BAR);
    const glyph = score >= 80 ? '✓' : score >= 50 ? '!' : '✗';
    const measured = components.map(({ id }) => (sections.components as Readonly<Record<string, string>>)[id] ?? id);
    const notes = [
      measured.length < profile[dimension].length ? sections.restsOn(measured) : '',
      coverage < 1 ? sections.coverage(coverage) : '',
      cap && cap.value <= scoreDetails[dimension].proven ? sections.cap(cap.value, cap.reason, cap.count) : '',
    ].filter(Boolean);
    return noted(
      `${glyph} ${name} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${String(score).padStart(3)} ${grade}`,
      notes.join(' · '),
    );
  });
  const caps = DIMENSIONS.flatMap((dimension) => scoreDetails[dimension].cap ?? []);
  const lowest = caps.find(({ value }) => value === overall.score);
  const why =
    overall.score === null
      ? []
      : [
          ...(lowest ? [sections.cap(lowest.value, lowest.reason, lowest.count)] : []),
          ...(read < 1 ? [sections.overallCoverage(read)] : []),
        ];
  return [
    ...lines,
    ...wrap(sections.overall(overall.score, overall.grade, sections.verdicts[overall.verdict])),
    ...wrap(why.join(' · '), WIDTH - 4).map((line) => `    ${line}`),
  ];
}

/** A note beside a bar, or below it where it does not fit. */
function noted(bar: string, note: string): readonly string[] {
  const isShort = bar.length + note.length + 2 <= WIDTH;
  return note === '' ? [bar] : isShort ? [`${bar}  ${note}`] : [bar, ...wrap(note, WIDTH - 4).map((line) => `    ${line}`)];
}
