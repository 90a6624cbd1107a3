import type { Host } from '../../host/host.ts';
import type { HostFacts } from '../host.ts';
import { absent, type Piece, present } from './piece.ts';

const ASK_MS = 2_000;

type Clock = NonNullable<HostFacts['clock']>;

/** Whether the kernel says that its clock is disciplined. Not being able to ask is never « no ». */
export async function readClock(host: Host, signal: AbortSignal): Promise<Piece<Clock>> {
  const command = ['timedatectl', 'show', '-p', 'NTPSynchronized', '-p', 'NTP'];
  const { exitCode, stdout, stderr } = await host.run(command, { env: { LC_ALL: 'C' } }, host.deadline(ASK_MS, signal));
  const clock = exitCode === 0 ? parseClock(stdout) : null;
  if (clock) return present(clock);
  if (/systemd|bus\b/i.test(stderr)) return absent('clock', 'missing-tool', `timedatectl needs systemd and D-Bus: ${stderr}`);
  return absent('clock', /denied|permission/i.test(stderr) ? 'denied' : 'malformed', `timedatectl exit ${exitCode}: ${stderr || stdout}`);
}

/** The answer of `timedatectl show`, whose lines come in any order. */
export function parseClock(stdout: string): Clock | null {
  const synchronized = /^NTPSynchronized=(yes|no)$/m.exec(stdout)?.[1];
  const ntp = /^NTP=(yes|no)$/m.exec(stdout)?.[1];
  return synchronized ? { synchronized: synchronized === 'yes', source: ntp ? `timedatectl NTP=${ntp}` : 'timedatectl' } : null;
}
