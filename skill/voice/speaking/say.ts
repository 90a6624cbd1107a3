import type { Locale } from '../../../locales/locale.ts';
import { plainStrings } from '../../audit/plain-strings.ts';
import type { Host } from '../../host/host.ts';
import type { Redactor } from '../../redact.ts';
import { keepBeside } from './beside.ts';
import type { Wishes } from './engines/all.ts';
import type { Attempt } from './play.ts';
import { type Spoken, speak } from './speak.ts';

export interface Saying extends Wishes {
  /** Where the report lies; null when none was saved. */
  readonly report: Promise<string | null>;
  readonly isDebug: boolean;
  readonly redact: Redactor;
}

/** Says it aloud, and on standard error what kept it from being heard. Resolves to whether it was heard; never rejects. */
export async function say(text: string, saying: Saying, locale: Locale, host: Host, signal: AbortSignal): Promise<boolean> {
  const tell = (line: string) => void process.stderr.write(`${saying.redact(plainStrings(line))}\n`);
  try {
    const spoken = await speak(text, locale.language, saying, host, signal);
    if (saying.isDebug) for (const attempt of silent(spoken)) tell(`${attempt.id}: ${attempt.failure.code} (${attempt.failure.detail})`);
    const instead = replacement(spoken, saying, locale);
    if (instead !== null) tell(instead);
    const report = await saying.report;
    const missed = await missing(spoken, report, locale);
    if (missed !== null) tell(missed);
    // what is neither heard nor kept is read
    if (spoken.outcome === 'mute' || (spoken.outcome === 'unplayed' && report === null)) tell(text);
    return spoken.outcome === 'heard';
  } catch (error) {
    // told to be silent: the report is safe
    if (!signal.aborted) tell(`${locale.speech.noSound} (${error instanceof Error ? error.message : error})\n${text}`);
    return false;
  }
}

function silent(spoken: Spoken): readonly Attempt[] {
  return spoken.outcome === 'unplayed' ? [...spoken.attempts, ...spoken.unplayed] : spoken.attempts;
}

/** Somebody asked for a voice by name and hears another. */
function replacement(spoken: Spoken, { voice }: Saying, { speech, failures }: Locale): string | null {
  if (voice === undefined || spoken.outcome === 'mute' || !spoken.isReplacement) return null;
  return speech.otherVoice(voice, spoken.by, failures[spoken.attempts[0]?.failure.code ?? 'missing-tool']);
}

/** What the listener misses, and where it is instead; null when it was heard. */
async function missing(spoken: Spoken, report: string | null, { speech, failures }: Locale): Promise<string | null> {
  if (spoken.outcome === 'heard') return null;
  // what cannot be reached is another machine for an engine, and the loudspeaker for a player
  const reasons = (attempts: readonly Attempt[], unreachable: string) =>
    attempts.map(({ id, failure: { code } }) => `${id} – ${code === 'unreachable' ? unreachable : failures[code]}`).join(', ');
  if (spoken.outcome === 'mute') return `${speech.noVoice} (${reasons(spoken.attempts, failures.unreachable)})`;
  const where = report === null ? speech.noSound : speech.soundKept(await keepBeside(report, spoken.wav));
  const isInstallable = spoken.unplayed.every(({ failure }) => failure.code === 'missing-tool');
  return `${where} ${isInstallable ? speech.noPlayer : `(${reasons(spoken.unplayed, speech.noOutput)})`}`;
}
