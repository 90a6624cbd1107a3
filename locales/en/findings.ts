import type { Locale } from '../locale.ts';
import { architecture } from './findings/architecture.ts';
import { common } from './findings/common.ts';
import { gpu } from './findings/gpu.ts';
import { network } from './findings/network.ts';
import { nodes } from './findings/nodes.ts';
import { system } from './findings/system.ts';

/** The words of every finding, as the French ones. */
export const findings: Locale['findings'] = { ...common, ...nodes, ...gpu, ...system, ...network, ...architecture };
