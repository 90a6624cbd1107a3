import { FRAME_MS, RATE_HZ } from './sound-source.ts';

/** A program that writes what a microphone hears: 16 bits, little-endian, mono, without a header. */
export interface Recorder {
  readonly id: 'parec' | 'arecord' | 'sox';
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const FRAME_US = String(1000 * FRAME_MS);
const BUFFER_US = String(8 * 1000 * FRAME_MS);

/** PulseAudio's or PipeWire's own, which share the card with others; then the card itself; then the one that other systems have. */
const ALL: readonly Recorder[] = [
  {
    id: 'parec',
    args: ['--raw', '--format=s16le', `--rate=${RATE_HZ}`, '--channels=1', '--client-name=jarvis-audit'],
    // it hands over every two seconds otherwise
    environment: { PULSE_LATENCY_MSEC: '30' },
  },
  {
    id: 'arecord',
    args: ['-q', '-t', 'raw', '-f', 'S16_LE', '-r', String(RATE_HZ), '-c', '1', `--period-time=${FRAME_US}`, `--buffer-time=${BUFFER_US}`],
    environment: {},
  },
  {
    id: 'sox',
    args: ['--no-show-progress', '--buffer', '1024', '--default-device']
      .concat(['--type', 'raw', '--encoding', 'signed-integer', '--bits', '16', '--endian', 'little'])
      .concat(['--rate', String(RATE_HZ), '--channels', '1', '-']),
    environment: {},
  },
];

/** In the order in which they are tried; never from a configuration. */
export function recordersOf(platform: NodeJS.Platform): readonly Recorder[] {
  if (platform === 'linux' || platform === 'freebsd') return ALL;
  // there sox must be told which driver the default device is of
  const driver = platform === 'win32' ? { AUDIODRIVER: 'waveaudio' } : {};
  return ALL.filter(({ id }) => id === 'sox').map((sox) => ({ ...sox, environment: { ...sox.environment, ...driver } }));
}
