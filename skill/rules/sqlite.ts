import { defineRule, type Rule, type Verdict } from '../audit/define.ts';
import { type SqliteFacts, sqlite } from '../probes/sqlite.ts';
import { rightsOf } from './files.ts';
import { judge } from './judge.ts';

/** A database file is there, is one, and is whole. */
const whole = defineRule({
  code: 'DATA-007',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { sqlite },
  *check({ sqlite }, { inventory }) {
    for (const { target, reading } of sqlite) {
      if (!reading.ok) continue;
      const { facts, startedAt: at } = reading;
      const proof = { evidence: [{ file: facts.path, value: shown(facts), at }], verify: rightsOf(facts.path, inventory) };
      yield isWhole(judge('DATA-007', target.id, target.id, proof), target.id, facts);
    }
  },
});

function isWhole(on: ReturnType<typeof judge>, target: string, { path, check, problems, sizeBytes, mode, failure }: SqliteFacts): Verdict {
  if (check === 'ok') return on.pass({ id: 'sqlite-whole', values: { target, path, sizeBytes, mode } });
  if (check === 'busy' || check === 'too-large' || check === 'unchecked')
    return on.unknown({ id: 'sqlite-unchecked', values: { target, path, why: check === 'unchecked' ? (failure ?? 'malformed') : check } });
  return on.violation({ id: 'sqlite-broken', values: { target, path, state: check, problems } });
}

function shown({ check, first, sizeBytes, mode, walBytes }: SqliteFacts): string {
  const parts = [`quick_check: ${check}${first === null ? '' : `, ${first}`}`, `${sizeBytes} bytes`, `mode ${mode ?? '?'}`];
  return [...parts, ...(walBytes === null ? [] : [`log of ${walBytes} bytes`])].join(', ');
}

export const sqliteRules: readonly Rule[] = [whole];
