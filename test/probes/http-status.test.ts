import { expect, test } from 'vitest';
import { refuseStatus } from '../../skill/probes/http-status.ts';

test.each([
  [401, 'denied'],
  [403, 'denied'],
  [404, 'not-found'],
  [429, 'rate-limited'],
  [400, 'bad-status'],
  [500, 'bad-status'],
  [503, 'bad-status'],
  [302, 'bad-status'],
] as const)('status %i is %s', (status, code) => {
  expect(() => refuseStatus({ status })).toThrow(expect.objectContaining({ code }));
});

test.each([200, 204, 299])('status %i is no failure', (status) => {
  expect(() => refuseStatus({ status })).not.toThrow();
});
