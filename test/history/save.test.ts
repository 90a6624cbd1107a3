import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileStore } from '../../skill/history/files.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { reportSample } from '../support/report-sample.ts';
import { sampleFile, startSaving } from '../support/save-children.ts';

const parsed = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

test('a report is saved under its own minute, whatever the zone of the machine', async () => {
  using folder = temporaryFolder();
  const report = reportSample({ timestamp: '2026-02-23T23:59:59.999-11:00' });
  const { path } = await createFileStore(folder.path).save(report);
  expect(path).toBe(join(folder.path, 'audit_2026-02-23_2359.json'));
  expect(readFileSync(path, 'utf8')).toBe(`${JSON.stringify(report, null, 2)}\n`);
  expect(readdirSync(folder.path)).toEqual(['audit_2026-02-23_2359.json']);
});

test('the reports of one minute are numbered from 2', async () => {
  using folder = temporaryFolder();
  const store = createFileStore(folder.path);
  for (const id of ['a', 'b', 'c']) await store.save(reportSample({ id }));
  const names = ['audit_2026-02-23_1430.json', 'audit_2026-02-23_1430_2.json', 'audit_2026-02-23_1430_3.json'];
  expect(names.map((name) => parsed(join(folder.path, name)).id)).toEqual(['a', 'b', 'c']);
  expect(readdirSync(folder.path).toSorted()).toEqual(names);
});

test('the folder is made with those above it', async () => {
  using folder = temporaryFolder();
  const deep = join(folder.path, 'var/audits');
  const { path } = await createFileStore(deep).save(reportSample());
  expect(parsed(path).id).toBe(reportSample().id);
});

test.skipIf(process.platform === 'win32')('strangers on the machine cannot read a report', async () => {
  using folder = temporaryFolder();
  const deep = join(folder.path, 'audits');
  const { path } = await createFileStore(deep).save(reportSample());
  expect([deep, path].map((item) => statSync(item).mode & 0o007)).toEqual([0, 0]);
});

test('a folder that has the name of the next report is left alone', async () => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'audit_2026-02-23_1430.json'));
  const { path } = await createFileStore(folder.path).save(reportSample());
  expect(path).toBe(join(folder.path, 'audit_2026-02-23_1430_2.json'));
});

test.each(['yesterday', '2026-13-45T99:99:00.000Z', '../../2026-02-23T14:30:00.000Z'])(
  'a report of no possible time is refused: %s',
  async (timestamp) => {
    using folder = temporaryFolder();
    await expect(createFileStore(folder.path).save(reportSample({ timestamp }))).rejects.toThrow(
      `the report cannot be saved in ${folder.path}: "${timestamp}" is not an ISO 8601 time.`,
    );
    expect(readdirSync(folder.path)).toEqual([]);
  },
);

test.each([2, 16])('%i processes that save in the same minute overwrite nothing', { timeout: 60_000 }, async (processes) => {
  using folder = temporaryFolder();
  using scratch = temporaryFolder();
  const samples = Array<string>(5).fill(sampleFile(scratch.path, 'sample.json', reportSample()));
  const writers = await Promise.all(Array.from({ length: processes }, () => startSaving(folder.path, samples)));
  const results = (await Promise.all(writers.map((save) => save()))).flat();
  const kept = readdirSync(folder.path).map((name) => [join(folder.path, name), parsed(join(folder.path, name)).id]);
  expect(kept).toHaveLength(5 * processes);
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(results.map(({ path, id }) => [path, id])));
});

test('saves of one process at once overwrite nothing', async () => {
  using folder = temporaryFolder();
  const store = createFileStore(folder.path);
  const ids = Array.from({ length: 30 }, (_, index) => `report-${index}`);
  const saved = await Promise.all(ids.map((id) => store.save(reportSample({ id }))));
  expect(saved.map(({ path }) => parsed(path).id)).toEqual(ids);
});
