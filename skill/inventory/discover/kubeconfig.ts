import { delimiter } from 'node:path';
import type { Host } from '../../host/host.ts';
import { cut } from '../../probes/cut.ts';
import { kindOf, shortened } from './files.ts';
import type { Place } from './place.ts';
import type { Sighting } from './sighting.ts';

const MOST_FILES = 8;

/** The kubeconfigs of this user and of k3s. Of what they hold only the name of the current context is looked at. */
export async function seeKubeconfigs({ home, environment }: Place, host: Host, signal: AbortSignal): Promise<readonly Sighting[]> {
  const named = (environment['KUBECONFIG'] ?? '').split(delimiter).filter(Boolean);
  const paths = new Set([...(named.length > 0 ? named : [`${home}/.kube/config`]), '/etc/rancher/k3s/k3s.yaml']);
  const seen = await Promise.all([...paths].slice(0, MOST_FILES).map((path) => see(path, home, host, signal)));
  return seen.flat();
}

async function see(path: string, home: string, host: Host, signal: AbortSignal): Promise<readonly Sighting[]> {
  if ((await kindOf(path, signal)) !== 'file') return [];
  const kubeconfig = shortened(path, home);
  const text = await host.read(path, signal).catch(() => null);
  const context = cut(/^current-context:[ \t]*["']?([^"'\s]{1,100})/m.exec(text ?? '')?.[1] ?? '', 64);
  return [
    {
      id: 'k8s',
      kind: 'kubernetes',
      fields: { kubeconfig, ...(context ? { context } : {}) },
      notes: [{ id: 'kubeconfig', values: { path: kubeconfig, isReadable: text !== null } }],
    },
  ];
}
