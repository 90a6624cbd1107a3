import { invocation } from '../../tool.ts';
import { type Check, type Diagnosis, fine, type Patient } from '../check.ts';

const DOCKER = '/var/run/docker.sock';
const JOURNALS = ['/var/log/journal', '/run/log/journal'];

/** What this user may not see, and what would let them. */
export const rights: Check = {
  id: 'rights',
  async look(patient, signal) {
    const { host, isRoot } = patient;
    if (host.platform === 'win32') return [];
    if (isRoot) return [fine({ id: 'rightsRoot', values: {} })];
    const others: Diagnosis = {
      state: 'optional',
      note: { id: 'rightsUser', values: {} },
      command: patient.packages.asRoot(invocation),
    };
    return [others, ...(await docker(patient, signal)), ...(await journal(patient, signal))];
  },
};

async function docker({ files, packages }: Patient, signal: AbortSignal): Promise<readonly Diagnosis[]> {
  if (!(await files.exists(DOCKER, signal))) return [];
  if (await files.isWritable(DOCKER, signal)) return [fine({ id: 'dockerFine', values: {} })];
  return [{ state: 'optional', note: { id: 'dockerDenied', values: {} }, command: packages.asRoot('usermod -aG docker "$(id -un)"') }];
}

async function journal({ files, packages }: Patient, signal: AbortSignal): Promise<readonly Diagnosis[]> {
  for (const folder of JOURNALS) {
    const [machine] = await files.names(folder, signal);
    if (!(await files.exists(folder, signal)) || machine === undefined) continue;
    if (await files.isReadable(`${folder}/${machine}/system.journal`, signal)) return [fine({ id: 'journalFine', values: {} })];
    return [
      { state: 'optional', note: { id: 'journalDenied', values: {} }, command: packages.asRoot('usermod -aG systemd-journal "$(id -un)"') },
    ];
  }
  return [];
}
