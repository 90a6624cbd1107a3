import { type Check, fine } from '../check.ts';
import { bring } from '../packages.ts';

const LEAST = [24, 12] as const;

/** From this version on Node runs the program as it is. */
export const node: Check = {
  id: 'node',
  async look({ nodeVersion, packages }) {
    const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
    if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return [fine({ id: 'nodeFine', values: { version: nodeVersion } })];
    const { command } = bring(packages, 'node');
    return [
      {
        state: 'missing',
        note: { id: 'nodeOld', values: { version: nodeVersion, least: LEAST.join('.') } },
        // where the system's own is older, npm carries one
        command: command ?? 'npm install --global node@24',
      },
    ];
  },
};
