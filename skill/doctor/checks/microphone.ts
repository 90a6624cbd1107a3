import { type Check, type Diagnosis, fine } from '../check.ts';
import { bring } from '../packages.ts';
import { soundServer } from './sound.ts';

const RECORDERS = ['parec', 'arecord', 'sox', 'rec'] as const;

/** Whether the user could be heard: a program that records, and a device that captures. */
export const microphone: Check = {
  id: 'microphone',
  async look(patient, signal) {
    const { host, files, packages } = patient;
    const isLinux = host.platform === 'linux';
    const found = await Promise.all(RECORDERS.map((name) => files.program(name, signal)));
    const recorders = RECORDERS.filter((_, index) => found[index] !== null);
    const recorder: Diagnosis =
      recorders.length > 0
        ? fine({ id: 'recorderFine', values: { recorders } })
        : { state: 'optional', note: { id: 'recorderNone', values: {} }, ...bring(packages, isLinux ? 'alsa-utils' : 'sox') };
    if (!isLinux) return [recorder];
    const devices = (await files.text('/proc/asound/pcm', signal)) ?? '';
    if (/capture \d/.test(devices)) return [recorder, fine({ id: 'captureFine', values: {} })];
    // a server may capture from elsewhere: bluetooth, the network
    if ((await soundServer(patient, signal)) !== null) return [recorder];
    return [recorder, { state: 'optional', note: { id: 'captureNone', values: {} }, command: null }];
  },
};
