import type { RegistryWarning } from '../../locales/locale.ts';
import { unaccented } from './spellings.ts';

interface Entry {
  readonly name: string;
  readonly triggers: readonly string[] | null;
}

/** Each of our triggers that somebody else answers to, however it is written; the spellings of one trigger are one. */
export function ownedTriggers(ours: readonly Entry[], others: readonly Entry[]): RegistryWarning[] {
  const owners = new Map<string, { readonly owner: string; readonly as: string }[]>();
  for (const { name: owner, triggers } of others)
    for (const as of triggers ?? []) {
      const known = owners.get(unaccented(as)) ?? [];
      if (!known.some((each) => each.owner === owner)) owners.set(unaccented(as), [...known, { owner, as }]);
    }
  return ours
    .flatMap(({ triggers }) => [...new Map((triggers ?? []).toReversed().map((trigger) => [unaccented(trigger), trigger]))].toReversed())
    .flatMap(([key, trigger]) => (owners.get(key) ?? []).map(({ owner, as }) => ({ id: 'owned', values: { trigger, owner, as } })));
}
