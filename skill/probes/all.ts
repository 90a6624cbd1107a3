import type { Probe } from '../audit/define.ts';
import { backups } from './backups.ts';
import { command } from './command.ts';
import { compose } from './compose.ts';
import { docker } from './docker.ts';
import { gpu } from './gpu.ts';
import { host } from './host.ts';
import { lmstudio } from './lmstudio.ts';
import { logs } from './logs.ts';
import { mcp } from './mcp.ts';
import { ollama } from './ollama.ts';
import { openai } from './openai.ts';
import { ports } from './ports.ts';
import { secrets } from './secrets.ts';
import { sqlite } from './sqlite.ts';
import { systemd } from './systemd.ts';

/** Every kind that an inventory may name, in the order in which reports list them. */
export const probes: readonly Probe[] = [
  lmstudio,
  ollama,
  openai,
  command,
  host,
  gpu,
  ports,
  mcp,
  backups,
  logs,
  docker,
  compose,
  systemd,
  secrets,
  sqlite,
];
