import type { RegistryWarning } from '../../locales/locale.ts';
import { ownedTriggers } from './owned-triggers.ts';

/** What stands under a name in one of the assistant's registries. */
export interface Standing {
  readonly name: string;
  /** Null: no list of sentences. */
  readonly triggers: readonly string[] | null;
  readonly isEnabled: boolean;
  /** The checksum that we left there; null: not ours. */
  readonly mark: string | null;
  /** The checksum of what stands there now: another than the mark, somebody changed it. */
  readonly checksum: string;
}

/** What we want to stand there. */
export interface Wanted {
  readonly name: string;
  readonly triggers: readonly string[];
  readonly checksum: string;
}

/** Names to add, to replace, to remove, to leave as they are because they are right, and what must be said. */
export interface Changes {
  readonly add: readonly string[];
  readonly replace: readonly string[];
  readonly remove: readonly string[];
  readonly keep: readonly string[];
  readonly warnings: readonly RegistryWarning[];
}

/** What is told of changes that were made. */
export interface Outcome extends Changes {
  /** The copy from before; null: nothing was written. */
  readonly backup: string | null;
}

/** What must change so that ours stand there. What is not ours, or was changed since, stays. */
export function planEntering(standing: readonly Standing[], wanted: readonly Wanted[]): Changes {
  const byName = named(standing);
  const there = wanted.filter(({ name }) => byName.has(name));
  const usable = wanted.filter(({ name }) => isOursUnchanged(byName.get(name)) || !byName.has(name));
  const isUpToDate = ({ name, checksum }: Wanted) => byName.get(name)?.mark === checksum;
  const others = standing.filter(({ mark, isEnabled }) => mark === null && isEnabled);
  return {
    add: names(usable.filter(({ name }) => !byName.has(name))),
    replace: names(usable.filter((each) => byName.has(each.name) && !isUpToDate(each))),
    remove: [],
    keep: names(usable.filter(isUpToDate)),
    warnings: [
      ...there.flatMap(({ name }) => leftAlone(byName.get(name))),
      ...others.flatMap(({ name, triggers }): RegistryWarning[] =>
        triggers === null ? [{ id: 'triggersUnreadable', values: { name } }] : [],
      ),
      ...ownedTriggers(usable, others),
    ],
  };
}

/** What must change so that none of ours stands there. */
export function planLeaving(standing: readonly Standing[]): Changes {
  const ours = [...named(standing).values()].filter(({ mark }) => mark !== null);
  return {
    add: [],
    replace: [],
    remove: names(ours.filter(isOursUnchanged)),
    keep: [],
    warnings: ours.flatMap(leftAlone),
  };
}

export function isNothing({ add, replace, remove }: Changes): boolean {
  return add.length + replace.length + remove.length === 0;
}

/** A name that stands twice is not ours to touch: by it one cannot tell which. */
function named(standing: readonly Standing[]): ReadonlyMap<string, Standing> {
  const byName = new Map<string, Standing>();
  for (const each of standing) byName.set(each.name, byName.has(each.name) ? { ...each, mark: null } : each);
  return byName;
}

function names(entries: readonly { readonly name: string }[]): readonly string[] {
  return entries.map(({ name }) => name);
}

function isOursUnchanged(standing: Standing | undefined): boolean {
  return standing !== undefined && standing.mark === standing.checksum;
}

function leftAlone(standing: Standing | undefined): RegistryWarning[] {
  if (standing === undefined || isOursUnchanged(standing)) return [];
  return [{ id: standing.mark === null ? 'nameTaken' : 'changed', values: { name: standing.name } }];
}
