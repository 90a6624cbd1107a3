import { describe, expect, test } from 'vitest';
import { failed, judged, on, unit, verdict } from '../support/judged.ts';

const units = (...fields: Parameters<typeof unit>[1][]) => [
  on.systemd('units', { units: fields.map((each, index) => unit(`u${index}.service`, each)) }),
];

describe('SVC-001: declared units', () => {
  test.each<[string, Parameters<typeof unit>[1], string]>([
    ['running', {}, 'pass'],
    ['reloading', { active: 'reloading', sub: 'reload' }, 'pass'],
    ['unknown to systemd', { load: 'not-found', active: 'inactive', sub: 'dead' }, 'fail high'],
    ['stopped', { active: 'inactive', sub: 'dead' }, 'fail high'],
    ['masked', { load: 'masked', active: 'inactive', sub: 'dead', type: 'oneshot' }, 'fail high'],
    ['failed', { active: 'failed', sub: 'failed', result: 'exit-code', exitStatus: 7 }, 'fail high'],
    ['a task that is done', { active: 'inactive', sub: 'dead', type: 'oneshot' }, 'pass'],
    ['a task that went wrong', { active: 'inactive', sub: 'dead', type: 'oneshot', result: 'exit-code' }, 'fail high'],
    ['called by a socket', { active: 'inactive', sub: 'dead', isTriggered: true }, 'pass'],
    ['between two falls', { active: 'activating', sub: 'auto-restart', restarts: 12 }, 'fail high'],
    ['up again a moment ago for the twelfth time', { restarts: 12, activeForS: 1 }, 'fail high'],
    ['up again two minutes ago', { restarts: 12, activeForS: 120 }, 'pass'],
    ['up again for the second time', { restarts: 2, activeForS: 1 }, 'pass'],
    ['often up again, nobody knows when', { restarts: 12, activeForS: null }, 'pass'],
    ['starting', { active: 'activating', sub: 'start' }, 'unknown'],
    ['stopping', { active: 'deactivating', sub: 'stop-sigterm' }, 'unknown'],
  ])('%s', (_, fields, said) => {
    expect(verdict('SVC-001', units(fields))).toBe(said);
  });

  test('say nothing where something else started the machine', () => {
    const none = on.systemd('units', { manager: 'none', failed: null });
    expect(verdict('SVC-001', [none])).toBe('not-applicable');
    expect(verdict('SVC-002', [none])).toBe('not-applicable');
  });
});

describe('SVC-002: failed units', () => {
  test('are named each; none passes; a list that was not read is unknown', () => {
    expect(judged('SVC-002', [on.systemd('units', { failed: ['a.service', 'b.mount'] })])).toMatchObject([
      { key: 'units:a.service', outcome: 'warn', severity: 'medium' },
      { key: 'units:b.mount', outcome: 'warn', severity: 'medium' },
    ]);
    expect(verdict('SVC-002', [on.systemd('units')])).toBe('pass');
    expect(verdict('SVC-002', [on.systemd('units', { failed: null, failedMissing: 'timeout' })])).toBe('unknown');
    expect(verdict('SVC-002', [on.systemd('units', failed('denied'))])).toBe('unknown');
  });
});

describe('SVC-004: commands run on the machine itself', () => {
  const mode = (fields: object = {}) => ({ path: '.env', line: 3, isDirect: true, isSetting: true, hasAllowlist: false, ...fields });
  const inFiles = (...modes: object[]) => on.secrets('env', { executionModes: modes.map(mode) });
  const keysOf = (...entries: Parameters<typeof judged>[1]) =>
    judged('SVC-004', entries).map(({ key, outcome, severity }) => `${key} ${outcome} ${severity}`);

  test('high, and medium where a list says which', () => {
    expect(keysOf(inFiles({}))).toEqual(['env:.env fail high']);
    expect(keysOf(inFiles({ hasAllowlist: true }))).toEqual(['env:.env warn medium']);
    expect(keysOf(inFiles({ isDirect: false }))).toEqual(['env:.env pass high']);
  });

  test('what a program falls back on counts only where nothing is set', () => {
    const fallback = { path: 'app/config.py', isSetting: false };
    expect(keysOf(inFiles(fallback))).toEqual(['env:app/config.py fail high']);
    expect(keysOf(inFiles(fallback, { isDirect: false }))).toEqual(['env:.env pass high']);
  });

  test('a unit’s environment counts, by the file that sets it', () => {
    const entry = on.systemd('units', { units: [unit('ai.service', { execution: { isDirect: true, hasAllowlist: false } })] });
    expect(keysOf(entry)).toEqual(['units:/etc/systemd/system/ai.service fail high']);
    expect(keysOf(entry, inFiles({ path: 'app/config.py', isSetting: false }))[0]).toBe('units:/etc/systemd/system/ai.service fail high');
  });
});
