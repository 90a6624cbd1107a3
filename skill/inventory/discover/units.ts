import { namesIn } from './files.ts';
import type { Place } from './place.ts';
import type { Sighting } from './sighting.ts';

const FOLDERS = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'];
const MOST_UNITS = 30;

/** What an AI cluster rests on; a unit of another name is the user's to add. */
const OF_INTEREST =
  /^(ollama|lm-?studio|llama|vllm|litellm|comfyui|open-webui|jarvis|n8n|docker|podman|containerd|k3s|kubelet|traefik|nginx|caddy|apache2|prometheus|grafana|alertmanager|node.exporter|nvidia|redis|valkey|postgresql|mariadb|mysql|mosquitto|qdrant|chroma|home-?assistant|crowdsec|wyoming|whisper|piper)[\w@.-]{0,60}\.service$/i;

/** The units of systemd that are installed and started with the machine, by their files: asking systemd is for the audit. */
export async function seeUnits({ home }: Place, signal: AbortSignal): Promise<readonly Sighting[]> {
  const own = `${home}/.config/systemd/user`;
  const [started, ...found] = await Promise.all([
    startedIn(['/etc/systemd/system', own], signal),
    ...[...FOLDERS, own].map((folder) => namesIn(folder, signal)),
  ]);
  // a template has no life of its own
  const units = [...new Set(found.flat())]
    .filter((name) => OF_INTEREST.test(name) && !name.includes('@.') && started.has(name))
    .slice(0, MOST_UNITS);
  if (units.length === 0) return [];
  return [{ id: 'units', kind: 'systemd', fields: { units }, notes: [{ id: 'units', values: { count: units.length } }] }];
}

/** What is enabled lies, as a link, in a folder of what wants it. */
async function startedIn(folders: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
  const wants = await Promise.all(
    folders.map(async (folder) =>
      (await namesIn(folder, signal)).filter((name) => name.endsWith('.wants')).map((name) => `${folder}/${name}`),
    ),
  );
  return new Set((await Promise.all(wants.flat().map((folder) => namesIn(folder, signal)))).flat());
}
