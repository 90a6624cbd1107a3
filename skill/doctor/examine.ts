import { orAborted } from '../host/abort.ts';
import { toFailure } from '../host/failures.ts';
import type { Check, CheckId, Diagnosis, Patient } from './check.ts';
import { checks as all } from './checks/all.ts';

/** No check may hold the others: what has not answered by then is unknown. */
const CHECK_MS = 3_000;

export interface Examined extends Diagnosis {
  readonly check: CheckId;
}

/** Every check at once, each for at most three seconds. Rejects only when `signal` aborts. */
export async function examine(
  patient: Patient,
  signal: AbortSignal,
  checks: readonly Check[] = all,
  checkMs = CHECK_MS,
): Promise<readonly Examined[]> {
  const found = await Promise.all(checks.map((check) => one(check, patient, checkMs, signal)));
  signal.throwIfAborted();
  return found.flat();
}

async function one(check: Check, patient: Patient, ms: number, signal: AbortSignal): Promise<readonly Examined[]> {
  const inTime = patient.host.deadline(ms, signal);
  try {
    const diagnoses = await orAborted(inTime, () => check.look(patient, inTime));
    return diagnoses.map((diagnosis) => ({ ...diagnosis, check: check.id }));
  } catch (error) {
    const { code } = toFailure(error);
    return [{ check: check.id, state: 'unknown', note: { id: 'unanswered', values: { failure: code } }, command: null }];
  }
}
