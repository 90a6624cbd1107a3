import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assessment, isOpen, keyOf } from '../../skill/audit/assessment.ts';
import { DIMENSIONS } from '../../skill/audit/define.ts';
import { assessed, type Entry, facts, failed, ok, target, unchecked } from '../support/judged.ts';
import { type Cluster, clusters, seen, silenced } from '../support/random-cluster.ts';

/** Always the same ones, so that a red test stays red; `PROPERTY_SEED` tries others. */
const RUNS = { numRuns: 1_000, seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_223) };
/** A busy machine takes its time. */
const SLOW_MS = 120_000;
const which = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 });

/** The report of one audit of the cluster, knowing the one before it. */
const report = (cluster: Cluster, audit: 0 | 1 | 2, before: Assessment | null = null) => judge(seen(cluster, audit), cluster, before);
const judge = (entries: readonly Entry[], { mode }: Pick<Cluster, 'mode'>, before: Assessment | null = null) =>
  assessed(entries, { mode, previous: before && unchecked(before) });

/** Null ranks below 0. */
const rank = (score: number | null) => score ?? -1;

function raised(before: Assessment, after: Assessment): readonly string[] {
  // a remembered failure is no better than having nothing to measure
  const isNothing = (dimension: (typeof DIMENSIONS)[number]) =>
    before.scoreDetails[dimension].reason === 'nothing-to-measure' && after.scores[dimension] === 0;
  return DIMENSIONS.filter((dimension) => rank(after.scores[dimension]) > rank(before.scores[dimension]) && !isNothing(dimension)).map(
    (dimension) => `${dimension}: ${before.scores[dimension]} → ${after.scores[dimension]}`,
  );
}

/** What is open, and how bad it is. */
function worstOf({ findings }: Assessment): readonly string[] {
  return findings.filter(isOpen).map((finding) => `${keyOf(finding)} ${finding.severity}`);
}

/** Nothing that is bad was learnt on the way from the one to the other: no new finding, no component that can promise less. */
function isGoodNews(before: Assessment, after: Assessment): boolean {
  const known = new Set(worstOf(before));
  const potential = ({ scoreDetails }: Assessment, dimension: (typeof DIMENSIONS)[number], id: string) =>
    scoreDetails[dimension].components.find((component) => component.id === id)?.potential ?? 1;
  const ids = DIMENSIONS.flatMap((dimension) =>
    [...before.scoreDetails[dimension].components, ...after.scoreDetails[dimension].components].map(({ id }) => [dimension, id] as const),
  );
  return (
    worstOf(after).every((key) => known.has(key)) &&
    ids.every(([dimension, id]) => potential(after, dimension, id) >= potential(before, dimension, id))
  );
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('whatever the cluster', () => {
  test(
    'every score is a whole number from 0 to 100 or null, over three audits in a row',
    () => {
      fc.assert(
        fc.property(clusters, (cluster) => {
          const first = report(cluster, 0);
          const second = report(cluster, 1, first);
          for (const each of [first, second, report(cluster, 2, second)]) {
            for (const score of [...Object.values(each.scores), each.overall.score])
              expect(score === null || (Number.isInteger(score) && score >= 0 && score <= 100)).toBe(true);
            expect(numbersIn(each).filter((number) => !Number.isFinite(number))).toEqual([]);
          }
        }),
        RUNS,
      );
    },
    SLOW_MS,
  );

  test(
    'the order of targets and of readings changes no byte of the report',
    () => {
      fc.assert(
        fc.property(clusters, fc.infiniteStream(fc.nat()), (cluster, numbers) => {
          const before = report(cluster, 0);
          const once = JSON.stringify(report(cluster, 1, before));
          for (let shuffle = 0; shuffle < 100; shuffle += 1) {
            const entries = seen(cluster, 1)
              .map((entry) => ({ entry, at: numbers.next().value }))
              .toSorted((a, b) => a.at - b.at)
              .map(({ entry }) => entry);
            expect(JSON.stringify(judge(entries, cluster, before))).toBe(once);
          }
        }),
        { ...RUNS, numRuns: 20 },
      );
    },
    SLOW_MS,
  );

  test(
    'what is not applicable changes no score',
    () => {
      const neutral: readonly Entry[] = [
        {
          target: target.ports('elsewhere', { host: '192.168.1.77' }),
          reading: ok(facts.ports({ listeners: null, listenersMissing: { code: 'not-local', detail: '' } })),
        },
        { target: target.lmstudio('resting', { planned: 'down', url: 'http://192.168.1.78:1234' }), reading: failed('timeout') },
        { target: target.gpu('none', { planned: 'down' }), reading: failed('missing-tool') },
      ];
      fc.assert(
        fc.property(clusters, (cluster) => {
          fc.pre(cluster.members.some(({ target: { kind } }) => kind === 'lmstudio' || kind === 'ollama'));
          const without = report(cluster, 0);
          const withThem = judge([...seen(cluster, 0), ...neutral], cluster);
          expect(withThem.scoreDetails).toEqual(without.scoreDetails);
          expect(withThem.overall).toEqual(without.overall);
        }),
        RUNS,
      );
    },
    SLOW_MS,
  );

  test(
    'one open critical finding holds its dimension and the whole at 39 or less',
    () => {
      let met = 0;
      fc.assert(
        fc.property(clusters, (cluster) => {
          const { findings, scores, overall } = report(cluster, 1, report(cluster, 0));
          for (const { dimension } of findings.filter(({ outcome, severity }) => outcome === 'fail' && severity === 'critical')) {
            met += 1;
            expect(rank(scores[dimension])).toBeLessThanOrEqual(39);
            expect(rank(overall.score)).toBeLessThanOrEqual(39);
          }
        }),
        RUNS,
      );
      expect(met).toBeGreaterThan(100);
    },
    SLOW_MS,
  );

  test.each(['unreachable', 'refused', 'timeout', 'dns'] as const)(
    'when everything is %s, nothing is above 39',
    (code) => {
      fc.assert(
        fc.property(clusters, fc.boolean(), (cluster, hasPast) => {
          const gone = seen(cluster, 1).map((entry) => ({ ...entry, reading: failed(code) }));
          const { scores, overall } = judge(gone, { mode: 'full' }, hasPast ? report({ ...cluster, mode: 'full' }, 0) : null);
          for (const score of [...Object.values(scores), overall.score]) expect(rank(score)).toBeLessThanOrEqual(39);
        }),
        { ...RUNS, numRuns: 250 },
      );
    },
    SLOW_MS,
  );
});

describe('breaking a probe never improves a score', () => {
  test(
    'a reading that falls silent raises no proven figure, with nothing to remember',
    () => {
      fc.assert(
        fc.property(clusters, which, (cluster, silent) => {
          const before = report(cluster, 0);
          const after = judge(silenced(seen(cluster, 0), silent), cluster);
          for (const dimension of DIMENSIONS)
            expect(after.scoreDetails[dimension].proven, dimension).toBeLessThanOrEqual(before.scoreDetails[dimension].proven);
        }),
        RUNS,
      );
    },
    SLOW_MS,
  );

  test(
    'whatever falls silent, good or bad, raises no published score when the last audit saw it',
    () => {
      fc.assert(
        fc.property(clusters, which, (cluster, silent) => {
          // twice, since a late inference counts only the second time
          const past = report(cluster, 0, report(cluster, 0));
          const before = report(cluster, 0, past);
          expect(raised(before, judge(silenced(seen(cluster, 0), silent), cluster, past))).toEqual([]);
        }),
        RUNS,
      );
    },
    SLOW_MS,
  );

  test(
    'what has been silent for two audits and more still raises nothing',
    () => {
      fc.assert(
        fc.property(clusters, which, (cluster, silent) => {
          const past = report(cluster, 0, report(cluster, 0));
          const before = report(cluster, 0, past);
          const once = judge(silenced(seen(cluster, 0), silent), cluster, past);
          const twice = judge(silenced(seen(cluster, 0), silent), cluster, once);
          expect(raised(before, judge(silenced(seen(cluster, 0), silent), cluster, twice))).toEqual([]);
        }),
        RUNS,
      );
    },
    SLOW_MS,
  );
});

/** Not off on purpose, and not left out by quick mode. */
function isAsked(member: Cluster['members'][number] | undefined): boolean {
  return member !== undefined && member.target.planned !== 'down' && member.readings[0].startedAt !== null;
}

describe('good news and silence', () => {
  const unknown = ['timeout', 'dns', 'missing-tool', 'bug'] as const;
  const cases = fc.tuple(clusters, which, which, fc.constantFrom(...unknown));

  /** The same cluster where some targets are silent, and where they answer, most of them well. */
  function twins([cluster, silent, asItIs, code]: typeof cases extends fc.Arbitrary<infer T> ? T : never, before: Assessment | null) {
    const isTurned = (index: number) => silent[index] === true && isAsked(cluster.members[index]);
    const turned = (reading: (entry: Entry, index: number) => Entry['reading']) =>
      seen(cluster, 0).map((entry, index) => (isTurned(index) ? { ...entry, reading: reading(entry, index) } : entry));
    const blind = judge(
      turned(() => failed(code)),
      cluster,
      before,
    );
    const seeing = judge(
      turned(({ reading }, index) => (asItIs[index] && reading.ok ? reading : (cluster.members[index]?.well ?? reading))),
      cluster,
      before,
    );
    return { blind, seeing };
  }

  test.each([
    { title: 'the first audit', past: () => null },
    { title: 'a second one', past: (cluster: Cluster) => report(cluster, 1) },
    { title: 'a third one', past: (cluster: Cluster) => report(cluster, 1, report(cluster, 2)) },
  ])(
    'a good reading that falls silent raises no score and one that comes back well lowers none, in $title',
    ({ past }) => {
      let met = 0;
      fc.assert(
        fc.property(cases, (one) => {
          const { blind, seeing } = twins(one, past(one[0]));
          if (!isGoodNews(blind, seeing)) return;
          met += 1;
          expect(raised(seeing, blind)).toEqual([]);
        }),
        RUNS,
      );
      expect(met).toBeGreaterThan(RUNS.numRuns / 5);
    },
    SLOW_MS,
  );
});
