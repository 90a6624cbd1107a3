import type { Channel } from '../skill.ts';

/** A command that is being answered. */
export interface Work {
  readonly session: string | null;
  readonly channel: Channel;
  /** An audit runs for it. */
  isAuditing: boolean;
  /** Aborts when somebody said stop. */
  readonly stopped: AbortSignal;
  stop(): void;
}

export interface UnderWay {
  begin(session: string | null, channel: Channel): Work;
  end(work: Work): void;
  /** Whether an audit runs in a conversation. */
  isAuditing(session: string): boolean;
  /** Stops the audits of a conversation, and those of the voice when a voice says so. How many there were. */
  stop(session: string | null, channel: Channel): number;
  stopAll(): void;
}

/** What is being answered in this process. */
export function createUnderWay(): UnderWay {
  const works = new Set<Work>();
  const isOf = (work: Work, session: string | null, channel: Channel) =>
    work.isAuditing && ((session !== null && work.session === session) || (channel === 'voice' && work.channel === 'voice'));
  return {
    begin(session, channel) {
      const controller = new AbortController();
      const stop = () => controller.abort(new DOMException('somebody said stop', 'AbortError'));
      const work: Work = { session, channel, isAuditing: false, stopped: controller.signal, stop };
      works.add(work);
      return work;
    },
    end: (work) => void works.delete(work),
    isAuditing: (session) => [...works].some((work) => work.isAuditing && work.session === session),
    stop(session, channel) {
      const meant = [...works].filter((work) => isOf(work, session, channel));
      for (const work of meant) work.stop();
      return meant.length;
    },
    stopAll() {
      for (const work of works) work.stop();
    },
  };
}
