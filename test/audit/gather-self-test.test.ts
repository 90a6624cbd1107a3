import { expect, test } from 'vitest';
import { namesOf, selfTest } from '../../skill/audit/self-test.ts';
import { realHost, timed } from '../support/gathering.ts';

const NEVER = new AbortController().signal;
const inventoryOf = (...targets: readonly object[]) => ({
  source: 'file' as const,
  cluster: { name: 'test', version: '1' },
  targets: targets.map((target, index) => ({ id: `T${index}`, kind: 'lmstudio', ...target })),
});

test('without names there is nothing to resolve', async () => {
  const facts = await selfTest(
    inventoryOf({ url: 'http://127.0.0.1:1234' }, { url: 'http://[::1]:1234' }, { host: '10.0.0.1' }, {}),
    realHost(),
    NEVER,
  );
  expect(facts.names).toEqual({});
  expect(facts).toMatchObject({ clockPlausible: true, platform: process.platform, hostname: expect.any(String) });
});

test('each name is told once, resolved or failed', async () => {
  const inventory = inventoryOf(
    { url: 'http://localhost:1' },
    { url: 'http://localhost:2' },
    { url: 'http://nope.invalid' },
    { host: 'nope.invalid' },
  );
  const { value, ms } = await timed(() => selfTest(inventory, realHost(), NEVER));
  expect(value.names).toEqual({ localhost: 'resolved', 'nope.invalid': 'failed' });
  expect(ms).toBeLessThan(2_250);
});

test('a name that looks like an option is a name that fails', async () => {
  expect((await selfTest(inventoryOf({ host: '--help' }), realHost(), NEVER)).names).toEqual({ '--help': 'failed' });
});

test('an aborted self-test says that nothing could be resolved', async () => {
  const { value, ms } = await timed(() => selfTest(inventoryOf({ host: 'nope.invalid' }), realHost(), AbortSignal.abort()));
  expect(value.names).toEqual({ 'nope.invalid': 'failed' });
  expect(ms).toBeLessThan(250);
});

test.each([
  [{ url: 'http://m1.lan:1234/v1' }, ['m1.lan']],
  [{ url: 'http://user:pass@m1.lan' }, ['m1.lan']],
  [{ url: 'nonsense' }, []],
  [{ url: 7, host: null }, []],
  [{ host: '' }, []],
] as const)('%j names %j', (target, names) => {
  expect(namesOf({ id: 'T', kind: 'lmstudio', ...target })).toEqual(names);
});
