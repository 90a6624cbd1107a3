import { expect, test } from 'vitest';
import { z } from 'zod';
import { FAILURE_CODES, ProbeError } from '../../skill/audit/define.ts';
import { toFailure, toProbeError } from '../../skill/host/failures.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['timeout', ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']],
  ['refused', ['ECONNREFUSED']],
  ['reset', ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']],
  ['unreachable', ['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']],
  ['dns', ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']],
  [
    'tls',
    [
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
  ],
  [
    'tls',
    [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'EPROTO',
      'INVALID_CA',
      'INVALID_PURPOSE',
      'PATH_LENGTH_EXCEEDED',
      'CRL_HAS_EXPIRED',
      'ERR_OSSL_EVP_UNSUPPORTED',
    ],
  ],
  ['denied', ['EACCES', 'EPERM']],
  ['not-found', ['ENOENT', 'ENOTDIR']],
  ['malformed', ['HPE_INVALID_CONSTANT', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'EISDIR']],
  ['too-large', ['UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW', 'UND_ERR_RES_EXCEEDED_MAX_SIZE']],
  ['bug', ['ERR_INVALID_ARG_TYPE', '', 'EMFILE']],
] as const)('%s is what %j are', (code, theirs) => {
  expect(theirs.map((their) => toFailure(coded(their)).code)).toEqual(theirs.map(() => code));
});

test('the name of a DOMException counts, not its number', () => {
  expect(toFailure(new DOMException('late', 'TimeoutError')).code).toBe('timeout');
  expect(toFailure(new DOMException('stop', 'AbortError')).code).toBe('timeout');
});

test('the cause is found behind wrappers, and behind one error per address', () => {
  expect(toFailure(new TypeError('fetch failed', { cause: coded('ECONNREFUSED') })).code).toBe('refused');
  expect(toFailure(new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')])).code).toBe('refused');
  expect(toFailure(new ProbeError('wrong-product', 'x', { cause: coded('ECONNREFUSED') })).code).toBe('wrong-product');
});

test('a shape that is refused says where', () => {
  const { error } = z.object({ a: z.object({ b: z.string() }) }).safeParse({ a: { b: 1 } });
  expect(toFailure(error)).toMatchObject({ code: 'malformed', detail: expect.stringMatching(/at a\.b: /) });
});

test('a ProbeError stays itself, anything else becomes one with its cause', () => {
  const own = new ProbeError('tls', 'x');
  const theirs = coded('EPIPE');
  expect(toProbeError(own)).toBe(own);
  expect(toProbeError(theirs)).toMatchObject({ name: 'ProbeError', code: 'reset', cause: theirs });
  expect(FAILURE_CODES).toContain(toProbeError(undefined).code);
});
