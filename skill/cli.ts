import type { Locale } from '../locales/locale.ts';
import { CannotSucceed } from './cannot-succeed.ts';
import { type Settings, settingsFrom, USAGE, UsageError } from './config.ts';
import type { Environment } from './inventory/expand.ts';
import { InventoryError } from './inventory/inventory-error.ts';
import { createRedactor } from './redact.ts';
import { tool } from './tool.ts';

/** Nagios: unknown. Also what a command line, an inventory or a folder that cannot be used exits with. */
const FAILED = 3;
/** Shells: 128 + the number of the signal. */
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** What serves until it is told to end has done all that was asked when a signal comes. */
const ENDED_BY_SIGNAL: ReadonlySet<Settings['command']> = new Set(['serve', 'listen']);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Obeys one command line and resolves to its exit code. What goes wrong is one sentence on standard error. */
export async function cli(argv: readonly string[], environment: Environment): Promise<number> {
  const interruption = untilInterrupted();
  try {
    const settings = settingsFrom(argv);
    const code = await obey(settings, environment, interruption.signal);
    // a signal that came while the report was judged is heard when the loop turns
    await new Promise((resolve) => setImmediate(resolve));
    const late = ENDED_BY_SIGNAL.has(settings.command) ? null : interruption.by();
    // only an audit has a report that may have been complete
    const sentence = settings.command === 'audit' ? 'interrupted; the report was complete by then' : 'interrupted';
    return late ? complain(sentence, INTERRUPTED[late]) : code;
  } catch (error) {
    const { by } = interruption;
    if (by()) return complain('interrupted: nothing was saved', INTERRUPTED[by() ?? 'SIGINT']);
    if (argv.includes('--debug'))
      process.stderr.write(`${createRedactor([])(error instanceof Error ? (error.stack ?? '') : String(error))}\n`);
    const isForeseen = error instanceof UsageError || error instanceof InventoryError || error instanceof CannotSucceed;
    const message = error instanceof Error ? error.message : String(error);
    return complain(isForeseen ? message : `internal fault: ${message} (--debug shows where)`, FAILED);
  } finally {
    interruption.end();
  }
}

async function obey(settings: Settings, environment: Environment, signal: AbortSignal): Promise<number> {
  if (settings.command === 'help') return print(USAGE);
  if (settings.command === 'version') return print(`${tool.version}\n`);
  // each command loads what it needs, and a question about this program nothing
  const { locales } = await import('../locales/all.ts');
  const locale = locales[settings.locale];
  if (settings.command === 'checks') return print((await import('./commands/checks.ts')).checks(locale, settings.isJson));
  const start = COMMANDS[settings.command];
  if (start) return await (await start())(settings, locale, environment, signal);
  const { audit } = await import('./commands/audit.ts');
  return await audit(settings, locale, environment, complain, signal);
}

type Command = (settings: Settings, locale: Locale, environment: Environment, signal: AbortSignal) => Promise<number>;

const COMMANDS: Readonly<Partial<Record<Settings['command'], () => Promise<Command>>>> = {
  discover: async () => (await import('./commands/discover.ts')).discoverCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  ask: async () => (await import('./commands/ask.ts')).ask,
  intent: async () => (await import('./commands/intent.ts')).intent,
  serve: async () => (await import('./commands/serve.ts')).serve,
  listen: async () => (await import('./commands/listen.ts')).listen,
  mcp: async () => (await import('./commands/mcp.ts')).mcp,
  enroll: async () => (await import('./commands/enroll.ts')).enroll,
  register: async () => (await import('./commands/register.ts')).register,
};

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function complain(sentence: string, code: number = FAILED): number {
  process.stderr.write(`jarvis-audit: ${createRedactor([])(sentence)}\n`);
  return code;
}

/** Ctrl-C, SIGTERM and a terminal that closes end everything that waits, at once. */
function untilInterrupted() {
  const controller = new AbortController();
  let cause: keyof typeof INTERRUPTED | null = null;
  const stop = (signal: NodeJS.Signals) => {
    cause ??= signal === 'SIGTERM' || signal === 'SIGHUP' ? signal : 'SIGINT';
    controller.abort(new DOMException(`interrupted by ${signal}`, 'AbortError'));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const end = () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  return { signal: controller.signal, by: () => cause, end };
}
