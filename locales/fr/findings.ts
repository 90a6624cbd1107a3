import { architecture } from './findings/architecture.ts';
import { common } from './findings/common.ts';
import { gpu } from './findings/gpu.ts';
import { network } from './findings/network.ts';
import { nodes } from './findings/nodes.ts';
import { system } from './findings/system.ts';

/** The words of every finding, by message. A new rule adds its sentences to the file of its section; the compiler asks for the English ones. */
export const findings = { ...common, ...nodes, ...gpu, ...system, ...network, ...architecture } as const;
