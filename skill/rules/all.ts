import type { Rule } from '../audit/define.ts';
import { architectureRules } from './architecture.ts';
import { composeFileRules } from './compose-files.ts';
import { containerSettingRules } from './container-settings.ts';
import { containerRules } from './containers.ts';
import { dataRules } from './data.ts';
import { gpuRules } from './gpu.ts';
import { mcpRules } from './mcp.ts';
import { modelRules } from './models.ts';
import { networkRules } from './network.ts';
import { nodeRules } from './nodes.ts';
import { observabilityRules } from './observability.ts';
import { publishedPortRules } from './published-ports.ts';
import { secretRules } from './secrets.ts';
import { serviceRules } from './services.ts';
import { sqliteRules } from './sqlite.ts';
import { systemRules } from './system.ts';

/** The catalogue's sections, in its order. */
const SECTIONS = ['NODE', 'GPU', 'SYS', 'NET', 'DOCKER', 'TRAEFIK', 'WEB', 'K8S', 'OBS', 'DATA', 'SVC', 'SEC', 'ARCH', 'DRIFT', 'CODE'];

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  ...nodeRules,
  ...modelRules,
  ...mcpRules,
  ...gpuRules,
  ...systemRules,
  ...networkRules,
  ...publishedPortRules,
  ...containerRules,
  ...containerSettingRules,
  ...composeFileRules,
  ...observabilityRules,
  ...dataRules,
  ...sqliteRules,
  ...serviceRules,
  ...secretRules,
  ...architectureRules,
].toSorted((a, b) => section(a) - section(b) || (a.code < b.code ? -1 : 1));

function section({ code }: Rule): number {
  return SECTIONS.indexOf(code.split('-')[0] ?? '');
}
