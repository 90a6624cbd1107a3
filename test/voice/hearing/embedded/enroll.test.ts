import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locales } from '../../../../locales/all.ts';
import { SAID } from '../../../../skill/voice/hearing/embedded/commands.ts';
import { readFrames } from '../../../../skill/voice/hearing/embedded/frames-file.ts';
import { scratch, startCli } from '../../../support/cli.ts';
import { spoken, wavOf, withPauses } from '../../../support/hearing.ts';
import { isMissing } from '../../../support/voices.ts';

test.skipIf(isMissing('espeak-ng'))('enroll keeps embeddings and no sound, and forgets them when told', { timeout: 180_000 }, async () => {
  await using place = await scratch({});
  const environment = { XDG_DATA_HOME: join(place.folder, 'data'), XDG_CACHE_HOME: join(place.folder, 'cache') };
  const file = join(environment.XDG_DATA_HOME, 'jarvis-audit', 'hearing', 'enrolled-fr.frames');
  // the first two sentences, three times each; then the sound ends
  const takes = SAID.fr.enrolled
    .slice(0, 2)
    .flatMap((text) => [140, 150, 160].map((wordsPerMinute) => spoken(locales.fr.aloud(text), { voice: 'fr-fr+Annie', wordsPerMinute })));
  const parts = takes.map((take) => withPauses(take, 400, 700));
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  const input = join(place.folder, 'takes.wav');
  writeFileSync(input, wavOf(whole).bytes);

  const recorded = await startCli(['enroll', '--input', input], place.folder, environment).result;
  expect(recorded.stderr).toContain('1/30  Dites : « Jarvis, audit système »');
  expect(recorded.stderr).toContain('6 enregistrements de 2 commandes');
  expect(recorded.code).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect([...((await readFrames(file)) ?? new Map()).keys()]).toHaveLength(6);
  // 96 numbers for each 80 ms, where the sound had 1,280: nothing to listen to
  expect(statSync(file).size).toBeLessThan(whole.length);
  expect(readFileSync(file).includes('RIFF')).toBe(false);

  const forgotten = await startCli(['enroll', '--forget'], place.folder, environment).result;
  expect(forgotten.stderr).toContain('effacées');
  expect(readdirSync(join(file, '..'))).toEqual([]);
  expect((await startCli(['enroll', '--forget'], place.folder, environment).result).stderr).toContain("Il n'y avait aucune empreinte");
});

test('enroll says in one sentence what it cannot hear', async () => {
  await using place = await scratch({ 'song.wav': 'no sound' });
  const environment = { XDG_DATA_HOME: place.folder, XDG_CACHE_HOME: place.folder, PATH: '/nowhere' };
  const { code, stderr } = await startCli(['enroll', '--input', 'song.wav'], place.folder, environment).result;
  expect(stderr).toMatch(/jarvis-audit: rien ne peut être enregistré \(.*not a WAV file\)\n$/);
  expect(code).toBe(3);
});
