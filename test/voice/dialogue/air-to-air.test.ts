import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, type TestContext, test } from 'vitest';
import { fr } from '../../../locales/fr/locale.ts';
import { spoken } from '../../../reporters/spoken.ts';
import { reportSchema } from '../../../skill/audit/report.ts';
import { alike, loudnessOf } from '../../support/alike.ts';
import { temporaryFolder } from '../../support/fake-program.ts';
import { figure } from '../../support/gathering.ts';
import { type Listening, listenInWorld, reportsIn } from '../../support/listening.ts';
import { said } from '../../support/said.ts';
import { wavFile } from '../../support/sound.ts';
import { EAR_RATE, openSoundCard } from '../../support/sound-card.ts';
import { startTrack } from '../../support/track.ts';
import { isMissing } from '../../support/voices.ts';

const missing = isMissing('pulseaudio', 'paplay', 'parec', 'espeak-ng', 'unshare');
const PATIENCE_MS = 120_000;
/** Sentences end within it, answers do not go on after it. */
const PAUSE_MS = 1_500;
/** The target is 200: a busy machine may be late. */
const WITHIN = 400;
/** Templates are made once for all of these tests. */
const home = temporaryFolder();
afterAll(() => home[Symbol.dispose]());

describe.skipIf(missing)(`from air to air${missing ? ' (needs pulseaudio, espeak-ng and unshare)' : ''}`, { timeout: PATIENCE_MS }, () => {
  test('« Jarvis, audit système » is answered aloud, and its report is on disk', async (context) => {
    await using room = await listening(context, ['--wake']);
    const fromMs = performance.now();
    await room.mouth(said('Jarvis, audit système'));
    const endMs = await room.ear.until(() => room.ear.quietSinceMs(fromMs, PAUSE_MS), 60_000);
    const report = reportOf(room.place);
    const summary = spoken.render(report, fr);
    expect(room.program.stderr()).toContain('Entendu : « Jarvis, audit système »');
    expect(room.program.stdout()).toMatch(/^Nœuds : \d sur 5 attendus répondent\./m);
    const firstMs = room.ear.firstSoundMs(fromMs) ?? 0;
    const expected = sayingOf([fr.aloud(fr.answers.auditing), ...sentences(summary)]);
    figure(`heard ${Math.round(endMs - firstMs)} ms of ${10 * expected.length}`);
    expect(Math.abs(endMs - firstMs - 10 * expected.length)).toBeLessThan(0.25 * 10 * expected.length);
    expect(likenessOf(room.ear.since(firstMs), sentences(summary))).toBeGreaterThan(0.8);
  });

  test('« Jarvis, état du cluster » says how many nodes answer, and « stop » silences it', async (context) => {
    await using room = await listening(context, ['--wake']);
    const fromMs = performance.now();
    await room.mouth(said('Jarvis, état du cluster'));
    const firstMs = await room.ear.until(() => room.ear.firstSoundMs(fromMs));
    await room.program.untilSaid('Entendu : « Jarvis, état du cluster »');
    await sleep(1_000);
    const stopFromMs = performance.now();
    await room.mouth(said('stop'));
    const spokenMs = (await room.ear.until(() => room.microphone.lastSoundMs(stopFromMs))) ?? 0;
    await room.program.untilSaid(fr.listening.shown.silenced);
    const quietMs = await room.ear.until(() => room.ear.quietSinceMs(firstMs, PAUSE_MS));
    figure(`silent ${Math.round(quietMs - spokenMs)} ms after « stop »`);
    expect(room.program.stdout()).toMatch(/^Nœuds : \d sur \d attendus répondent\./m);
    expect(reportsIn(room.place)).toHaveLength(1);
    expect(quietMs - spokenMs).toBeLessThan(WITHIN);
  });

  test('what is not for us starts nothing, and is not shown', async (context) => {
    await using room = await listening(context, ['--wake']);
    const fromMs = performance.now();
    for (const text of ["il fait beau aujourd'hui", 'audit système', 'ferme la porte en sortant']) {
      await room.mouth(said(text));
      await sleep(1_200);
    }
    expect(room.ear.firstSoundMs(fromMs)).toBeNull();
    expect(room.program.stderr().split('\n').slice(1)).toEqual(['']);
    expect(room.program.stdout()).toBe('');
  });

  test('its own voice in the microphone is no command', async (context) => {
    await using room = await listening(context, ['--wake'], { isEcho: true });
    const fromMs = performance.now();
    await room.mouth(said('Jarvis, audit système'));
    await room.ear.until(() => room.ear.quietSinceMs(fromMs, PAUSE_MS), 60_000);
    // the tail of it, too
    await sleep(2_000);
    expect(room.program.stderr().match(/Entendu/g)).toHaveLength(1);
    expect(room.program.stderr()).not.toContain(fr.listening.shown.silenced);
    expect(reportsIn(room.place)).toHaveLength(1);
  });

  test('a file in place of the microphone is answered, and ends it', async (context) => {
    using place = temporaryFolder();
    const file = join(place.path, 'said.wav');
    writeFileSync(file, withSilence(said('audit système'), 500, 800));
    await using room = await listening(context, ['--input', file], {}, fr.listening.shown.fromFile(file));
    expect(await room.program.exit).toBe(0);
    expect(room.program.stdout()).toMatch(/^Note globale : /m);
    expect(likenessOf(room.ear.since(0), sentences(spoken.render(reportOf(room.place), fr)))).toBeGreaterThan(0.8);
  });
});

/** The voice loop in a world, on a sound card of its own. */
async function listening(context: TestContext, args: readonly string[], { isEcho = false } = {}, ready = fr.listening.shown.handsFree) {
  const card = await openSoundCard({ isEcho });
  const place = temporaryFolder();
  const [ear, microphone] = [await startTrack('ear.monitor', card.environment), await startTrack('mouth.monitor', card.environment)];
  const program: Listening = listenInWorld(args, place, { ...card.environment, XDG_CACHE_HOME: home.path });
  const close = async () => {
    program.interrupt();
    await program.exit;
    for (const each of [ear, microphone, place]) each[Symbol.dispose]();
    await card[Symbol.asyncDispose]();
  };
  try {
    await program.untilSaid(ready);
  } catch (error) {
    await close();
    context.skip((error as { isSkipped?: boolean }).isSkipped === true && !process.env['CI'], String(error));
    throw error;
  }
  return { ...card, ear, microphone, place, program, [Symbol.asyncDispose]: close };
}

function reportOf(place: { readonly path: string }) {
  const [name = ''] = reportsIn(place);
  return reportSchema.parse(JSON.parse(readFileSync(join(place.path, 'data', name), 'utf8')));
}

const sentences = (text: string) =>
  [...new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.trim());

/** What the engine makes of these, one after the other. */
function sayingOf(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) => loudnessOf(said(text, 'fr-fr'), EAR_RATE));
}

/** Each sentence is found in what was heard; the least of it. */
function likenessOf(heard: readonly number[], texts: readonly string[]): number {
  return Math.min(...texts.map((text) => alike(sayingOf([text]), heard, heard.length)));
}

function withSilence(wav: Buffer, beforeMs: number, afterMs: number): Buffer {
  const silence = (ms: number) => Buffer.alloc(2 * Math.round((EAR_RATE * ms) / 1000));
  return wavFile(Buffer.concat([silence(beforeMs), wav.subarray(44), silence(afterMs)]), { rate: EAR_RATE });
}
