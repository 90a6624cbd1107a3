import type { Slots } from '../../intents/understanding.ts';
import type { Locale } from '../../locales/locale.ts';
import { DIMENSIONS, type Dimension } from '../../skill/audit/define.ts';
import type { Report } from '../../skill/audit/report.ts';
import type { Name } from './point.ts';
import { tableOf } from './tables.ts';

/** What one may ask about: sections of the report, and the six scores. */
export type Section = keyof Locale['answers']['sections'];

type Subject = Pick<Report['findings'][number], 'code' | 'target' | 'subject' | 'dimension'>;
type Test = (finding: Subject) => boolean;

const codes =
  (pattern: RegExp): Test =>
  ({ code }) =>
    pattern.test(code);
const everything: Test = () => true;
const of =
  (dimension: Dimension): Test =>
  (finding) =>
    finding.dimension === dimension;

/** Which findings a section is about. */
const OF_SECTION: Readonly<Record<Section, Test>> = {
  summary: everything,
  scores: everything,
  risks: everything,
  architecture: codes(/^(?:ARCH|DRIFT)-/),
  topology: codes(/^(?:ARCH-00[12]|NODE-012|NET-004|TRAEFIK)/),
  nodes: codes(/^NODE-/),
  performance: codes(/^(?:GPU-|NODE-00[78]|SYS-00[45]|SVC-005)/),
  persistence: codes(/^(?:DATA-|OBS-007|SYS-00[1239])/),
  stability: of('stability'),
  resilience: of('resilience'),
  security: of('security'),
  scalability: of('scalability'),
  multimodal: of('multimodal'),
  observability: of('observability'),
};

/** The section that was asked for; null for none, and for a word that is none. */
export function sectionOf({ section }: Slots): Section | null {
  return section !== undefined && Object.hasOwn(OF_SECTION, section) ? (section as Section) : null;
}

export function isInSection(section: Section): Test {
  return OF_SECTION[section];
}

export function dimensionOf(section: Section | null): Dimension | null {
  return DIMENSIONS.find((dimension) => dimension === section) ?? null;
}

/** A target or a machine as the report writes it, whatever the case it was asked in; null for a stranger. */
export function knownId(asked: string, report: Report): string | null {
  const all = [...Object.keys(report.nodes), ...Object.keys(report.readings), ...machinesOf(report)];
  return all.find((id) => id === asked) ?? all.find((id) => id.toLowerCase() === asked.toLowerCase()) ?? null;
}

/** What is said of a target, of what stands on the machine of that name, and of the machine under a node. */
export function isAbout(id: string, report: Report): Test {
  const { machines = [] } = tableOf(report, 'architecture-map');
  const own = report.nodes[id]?.machine ?? null;
  const machine = machines.find((each) => each.id === (own ?? id));
  // another node on the same machine is not its business
  const beside = (machine?.targets ?? []).filter(({ isNode }) => !isNode || own === null).map(({ id: target }) => target);
  const about = new Set([id, ...(own === null ? [] : [own]), ...beside]);
  return ({ target, subject }) => about.has(target) || (target === 'cluster' && about.has(subject));
}

/** What the question is about, and how one names it; null when it is about everything. */
export function scopeOf(
  slots: Slots,
  report: Report,
  { answers }: Locale,
): { readonly holds: Test; readonly name: (name: Name) => string } | null {
  const section = sectionOf(slots);
  const id = slots['node'] === undefined ? null : knownId(slots['node'], report);
  if (slots['node'] !== undefined)
    return { holds: id === null ? () => false : isAbout(id, report), name: (name) => name(id ?? slots['node'] ?? '') };
  if (section === null || OF_SECTION[section] === everything) return null;
  return { holds: isInSection(section), name: () => answers.sections[section] };
}

function machinesOf(report: Report): readonly string[] {
  const { machines = [] } = tableOf(report, 'architecture-map');
  return machines.map(({ id }) => id);
}
