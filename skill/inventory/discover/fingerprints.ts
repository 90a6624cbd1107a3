import type { Fingerprint } from './fingerprint.ts';
import { comfyUi, lmStudio, mcp, n8n, ollama, openAi, openWebUi } from './fingerprints/ai.ts';
import { chroma, mqtt, mysql, postgres, qdrant, redis } from './fingerprints/data.ts';
import { crowdSec, dockerApi, homeAssistant, portainer, ssh, traefik, webServer } from './fingerprints/infrastructure.ts';
import { alertmanager, grafana, nodeExporter, nvidiaGpuExporter, prometheus, uptimeKuma } from './fingerprints/monitoring.ts';

/** Every product that is known by its answers. Who is before another is asked before it: Ollama and LM Studio also speak OpenAI's API. */
export const fingerprints: readonly Fingerprint[] = [
  lmStudio,
  ollama,
  redis,
  postgres,
  mysql,
  mqtt,
  ssh,
  qdrant,
  chroma,
  traefik,
  crowdSec,
  openAi,
  openWebUi,
  comfyUi,
  n8n,
  grafana,
  prometheus,
  alertmanager,
  nodeExporter,
  nvidiaGpuExporter,
  uptimeKuma,
  homeAssistant,
  portainer,
  dockerApi,
  mcp,
  webServer,
];

/** What an audit without inventory looks for, on the usual ports alone. */
export const nodeFingerprints = [lmStudio, ollama, openAi] as const;
