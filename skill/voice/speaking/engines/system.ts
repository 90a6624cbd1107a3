import type { ChildProcess } from 'node:child_process';
import { ProbeError } from '../../../audit/define.ts';
import { toProbeError } from '../../../host/failures.ts';
import type { Host } from '../../../host/host.ts';
import type { Speaker } from '../../speaker.ts';
import { refuseExit } from './exit.ts';

/** Voices that come with the system. Nobody else names one: on Windows it becomes part of a script. */
const VOICES = {
  darwin: { fr: 'Thomas', en: 'Daniel' },
  win32: { fr: 'Microsoft Hortense Desktop', en: 'Microsoft Zira Desktop' },
} as const;
type Platform = keyof typeof VOICES;

/** The part of the package `say` that we use; its own types leave out the class. */
interface SystemSay {
  child: ChildProcess | null;
  buildSpeakCommand(options: object): SpeakCommand;
  speak(text: string, voice: string, speed: undefined, done: (error: unknown) => void): void;
  stop(): void;
}
interface SpeakCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly pipedData: string;
  readonly options: object;
}

/** The system's own voice on macOS and Windows. Never on Linux, where `say` makes a festival script of the text. */
export function system(host: Host): Speaker {
  return {
    id: 'system',
    kind: 'speaker',
    platforms: ['darwin', 'win32'],
    budgetMs: 60_000,
    async speak({ text, language }, signal) {
      const platform = platformOf(host);
      const { default: loaded } = await import('say');
      const { Say } = loaded as unknown as { readonly Say: new (platform: Platform) => SystemSay };
      const say = new Say(platform);
      if (platform === 'win32') withoutShell(say);
      await spoken(say, text, VOICES[platform][language], signal);
    },
    async check(signal) {
      const command = CHECKS[platformOf(host)];
      refuseExit(await host.run(command, {}, signal));
    },
  };
}

function platformOf({ platform }: Host): Platform {
  if (platform === 'darwin' || platform === 'win32') return platform;
  throw new ProbeError('missing-tool', 'the voice of macOS and Windows only');
}

const CHECKS: Readonly<Record<Platform, readonly string[]>> = {
  darwin: ['say', '-v', '?'],
  win32: ['powershell', '-NoProfile', '-NonInteractive', '-Command', 'Add-Type -AssemblyName System.speech'],
};

const READ = '[Console]::In.ReadToEnd()';
const READ_ENCODED = `[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(${READ}))`;

/** No cmd.exe between us and PowerShell; and no code page between the text and the voice, which would spoil every accent. */
function withoutShell(say: SystemSay) {
  const build = say.buildSpeakCommand.bind(say);
  say.buildSpeakCommand = (options) => {
    const { command, args, pipedData } = build(options);
    const [script = ''] = args;
    if (!script.includes(READ)) throw new ProbeError('wrong-product', 'another version of the package say');
    return {
      command,
      args: ['-NoProfile', '-NonInteractive', '-Command', script.replace(READ, () => READ_ENCODED)],
      pipedData: Buffer.from(pipedData, 'utf8').toString('base64'),
      options: { windowsHide: true },
    };
  };
}

/** The package leaves a missing program to crash the process, takes exit code 1 for success, and never gives up. */
function spoken(say: SystemSay, text: string, voice: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let child: ChildProcess | null = null;
    const finish = (error: unknown) => {
      signal.removeEventListener('abort', onAbort);
      if (!error) return resolve();
      silence(say, child);
      reject(toProbeError(error));
    };
    const onAbort = () => finish(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    say.speak(text, voice, undefined, (error) => {
      if (error) finish(new ProbeError('bad-status', lastLine(error)));
    });
    ({ child } = say);
    child?.once('error', (error: NodeJS.ErrnoException) =>
      finish(error.code === 'ENOENT' ? new ProbeError('missing-tool', `${error.path}: not installed`) : error),
    );
    child?.once('exit', (code) => finish(code === 0 ? null : new ProbeError('bad-status', `exit code ${code}`)));
    child?.stdin?.on('error', () => {}).end();
  });
}

function silence(say: SystemSay, child: ChildProcess | null) {
  // a program that never started has no number to kill
  if (child?.pid === undefined || child.exitCode !== null) return;
  if (say.child) say.stop();
  child.kill('SIGKILL');
}

function lastLine(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.trim().split('\n').at(-1) ?? '';
}
