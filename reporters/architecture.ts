import type { Locale } from '../locales/locale.ts';
import { printable } from '../skill/audit/plain-strings.ts';
import type { SectionTables } from '../skill/audit/section-tables.ts';
import { firstRows, MOST_ROWS } from './first-rows.ts';
import { WIDTH, wrap } from './wrap.ts';

/** Names longer than this stand out of their column. */
const LONGEST_NAME = 16;

type Map_ = SectionTables['architecture-map'];

/** The tree of machines, what runs on each, and what is loaded there; then the addresses, without credentials. */
export function architectureLines({ machines, urls }: Map_, { sections }: Locale): readonly string[] {
  return [
    ...firstRows(machines, sections, (few) =>
      few.flatMap((machine, index) => [...(index > 0 ? [''] : []), ...machineLines(machine, sections)]),
    ),
    ...(urls.length > 0
      ? [
          '',
          sections.urls,
          ...firstRows(urls, sections, (few) => {
            const width = Math.min(LONGEST_NAME, Math.max(...few.map(({ target }) => target.length)));
            return few.flatMap(({ target, url }) => addressLines(target.padEnd(width), url));
          }),
        ]
      : []),
  ];
}

function addressLines(target: string, url: string): readonly string[] {
  const line = printable(`  ${target}  ${url}`);
  return line.length <= WIDTH ? [line] : wrap(line, WIDTH - 2, 2).map((part) => `  ${part}`);
}

function machineLines({ id, addresses, os, gpus, targets }: Map_['machines'][number], sections: Locale['sections']): readonly string[] {
  const head = [addresses.length > 0 ? `${id} (${addresses.join(', ')})` : id, ...(os ? [os] : [])].join(' — ');
  const leaves = [
    ...(gpus.length > 0 ? [[sections.gpuNames(counted(gpus))]] : []),
    ...targets.slice(0, MOST_ROWS).map((target) => leaf(target, sections)),
    ...(targets.length > MOST_ROWS ? [[sections.moreRows(targets.length - MOST_ROWS)]] : []),
  ];
  return [...wrap(head), ...leaves.flatMap((lines, index) => branch(lines, index === leaves.length - 1))];
}

function leaf(
  { id, kind, isNode, status, provides, loaded }: Map_['machines'][number]['targets'][number],
  sections: Locale['sections'],
): readonly string[] {
  const words: Readonly<Record<string, string>> = isNode ? sections.nodeStatuses : sections.targetStatuses;
  const state = words[status] ?? status;
  const glyph = status === 'up' ? '✓' : status === 'down' ? '✗' : status === 'degraded' ? '!' : status === 'unknown' ? '?' : '–';
  return [
    `${glyph} ${id}${kind === id ? '' : ` · ${sections.capability(kind)}`} · ${state}${provides.length > 0 ? ` · ${provides.map(sections.capability).join(', ')}` : ''}`,
    ...(loaded.length > 0 ? [sections.loaded(loaded)] : []),
  ];
}

function branch(lines: readonly string[], isLast: boolean): readonly string[] {
  return lines
    .flatMap((line, index) => wrap(line, 70, index === 0 ? 2 : 0).map((part, place) => ({ part, isFirst: index === 0 && place === 0 })))
    .map(({ part, isFirst }) => (isFirst ? `${isLast ? '└─ ' : '├─ '}${part}` : `${isLast ? '   ' : '│  '}  ${part}`));
}

/** « 4 × GTX 1660 » rather than four times the same. */
function counted(names: readonly string[]): string {
  return [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => (length > 1 ? `${length} × ${name}` : name)).join(', ');
}
