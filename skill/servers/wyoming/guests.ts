import type { Socket } from 'node:net';

export interface Guests {
  /** Whoever has waited for nothing the longest gives way to the newest; false where all have work under way, and so has this one to go. */
  admit(socket: Socket): boolean;
  /** While its answer is made it keeps its place. */
  keep(socket: Socket): void;
  release(socket: Socket): void;
  /** Ends those that wait for nothing. */
  endIdle(): void;
  /** Ends all. */
  endAll(): void;
  readonly busy: () => number;
}

/** Bounds the connections, so that who holds them open keeps nobody else out. */
export function boundGuests(most: number): Guests {
  const idle = new Set<Socket>();
  const busy = new Set<Socket>();
  const endIdle = () => {
    for (const socket of idle) socket.destroy();
  };
  return {
    admit(socket) {
      if (busy.size >= most) return false;
      idle.add(socket);
      socket.once('close', () => {
        idle.delete(socket);
        busy.delete(socket);
      });
      const [oldest] = idle;
      if (idle.size + busy.size > most) oldest?.destroy();
      return true;
    },
    keep(socket) {
      if (idle.delete(socket)) busy.add(socket);
    },
    release(socket) {
      if (busy.delete(socket)) idle.add(socket);
    },
    endIdle,
    endAll() {
      endIdle();
      for (const socket of busy) socket.destroy();
    },
    busy: () => busy.size,
  };
}
