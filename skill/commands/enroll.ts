import type { Locale } from '../../locales/locale.ts';
import { CannotSucceed } from '../cannot-succeed.ts';
import type { Settings } from '../config.ts';
import { toFailure } from '../host/failures.ts';
import { createNodeHost, type NodeHost } from '../host/node.ts';
import type { Environment } from '../inventory/expand.ts';
import { progressLine } from '../progress.ts';
import { SAID } from '../voice/hearing/embedded/commands.ts';
import { type Embedder, openEmbedder } from '../voice/hearing/embedded/embedder.ts';
import { enrolledFile, forgetEnrolled, keepEnrolled } from '../voice/hearing/embedded/enrolled.ts';
import { enrol, type Prompter, TIMES } from '../voice/hearing/embedded/enrolment.ts';
import { type HearingFolders, hearingFolders } from '../voice/hearing/embedded/folders.ts';
import { templatesFor } from '../voice/hearing/embedded/templates.ts';
import { createListener } from '../voice/hearing/listener.ts';
import { microphone } from '../voice/hearing/microphone.ts';
import type { SoundSource } from '../voice/hearing/sound-source.ts';
import { openVoiceActivity } from '../voice/hearing/voice-activity.ts';
import { wavSource } from '../voice/hearing/wav-source.ts';

type Wishes = Pick<Settings, 'input' | 'isForgotten'>;

/** The user's own recordings of the commands that matter, or their end. Resolves to the exit code. */
export async function enroll(
  { input, isForgotten }: Wishes,
  locale: Locale,
  environment: Environment,
  signal: AbortSignal,
): Promise<number> {
  const host = createNodeHost();
  try {
    const folders = hearingFolders(host.platform, environment);
    if (folders.data === null) throw new CannotSucceed(locale.enrolment.why.noFolder);
    if (isForgotten) await forget(folders.data, locale);
    else {
      const source = input === null ? microphone(host, { environment }) : wavSource(input, { isHurried: true });
      await record(source, { folder: folders.data, folders, locale, host }, signal);
    }
    return 0;
  } finally {
    await host.close();
  }
}

interface Room {
  readonly folder: string;
  readonly folders: HearingFolders;
  readonly locale: Locale;
  readonly host: NodeHost;
}

async function forget(folder: string, { language, enrolment }: Locale): Promise<void> {
  const file = enrolledFile(folder, language);
  const wasThere = await forgetEnrolled(folder, language).catch((error: unknown) => {
    throw new CannotSucceed(enrolment.why.notWritten(file, toFailure(error).detail));
  });
  tell(wasThere ? enrolment.forgotten(file) : enrolment.nothingToForget);
}

async function record(source: SoundSource, room: Room, signal: AbortSignal): Promise<void> {
  const { folder, locale } = room;
  const { language, enrolment } = locale;
  const sentences = SAID[language].enrolled;
  const file = enrolledFile(folder, language);
  const embedder = await openEmbedder().catch((error: unknown) => {
    throw new CannotSucceed(enrolment.why.notHeard(toFailure(error).detail));
  });
  try {
    const common = await commonMean(room, embedder, signal);
    tell(enrolment.intro(sentences.length, TIMES));
    const recordings = await enrol(spokenIn(source, locale, signal), { sentences, embedder, common, prompter: prompter(locale) });
    if (recordings.size === 0) throw new CannotSucceed(enrolment.why.nothingKept);
    await keepEnrolled(folder, language, recordings).catch((error: unknown) => {
      throw new CannotSucceed(enrolment.why.notWritten(file, toFailure(error).detail));
    });
    const count = [...recordings.values()].reduce((sum, { length }) => sum + length, 0);
    tell(enrolment.kept(count, recordings.size, file));
  } finally {
    await embedder.close();
  }
}

/** What recordings are freed of before they are compared; where no engine speaks, each of its own mean alone. */
async function commonMean({ locale: { language, enrolment }, folders, host }: Room, embedder: Embedder, signal: AbortSignal) {
  const line = progressLine(process.stderr);
  const progress = (done: number, total: number) => line.show(done, total, { id: enrolment.learning });
  try {
    return (await templatesFor({ nodes: [], language, folders, host, progress }, embedder, signal)).common;
  } catch (error) {
    if (toFailure(error).code !== 'missing-tool') throw error;
    return null;
  } finally {
    line.end();
  }
}

async function* spokenIn(source: SoundSource, { enrolment }: Locale, signal: AbortSignal): AsyncGenerator<Float32Array> {
  const activity = await openVoiceActivity();
  try {
    for await (const event of createListener(source, { activity }).listen(signal)) if (event.type === 'speech-ended') yield event.samples;
    signal.throwIfAborted();
  } catch (error) {
    signal.throwIfAborted();
    throw new CannotSucceed(enrolment.why.notHeard(toFailure(error).detail));
  } finally {
    await activity.close();
  }
}

function prompter({ enrolment }: Locale): Prompter {
  return {
    ask: (sentence, number, total) => tell(enrolment.ask(sentence, number, total)),
    again: (flaw) => tell(enrolment.flaws[flaw]),
    restart: (sentence) => tell(enrolment.restart(sentence)),
    skip: (sentence) => tell(enrolment.skip(sentence)),
  };
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
