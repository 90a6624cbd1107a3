import type { Files } from './check.ts';

type Manager = 'apt' | 'dnf' | 'pacman' | 'zypper' | 'apk' | 'brew' | 'winget' | 'choco';

/** How each manager is called, in the order in which they are looked for. */
const MANAGERS: readonly { readonly id: Manager; readonly program: string; readonly install: string; readonly needsRoot: boolean }[] = [
  { id: 'apt', program: 'apt-get', install: 'apt-get install', needsRoot: true },
  { id: 'dnf', program: 'dnf', install: 'dnf install', needsRoot: true },
  { id: 'pacman', program: 'pacman', install: 'pacman -S', needsRoot: true },
  { id: 'zypper', program: 'zypper', install: 'zypper install', needsRoot: true },
  { id: 'apk', program: 'apk', install: 'apk add', needsRoot: true },
  { id: 'winget', program: 'winget', install: 'winget install', needsRoot: false },
  { id: 'choco', program: 'choco', install: 'choco install', needsRoot: false },
  { id: 'brew', program: 'brew', install: 'brew install', needsRoot: false },
];

/** Which package brings a program, where its name differs from system to system. A manager that is absent has none. */
const PACKAGES = {
  'espeak-ng': {
    apt: 'espeak-ng',
    dnf: 'espeak-ng',
    pacman: 'espeak-ng',
    zypper: 'espeak-ng',
    apk: 'espeak-ng',
    brew: 'espeak-ng',
    winget: 'eSpeak-NG.eSpeak-NG',
  },
  // SVOX Pico: elsewhere nobody packages it
  pico2wave: { apt: 'libttspico-utils' },
  'alsa-utils': { apt: 'alsa-utils', dnf: 'alsa-utils', pacman: 'alsa-utils', zypper: 'alsa-utils', apk: 'alsa-utils' },
  sox: { brew: 'sox', winget: 'ChrisBagwell.SoX', choco: 'sox.portable' },
  ss: { apt: 'iproute2', dnf: 'iproute', pacman: 'iproute2', zypper: 'iproute2', apk: 'iproute2' },
  smartctl: {
    apt: 'smartmontools',
    dnf: 'smartmontools',
    pacman: 'smartmontools',
    zypper: 'smartmontools',
    apk: 'smartmontools',
    brew: 'smartmontools',
    winget: 'smartmontools.smartmontools',
    choco: 'smartmontools',
  },
  getent: { apt: 'libc-bin', dnf: 'glibc-common', pacman: 'glibc', zypper: 'glibc', apk: 'musl-utils' },
  openssl: { apt: 'openssl', dnf: 'openssl', pacman: 'openssl', zypper: 'openssl', apk: 'openssl', brew: 'openssl', choco: 'openssl' },
  curl: { apt: 'curl', dnf: 'curl', pacman: 'curl', zypper: 'curl', apk: 'curl', brew: 'curl', winget: 'cURL.cURL', choco: 'curl' },
  'nvidia-smi': { apt: 'nvidia-smi', pacman: 'nvidia-utils', dnf: 'xorg-x11-drv-nvidia-cuda', zypper: 'nvidia-compute-utils-G06' },
  'rocm-smi': { apt: 'rocm-smi', dnf: 'rocm-smi', pacman: 'rocm-smi-lib' },
  node: { pacman: 'nodejs', apk: 'nodejs', brew: 'node@24', winget: 'OpenJS.NodeJS.LTS', choco: 'nodejs-lts' },
} as const satisfies Readonly<Record<string, Partial<Record<Manager, string>>>>;

export type Wanted = keyof typeof PACKAGES;

export interface Packages {
  /** The package that brings this program here; null when nobody knows one. */
  nameOf(wanted: Wanted): string | null;
  /** The command that installs these; null for none. */
  install(names: readonly string[]): string | null;
  /** A command line as the administrator. */
  asRoot(command: string): string;
}

/** The package manager of this system and how one becomes root on it, by what is on PATH. */
export async function findPackages(
  files: Pick<Files, 'program'>,
  isRoot: boolean,
  platform: NodeJS.Platform,
  signal: AbortSignal,
): Promise<Packages> {
  // where PATH does not answer the commands are lost, not the examination
  const look = (program: string) => files.program(program, signal).catch(() => null);
  const found = await Promise.all(MANAGERS.map(({ program }) => look(program)));
  const manager = MANAGERS.find((_, index) => found[index] !== null) ?? null;
  const [sudo, doas] = await Promise.all(['sudo', 'doas'].map(look));
  const asRoot = (command: string) => {
    if (isRoot || platform === 'win32') return command;
    if (sudo ?? doas) return `${sudo ? 'sudo' : 'doas'} ${command}`;
    return `su -c '${command.replaceAll("'", `'\\''`)}'`;
  };
  return {
    nameOf: (wanted) => (manager ? ((PACKAGES[wanted] as Partial<Record<Manager, string>>)[manager.id] ?? null) : null),
    install(names) {
      if (!manager || names.length === 0) return null;
      const line = `${manager.install} ${[...new Set(names)].join(' ')}`;
      return manager.needsRoot ? asRoot(line) : line;
    },
    asRoot,
  };
}

/** What brings one program: its command and its package. */
export function bring(packages: Packages, wanted: Wanted): { readonly command: string | null; readonly packages: readonly string[] } {
  const name = packages.nameOf(wanted);
  return name === null ? { command: null, packages: [] } : { command: packages.install([name]), packages: [name] };
}
