import { type Check, type Diagnosis, fine, type Patient } from '../check.ts';
import { bring } from '../packages.ts';

const PLAYERS = ['pw-play', 'paplay', 'aplay'] as const;

/** Whether a voice would be heard: a program that plays, and something that it plays on. macOS and Windows have both. */
export const sound: Check = {
  id: 'sound',
  async look(patient, signal) {
    const { host, files, packages } = patient;
    if (host.platform === 'darwin' || host.platform === 'win32') return [];
    const found = await Promise.all(PLAYERS.map((name) => files.program(name, signal)));
    const players = PLAYERS.filter((_, index) => found[index] !== null);
    const player: Diagnosis =
      players.length > 0
        ? fine({ id: 'playerFine', values: { players } })
        : { state: 'optional', note: { id: 'playerNone', values: {} }, ...bring(packages, 'alsa-utils') };
    const server = await soundServer(patient, signal);
    if (server !== null) return [player, fine({ id: 'soundFine', values: { through: server } })];
    const cards = (await files.text('/proc/asound/cards', signal)) ?? '';
    const card = /^ *\d+ \[[^\]]{1,40}\]: *(?:[^\n]* - )?([^\n]{1,80})/m.exec(cards)?.[1];
    return [
      player,
      card
        ? fine({ id: 'soundFine', values: { through: card } })
        : { state: 'optional', note: { id: 'soundNone', values: {} }, command: null },
    ];
  },
};

/** PipeWire or PulseAudio of this user; null when neither is there. */
export async function soundServer({ environment, files }: Patient, signal: AbortSignal): Promise<string | null> {
  if (environment['PULSE_SERVER']) return 'PulseAudio';
  const runtime = environment['XDG_RUNTIME_DIR'];
  if (!runtime) return null;
  if (await files.exists(`${runtime}/pipewire-0`, signal)) return 'PipeWire';
  return (await files.exists(`${runtime}/pulse/native`, signal)) ? 'PulseAudio' : null;
}
