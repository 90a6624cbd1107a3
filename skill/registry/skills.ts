import { z } from 'zod';
import type { Locale } from '../../locales/locale.ts';
import { checksumOf } from './checksum.ts';
import type { Standing, Wanted } from './plan.ts';
import { spellings } from './spellings.ts';

/** What of an entry says what it does; what the assistant counts beside it is its own. */
interface Content {
  readonly name: string;
  readonly description: string;
  readonly triggers: readonly string[];
  readonly steps: readonly unknown[];
  readonly category: string;
  readonly confirm: boolean;
}

/** An entry with what else it holds. The assistant refuses its whole file for one key that it does not know. */
export const Entry = z.looseObject({ name: z.string() });
export type Entry = z.infer<typeof Entry>;

const Ours = z.looseObject({
  name: z.string(),
  description: z.string(),
  triggers: z.array(z.string()),
  steps: z.array(z.unknown()),
  category: z.string(),
  confirm: z.boolean(),
});
const Triggers = z.array(z.string());

/** The mark stands where it may: behind the description. */
const MARK = / \[jarvis-audit ([0-9a-f]{16})\]$/;

/** Commands that a tool of ours answers, and how it is called. */
const STEPS = {
  jarvis_audit_complet: { tool: 'system_audit', args: { mode: 'full' } },
  jarvis_audit_rapide: { tool: 'system_audit', args: { mode: 'quick' } },
  jarvis_audit_etat: { tool: 'cluster_status', args: {} },
  jarvis_audit_comparer: { tool: 'compare_audits', args: {} },
} as const satisfies Partial<Record<keyof Locale['registry']['commands'], unknown>>;

/** One skill of ours, as its entry. */
export interface Skill extends Wanted {
  readonly content: Content;
}

export function skills({ registry }: Locale): readonly Skill[] {
  return Object.entries(STEPS).map(([key, { tool, args }]) => {
    const name = key as keyof typeof STEPS;
    const { description, triggers: sentences } = registry.commands[name];
    const triggers = sentences.flatMap(spellings);
    const steps = [{ tool, args, description, wait_for_result: true }];
    const plain = { name, description, triggers, steps, category: 'audit', confirm: false };
    const checksum = checksumOfContent(plain);
    return { name, triggers, checksum, content: { ...plain, description: `${description} [jarvis-audit ${checksum}]` } };
  });
}

/** The entry as it is written, with what the assistant counted so far. */
export function entryText({ content }: Skill, before: Entry | undefined, now: Date): string {
  const { confirm, ...rest } = content;
  const counted = { created_at: now.getTime() / 1000, usage_count: 0, last_used: 0, success_rate: 1 };
  const kept = Object.keys(counted).flatMap((key) => (before && key in before ? [[key, before[key]]] : []));
  const entry = { ...rest, ...counted, ...Object.fromEntries(kept), confirm };
  return JSON.stringify(entry, null, 2).replaceAll('\n', '\n  ');
}

export function standingOf(entry: Entry): Standing {
  const ours = Ours.safeParse(entry).data;
  const triggers = Triggers.safeParse(entry['triggers']).data ?? null;
  const [, mark = null] = MARK.exec(ours?.description ?? '') ?? [];
  const checksum = ours ? checksumOfContent({ ...ours, description: ours.description.replace(MARK, '') }) : '';
  return { name: entry.name, triggers, isEnabled: true, mark, checksum };
}

function checksumOfContent({ name, description, triggers, steps, category, confirm }: Content): string {
  return checksumOf([name, description, triggers, steps, category, confirm]);
}
