import { availablePlayers } from '../../voice/speaking/available.ts';
import { type Check, fine, type Patient } from '../check.ts';
import { bring } from '../packages.ts';
import { TRIAL_MS } from './voice.ts';

/** What shows where each player would play. */
const OUTPUTS: Readonly<Record<string, string>> = { 'pw-play': 'wpctl status', paplay: 'pactl info', aplay: 'aplay -l' };

/** Whether a voice would be heard: each player plays a moment of silence, on whatever there is to play on. */
export const sound: Check = {
  id: 'sound',
  async look(patient, signal) {
    const { host, packages } = patient;
    const tried = await availablePlayers(host, host.deadline(TRIAL_MS, signal));
    const players = tried.filter(({ failure }) => failure === null).map(({ id }) => id);
    const through = await output(patient, signal);
    if (players.length > 0)
      return [
        fine({ id: 'playerFine', values: { players } }),
        ...(through === null ? [] : [fine({ id: 'soundFine', values: { through } })]),
      ];
    const silent = tried.filter(({ failure }) => failure?.code !== 'missing-tool');
    if (silent.length > 0) {
      const isLate = silent.every(({ failure }) => failure?.code === 'timeout');
      const [command = null] = silent.flatMap(({ id }) => OUTPUTS[id] ?? []);
      return [{ state: 'optional', note: { id: 'playerSilent', values: { players: silent.map(({ id }) => id), isLate } }, command }];
    }
    return [
      { state: 'optional', note: { id: 'playerNone', values: {} }, ...bring(packages, 'alsa-utils') },
      through === null
        ? { state: 'optional', note: { id: 'soundNone', values: {} }, command: null }
        : fine({ id: 'soundFine', values: { through } }),
    ];
  },
};

/** The sound server or the first card; null when neither is seen. */
async function output(patient: Patient, signal: AbortSignal): Promise<string | null> {
  const server = await soundServer(patient, signal);
  if (server !== null) return server;
  const cards = (await patient.files.text('/proc/asound/cards', signal)) ?? '';
  return /^ *\d+ \[[^\]]{1,40}\]: *(?:[^\n]* - )?([^\n]{1,80})/m.exec(cards)?.[1] ?? null;
}

/** PipeWire or PulseAudio of this user; null when neither is there. */
export async function soundServer({ environment, files }: Patient, signal: AbortSignal): Promise<string | null> {
  if (environment['PULSE_SERVER']) return 'PulseAudio';
  const runtime = environment['XDG_RUNTIME_DIR'];
  if (!runtime) return null;
  if (await files.exists(`${runtime}/pipewire-0`, signal)) return 'PipeWire';
  return (await files.exists(`${runtime}/pulse/native`, signal)) ? 'PulseAudio' : null;
}
