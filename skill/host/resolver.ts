import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import pLimit from 'p-limit';
import { ProbeError } from '../audit/define.ts';
import { toFailure } from './failures.ts';
import { run } from './run.ts';

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Names that are looked up at once. */
const MOST_AT_ONCE = 16;
/** As long as the system itself would try. */
const LONGEST_MS = 10_000;

/** The system's resolver, asked once per name. */
export function createResolver() {
  const atATime = pLimit(MOST_AT_ONCE);
  const closing = new AbortController();
  const known = new Map<string, Promise<readonly Address[]>>();

  function resolve(name: string): Promise<readonly Address[]> {
    const family = isIP(name);
    if (family) return Promise.resolve([{ address: name, family }]);
    let answer = known.get(name);
    if (!answer) {
      answer = atATime(() => ask(name, closing.signal));
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

  function close() {
    atATime.clearQueue();
    closing.abort(new DOMException('the host is closed', 'AbortError'));
  }

  return { resolve, forSockets, close };
}

export type Resolver = ReturnType<typeof createResolver>;

/**
 * On Linux through `getent`, which asks what Node would ask but can be killed. Node's own question holds one of two threads
 * for ten seconds when nobody answers: the other names wait for it, and the process cannot end before it does.
 */
async function ask(name: string, signal: AbortSignal): Promise<readonly Address[]> {
  // `localhost` needs no question; a leading `-` would be read as an option
  if (process.platform !== 'linux' || name === 'localhost' || name.startsWith('-')) return lookup(name, { all: true });
  try {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
    const { stdout } = await run(['getent', 'ahosts', name], {}, inTime);
    const found = parseGetent(stdout);
    if (found.length === 0) throw new ProbeError('dns', `no address for ${name}`);
    return found;
  } catch (error) {
    if (toFailure(error).code !== 'missing-tool') throw error;
    return lookup(name, { all: true });
  }
}

/** One line per address and kind of socket: `192.168.1.26    STREAM m1.lan`. */
export function parseGetent(stdout: string): readonly Address[] {
  const addresses = new Set(stdout.split('\n').map((line) => line.split(/\s/, 1)[0] ?? ''));
  return [...addresses].map((address) => ({ address, family: isIP(address) })).filter(({ family }) => family !== 0);
}
