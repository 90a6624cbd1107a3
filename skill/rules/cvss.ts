import type { RuleCode } from '../audit/define.ts';

/** CVSS v3.1 base vectors of what a rule finds, for the case that it names; a score is computed from them, never written. */
export const VECTORS = {
  /** Whoever is in the container is root on the machine: local, changed scope. 8.8. */
  'DOCKER-008': 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H',
} as const satisfies Partial<Record<RuleCode, string>>;
