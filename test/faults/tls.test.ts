import type { Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lmstudio } from '../../skill/probes/lmstudio.ts';
import { hasOpenssl, makeCertificates } from '../support/certificates.ts';
import { startEager } from '../support/eager-server.ts';
import { figure, gatherAll, LATE_MS, nodeAt, timed } from '../support/gathering.ts';
import { answering, startHostile } from '../support/hostile-server.ts';

const LIST = '{"models":[]}';
const failureAt = async (url: string, timeoutMs = 1_000) => {
  const { value, ms } = await timed(() => gatherAll([nodeAt(url, 'M1', timeoutMs)], [lmstudio], { mode: 'quick' }));
  const reading = value.readings.get('M1');
  figure(`tls ${JSON.stringify(reading && 'failure' in reading ? reading.failure : 'ok')} ${Math.round(ms)} ms`);
  return { failure: reading?.ok ? 'ok' : reading?.failure, ms };
};

describe.skipIf(!hasOpenssl())('TLS, with certificates that openssl makes', () => {
  const certificates = hasOpenssl() ? makeCertificates() : null;

  /** The test's own authority is trusted until the test ends. */
  function trusting() {
    if (!certificates) throw new Error('no openssl');
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, certificates.authority]);
    onTestFinished(() => setDefaultCACertificates(before));
    return certificates;
  }

  test('a good certificate lets the node be read', async () => {
    const { good } = trusting();
    const server = await startHostile(answering(LIST), { tls: good });
    expect((await failureAt(server.url)).failure).toBe('ok');
  });

  test.each([
    ['selfSigned', /self-signed/],
    ['expired', /expired/],
    ['notYet', /not yet valid/],
    ['wrongHost', /does not match/],
    ['unknown', /unable to verify/],
  ] as const)('a certificate that is %s is a failure of TLS that says so, and no request is sent', async (name, says) => {
    const server = await startHostile(answering(LIST), { tls: trusting()[name] });
    const { failure, ms } = await failureAt(server.url);
    expect(failure).toEqual({ code: 'tls', detail: expect.stringMatching(says) });
    expect(server.requests).toEqual([]);
    expect(ms).toBeLessThan(LATE_MS);
  });

  test('a server that knows only TLS 1.0 is a failure of TLS', async () => {
    const { good } = trusting();
    const tls = { ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
    const server = await startHostile(answering(LIST), { tls });
    expect((await failureAt(server.url)).failure).toMatchObject({ code: 'tls' });
  });

  test('HTTP spoken to a TLS server is no answer of LM Studio', async () => {
    const server = await startHostile(answering(LIST), { tls: trusting().good });
    const { failure } = await failureAt(server.url.replace('https', 'http'));
    expect(['reset', 'malformed']).toContain(failure && typeof failure === 'object' && failure.code);
  });
});

test.each([
  ['answers in HTTP', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'), 'tls'],
  ['says nothing', () => {}, 'timeout'],
  ['hangs up', (socket: Socket) => socket.end(), 'reset'],
  ['resets', (socket: Socket) => socket.resetAndDestroy(), 'reset'],
] as const)('TLS spoken to a server that %s', async (_, behave, code) => {
  const port = await startEager(behave);
  const { failure, ms } = await failureAt(`https://127.0.0.1:${port}`, 600);
  expect(failure).toMatchObject({ code });
  expect(ms).toBeLessThan(600 + LATE_MS);
});
