import { locales } from '../../../../locales/all.ts';
import { ProbeError } from '../../../audit/define.ts';
import type { Host } from '../../../host/host.ts';
import { SAID, type SpokenCommand, spokenCommands } from './commands.ts';
import type { Templates } from './decision.ts';
import { type Embedder, type Frames, WIDTH } from './embedder.ts';
import { enrolledFrames } from './enrolled.ts';
import type { HearingFolders } from './folders.ts';
import { comparable, meanOf } from './likeness.ts';
import { spokenFrames, spokenFramesFile, type Wanted } from './spoken-frames.ts';
import { espeakVoices, picoVoice, type TemplateVoice } from './template-voices.ts';

export interface TemplateOptions {
  /** The names of nodes that sentences may hold. */
  readonly nodes: readonly string[];
  readonly language: 'fr' | 'en';
  readonly folders: HearingFolders;
  readonly host: Host;
  /** Told how far it is with what it must make on the first start, some seconds long. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** Voices that say the commands with the assistant's name before them as well: it costs as much again. */
const NAMING_VOICES = 2;
/** Frames of foreign speech that each frame is compared with: more make no better decision. */
const MOST_BACKGROUND = 1_500;

/** What templates are made of: the commands, and sentences that are none. */
export interface Sayable {
  readonly commands: readonly SpokenCommand[];
  readonly foreign: readonly string[];
}

export interface ComparableTemplates extends Templates {
  /** The mean that recordings must be freed of before they are compared. */
  readonly common: Frames;
}

/** Every command by every voice that there is, the user's own first. Rejects with a `ProbeError` where there is none. */
export function templatesFor(options: TemplateOptions, embedder: Embedder, signal: AbortSignal): Promise<ComparableTemplates> {
  const { language, nodes } = options;
  return templatesOf({ commands: spokenCommands(language, nodes), foreign: SAID[language].foreign }, options, embedder, signal);
}

/** The same of any sentences. */
export async function templatesOf(
  { commands, foreign: sentences }: Sayable,
  { language, folders, host, progress }: Omit<TemplateOptions, 'nodes'>,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<ComparableTemplates> {
  const { aloud } = locales[language];
  const voices = [...espeakVoices(language), picoVoice(language, host)];
  const wanted = commands.flatMap((command) => speakersOf(command, voices).map((voice) => ({ command, voice, text: aloud(command.said) })));
  const foreign = sentences.flatMap((text) => voices.map((voice) => ({ voice, text: aloud(text) })));
  const file = spokenFramesFile(folders.cache, language);
  const spoken = await spokenFrames<Wanted>([...wanted, ...foreign], { embedder, file, host, progress }, signal);
  const own = await enrolledFrames(folders.data, language, commands);
  if (spoken.size + own.length === 0)
    throw new ProbeError('missing-tool', 'no speech engine here can speak the commands, and the user has recorded none');
  const common = meanOf([...spoken.values(), ...own.map(({ frames }) => frames)]);
  const foreignFrames = foreign.flatMap((each) => spoken.get(each) ?? []).map((frames) => comparable(frames, common));
  return {
    common,
    commands: [
      ...own.map(({ command, frames }) => ({ ...command, frames: comparable(frames, common), isOwn: true })),
      ...wanted.flatMap((each) => {
        const frames = spoken.get(each);
        return frames ? [{ ...each.command, frames: comparable(frames, common), isOwn: false }] : [];
      }),
    ],
    foreign: foreignFrames,
    background: thinned(foreignFrames),
  };
}

function speakersOf({ isNamed }: SpokenCommand, voices: readonly TemplateVoice[]): readonly TemplateVoice[] {
  return isNamed ? voices.slice(0, NAMING_VOICES) : voices;
}

/** Frames of all of them, evenly. */
function thinned(recordings: readonly Float32Array[]): Float32Array {
  const count = recordings.reduce((sum, { length }) => sum + length / WIDTH, 0);
  const every = Math.max(1, Math.ceil(count / MOST_BACKGROUND));
  const all = recordings.flatMap((frames) =>
    Array.from({ length: frames.length / WIDTH }, (_, at) => frames.subarray(at * WIDTH, (at + 1) * WIDTH)),
  );
  return joined(all.filter((_, at) => at % every === 0));
}

/** One after the other. */
export function joined(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
