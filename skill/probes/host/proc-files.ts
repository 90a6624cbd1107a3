import { cut } from '../cut.ts';

/** What is available to programs, in bytes; computed for kernels older than `MemAvailable`. Null when it is no meminfo. */
export function parseMemory(meminfo: string): { readonly totalBytes: number; readonly availableBytes: number } | null {
  const bytes = (name: string) => {
    const kibibytes = new RegExp(`^${name}:\\s+(\\d{1,15}) kB`, 'm').exec(meminfo)?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  };
  const totalBytes = bytes('MemTotal');
  const free = bytes('MemFree');
  const computed = free === null ? null : free + (bytes('Buffers') ?? 0) + (bytes('Cached') ?? 0);
  const availableBytes = bytes('MemAvailable') ?? computed;
  if (!totalBytes || availableBytes === null) return null;
  return { totalBytes, availableBytes: Math.min(availableBytes, totalBytes) };
}

/** The averages over 1, 5 and 15 minutes. */
export function parseLoad(loadavg: string): [number, number, number] | null {
  const [, one, five, fifteen] = /^(\d{1,9}\.\d+) (\d{1,9}\.\d+) (\d{1,9}\.\d+)/.exec(loadavg) ?? [];
  return one && five && fifteen ? [Number(one), Number(five), Number(fifteen)] : null;
}

export function parseUptimeSeconds(uptime: string): number | null {
  const seconds = /^(\d{1,12}(?:\.\d{1,6})?)\b/.exec(uptime)?.[1];
  return seconds === undefined ? null : Number(seconds);
}

/** ARM kernels name no model; the number of cores is null when the file lists none. */
export function parseCpu(cpuinfo: string): { readonly model: string | null; readonly cores: number | null } {
  const model = /^(?:model name|cpu model|cpu)\s*:[^\S\n]*(\S[^\n]*)$/m.exec(cpuinfo)?.[1] ?? '';
  return { model: cut(model) || null, cores: cpuinfo.match(/^processor\s*:/gm)?.length ?? null };
}

export interface OsRelease {
  /** The name for people, such as « Debian GNU/Linux 12 (bookworm) ». */
  readonly name: string | null;
  /** Takes its packages and habits from Debian. */
  readonly isDebianLike: boolean;
}

export function parseOsRelease(text: string): OsRelease {
  const value = (key: string) =>
    cut(new RegExp(`^${key}=(?:"([^"\\n]*)"|'([^'\\n]*)'|([^\\n]*))`, 'm').exec(text)?.slice(1).join('') ?? '');
  const name = value('PRETTY_NAME') || `${value('NAME')} ${value('VERSION_ID')}`.trim();
  const families = `${value('ID')} ${value('ID_LIKE')}`.toLowerCase().split(' ');
  return { name: name || null, isDebianLike: families.some((family) => family === 'debian' || family === 'ubuntu') };
}
