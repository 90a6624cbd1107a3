import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { differenceOf } from '../../audit/difference.ts';
import type { Report } from '../../audit/report.ts';
import type { ReportPage } from '../../history/store.ts';
import type { Skill } from '../../skill.ts';
import { diffDocs, latestDocs, reportDocs, reportsDocs } from './docs.ts';
import { refuse } from './errors.ts';
import { reportUrl } from './outcome.ts';

const USUAL_PAGE = 50;
const LARGEST_PAGE = 200;
/** A history of one mode alone is not searched to its beginning for another. */
const MOST_PAGES = 10;

const pageSchema = z.object({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'expected a number')
    .transform(Number)
    .pipe(z.number().min(1).max(LARGEST_PAGE))
    .default(USUAL_PAGE),
  after: z.string().max(200).optional(),
});
const latestSchema = z.object({ mode: z.enum(['full', 'quick']).optional() });
const diffSchema = z.object({ from: z.string().optional(), to: z.string().optional() });

/** The history: `GET /v1/reports`, `/v1/reports/latest`, `/v1/reports/:id` and `/v1/diff`. */
export function serveReports(app: FastifyInstance, skill: Skill): void {
  app.get('/v1/reports', { schema: reportsDocs }, async ({ query }) => {
    const { limit, after } = pageSchema.parse(query);
    const { reports, next } = await skill.reports({ limit, ...(after === undefined ? {} : { after }) });
    return {
      reports: reports.map(({ id, timestamp, mode, status, scores }) => ({ id, timestamp, mode, status, scores, url: reportUrl(id) })),
      next: next === null ? null : `/v1/reports?${new URLSearchParams({ limit: String(limit), after: next })}`,
    };
  });
  app.get('/v1/reports/latest', { schema: latestDocs }, async ({ query }, reply) => {
    const report = await skill.latest(latestSchema.parse(query).mode);
    return report ? reply.send(report) : refuse(reply, 'not-found', { message: 'There is no report yet.' });
  });
  app.get<{ Params: { id: string } }>('/v1/reports/:id', { schema: reportDocs }, async ({ params: { id } }, reply) => {
    const report = await skill.report(id);
    return report ? reply.send(report) : refuse(reply, 'not-found', { message: 'There is no such report.' });
  });
  app.get('/v1/diff', { schema: diffDocs }, async ({ query }, reply) => {
    const { from, to } = diffSchema.parse(query);
    const later = await (to === undefined ? skill.latest() : skill.report(to));
    const earlier = later && (await (from === undefined ? before(later, skill) : skill.report(from)));
    if (!later || !earlier) return refuse(reply, 'not-found', { message: 'There are no two such reports.' });
    const difference = differenceOf(earlier, later);
    return difference ? reply.send(difference) : refuse(reply, 'bad-request', { message: 'The two reports are of different modes.' });
  });
}

/** The newest report of the same mode that is older. */
async function before({ id, mode, timestamp }: Report, skill: Skill): Promise<Report | null> {
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { reports, next }: ReportPage = await skill.reports({ limit: LARGEST_PAGE, ...(after === null ? {} : { after }) });
    const found = reports.find((each) => each.id !== id && each.mode === mode && Date.parse(each.timestamp) <= Date.parse(timestamp));
    if (found) return await skill.report(found.id);
    if (next === null) return null;
    after = next;
  }
  return null;
}
