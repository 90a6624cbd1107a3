import { exposed, type Sample } from './exposition.ts';

/** Upper ends of the buckets, in seconds: what a listener takes for at once, for prompt, for slow. */
const BUCKETS_S = [0.005, 0.025, 0.1, 0.3, 1, 3, 10, 30];

/** A request that was answered. The route is ours and never what was asked for: there are as many as we have. */
export interface Served {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

export interface RequestMetrics {
  count(served: Served): void;
  /** In Prometheus' text format. */
  text(): string;
}

interface Durations {
  readonly buckets: number[];
  sumS: number;
  count: number;
}

export function createRequestMetrics(): RequestMetrics {
  const counts = new Map<string, { readonly served: Served; count: number }>();
  const durations = new Map<string, Durations>();
  return {
    count(served) {
      const { method, route, status, durationMs } = served;
      const key = `${method} ${route} ${status}`;
      const known = counts.get(key) ?? { served, count: 0 };
      known.count += 1;
      counts.set(key, known);
      const duration = durations.get(route) ?? { buckets: BUCKETS_S.map(() => 0), sumS: 0, count: 0 };
      durations.set(route, duration);
      const bucket = BUCKETS_S.findIndex((end) => durationMs / 1000 <= end);
      if (bucket >= 0) duration.buckets[bucket] = (duration.buckets[bucket] ?? 0) + 1;
      duration.sumS += durationMs / 1000;
      duration.count += 1;
    },
    text() {
      const requests = [...counts.values()].map(({ served: { method, route, status }, count }): Sample => {
        return [{ method, route, status: String(status) }, count];
      });
      return [
        exposed('jarvis_audit_http_requests_total', 'counter', 'Requests answered.', requests),
        exposed(
          'jarvis_audit_http_request_duration_seconds',
          'histogram',
          'How long requests took.',
          [...durations].flatMap(([route, duration]) => histogram(route, duration)),
        ),
      ].join('');
    },
  };
}

/** Each bucket holds those before it too. */
function histogram(route: string, { buckets, sumS, count }: Durations): readonly Sample[] {
  let sum = 0;
  const ends = BUCKETS_S.map((end, index): Sample => {
    sum += buckets[index] ?? 0;
    return [{ route, le: String(end) }, sum, '_bucket'];
  });
  return [...ends, [{ route, le: '+Inf' }, count, '_bucket'], [{ route }, sumS, '_sum'], [{ route }, count, '_count']];
}
