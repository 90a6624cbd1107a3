import { isClockPlausible } from '../../audit/self-test.ts';
import { toFailure } from '../../host/failures.ts';
import { readClock } from '../../probes/host/clock.ts';
import { type Check, fine } from '../check.ts';

/** A wrong clock makes every age and every certificate wrong. */
export const clock: Check = {
  id: 'clock',
  async look({ host, files, packages }, signal) {
    const hasTool = (await files.program('timedatectl', signal)) !== null;
    const command = hasTool ? packages.asRoot('timedatectl set-ntp true') : null;
    if (!isClockPlausible(host.clock()))
      return [{ state: 'missing', note: { id: 'clockWrong', values: { year: host.clock().getFullYear() } }, command }];
    if (host.platform !== 'linux' || !hasTool) return [fine({ id: 'clockPlausible', values: {} })];
    try {
      const piece = await readClock(host, signal);
      const isSynchronized = 'value' in piece ? piece.value?.synchronized : undefined;
      if (isSynchronized === undefined) return [fine({ id: 'clockPlausible', values: {} })];
      return [
        isSynchronized ? fine({ id: 'clockFine', values: {} }) : { state: 'optional', note: { id: 'clockFree', values: {} }, command },
      ];
    } catch (error) {
      signal.throwIfAborted();
      return [{ state: 'unknown', note: { id: 'unanswered', values: { failure: toFailure(error).code } }, command: 'timedatectl' }];
    }
  },
};
