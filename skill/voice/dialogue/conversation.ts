import type { Locale } from '../../../locales/locale.ts';
import { ProbeError } from '../../audit/define.ts';
import { CannotSucceed } from '../../cannot-succeed.ts';
import type { Settings } from '../../config.ts';
import { nodeNames } from '../../create-skill.ts';
import type { Host } from '../../host/host.ts';
import type { Environment } from '../../inventory/expand.ts';
import type { FoundInventory } from '../../inventory/find.ts';
import { progressLine } from '../../progress.ts';
import type { Skill } from '../../skill.ts';
import { openEmbeddedRecognizer } from '../hearing/embedded/embedded-recognizer.ts';
import { hearingFolders } from '../hearing/embedded/folders.ts';
import { openStopSpotter } from '../hearing/embedded/stop-spotter.ts';
import { createListener } from '../hearing/listener.ts';
import { microphone } from '../hearing/microphone.ts';
import { configuredRecognizers } from '../hearing/recognizers/configured.ts';
import { firstThatCan } from '../hearing/recognizers/first-that-can.ts';
import type { SoundSource } from '../hearing/sound-source.ts';
import { openVoiceActivity } from '../hearing/voice-activity.ts';
import type { Wav } from '../wav.ts';
import { createAnswers } from './answers.ts';
import type { AttentionParts } from './attention.ts';
import { createDialogue, type Dialogue } from './dialogue.ts';
import { createLoudspeaker } from './loudspeaker.ts';
import { createOwnVoice } from './own-voice.ts';
import { createSpeechQueue, type SpeechQueue } from './speech-queue.ts';
import { createUnheard } from './unheard.ts';
import { createVoiceMaker } from './voiced.ts';

/** Everything between a microphone and a loudspeaker, opened. */
export interface Conversation extends AsyncDisposable {
  readonly dialogue: Dialogue;
  readonly queue: SpeechQueue;
  readonly microphone: AttentionParts;
  /** The same, with this in place of the microphone. */
  through(source: SoundSource): AttentionParts;
  /** Says what nobody asked for. Resolves to whether it was heard. */
  announce(text: string): Promise<boolean>;
}

export interface ConversationParts {
  readonly settings: Settings;
  readonly locale: Locale;
  readonly environment: Environment;
  readonly host: Host;
  readonly inventory: FoundInventory;
  readonly skill: Skill;
  /** What state we are in. */
  tell(line: string): void;
  /** An answer. */
  show(text: string): void;
}

/** Rejects with one sentence that says what to install where nothing here understands speech. */
export async function openConversation(parts: ConversationParts, signal: AbortSignal): Promise<Conversation> {
  const { settings, locale, host, inventory, skill, tell } = parts;
  const { language, answers: words, listening } = locale;
  const wishes = { server: inventory.speech?.tts, voice: settings.voice };
  const maker = createVoiceMaker(language, wishes, host);
  // what is said at once is made before it is needed
  const ready = maker.keep(
    [words.auditing, words.auditingQuick, words.looking, words.stopped, listening.notUnderstood, listening.yes].map(locale.aloud),
    signal,
  );
  const loudspeaker = createLoudspeaker(host, signal);
  const [ears, activity] = await Promise.all([openEars(parts, signal), openVoiceActivity(), loudspeaker.warm()]);
  if (activity.id === 'energy') tell(listening.shown.energyOnly);
  // tables of words are made for the first sentence, those of their sounds for the first that was misheard
  skill.match(listening.warmUp, 'idle');
  await ready;
  const ownVoice = createOwnVoice(host.now);
  const unheard = createUnheard({ maker, locale, host, tell }, signal);
  // met by « stop », which is heard less well then
  const onSound = (wav: Wav | null) => void ears.spotter?.expect(wav).catch(() => {});
  const queue = createSpeechQueue({ maker, loudspeaker, ownVoice, language, host, onUnheard: unheard.tell, onSound }, signal);
  const answers = createAnswers({ skill, queue, locale, host, show: parts.show, keep: unheard.keep }, signal);
  const dialogue = createDialogue(
    { isDebug: settings.isDebug, skill, answers, queue, locale, language, host, tell, hear: ears.hear, ownVoice },
    signal,
  );
  const through = (source: SoundSource) => ({ listener: createListener(source, { activity }), spotter: ears.spotter, ownVoice });
  return {
    dialogue,
    queue,
    microphone: through(microphone(host, { environment: parts.environment })),
    through,
    announce: async (text) => (await queue.say(text)) === 'heard',
    async [Symbol.asyncDispose]() {
      queue.silence();
      await Promise.all([ears.close(), activity.close()]);
    },
  };
}

/** Servers that the inventory names, then what needs none. */
async function openEars(parts: ConversationParts, signal: AbortSignal) {
  const { environment, host, inventory, tell } = parts;
  const { language, listening } = parts.locale;
  const nodes = nodeNames(inventory);
  const folders = hearingFolders(host.platform, environment);
  const progress = progressLine(process.stderr);
  const embedded = await orNull(
    openEmbeddedRecognizer(
      { nodes, language, folders, host, progress: (done, total) => progress.show(done, total, { id: listening.shown.learning }) },
      signal,
    ),
  );
  const spotter = embedded && (await orNull(openStopSpotter({ language, folders, host }, signal)));
  progress.end();
  const servers = configuredRecognizers(inventory.speech?.stt, nodes, host);
  if (servers.length > 0) tell(listening.shown.serverHears);
  const recognizers = [...servers, ...(embedded ? [embedded] : [])];
  if (recognizers.length === 0) throw new CannotSucceed(listening.why.noRecogniser);
  return {
    hear: firstThatCan(recognizers, host),
    spotter,
    close: async () => void (await Promise.all([embedded?.close(), spotter?.close()])),
  };
}

/** Null where optional packages, or voices for the templates, are missing. */
async function orNull<T>(opening: Promise<T>): Promise<T | null> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof ProbeError) return null;
    throw error;
  }
}
