import { chownSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../support/fake-program.ts';
import { worlds } from './all.ts';
import { inside } from './inside.ts';
import { NOBODY, runInside, whyNoNamespace } from './namespace.ts';
import type { World, WorldState } from './world.ts';

const USAGE = `npm run world -- NAME [STATE…] [--check] [-- COMMAND…]
  starts a world, audits it, shows the report and what it should have said, and stops
  --check    only the comparison
  --         runs COMMAND in the started world in place of the audit

${worlds.map(({ name, states }) => `  ${name}: ${Object.keys(states).join(' ')}`).join('\n')}
`;
/** What test programs exit with to say « not here ». */
const SKIPPED = 77;
const USED_WRONGLY = 3;
const INTERRUPTED = 130;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const dashes = argv.indexOf('--');
  const command = dashes < 0 ? null : argv.slice(dashes + 1);
  const words = dashes < 0 ? argv : argv.slice(0, dashes);
  const place = words.find((word) => word.startsWith('--place='))?.slice('--place='.length);
  const [name, ...chosen] = words.filter((word) => !word.startsWith('--'));
  const world = worlds.find((each) => each.name === name);
  const unknown = chosen.find((state) => !world?.states[state]);
  if (!world || unknown !== undefined) {
    process.stderr.write(`${name === undefined ? '' : `no such world: ${name} ${unknown ?? ''}\n\n`}${USAGE}`);
    return USED_WRONGLY;
  }
  const interruption = untilInterrupted();
  const options = { isCheck: words.includes('--check'), command };
  const [first = ''] = chosen;
  const state = world.states[first];
  if (place !== undefined && state)
    return untilDone(inside({ title: `${world.name} ${first}`, state, place, ...options }, interruption), interruption);
  const codes: number[] = [];
  for (const each of chosen.length > 0 ? chosen : Object.keys(world.states)) {
    if (!interruption.aborted) codes.push(await outside(world, each, argv, interruption));
  }
  return interruption.aborted ? INTERRUPTED : worst(codes);
}

/** A failure says more than a skip, and a skip more than a success. */
function worst(codes: readonly number[]): number {
  return codes.find((code) => code !== 0 && code !== SKIPPED) ?? codes.find((code) => code !== 0) ?? 0;
}

/** One state in a process, a network and a folder of its own; all three are gone afterwards. */
async function outside(world: World, name: string, argv: readonly string[], signal: AbortSignal): Promise<number> {
  const state = world.states[name] as WorldState;
  const obstacle = await whyNoNamespace(state, [fileURLToPath(import.meta.url), process.execPath]);
  if (obstacle !== null) {
    process.stderr.write(`skipped: ${world.name} ${name} needs fixed addresses, and so a network of its own (${obstacle})\n`);
    return SKIPPED;
  }
  using place = temporaryFolder();
  if (state.asNobody && process.getuid?.() === 0) chownSync(place.path, NOBODY, NOBODY);
  const firstOption = argv.findIndex((word) => word.startsWith('--'));
  const options = firstOption < 0 ? [] : argv.slice(firstOption);
  // awaited here: the folder goes when this function ends
  return await runInside(
    state,
    [process.execPath, fileURLToPath(import.meta.url), world.name, name, `--place=${place.path}`, ...options],
    signal,
  );
}

async function untilDone(visit: Promise<number>, signal: AbortSignal): Promise<number> {
  try {
    return await visit;
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    throw error;
  }
}

function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort(new DOMException('interrupted', 'AbortError'));
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  return controller.signal;
}
