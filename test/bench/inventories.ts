import type { Target } from '../../skill/audit/define.ts';
import type { Places } from './servers.ts';

type Node = Target & { readonly url: string };

/** YAML is a superset of JSON. */
export function inventoryOf(targets: readonly Target[]): string {
  return JSON.stringify({ cluster: { name: 'BENCH', version: '1' }, targets });
}

export function fiveNodes({ nodes }: Places): readonly Node[] {
  return nodes.map(({ kind, url }, index) => ({ id: `N${index + 1}`, kind, url, provides: ['text'], machine: `m${index + 1}` }));
}

export function oneHanging(places: Places, timeoutMs: number): readonly Node[] {
  return [...fiveNodes(places), { id: 'H1', kind: 'openai', url: places.hanging, provides: ['text'], machine: 'h1', timeoutMs }];
}

const MANY = 1_000;

/** A thousand targets on a hundred machines; each tenth hangs when told to. */
export function thousand({ ready, hanging }: Places, isTenthHanging: boolean): readonly Node[] {
  return Array.from({ length: MANY }, (_, index) => ({
    id: `T${index + 1}`,
    kind: 'openai',
    url: isTenthHanging && index % 10 === 0 ? hanging : ready,
    machine: `m${index % 100}`,
    provides: ['text'],
  }));
}
