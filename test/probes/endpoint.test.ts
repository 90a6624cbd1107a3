import { expect, test } from 'vitest';
import { endpointOf } from '../../skill/probes/endpoint.ts';

test('trailing slashes, query and fragment are no part of the base', () => {
  expect(endpointOf({ url: 'http://127.0.0.1:1234/lm//?a=1#b' }).base).toBe('http://127.0.0.1:1234/lm');
});

test('a token is sent as Bearer, without the newline that its file ended in', () => {
  expect(endpointOf({ url: 'http://127.0.0.1:1234', token: 'abc\n' }).credentials).toEqual({ authorization: 'Bearer abc' });
});

test('user and password leave the URL and are sent as Basic', () => {
  expect(endpointOf({ url: 'http://me:p%40ss@127.0.0.1:1234/' })).toEqual({
    base: 'http://127.0.0.1:1234',
    credentials: { authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}` },
  });
});

test('a token wins over user and password', () => {
  expect(endpointOf({ url: 'http://me:pass@127.0.0.1:1234', token: 'abc' }).credentials).toEqual({ authorization: 'Bearer abc' });
});

test('a blank token is none', () => {
  expect(endpointOf({ url: 'http://127.0.0.1:1234', token: ' ' }).credentials).toEqual({});
});

test('a password with a stray percent sign is sent as it stands', () => {
  const { credentials } = endpointOf({ url: 'http://me:50%@127.0.0.1:1234' });
  expect(credentials).toEqual({ authorization: `Basic ${Buffer.from('me:50%').toString('base64')}` });
});

test('a token that no header can carry is denied, and not repeated', () => {
  expect(() => endpointOf({ url: 'http://127.0.0.1:1234', token: 'sé\ncret' })).toThrow(
    expect.objectContaining({ code: 'denied', message: expect.not.stringContaining('cret') }),
  );
});
