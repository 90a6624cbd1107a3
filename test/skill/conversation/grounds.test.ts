import '../../support/in-paris.ts';
import { expect, test } from 'vitest';
import { groundsFor } from '../../../skill/conversation/grounds.ts';
import { NEW_SESSION } from '../../../skill/conversation/sessions.ts';
import { createFileStore } from '../../../skill/history/files.ts';
import { createReports } from '../../../skill/history/reports.ts';
import { temporaryFolder } from '../../support/fake-program.ts';
import { reportSample } from '../../support/report-sample.ts';

/** A Wednesday afternoon in Paris, and the audits before it. */
const NOW = new Date('2026-02-25T14:30:00+01:00');
const FULL = [
  '2026-02-25T14:29:00+01:00',
  '2026-02-25T11:00:00+01:00',
  '2026-02-25T08:00:00+01:00',
  '2026-02-24T20:00:00+01:00',
  '2026-02-24T08:00:00+01:00',
  '2026-02-23T08:00:00+01:00',
  '2026-02-21T08:00:00+01:00',
  '2026-02-16T08:00:00+01:00',
  '2026-01-30T08:00:00+01:00',
];
const QUICK = ['2026-02-25T14:00:00+01:00', '2026-02-24T23:00:00+01:00', '2026-02-22T12:00:00+01:00', '2026-01-31T12:00:00+01:00'];

/** The history of these audits; each has its instant as its id. */
async function history(folder: string, full: readonly string[] = FULL) {
  const store = createFileStore(folder);
  for (const timestamp of full) await store.save(reportSample({ timestamp, id: timestamp }));
  for (const timestamp of QUICK) await store.save(reportSample({ timestamp, id: timestamp, mode: 'quick' }));
  return createReports(store);
}

const audit = () => Promise.reject(new Error('no audit was to be made'));

test.each([
  ['last', '2026-02-25T11:00:00+01:00'],
  ['this_morning', '2026-02-25T08:00:00+01:00'],
  ['yesterday', '2026-02-24T20:00:00+01:00'],
  ['tuesday', '2026-02-24T20:00:00+01:00'],
  ['monday', '2026-02-23T08:00:00+01:00'],
  ['last_week', '2026-02-21T08:00:00+01:00'],
  ['wednesday', '2026-02-16T08:00:00+01:00'],
  ['last_month', '2026-01-30T08:00:00+01:00'],
])('since %s is compared with the full audit of %s', async (since, id) => {
  using folder = temporaryFolder();
  const reports = await history(folder.path);
  const grounds = await groundsFor({ intent: 'compare', slots: { since } }, { reports, session: NEW_SESSION, now: NOW, audit });
  expect([grounds?.kept.report.id, grounds?.earlier?.id]).toEqual([FULL[0], id]);
});

test('a quick report of the conversation is compared with quick ones', async () => {
  using folder = temporaryFolder();
  const reports = await history(folder.path);
  const session = { ...NEW_SESSION, report: QUICK[0] ?? '' };
  const grounds = await groundsFor({ intent: 'compare', slots: {} }, { reports, session, now: NOW, audit });
  expect([grounds?.kept.report.id, grounds?.earlier?.id]).toEqual([QUICK[0], QUICK[1]]);
});

test('the first audit of all has none before it', async () => {
  using folder = temporaryFolder();
  const reports = await history(folder.path, FULL.slice(0, 1));
  const grounds = await groundsFor({ intent: 'compare', slots: {} }, { reports, session: NEW_SESSION, now: NOW, audit });
  expect([grounds?.kept.report.id, grounds?.earlier]).toEqual([FULL[0], null]);
});

test('the last audit is a full one, and a quick one only where there is no other', async () => {
  using folder = temporaryFolder();
  using other = temporaryFolder();
  const asked = { intent: 'repeat', slots: {} } as const;
  const means = { session: NEW_SESSION, now: NOW, audit };
  expect((await groundsFor(asked, { ...means, reports: await history(folder.path) }))?.kept.report.id).toBe(FULL[0]);
  expect((await groundsFor(asked, { ...means, reports: await history(other.path, []) }))?.kept.report.id).toBe(QUICK[0]);
});

test('a report that the conversation names and that is gone is as none', async () => {
  using folder = temporaryFolder();
  const reports = await history(folder.path);
  const session = { ...NEW_SESSION, report: 'gone' };
  const grounds = await groundsFor({ intent: 'explain_score', slots: {} }, { reports, session, now: NOW, audit });
  expect(grounds?.kept.report.id).toBe(FULL[0]);
});
