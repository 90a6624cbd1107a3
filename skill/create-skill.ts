import { DEFAULT_NODES } from '../intents/default-nodes.ts';
import { type Intent, intents } from '../intents/intents.ts';
import { createMatcher } from '../intents/matcher.ts';
import { auditFlights } from './audit/audit-flights.ts';
import { isNode } from './audit/nodes.ts';
import { printable } from './audit/plain-strings.ts';
import { createElsewhere } from './conversation/elsewhere.ts';
import { streamOf } from './conversation/event-stream.ts';
import { handle } from './conversation/handle.ts';
import { createSessions } from './conversation/sessions.ts';
import type { Parts } from './conversation/talk.ts';
import { createUnderWay } from './conversation/under-way.ts';
import { createReports } from './history/reports.ts';
import type { ReportStore } from './history/store.ts';
import type { Host } from './host/host.ts';
import type { FoundInventory } from './inventory/find.ts';
import { manifest } from './manifest.ts';
import { type Phrase, patiently } from './phrasing/patiently.ts';
import { phraseFor } from './phrasing/phrase-for.ts';
import { createRedactor } from './redact.ts';
import { createBook } from './schedules/book.ts';
import { createScheduler } from './schedules/scheduler.ts';
import type { Skill } from './skill.ts';

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
  /** Other words for a full audit; the template speaks where it has none or is late. A model of the inventory when absent. */
  readonly phrase?: Phrase;
  /** Told in one redacted line what a listener cannot mend, such as a report that was not saved. */
  readonly log?: (line: string) => void;
}

/** The skill over one inventory. */
export function createSkill(options: SkillOptions): Skill {
  const { inventory, host, store, out } = options;
  const redact = createRedactor(inventory.secrets);
  const log = (line: string) => options.log?.(redact(printable(line)));
  const closing = new AbortController();
  const reports = createReports(store);
  const underWay = createUnderWay();
  const book = createBook(out);
  const flights = auditFlights(options, reports, log);
  const sessions = createSessions(out, host.clock);
  const scheduler = createScheduler({ book, flights, reports, sessions, clock: host.clock, log });
  const parts: Parts = {
    match: createMatcher(nodeNames(inventory)),
    flights,
    reports,
    sessions,
    underWay,
    elsewhere: createElsewhere(out),
    book,
    wake: scheduler.wake,
    language: options.locale ?? 'fr',
    phrase: patiently(options.phrase ?? phraseFor(inventory, log)),
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
    latest: async (mode) => (await reports.newest({ mode }))?.report ?? null,
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

/** The nodes that sentences may hold: who has no inventory speaks of the assistant's own. */
export function nodeNames({ inventory }: FoundInventory): readonly string[] {
  const names = inventory.targets.filter(isNode).map(({ id }) => id);
  return inventory.source === 'discovery' ? [...new Set([...DEFAULT_NODES, ...names])] : names;
}
