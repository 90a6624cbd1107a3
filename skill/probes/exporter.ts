import type { Host } from '../host/host.ts';
import { endpointOf } from './endpoint.ts';
import { type Exposition, parseExposition, type Sample } from './exposition.ts';
import { refuseStatus } from './http-status.ts';
import { scopeOf } from './network-scope.ts';
import type { Access } from './node-facts.ts';

export interface ExporterTarget {
  readonly url: string;
  readonly token?: string | undefined;
}

export interface Scrape {
  readonly metrics: Exposition;
  /** Milliseconds since 1970 by our own clock, in the middle of the exchange. */
  readonly atMs: number;
  /** Half the exchange: how far from `atMs` its figures may have been taken. */
  readonly withinMs: number;
}

/** What a Prometheus exporter tells now; its URL may end in /metrics or stand before it. */
export async function scrape(target: ExporterTarget, host: Host, signal: AbortSignal): Promise<Scrape> {
  const { base, credentials } = endpointOf(target);
  const startedAtMs = host.clock().getTime();
  const answer = await host.request(metricsUrl(base), { headers: { ...credentials, accept: 'text/plain;version=0.0.4' } }, signal);
  refuseStatus(answer);
  const withinMs = answer.durationMs / 2;
  return { metrics: parseExposition(answer.body), atMs: startedAtMs + withinMs, withinMs };
}

/** Beyond loopback, an answer to nobody in particular was a stranger's; null where credentials were sent, or only this machine can ask. */
export function strangersAccess(target: ExporterTarget): Access | null {
  const { base, credentials } = endpointOf(target);
  const scope = scopeOf(base);
  if (scope === 'loopback' || Object.keys(credentials).length > 0) return null;
  return { address: new URL(base).host, scope, anonymous: true, status: 200 };
}

export const metricsUrl = (base: string) => (base.endsWith('/metrics') ? base : `${base}/metrics`);

export const all = ({ samples }: Exposition, name: string): readonly Sample[] => samples.get(name) ?? [];

/** The first finite value of the first of these metrics that has one. */
export function figure(metrics: Exposition, ...names: readonly string[]): number | null {
  const values = names.flatMap((name) => all(metrics, name).map(({ value }) => value));
  return values.find(Number.isFinite) ?? null;
}

/** A label of the first of these metrics that has it. */
export function label(metrics: Exposition, key: string, ...names: readonly string[]): string | null {
  const values = names.flatMap((name) => all(metrics, name).map(({ labels }) => labels.get(key) ?? ''));
  return values.find((value) => value !== '') ?? null;
}

/** The first sample of a metric for each value of these labels together; {@link keyOf} makes the key. */
export function indexed(metrics: Exposition, name: string, ...keys: readonly string[]): ReadonlyMap<string, Sample> {
  const samples = new Map<string, Sample>();
  for (const sample of all(metrics, name)) {
    const key = keyOf(sample, ...keys);
    if (!samples.has(key)) samples.set(key, sample);
  }
  return samples;
}

export const keyOf = ({ labels }: Pick<Sample, 'labels'>, ...keys: readonly string[]) =>
  keys.map((key) => labels.get(key) ?? '').join('\0');

/** A figure that can be reckoned with; NaN and infinities are none. */
export const finite = (sample: Sample | undefined) => (sample && Number.isFinite(sample.value) ? sample.value : null);
