import type { Locale, Message } from '../locales/locale.ts';
import type { Report } from '../skill/audit/report.ts';

/** Spoken words that one name may take: as many as an address has. */
const MOST_WORDS = 13;
const LONGEST = 40;

/** A message whose names can be said: an address is that of a machine, and no name is a speech of its own. */
export function sayable({ id, values }: Message, report: Report, locale: Locale): Message {
  const machines = machinesByAddress(report, locale);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return machines.get(value) ?? sayableName(value, locale);
    return Array.isArray(value) ? value.map(walk) : value;
  };
  // the values of a message have no depth but lists
  return { id, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, walk(value)])) } as unknown as Message;
}

/** A component whose name can be said: a machine of which only an address is known goes by what stands on it. */
export function sayableComponent(name: string, report: Report, locale: Locale): string {
  return machinesByAddress(report, locale).get(name) ?? sayableName(name, locale);
}

/** A name that neither ends the sentence it stands in nor fills it. */
export function sayableName(name: string, { aloud, speech }: Locale): string {
  let short = name
    .replace(/[.,;:!?…]+(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (short.length > LONGEST)
    short = short
      .slice(0, LONGEST)
      .toWellFormed()
      .replace(/\s+\S*$/, '');
  while (aloud(short).split(' ').length > MOST_WORDS) short = short.slice(0, short.length / 2).trimEnd();
  return aloud(short) === '' ? (name === '' ? '' : speech.nameless) : short;
}

interface Machine {
  readonly id: string;
  readonly addresses: readonly string[];
  readonly targets: readonly { readonly id: string }[];
}

function machinesByAddress({ report_sections: sections }: Report, { speech }: Locale): ReadonlyMap<string, string> {
  const { machines = [] } = (sections.find(({ id }) => id === 'architecture-map')?.data ?? {}) as { machines?: readonly Machine[] };
  return new Map(
    machines.flatMap(({ id, addresses, targets }) => {
      const [first] = targets;
      if (!isAddress(id)) return addresses.map((address) => [address, id] as const);
      return first ? [id, ...addresses].map((address) => [address, speech.machineOf(first.id)] as const) : [];
    }),
  );
}

function isAddress(name: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9a-f]*:[0-9a-f:.]+\]?)$/i.test(name);
}
