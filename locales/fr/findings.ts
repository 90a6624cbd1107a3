import { architecture } from './findings/architecture.ts';
import { common } from './findings/common.ts';
import { compose } from './findings/compose.ts';
import { containers } from './findings/containers.ts';
import { data } from './findings/data.ts';
import { files } from './findings/files.ts';
import { gpu } from './findings/gpu.ts';
import { network } from './findings/network.ts';
import { nodes } from './findings/nodes.ts';
import { observability } from './findings/observability.ts';
import { secrets } from './findings/secrets.ts';
import { services } from './findings/services.ts';
import { sqlite } from './findings/sqlite.ts';
import { system } from './findings/system.ts';

/** The words of every finding, by message. A new rule adds its sentences to the file of its section; the compiler asks for the English ones. */
export const findings = {
  ...common,
  ...nodes,
  ...gpu,
  ...system,
  ...network,
  ...files,
  ...containers,
  ...compose,
  ...observability,
  ...data,
  ...sqlite,
  ...services,
  ...secrets,
  ...architecture,
} as const;
