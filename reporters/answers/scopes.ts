import type { Slots } from '../../intents/understanding.ts';
import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import { DIMENSIONS, type Dimension } from '../../skill/audit/define.ts';
import type { Report } from '../../skill/audit/report.ts';
import type { Name } from './point.ts';
import { tableOf } from './tables.ts';

/** What one may ask about: sections of the report, and the six scores. */
export type Section = keyof Locale['answers']['sections'];

const HERE = '127.0.0.1';

type Subject = Pick<Report['findings'][number], 'code' | 'target' | 'subject' | 'dimension'>;
/** Whether something is about what was asked. */
export type Test = (finding: Subject) => boolean;

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

/** What is said of a target itself, or of a machine: then of all that stands on it. */
export function isOn(id: string, report: Report): Test {
  return isOneOf([id, ...(own(report.nodes, id) ? [] : standingOn(id, report))]);
}

/** What is said of the machine under a node: itself and its GPUs; what else runs there, and what its fall would cost, is not its business. */
export function isUnder(id: string, report: Report): Test {
  const { machine = null, kind } = own(report.nodes, id) ?? {};
  if (machine === null) return () => false;
  // a command runs on no GPU
  const isHere = isOneOf(kind === 'command' ? [machine] : [machine, ...gpusOf(machine, report)]);
  return (finding) => isHere(finding) && !finding.code.startsWith('ARCH-');
}

function isOneOf(ids: readonly string[]): Test {
  return ({ target, subject }) => ids.includes(target) || (target === 'cluster' && ids.includes(subject));
}

function standingOn(machine: string, report: Report): readonly string[] {
  const { machines = [] } = tableOf(report, 'architecture-map');
  const targets = machines.find(({ id }) => id === machine)?.targets ?? [];
  return [...targets.map(({ id }) => id), ...gpusOf(machine, report)];
}

function gpusOf(machine: string, report: Report): readonly string[] {
  const { gpus = [] } = tableOf(report, 'performance');
  const { machines = [] } = tableOf(report, 'architecture-map');
  // cards that name no machine were read here
  const isHere = machines.some(({ id, addresses }) => id === machine && addresses.includes(HERE));
  const own = gpus.filter((each) => each.machine === machine || (each.machine === null && isHere));
  return [...new Set(own.map(({ target }) => target))];
}

export function isAbout(id: string, report: Report): Test {
  const [on, under] = [isOn(id, report), isUnder(id, report)];
  return (finding) => on(finding) || under(finding);
}

/** What the question is about, and how one names it; null when it is about everything. */
export function scopeOf(
  slots: Slots,
  report: Report,
  { answers }: Locale,
): { readonly holds: Test; readonly name: (name: Name) => string } | null {
  const section = sectionOf(slots);
  const { node } = slots;
  if (node === undefined) {
    if (section === null || OF_SECTION[section] === everything) return null;
    return { holds: isInSection(section), name: () => answers.sections[section] };
  }
  const id = knownId(node, report) ?? node;
  const about = isAbout(id, report);
  return { holds: (finding) => about(finding) && isInSection(section ?? 'summary')(finding), name: (name) => name(id) };
}

function machinesOf(report: Report): readonly string[] {
  const { machines = [] } = tableOf(report, 'architecture-map');
  return machines.map(({ id }) => id);
}
