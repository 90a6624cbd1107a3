import { z } from 'zod';
import { ProbeError } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';
import { cut } from '../cut.ts';
import type { Listener } from '../ports.ts';
import { listenerOf } from './listener.ts';

/** One call for all: PowerShell takes a second to start. UTF-8, because the console's code page garbles accents. */
const SCRIPT = [
  '[Console]::OutputEncoding=[Text.Encoding]::UTF8',
  '$names=@{}; Get-Process | ForEach-Object { $names[[int]$_.Id]=$_.ProcessName }',
  "$name=@{n='Process';e={$names[[int]$_.OwningProcess]}}",
  "$tcp=Get-NetTCPConnection -State Listen | Select-Object @{n='Protocol';e={'tcp'}},LocalAddress,LocalPort,OwningProcess,State,$name",
  "$udp=Get-NetUDPEndpoint | Select-Object @{n='Protocol';e={'udp'}},LocalAddress,LocalPort,OwningProcess,$name",
  '@($tcp)+@($udp) | Where-Object { $_ } | ConvertTo-Json -Compress',
].join('; ');

export async function listenersOnWindows(host: Host, signal: AbortSignal): Promise<readonly Listener[]> {
  const command = ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', SCRIPT];
  const { exitCode, stdout, stderr } = await host.run(command, { maxBytes: 4 * 1024 * 1024 }, signal);
  if (exitCode !== 0) throw new ProbeError('malformed', `powershell.exe exit ${exitCode}: ${cut(stderr)}`);
  return parseWindows(stdout);
}

const Row = z.object({
  Protocol: z.enum(['tcp', 'udp']).optional(),
  LocalAddress: z.string(),
  LocalPort: z.number(),
  OwningProcess: z.number().nullish(),
  State: z.union([z.number(), z.string()]).nullish(),
  Process: z.string().nullish(),
});

/** PowerShell's JSON: an array, one object when there is one row, nothing when there is none. Throws only a {@link ProbeError}. */
export function parseWindows(stdout: string): readonly Listener[] {
  // which takes a byte order mark away too
  const text = stdout.trim();
  if (text === '') return [];
  const rows = parseJson(text);
  return (Array.isArray(rows) ? rows : [rows]).flatMap((value: unknown) => {
    const row = Row.safeParse(value);
    if (!row.success || !isListening(row.data.State)) return [];
    const { Protocol, LocalAddress, LocalPort, OwningProcess, Process } = row.data;
    return listenerOf(Protocol ?? 'tcp', LocalAddress, LocalPort, { process: Process ?? null, pid: OwningProcess ?? null });
  });
}

/** Windows PowerShell writes the state as a number, PowerShell 7 can write its name; UDP has none. */
const isListening = (state: z.infer<typeof Row>['State']) => state === undefined || state === null || state === 2 || state === 'Listen';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProbeError('malformed', `PowerShell did not answer in JSON: ${cut(text, 120)}`, { cause });
  }
}
