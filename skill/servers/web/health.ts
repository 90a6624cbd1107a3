import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Report } from '../../audit/report.ts';
import type { Skill } from '../../skill.ts';
import { healthDocs, metricsDocs, readyDocs } from './docs.ts';
import { refuse } from './errors.ts';
import { reportMetrics } from './report-metrics.ts';
import type { RequestMetrics } from './request-metrics.ts';

interface Watched {
  readonly skill: Skill;
  readonly requests: RequestMetrics;
  /** The folder of reports. */
  readonly out: string;
  readonly now: () => Date;
}

/** `GET /health`, `/ready` and `/metrics`: for what watches us. */
export function serveHealth(app: FastifyInstance, { skill, requests, out, now }: Watched): void {
  app.get('/health', { schema: healthDocs, config: { isOpen: true } }, async () => ({ status: 'ok' }));
  // alive is not ready: an audit whose report cannot be kept is half a service
  app.get('/ready', { schema: readyDocs }, async (_request, reply) =>
    (await isWritable(out)) ? reply.send({ status: 'ready' }) : refuse(reply, 'busy', { message: 'Reports cannot be written.' }),
  );
  app.get('/metrics', { schema: metricsDocs }, async (_request, reply) => {
    const reports = await Promise.all([skill.latest('full'), skill.latest('quick')]);
    const isReport = (report: Report | null) => report !== null;
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(reportMetrics(reports.filter(isReport), now()) + requests.text());
  });
}

/** A folder that is not there yet is made where the one above can be written. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    const { blocks, bavail } = await statfs(folder);
    // some file systems count nothing
    return blocks === 0 || bavail > 0;
  } catch (error) {
    const above = dirname(folder);
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing && above !== folder && (await isWritable(above));
  }
}
