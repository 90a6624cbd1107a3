import { inspect } from 'node:util';
import { ZodError } from 'zod';
import { type Failure, type FailureCode, ProbeError } from '../audit/define.ts';
import { errorCode } from '../error-code.ts';

const DETAIL_LENGTH = 300;
const DEEPEST_CAUSE = 8;

/** Gives whatever was thrown its closed code, by walking the `cause` chain once; what nobody foresaw is a `bug`. */
export function toFailure(error: unknown): Failure {
  for (const link of causes(error)) {
    const code = codeOf(link);
    if (code) return { code, detail: detailOf(link) };
  }
  return { code: 'bug', detail: detailOf(error) };
}

/** The same as a `ProbeError`, for code inside the host that rethrows. */
export function toProbeError(error: unknown): ProbeError {
  if (error instanceof ProbeError) return error;
  const { code, detail } = toFailure(error);
  return new ProbeError(code, detail, { cause: error });
}

function* causes(error: unknown): Generator<unknown> {
  let link = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && link !== undefined && link !== null; depth += 1) {
    yield link;
    // a happy-eyeballs attempt hides one error per address
    if (link instanceof AggregateError) yield* link.errors.slice(0, DEEPEST_CAUSE);
    link = link instanceof Error ? link.cause : undefined;
  }
}

function codeOf(error: unknown): FailureCode | null {
  if (error instanceof ProbeError) return error.code;
  if (error instanceof ZodError) return 'malformed';
  if (!(error instanceof Error)) return null;
  // the name first: a DOMException's code is a number
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const code = errorCode(error);
  return BY_CODE[code] ?? byPattern(code) ?? BY_NAME[error.name] ?? null;
}

const BY_CODE: Readonly<Record<string, FailureCode>> = {
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_ABORTED: 'timeout',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNABORTED: 'reset',
  UND_ERR_SOCKET: 'reset',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  ELOOP: 'malformed',
  ENAMETOOLONG: 'malformed',
  ESTALE: 'unreachable',
  ENOTCONN: 'unreachable',
  EIO: 'bad-status',
  EISDIR: 'malformed',
  EPROTO: 'tls',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  HPE_HEADER_OVERFLOW: 'too-large',
};

/** undici's parser gives its errors no code. */
const BY_NAME: Readonly<Record<string, FailureCode>> = { HTTPParserError: 'malformed' };

function byPattern(code: string): FailureCode | null {
  if (
    /^(ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/.test(
      code,
    )
  )
    return 'tls';
  if (/^(HPE_|UND_ERR_RES_CONTENT_LENGTH)/.test(code)) return 'malformed';
  return null;
}

function detailOf(error: unknown): string {
  if (error instanceof ZodError) {
    const issue = error.issues[0];
    return `unexpected shape at ${issue?.path.join('.') || 'the root'}: ${issue?.message ?? ''}`.slice(0, DETAIL_LENGTH);
  }
  const said: unknown = error instanceof Error ? error.message || error.name : error;
  // `inspect` because not everything that is thrown can be made a string
  const text = typeof said === 'string' ? said : inspect(said, { depth: 0, breakLength: Number.POSITIVE_INFINITY });
  return text.slice(0, DETAIL_LENGTH);
}
