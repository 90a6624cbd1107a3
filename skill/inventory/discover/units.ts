import { namesIn } from './files.ts';
import type { Place } from './place.ts';
import type { Sighting } from './sighting.ts';

const FOLDERS = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'];
const MOST_UNITS = 30;

/** What an AI cluster rests on; a unit of another name is the user's to add. */
const OF_INTEREST =
  /^(ollama|lm-?studio|llama|vllm|litellm|comfyui|open-webui|jarvis|n8n|docker|podman|containerd|k3s|kubelet|traefik|nginx|caddy|apache2|prometheus|grafana|alertmanager|node.exporter|nvidia|redis|valkey|postgresql|mariadb|mysql|mosquitto|qdrant|chroma|home-?assistant|crowdsec|wyoming|whisper|piper)[\w@.-]{0,60}\.service$/i;

/** The units of systemd that are installed, by their files: asking systemd is for the audit. */
export async function seeUnits({ home }: Place, signal: AbortSignal): Promise<readonly Sighting[]> {
  const found = await Promise.all([...FOLDERS, `${home}/.config/systemd/user`].map((folder) => namesIn(folder, signal)));
  // a template has no life of its own
  const units = [...new Set(found.flat())].filter((name) => OF_INTEREST.test(name) && !name.includes('@.')).slice(0, MOST_UNITS);
  if (units.length === 0) return [];
  return [{ id: 'units', kind: 'systemd', fields: { units }, notes: [{ id: 'units', values: { count: units.length } }] }];
}
