import type { FailureCode } from '../audit/define.ts';
import { toFailure } from '../host/failures.ts';
import type { Host } from '../host/host.ts';
import { parseApiJson } from './api-json.ts';
import { cut } from './cut.ts';
import { refuseStatus } from './http-status.ts';
import type { Inference } from './node-facts.ts';

const MOST_MS = 5_000;

/** One minimal prompt, ready to be sent. */
export interface Prompt {
  readonly model: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Throws when the answer is not one. */
  measure(answer: unknown): Pace;
}

export interface Pace {
  readonly firstTokenMs: number | null;
  readonly tokensPerSecond: number | null;
}

/** Sends the prompt once. Its failure is a value: a model that does not answer must not lose the list. */
export async function tryPrompt(
  prompt: Prompt,
  credentials: Readonly<Record<string, string>>,
  leftMs: number,
  host: Host,
  signal: AbortSignal,
): Promise<Inference> {
  const model = cut(prompt.model);
  if (leftMs <= 0) return failed(model, 'timeout');
  try {
    const answer = await host.request(
      prompt.url,
      { method: 'POST', headers: { ...credentials, 'content-type': 'application/json' }, body: JSON.stringify(prompt.body) },
      host.deadline(Math.min(MOST_MS, leftMs), signal),
    );
    refuseStatus(answer);
    return { model, ok: true, totalMs: answer.durationMs, failure: null, ...prompt.measure(parseApiJson(answer.body)) };
  } catch (error) {
    return failed(model, toFailure(error).code);
  }
}

function failed(model: string, failure: FailureCode): Inference {
  return { model, ok: false, totalMs: null, firstTokenMs: null, tokensPerSecond: null, failure };
}
