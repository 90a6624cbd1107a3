import type { Evidence } from '../audit/define.ts';
import { type ExporterTarget, metricsUrl } from '../probes/exporter.ts';
import { publicUrl } from '../public-url.ts';
import type { Proof } from './judge.ts';
import { curl, quoted } from './shell.ts';

interface Seen {
  readonly value: string;
  readonly at: string | null;
}

/** What an exporter of another machine told, and how to see it again; `metrics` is a pattern of `grep -E`. */
export function exporterProof({ url, token }: ExporterTarget, metrics: string, { value, at }: Seen): Proof {
  const request = metricsUrl(publicUrl(url));
  return {
    evidence: [{ request, value, at }],
    verify: `${curl(request, { hasToken: token !== undefined })} | grep -E ${quoted(`^(${metrics})`)}`,
  };
}

/** The same of a target that is read on this machine unless it has a URL. */
export function proofOf(
  { url, token }: { readonly url?: string | undefined; readonly token?: string | undefined },
  own: Pick<Evidence, 'command' | 'file'> & { readonly verify: string },
  metrics: string,
  seen: Seen,
): Proof {
  if (url !== undefined) return exporterProof({ url, token }, metrics, seen);
  const { verify, ...source } = own;
  return { evidence: [{ ...source, ...seen }], verify };
}
