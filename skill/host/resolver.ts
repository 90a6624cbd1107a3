import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import pLimit from 'p-limit';

export interface Address {
  readonly address: string;
  readonly family: number;
}

/**
 * The system's resolver, asked once per name. Two look-ups at a time: a dead resolver blocks the thread
 * that asks it for seconds, and the other threads of the pool still have files to read.
 */
export function createResolver() {
  const atATime = pLimit(2);
  const known = new Map<string, Promise<readonly Address[]>>();

  function resolve(name: string): Promise<readonly Address[]> {
    const family = isIP(name);
    if (family) return Promise.resolve([{ address: name, family }]);
    let answer = known.get(name);
    if (!answer) {
      answer = atATime(() => lookup(name, { all: true }));
      // a failure is forgotten, so that a long-lived server asks again
      answer.catch(() => known.delete(name));
      known.set(name, answer);
    }
    return answer;
  }

  const forSockets: LookupFunction = (name, options, done) => {
    resolve(name).then(
      (all) => {
        const usable = options.family ? all.filter(({ family }) => family === options.family) : all;
        const first = usable[0];
        if (!first) done(Object.assign(new Error(`no address for ${name}`), { code: 'ENOTFOUND' }), []);
        else if (options.all) done(null, [...usable]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, []),
    );
  };

  return { resolve, forSockets, forget: () => known.clear() };
}

export type Resolver = ReturnType<typeof createResolver>;
