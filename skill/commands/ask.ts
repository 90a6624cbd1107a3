import type { Locale } from '../../locales/locale.ts';
import { type Settings, UsageError } from '../config.ts';
import { createSkill } from '../create-skill.ts';
import { createFileStore } from '../history/files.ts';
import { createNodeHost, type NodeHost } from '../host/node.ts';
import type { Environment } from '../inventory/expand.ts';
import { type FoundInventory, findInventory } from '../inventory/find.ts';
import { progressLine } from '../progress.ts';
import { createRedactor } from '../redact.ts';
import type { Skill } from '../skill.ts';
import { boundYoungGeneration, MANY_TARGETS } from '../young-generation.ts';

/** No answer, or an audit that is nowhere. */
const FAILED = 3;

/** One sentence, answered on standard output; what happens meanwhile on standard error. Resolves to the exit code. */
export async function ask(settings: Settings, locale: Locale, environment: Environment, signal: AbortSignal): Promise<number> {
  // what it finds is kept, and read now
  if (!settings.isSaved) throw new UsageError('ask keeps its reports and asks the cluster itself: leave out --no-save and --replay');
  const host = createNodeHost();
  try {
    const inventory = await findInventory(settings.config, environment, host, signal);
    if (inventory.inventory.targets.length >= MANY_TARGETS) boundYoungGeneration();
    const log = (line: string) => void process.stderr.write(`jarvis-audit: ${line}\n`);
    const { out, deadlineMs } = settings;
    const skill = createSkill({ inventory, host, store: createFileStore(out), out, deadlineMs, locale: settings.locale, log });
    try {
      const heard = await listen(skill, settings, signal);
      process.stdout.write(`${heard.text || locale.conversation.canAsk}\n`);
      await aloud(heard, settings, inventory, locale, host, signal);
      return heard.isFailed || heard.isUnsaved ? FAILED : 0;
    } finally {
      await skill.close();
    }
  } finally {
    await host.close();
  }
}

interface Heard {
  /** Empty: it was not for us. */
  readonly text: string;
  readonly speech: string;
  readonly path: string | null;
  /** The answer rests on a report that is nowhere. */
  readonly isUnsaved: boolean;
  readonly isFailed: boolean;
}

async function listen(skill: Skill, { words, session }: Settings, signal: AbortSignal): Promise<Heard> {
  const progress = progressLine(process.stderr);
  let path: string | null = null;
  let isUnsaved = false;
  let speech = '';
  const command = { utterance: words[0] ?? '', channel: 'chat', ...(session !== null && { session }) } as const;
  try {
    for await (const event of skill.handle(command, signal)) {
      if (event.type === 'progress') progress.show(event.done, event.total, { id: event.target });
      if (event.type === 'report') {
        path = event.path;
        isUnsaved = path === null;
      }
      // what is said slowly is the answer itself; what is said meanwhile is for ears
      if (event.type === 'speech' && event.slow) speech = event.text;
      if (event.type === 'done') return { text: event.text, speech: event.speech || speech, path, isUnsaved, isFailed: false };
      if (event.type === 'failed') return { text: event.text, speech: event.text, path, isUnsaved, isFailed: event.code === 'failed' };
    }
    throw new Error('the skill ended without an answer');
  } finally {
    progress.end();
  }
}

async function aloud(
  { speech, path }: Heard,
  { isSaid, voice, isDebug }: Settings,
  { speech: server, secrets }: FoundInventory,
  locale: Locale,
  host: NodeHost,
  signal: AbortSignal,
): Promise<void> {
  if (!isSaid || speech === '') return;
  const { say } = await import('../voice/speaking/say.ts');
  const saying = { server: server?.tts, report: Promise.resolve(path), redact: createRedactor(secrets), voice, isDebug };
  await say(speech, saying, locale, host, signal);
}
