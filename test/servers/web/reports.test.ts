import { describe, expect, it } from 'vitest';
import { reportSample } from '../../support/report-sample.ts';
import { bearer, outcome, serving } from './serving.ts';
import { smallSkill } from './small-skill.ts';

const [hot, alsoHot] = reportSample().findings;
const newest = reportSample({ id: 'r4', timestamp: '2026-02-23T14:30:00.000+01:00', findings: alsoHot ? [alsoHot] : [] });
const quick = reportSample({ id: 'r3', timestamp: '2026-02-23T14:00:00.000+01:00', mode: 'quick' });
const older = reportSample({ id: 'r2', timestamp: '2026-02-22T14:30:00.000+01:00', findings: hot ? [hot] : [] });
const oldest = reportSample({ id: 'r1', timestamp: '2026-02-21T14:30:00.000+01:00' });
const HISTORY = [newest, quick, older, oldest];

async function get(path: string, reports = HISTORY) {
  const { url } = await serving({ skill: smallSkill(undefined, reports) });
  return { answer: fetch(url + path, { headers: bearer }), url };
}

async function json(path: string, reports = HISTORY): Promise<unknown> {
  return await (await (await get(path, reports)).answer).json();
}

describe('the history', () => {
  it('tells what each report comes to, and where it is', async () => {
    const { id, timestamp, mode, status, scores } = newest;
    expect(await json('/v1/reports?limit=1')).toEqual({
      reports: [{ id, timestamp, mode, status, scores, url: '/v1/reports/r4' }],
      next: '/v1/reports?limit=1&after=1',
    });
  });

  it('goes on page by page to its end', async () => {
    const { answer, url } = await get('/v1/reports?limit=3');
    const { next } = (await (await answer).json()) as { next: string };
    const rest = (await (await fetch(url + next, { headers: bearer })).json()) as { reports: { id: string }[]; next: null };
    expect([rest.reports.map(({ id }) => id), rest.next]).toEqual([['r1'], null]);
  });

  it('is empty before the first audit', async () => {
    expect(await json('/v1/reports', [])).toEqual({ reports: [], next: null });
    expect(await outcome((await get('/v1/reports/latest', [])).answer)).toBe('404 not-found');
  });

  it.each(['0', '201', 'many', '-1', '1e2'])('a page of %j is refused', async (limit) => {
    expect(await outcome((await get(`/v1/reports?limit=${limit}`)).answer)).toBe('400 bad-request');
  });
});

describe('one report', () => {
  it('is the whole document', async () => {
    expect(await json('/v1/reports/r2')).toEqual(older);
  });

  it('is the newest when asked for, of a mode when said', async () => {
    expect(await json('/v1/reports/latest')).toEqual(newest);
    expect(await json('/v1/reports/latest?mode=quick')).toEqual(quick);
    expect(await outcome((await get('/v1/reports/latest?mode=slow')).answer)).toBe('400 bad-request');
  });

  it.each(['nope', '..%2f..%2fetc%2fpasswd', 'x'.repeat(90), '%00'])('%j is not there', async (id) => {
    expect(await outcome((await get(`/v1/reports/${id}`)).answer)).toBe('404 not-found');
  });
});

describe('what changed', () => {
  it('is told between the newest and the one before of its mode', async () => {
    expect(await json('/v1/diff')).toMatchObject({
      mode: 'full',
      from: { id: 'r2' },
      to: { id: 'r4' },
      fixed: ['GPU-002:tour:0'],
    });
  });

  it('is told between two that are named', async () => {
    expect(await json('/v1/diff?from=r1&to=r2')).toMatchObject({ from: { id: 'r1' }, to: { id: 'r2' } });
  });

  it('between two modes is nothing that can be said', async () => {
    expect(await outcome((await get('/v1/diff?from=r3&to=r4')).answer)).toBe('400 bad-request');
  });

  it('needs two that are there', async () => {
    expect(await outcome((await get('/v1/diff?from=r0')).answer)).toBe('404 not-found');
    expect(await outcome((await get('/v1/diff', [newest])).answer)).toBe('404 not-found');
    expect(await outcome((await get('/v1/diff?to=r1')).answer)).toBe('404 not-found');
  });
});
