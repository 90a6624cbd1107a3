import { type FailureCode, ProbeError } from '../audit/define.ts';
import type { HttpResponse } from '../host/host.ts';

/** Throws the failure that a status tells; a redirect that the host did not follow is one too. */
export function refuseStatus({ status }: Pick<HttpResponse, 'status'>) {
  if (status >= 200 && status < 300) return;
  throw new ProbeError(BY_STATUS[status] ?? 'bad-status', `HTTP ${status}`);
}

const BY_STATUS: Readonly<Record<number, FailureCode>> = {
  401: 'denied',
  403: 'denied',
  404: 'not-found',
  429: 'rate-limited',
};
