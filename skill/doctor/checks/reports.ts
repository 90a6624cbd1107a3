import { dirname, resolve, sep } from 'node:path';
import { quoted } from '../../rules/shell.ts';
import { invocation } from '../../tool.ts';
import { type Check, fine } from '../check.ts';

/** A thousand reports. */
const LEAST_BYTES = 200 * 1024 * 1024;

/** Whether a report can be kept, and has room. */
export const reports: Check = {
  id: 'reports',
  async look({ out, files, host }, signal) {
    let place = resolve(out);
    while (!(await files.exists(place, signal)) && dirname(place) !== place) place = dirname(place);
    // the dot: a file in its place is no folder, though it can be written
    if (!(await files.isWritable(`${place}${sep}.`, signal)))
      return [{ state: 'missing', note: { id: 'reportsDenied', values: { folder: out } }, command: `${invocation} --out ~/jarvis-audits` }];
    const { availableBytes } = await host.statfs(place, signal);
    if (availableBytes < LEAST_BYTES)
      return [
        {
          state: 'missing',
          note: { id: 'reportsNoRoom', values: { folder: out, bytes: availableBytes } },
          command: `df -h ${quoted(place)}`,
        },
      ];
    return [fine({ id: 'reportsFine', values: { folder: out, bytes: availableBytes } })];
  },
};
