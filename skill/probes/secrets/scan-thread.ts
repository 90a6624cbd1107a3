import { createHmac } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { executionModeIn } from './execution-mode.ts';
import { libraryFinds } from './library.ts';
import { BEGUN, INDEX, type Scanned, type Text, type ThreadData } from './place.ts';
import { secretsIn } from './scan.ts';
import { settingsIn } from './settings.ts';
import { nameFor } from './sightings.ts';

/* Runs in a thread of its own: a text that takes for ever costs nobody else, and what is read here stays here. */

const { key, place } = workerData as ThreadData;
const at = new Int32Array(place);
let begun = 0;

parentPort?.on('message', async (texts: readonly Text[]) => {
  const scanned: (Scanned | null)[] = [];
  for (const [index, text] of texts.entries()) {
    begun += 1;
    Atomics.store(at, INDEX, index);
    Atomics.store(at, BEGUN, begun);
    // what an error says may hold the text
    scanned.push(await scan(text).catch(() => null));
  }
  parentPort?.postMessage(scanned);
});

async function scan({ path, text, isSettings }: Text): Promise<Scanned> {
  const sightings = secretsIn(text, path, await libraryFinds(text, path));
  let line = 1;
  let from = 0;
  return {
    sightings: sightings.map(({ start, end, kind, service, name }) => {
      for (let newline = text.indexOf('\n', from); newline >= 0 && newline < start; newline = text.indexOf('\n', from)) {
        line += 1;
        from = newline + 1;
      }
      return { line, name: nameFor(name), kind, service, length: end - start, fingerprint: digest(text.slice(start, end)).slice(0, 8) };
    }),
    settings: isSettings ? settingsIn(text).map(({ value, ...setting }) => ({ ...setting, digest: digest(value) })) : [],
    execution: executionModeIn(text, path),
  };
}

/** Nothing without the key, which is forgotten with the audit. */
function digest(value: string): string {
  return createHmac('sha256', key).update(value).digest('hex');
}
