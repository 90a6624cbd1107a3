import { ProbeError } from '../audit/define.ts';
import { type Line, parseLine } from './exposition-line.ts';

/** One line of a Prometheus exporter. The value may be NaN or infinite; its timestamp is not kept. */
export interface Sample {
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

/** What an exporter tells, by the name of the metric. */
export interface Exposition {
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
  /** Lines that are no sample, no comment and not blank. */
  readonly malformed: number;
}

const MOST_SAMPLES = 50_000;
/** Characters of a line; the label values of real exporters are shorter than a page. */
const LONGEST_LINE = 16_384;
/** After so many it is another kind of text. */
const MOST_MALFORMED = 10_000;

/**
 * The text format of Prometheus 0.0.4 and what OpenMetrics adds to its lines, in one pass over the body. Throws a
 * {@link ProbeError} when there is no sample in it, or more than anybody could judge.
 */
export function parseExposition(body: string): Exposition {
  const samples = new Map<string, Sample[]>();
  let count = 0;
  let malformed = 0;
  for (let start = body.startsWith('\uFEFF') ? 1 : 0, end = 0; start < body.length && malformed < MOST_MALFORMED; start = end + 1) {
    end = endOfLine(body, start);
    if (isEndMark(body, start, end)) break;
    if (isSilent(body[start])) continue;
    const line = end - start > LONGEST_LINE ? null : parseLine(body.slice(start, end).trim());
    if (line === null) malformed += 1;
    else {
      count += 1;
      // half a list would pass for a whole one
      if (count > MOST_SAMPLES) throw new ProbeError('too-large', `more than ${MOST_SAMPLES} samples`);
      keep(samples, line);
    }
  }
  if (count === 0) throw noSample(body, malformed);
  return { samples, malformed };
}

function keep(samples: Map<string, Sample[]>, { name, sample }: Line) {
  const known = samples.get(name);
  if (known) known.push(sample);
  else samples.set(name, [sample]);
}

function endOfLine(body: string, start: number): number {
  const end = body.indexOf('\n', start);
  return end < 0 ? body.length : end;
}

/** OpenMetrics says where it ends; nothing after it counts. */
const isEndMark = (body: string, start: number, end: number) => end - start < 7 && body.startsWith('# EOF', start);

/** Comments, `# HELP` and `# TYPE` among them, and blank lines. */
const isSilent = (first: string | undefined) => first === '#' || first === '\n' || first === '\r';

function noSample(body: string, malformed: number): ProbeError {
  if (malformed === 0) return new ProbeError('malformed', 'metrics without a single sample');
  return /^\uFEFF?\s*[<{[]/.test(body.slice(0, 1_000))
    ? new ProbeError('wrong-product', 'a page or JSON instead of metrics')
    : new ProbeError('malformed', `no sample in ${malformed} lines`);
}
