import type { Locale } from '../../../locales/locale.ts';
import type { Host } from '../../host/host.ts';
import { keepBeside } from '../speaking/beside.ts';
import type { Attempt } from '../speaking/play.ts';
import type { VoiceMaker } from './voiced.ts';

/** What becomes of words that no loudspeaker took. */
export interface Unheard {
  /** Written, since nobody heard them; the reason once, until somebody hears us again. */
  tell(text: string, attempts: readonly Attempt[]): void;
  /** Kept as a sound beside its report. Never rejects. */
  keep(speech: string, report: string): Promise<void>;
}

export interface UnheardParts {
  readonly maker: VoiceMaker;
  readonly locale: Locale;
  readonly host: Pick<Host, 'now'>;
  tell(line: string): void;
}

/** Reasons are told again after so many milliseconds. */
const SAME_MS = 60_000;

export function createUnheard({ maker, locale: { speech, failures }, host, tell }: UnheardParts, signal: AbortSignal): Unheard {
  let toldMs = Number.NEGATIVE_INFINITY;
  return {
    tell(text, attempts) {
      if (host.now() - toldMs > SAME_MS) {
        toldMs = host.now();
        const reasons = attempts.map(({ id, failure: { code } }) => `${id} – ${code === 'unreachable' ? speech.noOutput : failures[code]}`);
        tell(`${speech.noSound} (${reasons.join(', ')})`);
      }
      tell(text);
    },
    async keep(text, report) {
      try {
        const voiced = await maker.make({ text, isSlow: false }, signal);
        if (voiced.kind === 'sound') tell(speech.soundKept(await keepBeside(report, voiced.wav)));
      } catch (error) {
        if (!signal.aborted) tell(`${speech.noSound} (${error instanceof Error ? error.message : error})`);
      }
    },
  };
}
