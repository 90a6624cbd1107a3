import { readFile, stat, writeFile } from 'node:fs/promises';
import { ZodError } from 'zod';
import type { Locale } from '../../locales/locale.ts';
import { reporters } from '../../reporters/all.ts';
import { coloured } from '../../reporters/colour.ts';
import { spoken } from '../../reporters/spoken.ts';
import type { Report } from '../audit/report.ts';
import { type Audited, judge, runAudit } from '../audit/run.ts';
import { readingsFromText, readingsToText } from '../audit/saved-readings.ts';
import { CannotSucceed } from '../cannot-succeed.ts';
import type { Settings } from '../config.ts';
import { errorCode } from '../error-code.ts';
import { createFileStore } from '../history/files.ts';
import { createNodeHost, type NodeHost } from '../host/node.ts';
import { isPipe, writePipe } from '../host/pipes.ts';
import type { Environment } from '../inventory/expand.ts';
import { findInventory } from '../inventory/find.ts';
import type { SpeechSettings } from '../inventory/schema.ts';
import { progressLine } from '../progress.ts';
import { createRedactor } from '../redact.ts';
import { tool } from '../tool.ts';
import type { Saying } from '../voice/speaking/say.ts';
import { boundYoungGeneration, MANY_TARGETS } from '../young-generation.ts';

const LARGEST_REPLAY = 256 * 1024 * 1024;

type Complain = (sentence: string, code?: number) => number;

/** One audit from the command line. Resolves to the exit code. */
export async function audit(
  settings: Settings,
  locale: Locale,
  environment: Environment,
  complain: Complain,
  signal: AbortSignal,
): Promise<number> {
  const host = createNodeHost();
  try {
    const { audited, speech, secrets } =
      settings.replay === null
        ? await live(settings, locale, environment, host, signal)
        : { audited: judge(await replay(settings.replay), locale, tool), speech: undefined, secrets: [] };
    // neither the file nor the voice waits for the other, and the failure of one never costs the other
    const saving = save(settings, audited);
    const aloud = (text: () => string, report: Promise<string | null>) =>
      say(settings, text, { server: speech?.tts, report, redact: createRedactor(secrets) }, locale, host, signal);
    const outcomes = await Promise.allSettled([
      saving,
      show(settings, audited.report, locale, signal),
      keepReadings(settings, audited, signal),
      aloud(
        () => spoken.render(audited.report, locale),
        saving.catch(() => null),
      ),
    ]);
    const [saved, , , said] = outcomes;
    if (saved.status === 'fulfilled' && saved.value && isConsole(settings))
      process.stderr.write(`${locale.sections.savedAs(saved.value)}\n`);
    const codes = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [complain(outcome.reason instanceof Error ? outcome.reason.message : String(outcome.reason))] : [],
    );
    // who listens does not see standard error
    if (saved.status === 'rejected' && said.status === 'fulfilled' && said.value)
      await aloud(() => locale.speech.unsaved, Promise.resolve(null));
    return codes[0] ?? exitCode(audited.report, settings);
  } finally {
    await host.close();
  }
}

interface Live {
  readonly audited: Audited;
  readonly speech: SpeechSettings | undefined;
  readonly secrets: readonly string[];
}

async function live(settings: Settings, locale: Locale, environment: Environment, host: NodeHost, signal: AbortSignal): Promise<Live> {
  const { mode, deadlineMs, config, out } = settings;
  const { inventory, secrets, folder, speech } = await findInventory(config, environment, host, signal);
  if (inventory.targets.length >= MANY_TARGETS) boundYoungGeneration();
  const progress = progressLine(process.stderr);
  try {
    const audited = await runAudit(
      { inventory, secrets, mode, locale, deadlineMs, host, folder, store: createFileStore(out), tool, onProgress: progress.show },
      signal,
    );
    return { audited, speech, secrets };
  } finally {
    progress.end();
  }
}

async function replay(file: string) {
  try {
    const stats = await stat(file);
    // a device or a pipe may never end
    if (!stats.isFile() || stats.size > LARGEST_REPLAY)
      throw new CannotSucceed(`${file}: expected saved readings, a regular file of at most 256 MiB`);
    return readingsFromText(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof CannotSucceed) throw error;
    const issue = error instanceof ZodError ? error.issues[0] : undefined;
    if (issue)
      throw new CannotSucceed(
        `${file}: expected readings saved by --save-readings; ${issue.path.join('.') || 'the file'}: ${issue.message}`,
      );
    if (error instanceof SyntaxError)
      throw new CannotSucceed(`${file}: expected readings saved by --save-readings, found no JSON document`);
    throw new CannotSucceed(`${file}: cannot be read (${reasonOf(error)})`);
  }
}

function isConsole({ isJson, outputs }: Settings): boolean {
  return !isJson && outputs.length === 0;
}

async function show(settings: Settings, report: Report, locale: Locale, signal: AbortSignal): Promise<void> {
  const outputs = settings.isJson
    ? [{ reporter: 'json', file: null }, ...settings.outputs]
    : isConsole(settings)
      ? [{ reporter: 'console', file: null }]
      : settings.outputs;
  for (const { reporter, file } of outputs) {
    const text = withNewline(reporters.find(({ id }) => id === reporter)?.render(report, locale) ?? '');
    if (file !== null) await write(file, text, signal);
    else process.stdout.write(reporter === 'console' && hasColours() ? coloured(text) : text);
  }
}

function withNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** NO_COLOR and a pipe mean none; FORCE_COLOR means some. */
function hasColours(): boolean {
  return process.stdout.isTTY ? process.stdout.hasColors() : false;
}

async function save({ isSaved, out }: Settings, { report }: Audited): Promise<string | null> {
  return isSaved ? (await createFileStore(out).save(report)).path : null;
}

async function keepReadings({ saveReadings }: Settings, audited: Audited, signal: AbortSignal): Promise<void> {
  if (saveReadings !== null) await write(saveReadings, readingsToText(audited), signal);
}

async function write(file: string, text: string, signal: AbortSignal): Promise<void> {
  try {
    if (await isPipe(file)) await writePipe(file, text, signal);
    // like the report, what was read may tell of the inside
    else await writeFile(file, text, { mode: 0o640 });
  } catch (error) {
    throw new CannotSucceed(`${file}: cannot be written (${reasonOf(error)})`);
  }
}

/** Whether it was heard. */
async function say(
  { isSaid, voice, isDebug }: Settings,
  text: () => string,
  saying: Pick<Saying, 'server' | 'report' | 'redact'>,
  locale: Locale,
  host: NodeHost,
  signal: AbortSignal,
): Promise<boolean> {
  if (!isSaid) return false;
  const voices = await import('../voice/speaking/say.ts');
  return await voices.say(text(), { ...saying, voice, isDebug }, locale, host, signal);
}

function reasonOf(error: unknown): string {
  const code = errorCode(error);
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'no right to it',
  EPERM: 'no right to it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'not a folder',
  ENOSPC: 'no space left',
  EROFS: 'read-only file system',
  ENXIO: 'nobody reads it',
  EPIPE: 'its reader left',
};

/** The Nagios convention, when it is asked for. */
function exitCode({ status }: Report, { failOn }: Settings): number {
  if (failOn === null) return 0;
  if (status === 'critical') return 2;
  if (status === 'unknown') return 3;
  return failOn === 'warning' && status === 'warning' ? 1 : 0;
}
