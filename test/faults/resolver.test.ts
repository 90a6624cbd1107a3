import { describe, expect, test } from 'vitest';
import { canUnshare, underDeadResolver } from '../support/dead-resolver.ts';
import { figure, gatherInChild, LATE_MS, nodeAt } from '../support/gathering.ts';

const DEADLINE_MS = 2_500;
const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => nodeAt(`http://${prefix}${index}.test:9`, `${prefix.toUpperCase()}${index}`));
const HOST = { id: 'HOST', kind: 'host' };

describe.skipIf(!canUnshare())('with a name server that does not answer (needs unshare)', () => {
  test('the audit ends in time, this machine is read, and the process goes', async () => {
    const { outcomes, names, ms, exitMs } = await gatherInChild(
      { targets: [...named('dead', 10), HOST], deadlineMs: DEADLINE_MS },
      { under: underDeadResolver() },
    );
    figure(`dead resolver | ${JSON.stringify(outcomes)} | ${Math.round(ms)} ms | gone after ${exitMs} ms`);
    expect(outcomes).toEqual({ ...Object.fromEntries(named('dead', 10).map(({ id }) => [id, 'timeout'])), HOST: 'ok' });
    expect(new Set(Object.values(names))).toEqual(new Set(['failed']));
    expect(ms).toBeLessThan(DEADLINE_MS + LATE_MS);
    expect(exitMs).toBeLessThan(1_000);
  }, 40_000);

  test.each(['close', 'exit'] as const)(
    'told to stop amid ten names, the process goes (%s)',
    async (leave) => {
      const { rejected, ms, exitMs } = await gatherInChild(
        { targets: named('dead', 10), deadlineMs: 30_000, abortAfterMs: 300, leave },
        { under: underDeadResolver() },
      );
      figure(`dead resolver, abort, ${leave} | ${Math.round(ms)} ms | gone after ${exitMs} ms`);
      expect(rejected).toBe('Error: stop');
      expect(ms).toBeLessThan(200);
      expect(exitMs).toBeLessThan(1_000);
    },
    60_000,
  );

  test('names that nobody answers for do not make the good ones look bad', async () => {
    const { outcomes, names } = await gatherInChild(
      { targets: [...named('dead', 6), ...named('good', 3)], deadlineMs: DEADLINE_MS },
      { under: underDeadResolver() },
    );
    figure(`half-dead resolver | ${JSON.stringify(outcomes)} ${JSON.stringify(names)}`);
    expect(names).toMatchObject({ 'good0.test': 'resolved', 'good1.test': 'resolved', 'good2.test': 'resolved', 'dead0.test': 'failed' });
    expect(outcomes).toMatchObject({ GOOD0: 'refused', GOOD1: 'refused', GOOD2: 'refused', DEAD0: 'timeout' });
  }, 40_000);
});
