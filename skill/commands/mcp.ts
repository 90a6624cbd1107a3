import type { Locale } from '../../locales/locale.ts';
import { printable } from '../audit/plain-strings.ts';
import type { Settings } from '../config.ts';
import { createSkill } from '../create-skill.ts';
import { createFileStore } from '../history/files.ts';
import { createNodeHost } from '../host/node.ts';
import type { Environment } from '../inventory/expand.ts';
import { findInventory } from '../inventory/find.ts';
import { createRedactor, type Redactor } from '../redact.ts';

const LONGEST_READ = 5_000;
const LONGEST_LOG = 300;
/** What a client that still reads needs for its last answers. */
const LAST_WORDS_MS = 1_000;

/** Serves MCP on standard input and output until the client leaves. Resolves to the exit code. */
export async function mcp(settings: Settings, locale: Locale, environment: Environment, signal: AbortSignal): Promise<number> {
  const { config, out, deadlineMs } = settings;
  const host = createNodeHost();
  try {
    const serving = import('../servers/mcp/stdio.ts');
    const inventory = await findInventory(config, environment, host, signal);
    const { serveMcp } = await serving;
    const log = logTo(createRedactor(inventory.secrets));
    const skill = createSkill({ inventory, host, store: createFileStore(out), out, deadlineMs, locale: settings.locale, log });
    try {
      await serveMcp(skill, locale, log, signal);
    } finally {
      await skill.close();
    }
  } finally {
    await host.close();
  }
  await lastWords();
  return 0;
}

/** Standard output is the protocol's alone. A reader that does not keep up misses lines. */
function logTo(redact: Redactor) {
  return (fault: unknown) => {
    const text = fault instanceof Error ? fault.message : String(fault);
    if (!process.stderr.writableNeedDrain) process.stderr.write(`jarvis-audit mcp: ${oneLine(redact(text.slice(0, LONGEST_READ)))}\n`);
  };
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ')).slice(0, LONGEST_LOG);
}

/** A client that reads nothing must not keep us: what it left unread is lost. */
async function lastWords(): Promise<void> {
  const isRead = new Promise((resolve) => process.stdout.write('', resolve));
  const patience = new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS, 'late').unref());
  if ((await Promise.race([isRead, patience])) === 'late') process.exit(0);
}
