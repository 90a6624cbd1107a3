import { operands } from '../rules/shell.ts';

/** Asks a Wyoming server what it is, from a shell. */
export function describeCommand(url: string): string {
  const { hostname, port } = new URL(url);
  return `printf '{"type":"describe"}\\n' | nc -w 3 ${operands([hostname.replace(/^\[(.*)\]$/, '$1'), port])}`;
}
