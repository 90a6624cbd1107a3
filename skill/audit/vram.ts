import type { Model } from '../probes/node-facts.ts';

/**
 * Inference takes about 1.2 times the memory of the weights, the KV cache and the engine's buffers included
 * (EleutherAI, « Transformer Math 101 », 2023). The file on disk stands for the weights.
 */
const OVERHEAD = 1.2;
const BYTES_PER_MIB = 2 ** 20;

/** MiB that a loaded local model would take if all of it sat in video memory; null where it was measured, or where nothing tells its size. */
export function vramEstimateMiB({ loaded, cloud, sizeBytes, vramMiB }: Model): number | null {
  if (loaded !== true || cloud || vramMiB !== null || sizeBytes === null) return null;
  return Math.round((sizeBytes * OVERHEAD) / BYTES_PER_MIB);
}
