import { type Check, type Diagnosis, fine } from '../check.ts';
import { bring } from '../packages.ts';

const ON_LINUX = ['ss', 'smartctl', 'getent', 'openssl', 'curl'] as const;
const ELSEWHERE = ['smartctl', 'openssl', 'curl'] as const;
export type Tool = (typeof ON_LINUX)[number];

/** Programs that some readings, or the commands that verify a finding, call. */
export const tools: Check = {
  id: 'tools',
  async look({ host, files, packages }, signal) {
    const wanted: readonly Tool[] = host.platform === 'linux' ? ON_LINUX : ELSEWHERE;
    const found = await Promise.all(wanted.map((name) => files.program(name, signal)));
    const present = wanted.filter((_, index) => found[index] !== null);
    const absent = wanted.filter((_, index) => found[index] === null);
    return [
      ...absent.map((tool): Diagnosis => ({ state: 'optional', note: { id: 'toolMissing', values: { tool } }, ...bring(packages, tool) })),
      ...(present.length > 0 ? [fine({ id: 'toolsFine', values: { tools: present } })] : []),
    ];
  },
};
