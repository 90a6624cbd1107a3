import { v7 as uuid } from 'uuid';
import type { Locale } from '../../locales/locale.ts';
import { worded } from '../../reporters/words.ts';
import type { ReportStore } from '../history/store.ts';
import type { Host } from '../host/host.ts';
import { placed } from '../host/paths.ts';
import { probes } from '../probes/all.ts';
import { publicUrl } from '../public-url.ts';
import { createRedactor } from '../redact.ts';
import { rules } from '../rules/all.ts';
import { assess } from './assess.ts';
import type { Inventory, Mode, Target } from './define.ts';
import type { Previous } from './evolution.ts';
import { type Gathered, gather } from './gather.ts';
import type { Report } from './report.ts';

export interface AuditOptions {
  readonly inventory: Inventory;
  /** Values that must never leave, whatever target echoes them. */
  readonly secrets: readonly string[];
  readonly mode: Mode;
  readonly locale: Locale;
  /** Milliseconds for everything. */
  readonly deadlineMs: number;
  readonly host: Host;
  /** What the inventory's own paths and commands are relative to. */
  readonly folder: string;
  readonly store: ReportStore;
  readonly tool: Report['tool'];
  readonly onProgress?: (done: number, total: number, target: Target) => void;
}

/** What one audit leaves: the report, and what it was judged from, with no secret in either. */
export interface Audited {
  readonly report: Report;
  readonly inventory: Inventory;
  readonly gathered: Gathered;
  readonly previous: Previous | null;
}

/** Reads, judges and words one cluster. Rejects only when `signal` aborts. */
export async function runAudit(options: AuditOptions, signal: AbortSignal): Promise<Audited> {
  const redact = createRedactor(options.secrets);
  const [gathered, previous] = await Promise.all([
    gather({ ...options, host: inFolder(options.host, options.folder), probes }, signal),
    options.store.latest(options.mode),
  ]);
  return judge(
    { inventory: withoutCredentials(redact(options.inventory)), gathered: redact(gathered), previous: redact(previous) },
    options.locale,
    options.tool,
  );
}

/** Commands and paths of the inventory start where it stands. */
function inFolder(host: Host, folder: string): Host {
  return {
    ...host,
    run: (command, how, signal) => host.run(command, { cwd: folder, ...how }, signal),
    request: (url, how, signal) => host.request(url, how.socketPath ? { ...how, socketPath: placed(how.socketPath, folder) } : how, signal),
    read: (path, signal) => host.read(placed(path, folder), signal),
    stat: (path, signal) => host.stat(placed(path, folder), signal),
    list: (path, how, signal) => host.list(path, { cwd: folder, ...how }, signal),
  };
}

export interface Judgeable {
  readonly inventory: Inventory;
  readonly gathered: Gathered;
  readonly previous: Previous | null;
}

/** The same judgement for what was just read and for what was saved: nothing here waits. */
export function judge({ inventory, gathered, previous }: Judgeable, locale: Locale, tool: Report['tool']): Audited {
  const assessment = assess({ inventory, gathered, rules, previous, id: uuid(), tool });
  // what a rule quotes may have been joined from harmless pieces: the exit is redacted too
  return { report: createRedactor([])(worded(assessment, locale)), inventory, gathered, previous };
}

/** What a URL holds besides its place is for probes alone. */
function withoutCredentials(inventory: Inventory): Inventory {
  return { ...inventory, targets: inventory.targets.map((target) => ({ ...target, ...cleanUrl(target) })) };
}

function cleanUrl(target: Target): { url?: string } {
  const { url } = target as { url?: unknown };
  return typeof url === 'string' ? { url: publicUrl(url) } : {};
}
