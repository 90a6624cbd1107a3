import { locales } from '../../locales/all.ts';
import type { NodeHost } from '../../skill/host/node.ts';
import { SAID } from '../../skill/voice/hearing/embedded/commands.ts';
import type { HearingFolders } from '../../skill/voice/hearing/embedded/folders.ts';
import { PADDING, prepared } from '../../skill/voice/hearing/embedded/prepared.ts';
import { openStopSpotter, type StopSpotter } from '../../skill/voice/hearing/embedded/stop-spotter.ts';
import { espeakVoice } from '../../skill/voice/hearing/embedded/template-voices.ts';
import { FRAME_SAMPLES } from '../../skill/voice/hearing/sound-source.ts';
import { noisy, wavOf } from '../support/hearing.ts';
import type { Figure } from './figures.ts';
import { type Half, VOICES } from './hearing-sounds.ts';
import { median } from './measure.ts';

/** What the skill says all day, by the voice that it says it with. */
const SUMMARY = [
  'Le système est en état critique : deux nœuds sont en panne sur cinq.',
  'Le nœud M deux ne répond plus depuis trois jours. La sécurité est à trente-neuf pour cent, une clé est exposée.',
  'Commencez par relancer M deux, puis fermez le port huit mille deux.',
  'Le disque de la tour est plein à quatre-vingt-seize pour cent. Les sauvegardes datent de dix jours.',
  'Trois GPU sur six sont trop chauds. La stabilité a baissé de douze points depuis hier.',
  'Le cluster va bien, tous les nœuds répondent. Je ne peux pas noter la persistance, il manque des lectures.',
];
const OWN = [
  ['fr-fr', 175],
  ['fr-be', 160],
] as const;
/** How loud our own voice is in the microphone, beside the user's. */
const ECHOES = [0, 0.07, 0.2, 0.5] as const;
const PER_MS = 16;
const never = new AbortController().signal;

/** Whether « stop » is spotted while we speak, how soon after its end, and how often our own speech is taken for it. */
export async function* stopWord(folders: HearingFolders, host: NodeHost, half: Half = 'report'): AsyncGenerator<Figure> {
  const spotter = await openStopSpotter({ language: 'fr', folders, host }, never);
  try {
    const own = (await Promise.all(OWN.map(([voice, words]) => espeakVoice(voice, words).speak(SUMMARY, host, never)))).flat();
    yield await falseAlarms(spotter, own);
    for (const echo of ECHOES) yield await spotted(spotter, own, echo, host, half);
  } finally {
    await spotter.close();
  }
}

async function falseAlarms(spotter: StopSpotter, own: readonly Float32Array[]): Promise<Figure> {
  let durationMs = 0;
  let workMs = 0;
  const alarms: string[] = [];
  for (const [at, speech] of own.entries()) {
    await spotter.expect(wavOf(speech));
    for (const loudness of [1, 0.3, 0.1]) {
      // the room begins at any place within a frame
      const heard = noisy(
        new Float32Array(speech.length + 333 * at).map((_, place) => loudness * (speech[place - 333 * at] ?? 0)),
        25,
        at + 1,
      );
      const startedAt = performance.now();
      const { hitsMs } = await run(spotter, heard);
      workMs += performance.now() - startedAt;
      durationMs += heard.length / PER_MS;
      alarms.push(...hitsMs.map((ms) => `${at} ${loudness} ${Math.round(ms)}`));
    }
  }
  return {
    ...NO_PROCESS,
    name: 'hearing: stop, false alarms over our own voice',
    value: `${alarms.length} in ${(durationMs / 60_000).toFixed(1)} min, ${Math.round((1000 * workMs) / durationMs)} ms of work a second`,
    target: 'at most 1 in 4 min',
    isKept: alarms.length <= durationMs / 240_000,
    data: { alarms, durationMs, workMs },
  };
}

async function spotted(spotter: StopSpotter, own: readonly Float32Array[], echo: number, host: NodeHost, half: Half): Promise<Figure> {
  const latenciesMs: number[] = [];
  const missed: string[] = [];
  for (const [at, [voice, wordsPerMinute]] of VOICES[half].fr.entries()) {
    const said = SAID.fr.stop.map(locales.fr.aloud);
    for (const [place, sound] of (await espeakVoice(voice, wordsPerMinute).speak(said, host, never)).entries()) {
      const word = prepared(sound)?.samples.slice(PADDING, -PADDING) ?? sound;
      const speech = own[(at + place) % own.length] ?? word;
      const startMs = 900 + 377 * place + 131 * at;
      const heard = noisy(over(speech, word, startMs, echo), 30, at + 1);
      await spotter.expect(wavOf(speech));
      const { hitsMs } = await run(spotter, heard);
      // what is cut to what was said has 50 ms behind it
      const endMs = startMs + word.length / PER_MS - 50;
      const hit = hitsMs.find((ms) => ms > startMs && ms < endMs + 500);
      if (hit === undefined) missed.push(`${voice}: ${said[place]}`);
      else latenciesMs.push(hit - endMs);
    }
  }
  const total = latenciesMs.length + missed.length;
  const share = latenciesMs.length / total;
  return {
    ...NO_PROCESS,
    name: `hearing: stop, our own voice ${echo === 0 ? 'not in the microphone' : `${Math.round(-20 * Math.log10(echo))} dB below the user's`}`,
    value: `${latenciesMs.length} of ${total}, ${Math.round(median(latenciesMs))} ms after its end, at most ${Math.round(Math.max(...latenciesMs))}`,
    target: echo === 0 ? '90 %, 120 ms' : '–',
    isKept: echo > 0 || (share >= 0.9 && median(latenciesMs) <= 120),
    data: { latenciesMs, missed },
  };
}

/** The user over us, as far as the microphone can tell them apart; both are as loud as speech is wont to be. */
function over(speech: Float32Array, word: Float32Array, startMs: number, echo: number): Float32Array {
  const start = startMs * PER_MS;
  const loudness = 0.08 / Math.sqrt(speech.reduce((sum, sample) => sum + sample * sample, 0) / speech.length);
  return new Float32Array(start + word.length + 600 * PER_MS).map(
    (_, at) => echo * loudness * (speech[at] ?? 0) + (at < start ? 0 : (word[at - start] ?? 0)),
  );
}

async function run(spotter: StopSpotter, heard: Float32Array) {
  spotter.reset();
  const hitsMs: number[] = [];
  for (let at = 0; at + FRAME_SAMPLES <= heard.length; at += FRAME_SAMPLES)
    if (await spotter.hear(heard.subarray(at, at + FRAME_SAMPLES))) hitsMs.push((at + FRAME_SAMPLES) / PER_MS);
  return { hitsMs };
}

const NO_PROCESS = { cpuMs: null, ratio: null, dominated: null } as const;
