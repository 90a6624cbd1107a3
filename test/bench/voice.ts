import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { follow, type Listening } from '../support/listening.ts';
import { said } from '../support/said.ts';
import { openSoundCard } from '../support/sound-card.ts';
import { startTrack, type Track } from '../support/track.ts';
import { installed } from '../support/voices.ts';
import type { Bench, Figure } from './figures.ts';
import { fiveNodes, inventoryOf } from './inventories.ts';

const ROUNDS = 10;
const NEEDS = ['pulseaudio', 'parec', 'paplay', 'pactl', 'espeak-ng'];
const READY = 'Jarvis, audit système';
const RECOGNISING = 'Je cherche à comprendre';
/** Longer than the pause between two sentences. */
const PAUSE_MS = 1_200;
/** A round without an answer is one that was not understood. */
const PATIENCE_MS = 8_000;

/** What one round of one command took; null where that did not happen. */
interface Round {
  readonly detectedMs: number | null;
  readonly lastSampleMs: number | null;
  readonly stopMs: number | null;
}

/** Speaks with the built program over a virtual sound card: what is said goes into its microphone, and what comes out is timed. */
export async function* voice({ main, folder, places }: Bench, isWanted: (name: string) => boolean): AsyncGenerator<Figure> {
  if (!isWanted('voice loop')) return;
  const absent = NEEDS.filter((name) => installed(name) === null);
  if (absent.length > 0) throw new Error(`the figures of the voice need ${absent.join(', ')}`);
  await using card = await openSoundCard();
  const here = join(folder, 'voice');
  mkdirSync(here, { recursive: true });
  writeFileSync(join(here, 'jarvis.yaml'), inventoryOf(fiveNodes(places)));
  const environment = { ...process.env, ...card.environment, HOME: here, XDG_CACHE_HOME: here };
  using ear = await startTrack('ear.monitor', card.environment);
  using microphone = await startTrack('mouth.monitor', card.environment);
  const program = follow(process.execPath, [main, 'listen', '--wake', '--debug'], environment, here);
  try {
    await program.untilSaid(READY);
    const room = { ear, microphone, program, mouth: card.mouth };
    // the first of each loads what it needs
    await round('Jarvis, audit système', room);
    await round('Jarvis, état du cluster', room);
    const [audits, states] = [await rounds('Jarvis, audit système', room), await rounds('Jarvis, état du cluster', room)];
    yield figure(
      'voice loop: end of speech detected → acknowledgement',
      audits.map(({ detectedMs }) => detectedMs),
      300,
    );
    yield figure(
      'voice loop: last sample → acknowledgement',
      audits.map(({ lastSampleMs }) => lastSampleMs),
      800,
    );
    yield figure(
      'voice loop: « stop » → silence',
      audits.map(({ stopMs }) => stopMs),
      200,
    );
    yield figure(
      'voice loop: last sample → first figure of « état du cluster »',
      states.map(({ lastSampleMs }) => lastSampleMs),
      1_000,
    );
  } finally {
    program.interrupt();
    await program.exit;
  }
}

interface Room {
  readonly ear: Track;
  readonly microphone: Track;
  readonly program: Listening;
  mouth(wav: Buffer): Promise<void>;
}

async function rounds(command: string, room: Room): Promise<readonly Round[]> {
  const all: Round[] = [];
  for (let count = 0; count < ROUNDS; count += 1) all.push(await round(command, room));
  return all;
}

async function round(command: string, room: Room): Promise<Round> {
  const { ear, microphone, program, mouth } = room;
  const fromMs = performance.now();
  const detected = whenSaid(program, RECOGNISING);
  await mouth(said(command));
  const firstMs = await ear.until(() => ear.firstSoundMs(fromMs), PATIENCE_MS).catch(() => null);
  const endMs = microphone.lastSoundMs(fromMs);
  if (firstMs === null || endMs === null) return { detectedMs: null, lastSampleMs: null, stopMs: null };
  const detectedMs = firstMs - (await detected);
  await sleep(700);
  const stopFromMs = performance.now();
  await mouth(said('stop'));
  const quietMs = await ear.until(() => ear.quietSinceMs(firstMs, PAUSE_MS), 60_000);
  const stopMs = quietMs - (microphone.lastSoundMs(stopFromMs) ?? 0);
  // « stop » is made out as a sentence, too
  await sleep(1_000);
  return { detectedMs, lastSampleMs: firstMs - endMs, stopMs };
}

/** When the next such line comes. */
async function whenSaid(program: Listening, words: string): Promise<number> {
  const before = program.stderr().split(words).length;
  while (program.stderr().split(words).length === before) await sleep(1);
  return performance.now();
}

function figure(name: string, values: readonly (number | null)[], mostMs: number): Figure {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const at = (share: number) => known[Math.min(known.length - 1, Math.floor(share * known.length))] ?? Number.NaN;
  const missed = values.length - known.length;
  return {
    name,
    value: `p50 ${Math.round(at(0.5))} ms, p95 ${Math.round(at(0.95))} ms${missed > 0 ? `, ${missed} of ${values.length} not understood` : ''}`,
    target: `${mostMs} ms`,
    cpuMs: null,
    ratio: null,
    isKept: known.length > 0 && at(0.95) <= mostMs,
    dominated: null,
    data: { values: values.map((value) => value && Math.round(value)), mostMs },
  };
}
