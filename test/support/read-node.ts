import { onTestFinished } from 'vitest';
import type { Mode, Probe, ProbeError, Target } from '../../skill/audit/define.ts';
import type { Host } from '../../skill/host/host.ts';
import { createNodeHost } from '../../skill/host/node.ts';

/** The real host, closed with the test, with these addresses of its own (none when absent). */
export function hostWith(addresses: readonly string[] = []): Host {
  const host = createNodeHost();
  onTestFinished(() => host.close());
  return { ...host, addresses: () => addresses };
}

/** The same, where what is asked at the origin `from` is answered by `to`. */
export function hostRerouting(from: string, to: string): Host {
  const host = hostWith();
  return { ...host, request: (url, options, signal) => host.request(url.replace(from, to), options, signal) };
}

/** Closes the server with the test. */
export async function during<S extends { close(): Promise<void> }>(starting: Promise<S>): Promise<S> {
  const server = await starting;
  onTestFinished(() => server.close());
  return server;
}

/** One reading as the engine takes it: target and facts both pass their schema, the deadline is the target's. */
export async function readNode<T extends Target, F>(
  probe: Probe<T, F>,
  target: Record<string, unknown>,
  { mode = 'full', host = hostWith(), signal }: { mode?: Mode; host?: Host; signal?: AbortSignal } = {},
): Promise<F> {
  const checked = probe.target.parse({ id: 'N1', kind: probe.kind, ...target });
  const facts = await probe.read(checked, host, mode, signal ?? AbortSignal.timeout(checked.timeoutMs ?? 5_000));
  return probe.facts.parse(facts);
}

/** The code with which it was refused. */
export async function failureOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Error && error.name === 'ProbeError' ? (error as ProbeError).code : `no ProbeError: ${String(error)}`;
}
