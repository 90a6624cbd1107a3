import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../skill/host/host.ts';
import { parseInventory } from '../../skill/inventory/load.ts';
import { parseFailed } from '../../skill/probes/systemd/failed.ts';
import { parseShow } from '../../skill/probes/systemd/show.ts';
import { systemd } from '../../skill/probes/systemd.ts';
import { temporaryFolder, withPrograms, writeProgram } from '../support/fake-program.ts';
import { realHost } from '../support/gathering.ts';
import { on, verdict } from '../support/judged.ts';
import { failureOf, readNode } from '../support/read-node.ts';
import { RECORDED } from '../support/recorded.ts';

const block = (fields: Readonly<Record<string, string>>) =>
  Object.entries({ Id: 'a.service', LoadState: 'loaded', ActiveState: 'active', SubState: 'running', ...fields })
    .map(([key, value]) => `${key}=${value}`)
    .toReversed()
    .join('\n');

/** The real host with a systemctl that prints this, on a machine that systemd started or did not. */
async function read(units: readonly string[], script: string, first = 'systemd') {
  using folder = temporaryFolder();
  const real = withPrograms(realHost(), { systemctl: writeProgram(folder.path, 'systemctl', script) });
  const host: Host = {
    ...real,
    platform: 'linux',
    read: async (path, signal) =>
      path === '/proc/1/comm' ? `${first}\n` : path === '/proc/uptime' ? '1000.00 1.0\n' : real.read(path, signal),
  };
  return await readNode(systemd, { units }, { host });
}

describe('systemctl', () => {
  test('is asked once for all units, and once for those that failed', async () => {
    const shown = [
      block({ NRestarts: '2', Restart: 'always', ActiveEnterTimestampMonotonic: '400000000' }),
      block({ ActiveState: 'failed' }),
    ];
    const facts = await read(
      ['a', 'b.timer'],
      `case "$1" in
show) [ "$#" = 6 ] && [ "$6" = b.timer ] && printf '%s\\n' '${shown.join('\n\n')}';;
list-units) echo '[{"unit":"c.mount","load":"loaded","active":"failed","sub":"failed","description":"x"}]';;
esac`,
    );
    expect(facts).toMatchObject({
      manager: 'systemd',
      units: [
        { unit: 'a', active: 'active', restarts: 2, restart: 'always', activeForS: 600, execution: null },
        { unit: 'b.timer', active: 'failed' },
      ],
      failed: ['c.mount'],
      failedMissing: null,
    });
  });

  test('keeps of an environment how commands are run, and nothing else', async () => {
    const environment = 'POSTGRES_PASSWORD=Chaton-42! "EXECUTE_MODE=direct" ALLOWED_COMMANDS=ls';
    const facts = await read(['a'], `[ "$1" = show ] && echo '${block({ Environment: environment })}' || echo '[]'`);
    expect(facts.units[0]?.execution).toEqual({ isDirect: true, hasAllowlist: true });
    expect(JSON.stringify(facts)).not.toContain('Chaton');
  });

  test('of the user is asked for what the machine does not know', async () => {
    const missing = block({ LoadState: 'not-found', ActiveState: 'inactive', SubState: 'dead' });
    const script = `case "$1" in show) echo '${missing}';; --user) echo '${block({})}';; *) echo '[]';; esac`;
    expect((await read(['mine'], script)).units).toMatchObject([{ unit: 'mine', load: 'loaded', active: 'active' }]);
    expect((await read(['mine'], script.replace('--user)', 'never)'))).units).toMatchObject([{ unit: 'mine', load: 'not-found' }]);
  });

  test.each([
    ['says so', "echo 'System has not been booted with systemd as init system (PID 1). Can'\\''t operate.' >&2; exit 1", 'init'],
    [
      'finds no bus, and something else is the first process',
      "echo 'Failed to connect to bus: No such file or directory' >&2; exit 1",
      'sh',
    ],
  ])('that %s: there is no systemd, and nothing to judge', async (_, script, first) => {
    const facts = await read(['a'], script, first);
    expect(facts).toEqual({ manager: 'none', units: [], failed: null, failedMissing: null });
    expect(verdict('SVC-001', [on.systemd('units', facts)])).toBe('not-applicable');
  });

  test('that may not be asked, where systemd is the first process, cannot be read', async () => {
    const denied = "echo 'Failed to connect to bus: Permission denied' >&2; exit 1";
    expect(await failureOf(read(['a'], denied))).toBe('denied');
  });

  test('that is absent says nothing of a machine that systemd did not start, and is missing on one that it did', async () => {
    const without = (first: string) =>
      readNode(systemd, { units: ['a'] }, { host: { ...withPrograms(realHost(), {}), platform: 'linux', read: async () => `${first}\n` } });
    expect((await without('init')).manager).toBe('none');
    expect(await failureOf(without('systemd'))).toBe('missing-tool');
  });

  test('that shows fewer units than were asked for is not believed', async () => {
    expect(await failureOf(read(['a', 'b'], `echo '${block({})}'`))).toBe('malformed');
  });

  test('whose list of failed units is nonsense costs that list alone', async () => {
    const facts = await read(['a'], `[ "$1" = show ] && echo '${block({})}' || echo '{"unit":1}'`);
    expect(facts).toMatchObject({ units: [{ unit: 'a' }], failed: null, failedMissing: 'malformed' });
  });
});

test('failed units are read as JSON, or as the table of an older systemd', () => {
  expect(parseFailed('[{"unit":"a.service","active":"failed"},{"unit":"b.service","active":"active"}]')).toEqual(['a.service']);
  expect(parseFailed('● a.service loaded failed failed Something\nb.mount loaded failed failed Else\n')).toEqual(['a.service', 'b.mount']);
  expect(parseFailed('')).toEqual([]);
  expect(parseFailed('[]')).toEqual([]);
  expect(parseFailed('nonsense')).toBeNull();
});

const SHOWN = join(RECORDED, 'live/systemd-252');

describe.skipIf(!existsSync(SHOWN))('the recorded systemd 252', () => {
  const text = (name: string) => readFileSync(join(SHOWN, name), 'utf8');

  test('shows four units in one call', () => {
    const names = ['ai-orchestrator.service', 'broken.service', 'flappy.service', 'nope.service'];
    const units = parseShow(text('show-multi-p.txt'), names, null);
    expect(units.map(({ load, active, sub }) => `${load} ${active} ${sub}`)).toEqual([
      'loaded active running',
      'loaded failed failed',
      'loaded activating auto-restart',
      'not-found inactive dead',
    ]);
    expect(units.map((unit) => verdict('SVC-001', [on.systemd('units', { units: [unit] })]))).toEqual([
      'pass',
      'fail high',
      'fail high',
      'fail high',
    ]);
  });

  test('shows a unit that falls and rises', () => {
    const [unit] = parseShow(text('show-flappy.txt'), ['flappy.service'], 1_344.5);
    expect(unit).toMatchObject({ active: 'active', restarts: 12, restart: 'always' });
    expect(verdict('SVC-001', [on.systemd('units', { units: unit ? [unit] : [] })])).toBe('fail high');
  });

  test('lists what failed', () => {
    expect(parseFailed(text('failed.json'))).toEqual(['broken.service']);
  });
});

test('a name that is no unit’s is refused with its line', () => {
  const parse = (units: string) => () => parseInventory(`targets:\n  - { id: units, kind: systemd, units: ${units} }\n`, 'jarvis.yaml', {});
  expect(parse('["--help"]')).toThrow('jarvis.yaml:2: targets.units.units.0: expected the name of a unit');
  expect(parse('[a, a]')).toThrow('expected each unit once');
  expect(parse('[]')).toThrow('jarvis.yaml:2');
  expect(parse('[ollama, "app@1.service"]')).not.toThrow();
});
