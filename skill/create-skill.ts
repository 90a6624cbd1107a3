import type { ReportStore } from './history/store.ts';
import type { Host } from './host/host.ts';
import type { FoundInventory } from './inventory/find.ts';
import type { Skill } from './skill.ts';

export interface SkillOptions {
  readonly inventory: FoundInventory;
  readonly host: Host;
  readonly store: ReportStore;
  /** The folder of reports; sessions and schedules are kept in it. */
  readonly out: string;
  /** `fr` when absent; a command may say another. */
  readonly locale?: 'fr' | 'en';
  /** Milliseconds for a whole full audit; 10,000 when absent. */
  readonly deadlineMs?: number;
}

/** The skill over one inventory. */
export function createSkill(_options: SkillOptions): Skill {
  throw new Error('not written yet');
}
