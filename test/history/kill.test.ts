import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createFileStore } from '../../skill/history/files.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { reportSample } from '../support/report-sample.ts';
import { compileSaveLoop, killed, sampleFile, startSaveLoop } from '../support/save-children.ts';

const KILLS = 200;
/** Writers at once, so that one that is killed never waits for one that starts. */
const LANES = 3;
/** About 200 kB once saved. */
const FINDINGS = 210;

test('200 writers killed at random instants leave whole reports only, and every one of them', { timeout: 120_000 }, async () => {
  using scratch = temporaryFolder();
  using folder = temporaryFolder();
  const sample = sampleFile(scratch.path, 'sample.json', reportSample({}, FINDINGS));
  const cache = join(scratch.path, 'cache');
  await compileSaveLoop(join(scratch.path, 'once'), sample, cache);

  const seen = createWatch(folder.path);
  let kills = 0;
  let leftovers = 0;
  const lane = async () => {
    while (kills < KILLS) {
      kills += 1;
      const child = await startSaveLoop(folder.path, sample, kills, cache);
      await wait(5 + Math.random() * 55);
      await killed(child);
      leftovers += temporariesOf(folder.path).some((name) => name.includes(`-${child.pid}-`)) ? 1 : 0;
      seen.check();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));

  expect({ kills, damaged: seen.damaged }).toEqual({ kills: KILLS, damaged: [] });
  expect(seen.changedBytes()).toEqual([]);
  expect(seen.count()).toBeGreaterThanOrEqual(KILLS);
  // the kills hit the middle of a write, or this test says nothing
  expect(leftovers).toBeGreaterThan(0);
  await createFileStore(folder.path).save(reportSample());
  expect(temporariesOf(folder.path)).toEqual([]);
});

function temporariesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => !name.startsWith('audit_'));
}

/** Remembers every report it has seen: by what `stat` says after each kill, by its bytes at the end. */
function createWatch(folder: string) {
  const known = new Map<string, { readonly stamp: string; readonly hash: string }>();
  const damaged: string[] = [];
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  function check(): void {
    const names = new Set(readdirSync(folder).filter((name) => name.startsWith('audit_')));
    damaged.push(...[...known.keys()].filter((name) => !names.has(name)).map((name) => `${name} is lost`));
    for (const name of names) {
      const path = join(folder, name);
      const { ino, size, mtimeNs } = statSync(path, { bigint: true });
      const stamp = `${ino} ${size} ${mtimeNs}`;
      const before = known.get(name);
      if (before && before.stamp !== stamp) damaged.push(`${name} has changed`);
      if (before) continue;
      const bytes = readFileSync(path);
      if (!isWhole(bytes.toString())) damaged.push(`${name} is not whole`);
      known.set(name, { stamp, hash: hashOf(bytes) });
    }
  }

  const changedBytes = () =>
    [...known].filter(([name, { hash }]) => hashOf(readFileSync(join(folder, name))) !== hash).map(([name]) => name);
  return { check, damaged, changedBytes, count: () => known.size };
}

function isWhole(text: string): boolean {
  try {
    return JSON.parse(text).findings.length === FINDINGS && text.endsWith('}\n');
  } catch {
    return false;
  }
}
