import { createListener } from '../../skill/voice/hearing/listener.ts';
import { FRAME_MS, type SoundSource } from '../../skill/voice/hearing/sound-source.ts';
import { randomFrom } from './random.ts';
import { framesIn, normal, quiet, scene, spoken } from './speech.ts';

/** What listening to a quiet room for so long costs, and whether somebody who speaks at its end is heard. */
export interface Silence {
  readonly minutes: number;
  /** After the first twelfth of it, and at its end, all garbage collected. */
  readonly heapKiB: readonly [number, number];
  readonly rssMiB: readonly [number, number];
  readonly cpuMs: number;
  /** Sentences heard in the silence, and after it. */
  readonly heard: readonly [number, number];
}

/** Of full scale: some steps of the sixteen bits. */
const ROOM = 0.0003;
const FRAMES_A_MINUTE = 60_000 / FRAME_MS;

// a program of its own: <minutes of silence>; started with --expose-gc
const minutes = Number(process.argv[2]);
const random = randomFrom(1);
const minute = [...framesIn(quiet(60_000).map(() => ROOM * normal(random)))];
const sentence = [...framesIn(scene([spoken('Jarvis, audit système'), 1_000]).samples)];
const room: SoundSource = {
  id: 'room',
  isHurried: true,
  async *open() {
    for (let count = 0; count < minutes; count += 1) yield* minute;
    yield* sentence;
  },
};
const held: { readonly heapKiB: number; readonly rssMiB: number }[] = [];
const heard: [number, number] = [0, 0];
let frames = 0;
const before = process.cpuUsage();
for await (const { type } of createListener(room).hear(new AbortController().signal)) {
  if (type === 'frame') frames += 1;
  if (type === 'frame' && (frames === Math.round((minutes * FRAMES_A_MINUTE) / 12) || frames === Math.floor(minutes * FRAMES_A_MINUTE)))
    look();
  if (type === 'speech-ended') heard[frames > minutes * FRAMES_A_MINUTE ? 1 : 0] += 1;
}
const { user, system } = process.cpuUsage(before);
const [first, last] = held;
process.stdout.write(
  JSON.stringify({
    minutes,
    heapKiB: [first?.heapKiB ?? 0, last?.heapKiB ?? 0],
    rssMiB: [first?.rssMiB ?? 0, last?.rssMiB ?? 0],
    cpuMs: (user + system) / 1000,
    heard,
  } satisfies Silence),
);

function look() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  held.push({ heapKiB: heapUsed / 1024, rssMiB: rss / 2 ** 20 });
}
