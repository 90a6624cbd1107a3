import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-web/wasm';
import { ProbeError } from '../../audit/define.ts';

/** A model, and how its inputs are made. */
export interface Model {
  readonly session: InferenceSession;
  readonly Tensor: TensorConstructor;
}
export type { Tensor };

/** Opens a model that an optional package carries, by its place in it. Rejects with a `ProbeError` where that is not installed. */
export async function openModel(place: string, altered: (bytes: Buffer) => Buffer = (bytes) => bytes): Promise<Model> {
  const { InferenceSession: Session, Tensor, env } = await runtime();
  // one recogniser at a time: threads would cost more to start than they save
  env.wasm.numThreads = 1;
  const session = await Session.create(altered(await readFile(installed(place))));
  return { session, Tensor };
}

/** As WebAssembly: nothing is compiled or downloaded while it is installed. */
async function runtime() {
  try {
    return await import('onnxruntime-web/wasm');
  } catch (error) {
    throw missing('onnxruntime-web', error);
  }
}

function installed(place: string): string {
  try {
    return createRequire(import.meta.url).resolve(place);
  } catch (error) {
    throw missing(PACKAGE.exec(place)?.[0] ?? place, error);
  }
}

/** With its scope, where it has one. */
const PACKAGE = /^(?:@[^/]+\/)?[^/]+/;

function missing(name: string, cause: unknown): ProbeError {
  return new ProbeError('missing-tool', `the npm package ${name} is not installed`, { cause });
}
