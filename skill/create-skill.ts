import { DEFAULT_NODES } from '../intents/default-nodes.ts';
import { type Intent, intents } from '../intents/intents.ts';
import { createMatcher } from '../intents/matcher.ts';
import { isNode } from './audit/nodes.ts';
import { runAudit } from './audit/run.ts';
import { FULL_S, QUICK_S } from './config.ts';
import { handle } from './conversation/handle.ts';
import { createSessions } from './conversation/sessions.ts';
import type { Parts } from './conversation/talk.ts';
import { createUnderWay } from './conversation/under-way.ts';
import { streamOf } from './event-stream.ts';
import { createFlights, type Flights } from './flights.ts';
import type { ReportStore } from './history/store.ts';
import type { Host } from './host/host.ts';
import type { FoundInventory } from './inventory/find.ts';
import { manifest } from './manifest.ts';
import { type Phrase, patiently } from './phrase.ts';
import { createReports, type Reports } from './reports.ts';
import { createBook } from './schedules/book.ts';
import { createScheduler } from './schedules/scheduler.ts';
import type { Skill } from './skill.ts';
import { tool } from './tool.ts';

export interface SkillOptions {
  readonly inventory: FoundInventory;
  readonly host: Host;
  readonly store: ReportStore;
  /** The folder of reports; sessions and schedules are kept in it. */
  readonly out: string;
  /** `fr` when absent; a command may say another. */
  readonly locale?: 'fr' | 'en';
  /** Milliseconds for a whole full audit; 10,000 when absent. A quick one has 6,000 at most. */
  readonly deadlineMs?: number;
  /** Other words for a full audit; the template speaks where it has none or is late. */
  readonly phrase?: Phrase;
  /** Told in one line what a listener cannot mend, such as a report that was not saved. Not redacted: nothing of a target is in it. */
  readonly log?: (line: string) => void;
}

/** The skill over one inventory. */
export function createSkill(options: SkillOptions): Skill {
  const { inventory, host, store, out, log = () => {} } = options;
  const closing = new AbortController();
  const reports = createReports(store);
  const underWay = createUnderWay();
  const book = createBook(out);
  const flights = flightsOf(options, reports, log);
  const scheduler = createScheduler({ book, flights, reports, clock: host.clock, log });
  const parts: Parts = {
    match: createMatcher(nodeNames(inventory)),
    flights,
    reports,
    sessions: createSessions(out, host.clock),
    underWay,
    book,
    wake: scheduler.wake,
    language: options.locale ?? 'fr',
    phrase: patiently(options.phrase),
    clock: host.clock,
    log,
    isClosed: () => closing.signal.aborted,
  };
  const skill: Skill = {
    manifest,
    match: parts.match,
    handle: (command, signal) => streamOf((emit, either) => handle(command, parts, emit, either), signal),
    register(router) {
      const names = Object.keys(intents) as Intent[];
      router.register({
        id: manifest.id,
        intents: names.filter((name) => name !== 'none'),
        match: skill.match,
        handle: skill.handle,
      });
    },
    report: async (id) => (await reports.find(id))?.report ?? null,
    latest: async (mode) => (await newest(reports, mode))?.report ?? null,
    reports: (page) => store.list(page),
    schedules: {
      list: book.read,
      start: (announce, signal) => scheduler.start(announce, AbortSignal.any([signal, closing.signal])),
    },
    async close() {
      closing.abort();
      underWay.stopAll();
      await flights.close();
    },
  };
  return skill;
}

/** Who has no inventory speaks of the assistant's own nodes. */
function nodeNames({ inventory }: FoundInventory): readonly string[] {
  const names = inventory.targets.filter(isNode).map(({ id }) => id);
  return inventory.source === 'discovery' ? [...new Set([...DEFAULT_NODES, ...names])] : names;
}

function flightsOf(options: SkillOptions, reports: Reports, log: (line: string) => void): Flights {
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

async function newest(reports: Reports, mode: 'full' | 'quick' | undefined) {
  if (mode) return await reports.newest({ mode });
  const [full, quick] = await Promise.all([reports.newest({ mode: 'full' }), reports.newest({ mode: 'quick' })]);
  if (!full || !quick) return full ?? quick;
  return Date.parse(quick.report.timestamp) > Date.parse(full.report.timestamp) ? quick : full;
}
