import { ProbeError } from '../../audit/define.ts';
import { energyGate } from './energy-gate.ts';
import { type Model, openModel, type Tensor } from './onnx.ts';
import { FRAME_SAMPLES, RATE_HZ } from './sound-source.ts';

/** Tells speech from what is none, frame by frame of one sound. */
export interface VoiceActivity {
  /** `energy` knows loud from quiet alone: a door is speech to it. */
  readonly id: 'silero' | 'energy';
  /** The probability, 0–1, that somebody speaks in this frame of {@link FRAME_SAMPLES}; one at a time. */
  hear(frame: Float32Array): Promise<number>;
  /** Another sound begins. */
  reset(): void;
  close(): Promise<void>;
}

const MODEL = '@ricky0123/vad-web/dist/silero_vad_v5.onnx';
/** Of the frame before, which version 5 of the model wants in front of each. */
const CONTEXT_SAMPLES = 64;
const STATE_SHAPE = [2, 1, 128] as const;

/** Silero, where its packages are installed; else a gate of loudness, which is better than to hear nothing. */
export async function openVoiceActivity(): Promise<VoiceActivity> {
  try {
    return await openSilero();
  } catch (error) {
    if (error instanceof ProbeError && error.code === 'missing-tool') return energyGate();
    throw error;
  }
}

/** Rejects with a `ProbeError` where its packages are not installed. */
export async function openSilero(): Promise<VoiceActivity> {
  const model = await openModel(MODEL);
  const { session, Tensor: TensorOf } = model;
  const rate = new TensorOf('int64', BigInt64Array.of(BigInt(RATE_HZ)), []);
  const input = new Float32Array(CONTEXT_SAMPLES + FRAME_SAMPLES);
  let state = emptyState(model);
  const reset = () => {
    state.dispose();
    state = emptyState(model);
    input.fill(0);
  };
  return {
    id: 'silero',
    async hear(frame) {
      input.set(frame, CONTEXT_SAMPLES);
      const heard = new TensorOf('float32', input, [1, input.length]);
      const { output, stateN } = (await session.run({ input: heard, state, sr: rate })) as Readonly<Record<'output' | 'stateN', Tensor>>;
      input.copyWithin(0, FRAME_SAMPLES);
      const probability = Number(output.data[0]);
      for (const done of [heard, state, output]) done.dispose();
      state = stateN;
      return probability;
    },
    reset,
    async close() {
      state.dispose();
      rate.dispose();
      await session.release();
    },
  };
}

function emptyState({ Tensor: TensorOf }: Model): Tensor {
  return new TensorOf('float32', new Float32Array(2 * 128), STATE_SHAPE);
}
