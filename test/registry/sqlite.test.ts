import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withoutNotice } from '../../skill/registry/sqlite.ts';

it('what Node calls experimental is not told to whoever registers, and every other warning is', async () => {
  const heard: string[] = [];
  const listen = ({ message }: Error) => heard.push(message);
  process.on('warning', listen);
  const loaded = withoutNotice(() => {
    process.emitWarning('SQLite is an experimental feature and might change at any time', 'ExperimentalWarning');
    process.emitWarning('something else', 'ExperimentalWarning');
    return 'loaded';
  });
  process.emitWarning('SQLite is an experimental feature, later', 'ExperimentalWarning');
  await setImmediate();
  process.off('warning', listen);
  expect(loaded).toBe('loaded');
  expect(heard).toEqual(['something else', 'SQLite is an experimental feature, later']);
});
