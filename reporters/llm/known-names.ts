import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';

/** Letters in a row that could be a word of a sentence. */
const WORD = /\p{L}{3,}/gu;
/** « qwen3-8b », « redis-server » name things; with more words than that a name can be a sentence. */
const MOST_FOREIGN_WORDS = 2;
const LONGEST_FOREIGN = 32;

/**
 * The report as a model may see it: what a target wrote (names of models, processes, files) is kept where it is short and can
 * be no instruction; what the inventory wrote is the user's own.
 */
export function withKnownNames(report: Report, locale: Locale): Report {
  const own = namesOfInventory(report);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return own.has(value) || isHarmless(value) ? value : locale.speech.nameless;
    return Array.isArray(value) ? value.map(walk) : value;
  };
  const findings = report.findings.map((finding) => ({
    ...finding,
    message: {
      id: finding.message.id,
      values: Object.fromEntries(Object.entries(finding.message.values).map(([key, value]) => [key, walk(value)])),
    },
  }));
  return { ...report, findings };
}

function namesOfInventory({ nodes, topology, readings, cluster }: Report): ReadonlySet<string> {
  const machines = Object.values(nodes).flatMap(({ machine }) => (machine === null ? [] : [machine]));
  const edges = topology.edges.flatMap(({ from, to }) => [from, to]);
  return new Set([cluster.name, ...Object.keys(nodes), ...Object.keys(readings), ...machines, ...edges]);
}

/** Short, and too few words to say something. */
export function isHarmless(name: string): boolean {
  if (name.length > LONGEST_FOREIGN || /[^\p{L}\p{N}._:/+-]/u.test(name)) return false;
  return (name.match(WORD)?.length ?? 0) <= MOST_FOREIGN_WORDS;
}
