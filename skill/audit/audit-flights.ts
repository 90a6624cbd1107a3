import { FULL_S, QUICK_S } from '../config.ts';
import type { SkillOptions } from '../create-skill.ts';
import type { Reports } from '../history/reports.ts';
import { tool } from '../tool.ts';
import { createFlights, type Flights } from './flights.ts';
import { runAudit } from './run.ts';

/** The audits of one skill: each is read, judged, and saved at once, whoever waits for its words. */
export function auditFlights(options: SkillOptions, reports: Reports, log: (line: string) => void): Flights {
  const { inventory, host, store, deadlineMs = FULL_S * 1000 } = options;
  return createFlights({
    now: host.now,
    async audit(mode, locale, onProgress, signal) {
      const limit = mode === 'full' ? deadlineMs : Math.min(deadlineMs, QUICK_S * 1000);
      const { report } = await runAudit({ ...inventory, mode, locale, deadlineMs: limit, host, store, tool, onProgress }, signal);
      return report;
    },
    save(report) {
      const saved = store.save(report).then(
        ({ path }) => path,
        (error: unknown) => {
          log(error instanceof Error ? error.message : String(error));
          return null;
        },
      );
      reports.keep({ report, saved });
      return saved;
    },
  });
}
