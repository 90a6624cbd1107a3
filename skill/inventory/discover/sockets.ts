import type { Host } from '../../host/host.ts';
import { parseApiJson } from '../../probes/api-json.ts';
import { isOpenToUs, kindOf, shortened } from './files.ts';
import { textOf } from './fingerprints/text-of.ts';
import type { Place } from './place.ts';
import type { Sighting } from './sighting.ts';

const ASK_MS = 1_500;

/** Docker's and Podman's sockets, and whether this user may ask them. */
export async function seeSockets({ home, environment }: Place, host: Host, signal: AbortSignal): Promise<readonly Sighting[]> {
  const runtime = environment['XDG_RUNTIME_DIR'];
  const fromEnvironment = /^unix:\/\/(\/.+)$/.exec(environment['DOCKER_HOST'] ?? '')?.[1];
  const paths = [
    ...(fromEnvironment ? [fromEnvironment] : []),
    '/var/run/docker.sock',
    `${home}/.docker/run/docker.sock`,
    ...(runtime ? [`${runtime}/docker.sock`, `${runtime}/podman/podman.sock`] : []),
    '/run/podman/podman.sock',
  ];
  const seen = await Promise.all([...new Set(paths)].map((path) => see(path, home, host, signal)));
  return seen.flat();
}

async function see(path: string, home: string, host: Host, signal: AbortSignal): Promise<readonly Sighting[]> {
  if ((await kindOf(path, signal)) !== 'socket') return [];
  const isAllowed = await isOpenToUs(path, signal);
  const product = path.endsWith('podman.sock') ? 'Podman' : 'Docker';
  const version = isAllowed ? await versionOf(path, host, host.deadline(ASK_MS, signal)) : null;
  return [
    {
      id: product.toLowerCase(),
      kind: 'docker',
      fields: { socket: shortened(path, home) },
      notes: [{ id: 'socket', values: { product, path: shortened(path, home), version, isAllowed } }],
    },
  ];
}

/** Null when nobody answers behind the socket. */
async function versionOf(path: string, host: Host, signal: AbortSignal): Promise<string | null> {
  try {
    const answer = Buffer.from(await host.talk({ path }, 'GET /version HTTP/1.0\r\nHost: docker\r\n\r\n', signal)).toString('utf8');
    return textOf(parseApiJson(answer.slice(answer.indexOf('\r\n\r\n') + 4)), 'Version');
  } catch {
    return null;
  }
}
