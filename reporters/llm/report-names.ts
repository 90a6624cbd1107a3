import { type Locale, type Message, wordsOf } from '../../locales/locale.ts';
import { FAILURE_CODES } from '../../skill/audit/define.ts';
import type { Report } from '../../skill/audit/report.ts';
import { claimsOf } from './claims-of.ts';
import { isHarmless } from './known-names.ts';
import { byFirstWord, type Entries, splitWords } from './lexicon.ts';

const LONGEST_NAME = 60;

/** Everything that bears a name, in the forms in which it may be written or spoken. */
export function namesOf(report: Report, locale: Locale): Entries {
  const { nodes, readings, topology, findings, cluster } = report;
  const texts = findings.map(({ message }) => wordsOf(locale, message as Message).text).join(' ');
  const values = findings.flatMap(({ target, subject, message }) => [target, subject, ...Object.values(message.values).flat()]);
  const failures = new Set<unknown>(FAILURE_CODES);
  const all = new Set<string>([
    ...Object.keys(nodes),
    ...Object.keys(readings),
    ...Object.values(nodes).flatMap(({ machine, models }) => [machine ?? '', ...models.map(({ id }) => id)]),
    ...topology.edges.flatMap(({ from, to, kind }) => (kind === 'provides' ? [from] : [from, to])),
    ...values.filter((value): value is string => typeof value === 'string' && !failures.has(value) && texts.includes(value)),
  ]);
  all.delete(cluster.name);
  const own = new Set([...Object.keys(nodes), ...Object.values(nodes).map(({ machine }) => machine ?? '')]);
  const declared = new Set([...own, ...Object.keys(readings), ...topology.edges.flatMap(({ from, to }) => [from, to])]);
  const forms = new Map<string, Set<string>>();
  const written = new Map<string, Set<string>>();
  for (const name of all) {
    if (name === '' || name === 'cluster' || name.length > LONGEST_NAME || `cap:${name}` in claimsOf(locale).words) continue;
    if (!declared.has(name) && !isHarmless(name)) continue;
    for (const form of [name, locale.aloud(name), ...lastPartOf(name, all)]) {
      const key = splitWords(form).join(' ');
      if (key === '' || /^\d+$/.test(key)) continue;
      forms.set(key, (forms.get(key) ?? new Set()).add(name.toLowerCase()));
      // what the inventory calls « gpus » or « ports » is a word before it is a name; nodes and machines are names
      if (own.has(name)) written.set(key, (written.get(key) ?? new Set()).add(form.split(/[^\p{L}\p{N}']/u)[0] ?? ''));
    }
  }
  return byFirstWord(
    [...forms].map(([key, same]) => ({
      words: key.split(' '),
      concepts: ['name', ...[...(written.get(key) ?? [])].map((each) => `as:${each}`)],
      name: [...same].join('\n'),
    })),
  );
}

/** « logs/n8n » is « the n8n log », where nothing else is named so. */
function lastPartOf(name: string, all: ReadonlySet<string>): readonly string[] {
  const last = /^[\w.-]+(?:\/[\w.-]+)+$/.test(name) ? name.split('/').at(-1) : undefined;
  return last === undefined || all.has(last) ? [] : [last];
}
