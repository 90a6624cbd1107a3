import { expect, test } from 'vitest';
import { scopeOf } from '../../skill/probes/network-scope.ts';

test.each([
  ['http://127.0.0.1:1234', 'loopback'],
  ['http://127.8.9.1', 'loopback'],
  ['http://[::1]:1234', 'loopback'],
  ['http://0.0.0.0:1234', 'loopback'],
  ['http://[::ffff:127.0.0.1]:1234', 'loopback'],
  ['http://10.255.0.1', 'lan'],
  ['http://172.16.0.1', 'lan'],
  ['http://172.31.255.255', 'lan'],
  ['http://192.168.1.26:1234', 'lan'],
  ['http://169.254.3.4', 'lan'],
  ['http://100.64.0.1', 'lan'],
  ['http://100.127.255.255', 'lan'],
  ['http://[fd00::2]:1234', 'lan'],
  ['http://[fe80::1]:1234', 'lan'],
  ['http://[::ffff:192.168.1.26]', 'lan'],
  ['http://tour:1234', 'lan'],
  ['http://tour.local', 'lan'],
  ['http://TOUR.LAN./', 'lan'],
  ['http://nas.home.arpa', 'lan'],
  ['http://a.internal', 'lan'],
  ['http://172.32.0.1', 'wan'],
  ['http://172.15.0.1', 'wan'],
  ['http://100.128.0.1', 'wan'],
  ['http://11.0.0.1', 'wan'],
  ['http://[2001:db8::1]', 'wan'],
  ['https://llm.example.org', 'wan'],
  ['https://notlocal', 'lan'],
  ['https://x.notlocal', 'wan'],
] as const)('%s is %s', (url, scope) => {
  expect(scopeOf(url)).toBe(scope);
});
