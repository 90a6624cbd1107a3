import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLoudspeaker } from '../../../skill/voice/dialogue/loudspeaker.ts';
import { readWav } from '../../../skill/voice/wav.ts';
import { temporaryFolder, withPrograms, writeProgram } from '../../support/fake-program.ts';
import { realHost } from '../../support/gathering.ts';
import { toneWav } from '../../support/sound.ts';

const WAV = readWav(toneWav(200));
/** Notes its process, takes the sound of a file or of its standard input, and plays it for its time. */
const PLAYS =
  'here=$(dirname "$0"); echo $$ >> "$here/pids"; cat "$@" > "$here/sound"; cat "$here/sound" >> "$here/sounds"; exec sleep 0.2';

test('a player waits for the next sound, and gets all of it', async () => {
  const { speaker, folder, over } = place(PLAYS);
  await speaker.warm();
  await vi.waitFor(() => expect(pids(folder)).toHaveLength(2), 10_000);
  expect(await speaker.play(WAV, over.signal)).toEqual({ by: 'paplay' });
  expect(readFileSync(join(folder, 'sounds')).includes(WAV.bytes)).toBe(true);
  // the one that waited played, and another waits
  await vi.waitFor(() => expect(pids(folder)).toHaveLength(3), 10_000);
});

test('one that goes while it waits costs nothing but its time', async () => {
  const { speaker, folder, over } = place(`[ $# -gt 0 ] || exit 1\n${PLAYS}`);
  await speaker.warm();
  expect(await speaker.play(WAV, over.signal)).toEqual({ by: 'paplay' });
  expect(readFileSync(join(folder, 'sound'))).toEqual(WAV.bytes);
});

test('silence ends it, and leaves nobody behind', async () => {
  const { speaker, folder } = place(PLAYS.replace('exec sleep 0.2', 'exec sleep 30'));
  const stop = new AbortController();
  const playing = speaker.play(WAV, stop.signal);
  await vi.waitFor(() => expect(existsSync(join(folder, 'sound'))).toBe(true), 10_000);
  stop.abort(new DOMException('stop', 'AbortError'));
  await expect(playing).rejects.toThrow('stop');
  for (const pid of pids(folder)) await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 10_000);
});

function place(script: string) {
  const folder = temporaryFolder();
  const over = new AbortController();
  onTestFinished(() => {
    over.abort();
    folder[Symbol.dispose]();
  });
  const paplay = writeProgram(folder.path, 'paplay', script);
  const host = withPrograms({ ...realHost(), platform: 'linux' as const }, { paplay });
  return { speaker: createLoudspeaker(host, over.signal), folder: folder.path, over };
}

function pids(folder: string): readonly number[] {
  const file = join(folder, 'pids');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
}
