/** A program that plays a WAV file and ends with it. */
export interface Player {
  readonly id: string;
  readonly platforms: readonly NodeJS.Platform[];
  readonly command: (file: string) => readonly string[];
  /** What plays a WAV from its standard input, once that has ended; absent where none was proven to. */
  readonly waiting?: readonly string[];
  /** What the command refers to instead of an argument. */
  readonly environment?: (file: string) => Readonly<Record<string, string>>;
}

const UNIX = ['linux', 'freebsd', 'openbsd'] as const;

/** The file's name is ours and absolute, so that it is never an option. PowerShell takes it from its environment: nothing to quote. */
export const PLAYERS: readonly Player[] = [
  { id: 'pw-play', platforms: UNIX, command: (file) => ['pw-play', file] },
  { id: 'paplay', platforms: UNIX, command: (file) => ['paplay', file], waiting: ['paplay'] },
  { id: 'aplay', platforms: UNIX, command: (file) => ['aplay', '-q', file], waiting: ['aplay', '-q', '-'] },
  { id: 'afplay', platforms: ['darwin'], command: (file) => ['afplay', file] },
  {
    id: 'powershell',
    platforms: ['win32'],
    command: () => [
      'powershell',
      '-NoProfile',
      '-NonInteractive',
      '-Command',
      '(New-Object System.Media.SoundPlayer $env:JARVIS_AUDIT_SOUND).PlaySync()',
    ],
    environment: (file) => ({ JARVIS_AUDIT_SOUND: file }),
  },
];
