import { createSkill, type SkillOptions } from '../../skill/create-skill.ts';
import { createFileStore } from '../../skill/history/files.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { parseInventory } from '../../skill/inventory/load.ts';
import type { SpeechSettings } from '../../skill/inventory/schema.ts';
import type { Command, Skill, SkillEvent } from '../../skill/skill.ts';
import { temporaryFolder } from './fake-program.ts';

/** Time as a test moves it: `pass` moves every clock, `set` the one on the wall alone. */
export interface Time {
  pass(ms: number): void;
  set(ms: number): void;
}

export interface Conversing {
  readonly skill: Skill;
  readonly out: string;
  readonly time: Time;
  /** What was told in the log. */
  readonly log: readonly string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** The real skill over these targets (lines of an inventory), its reports in a folder of its own. */
export function conversing(targets: readonly string[], options: Partial<SkillOptions> = {}, speech?: SpeechSettings): Conversing {
  const folder = temporaryFolder();
  const out = options.out ?? folder.path;
  const time = { passed: 0, set: 0 };
  const real = createNodeHost();
  const host = { ...real, now: () => real.now() + time.passed, clock: () => new Date(Date.now() + time.passed + time.set) };
  const inventory = {
    ...parseInventory(`targets:\n${targets.map((target) => `  - ${target}\n`).join('')}`, 'test.yaml', {}),
    folder: out,
    speech,
  };
  const log: string[] = [];
  const skill = createSkill({ inventory, host, store: createFileStore(out), out, log: (line) => log.push(line), ...options });
  return {
    skill,
    out,
    log,
    time: {
      pass: (ms) => {
        time.passed += ms;
      },
      set: (ms) => {
        time.set += ms;
      },
    },
    async [Symbol.asyncDispose]() {
      await skill.close();
      await real.close();
      folder[Symbol.dispose]();
    },
  };
}

/** One that nothing aborts, with a deadline all the same. */
export const patience = () => AbortSignal.timeout(20_000);

/** Every event of a command. */
export async function heard(skill: Skill, command: Command, signal = patience()): Promise<readonly SkillEvent[]> {
  const events: SkillEvent[] = [];
  for await (const event of skill.handle(command, signal)) events.push(event);
  return events;
}

type Of<T extends SkillEvent['type']> = Extract<SkillEvent, { type: T }>;

/** The events of one type. */
export function only<T extends SkillEvent['type']>(events: readonly SkillEvent[], type: T): readonly Of<T>[] {
  return events.filter((event): event is Of<T> => event.type === type);
}

/** How it ended. Throws when it did not end once, at the end. */
export function ending(events: readonly SkillEvent[]): Of<'done'> | Of<'failed'> {
  const ends = events.filter((event): event is Of<'done'> | Of<'failed'> => event.type === 'done' || event.type === 'failed');
  const [end] = ends;
  if (!end || ends.length > 1 || events.at(-1) !== end) throw new Error(`expected one end, got ${JSON.stringify(events)}`);
  return end;
}

/** An LM Studio as a line of an inventory. */
export const lmStudio = (id: string, url: string, more = '') => `{ id: ${id}, kind: lmstudio, url: "${url}", provides: [text]${more} }`;

/** A server that closes at the end of `await using`. */
export function closing<T extends { close(): Promise<void> }>(server: T): T & AsyncDisposable {
  return { ...server, [Symbol.asyncDispose]: () => server.close() };
}
