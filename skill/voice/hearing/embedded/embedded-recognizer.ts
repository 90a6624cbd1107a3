import { locales } from '../../../../locales/all.ts';
import { ProbeError } from '../../../audit/define.ts';
import type { Host } from '../../../host/host.ts';
import type { Recognizer } from '../recognizer.ts';
import { RATE_HZ } from '../sound-source.ts';
import { SAID, spokenCommands } from './commands.ts';
import { decided, type Templates } from './decision.ts';
import { openEmbedder } from './embedder.ts';
import type { HearingFolders } from './folders.ts';
import { prepared } from './prepared.ts';
import { spokenFrames, spokenFramesFile } from './spoken-frames.ts';
import { espeakVoices, picoVoice } from './template-voices.ts';

export interface EmbeddedOptions {
  /** The names of nodes that sentences may hold. */
  readonly nodes: readonly string[];
  readonly language: 'fr' | 'en';
  readonly folders: HearingFolders;
  readonly host: Host;
  /** Told how far it is with what it must make on the first start, some seconds long. */
  readonly progress?: (done: number, total: number) => void;
}

export interface EmbeddedRecognizer extends Recognizer {
  /** Frees the models. */
  close(): Promise<void>;
}

/** A command is over by then; work is bounded whatever is recorded. */
const LONGEST_S = 12;

/**
 * Knows the sentences that matter with nothing asked of anybody. Rejects with a `ProbeError` where the optional packages are
 * missing, or nobody can speak the templates and the user has recorded none.
 */
export async function openEmbeddedRecognizer(options: EmbeddedOptions, signal: AbortSignal): Promise<EmbeddedRecognizer> {
  const { language } = options;
  const embedder = await openEmbedder();
  const templates = await templatesFor(options, embedder, signal);
  return {
    id: 'embedded',
    budgetMs: 2_000,
    async recognize(samples, hints, recognizing) {
      recognizing.throwIfAborted();
      if (hints.language !== language) throw new ProbeError('missing-tool', `it knows no command in ${hints.language}`);
      if (samples.length > LONGEST_S * RATE_HZ) throw new ProbeError('too-large', `more than ${LONGEST_S} s of sound`);
      const sound = prepared(samples);
      if (!sound) return null;
      const frames = await embedder.embed(sound.samples);
      recognizing.throwIfAborted();
      return decided(frames, templates, hints.context);
    },
    close: () => embedder.close(),
  };
}

async function templatesFor(
  { nodes, language, folders, host, progress }: EmbeddedOptions,
  embedder: Awaited<ReturnType<typeof openEmbedder>>,
  signal: AbortSignal,
): Promise<Templates> {
  const { aloud } = locales[language];
  const voices = [...espeakVoices(language), picoVoice(language, host)];
  const wantedOf = (said: string) => voices.map((voice) => ({ voice, text: aloud(said) }));
  const commands = spokenCommands(language, nodes).flatMap((command) => wantedOf(command.said).map((wanted) => ({ command, wanted })));
  const foreign = SAID[language].foreign.flatMap(wantedOf);
  const file = spokenFramesFile(folders.cache, language);
  const all = [...commands.map(({ wanted }) => wanted), ...foreign];
  const frames = await spokenFrames(all, { embedder, file, host, progress }, signal);
  if (frames.size === 0) throw new ProbeError('missing-tool', 'no speech engine to speak the templates, and no recordings of the user');
  return {
    commands: commands.flatMap(({ command, wanted }) =>
      [frames.get(wanted)].filter((each) => each !== undefined).map((each) => ({ ...command, frames: each })),
    ),
    foreign: foreign.flatMap((wanted) => frames.get(wanted) ?? []),
  };
}
