import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLoudspeaker } from '../../../skill/voice/dialogue/loudspeaker.ts';
import { readWav } from '../../../skill/voice/wav.ts';
import { temporaryFolder, withPrograms, writeProgram } from '../../support/fake-program.ts';
import { realHost } from '../../support/gathering.ts';
import { toneWav } from '../../support/sound.ts';

const WAV = readWav(toneWav(200));
/** Notes its process, takes the sound of a file or of its standard input, and plays it for its time. */
const PLAYS = 'here=$(dirname "$0"); echo $$ >> "$here/pids"; cat "$@" > "$here/$$.sound"; exec sleep 0.2';

test('a player waits for the next sound, and gets all of it', async () => {
  const { speaker, folder, over } = place(PLAYS);
  await speaker.warm();
  await vi.waitFor(() => expect(pids(folder)).toHaveLength(2), 10_000);
  expect(await speaker.play(WAV, over.signal)).toEqual({ by: 'paplay' });
  expect(sounds(folder).some((sound) => sound.equals(WAV.bytes))).toBe(true);
  // the one that waited played, and another waits
  await vi.waitFor(() => expect(pids(folder)).toHaveLength(3), 10_000);
});

test('one that goes while it waits costs nothing but its time', async () => {
  const { speaker, folder, over } = place(`[ $# -gt 0 ] || exit 1\n${PLAYS}`);
  await speaker.warm();
  expect(await speaker.play(WAV, over.signal)).toEqual({ by: 'paplay' });
  expect(sounds(folder).some((sound) => sound.equals(WAV.bytes))).toBe(true);
});

test('silence ends it, and leaves nobody behind', async () => {
  const { speaker, folder, over } = place(PLAYS.replace('exec sleep 0.2', '[ $# -gt 0 ] && exec sleep 0.2; exec sleep 30'));
  await speaker.warm();
  await vi.waitFor(() => expect(pids(folder)).toHaveLength(2), 10_000);
  const stop = new AbortController();
  const playing = speaker.play(WAV, stop.signal);
  await vi.waitFor(() => expect(sounds(folder).some((sound) => sound.equals(WAV.bytes))).toBe(true), 10_000);
  stop.abort(new DOMException('stop', 'AbortError'));
  await expect(playing).rejects.toThrow('stop');
  // the one that played; the next one waits until all is over
  const [, played = 0] = pids(folder);
  await vi.waitFor(() => expect(() => process.kill(played, 0)).toThrow('ESRCH'), 10_000);
  over.abort(new DOMException('over', 'AbortError'));
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

function sounds(folder: string): readonly Buffer[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sound'))
    .map((name) => readFileSync(join(folder, name)));
}

function pids(folder: string): readonly number[] {
  const file = join(folder, 'pids');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
}
