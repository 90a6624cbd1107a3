import { defineRule, type Rule, type RuleCode, type Verdict } from '../audit/define.ts';
import { type Gpu, gpu } from '../probes/gpu.ts';
import { canonicalUuid } from '../probes/gpu-uuid.ts';
import { proofOf } from './exporter-proof.ts';
import { askCards, cardFigures } from './gpu-tool.ts';
import { judge } from './judge.ts';

/** Degrees Celsius: from here consumer cards throttle, from there they age fast. */
const WARM_C = 85;
const HOT_C = 92;
/** Percent of free video memory under which the next model does not fit. */
const LEAST_FREE_PERCENT = 10;

/** What shows the same figures again through an exporter, for `grep -E`. */
const CARD_METRICS = 'nvidia_smi_gpu_info|DCGM_FI_DEV_GPU_TEMP';
const TEMPERATURE_METRICS = 'nvidia_smi_temperature_gpu|DCGM_FI_DEV_GPU_TEMP';
const MEMORY_METRICS = 'nvidia_smi_memory_(free|total)_bytes|DCGM_FI_DEV_FB_(FREE|USED)';

/** Of a target that has an exporter, the inventory promises that it can be asked: a refusal is evidence too. */
const UNREADABLE: ReadonlySet<string> = new Set(['missing-tool', 'bad-status']);
const UNREADABLE_BY_URL: ReadonlySet<string> = new Set(['bad-status', 'refused']);

const gpusReadable = defineRule({
  code: 'GPU-001',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { gpu },
  *check({ gpu }) {
    for (const { target, reading } of gpu) {
      const value = reading.ok
        ? `${reading.facts.gpus.length} GPU, driver ${reading.facts.driver ?? 'unknown'}`
        : (reading.failure?.detail ?? '');
      const own = { command: reading.ok ? reading.facts.tool : 'nvidia-smi', verify: askCards({ target, reading }, '', '') };
      const on = judge('GPU-001', target.id, target.id, proofOf(target, own, CARD_METRICS, { value, at: reading.startedAt }));
      const failure = reading.ok ? undefined : reading.failure?.code;
      if (target.expect?.count === 0) yield on.notApplicable();
      else if (reading.ok) yield seen(on, target.id, reading.facts.gpus);
      // the inventory promises GPUs: a missing tool or a driver that fails is evidence, a slow one is not
      else if (failure && (target.url === undefined ? UNREADABLE : UNREADABLE_BY_URL).has(failure))
        yield on.violation({
          id: 'gpu-unreadable',
          values: { target: target.id, failure, detail: reading.failure?.detail ?? '', isExporter: target.url !== undefined },
        });
    }
  },
});

const temperature = defineRule({
  code: 'GPU-002',
  dimension: 'stability',
  severity: 'medium',
  about: 'target',
  needs: { gpu },
  *check({ gpu }) {
    for (const { target, reading } of gpu) {
      if (!reading.ok) continue;
      yield* figuresLost('GPU-002', target.id, reading.facts.gpus, 'temperature', cardFigures({ target, reading }));
      for (const { index, name, temperatureC } of reading.facts.gpus.filter((card) => !isLost(card))) {
        const seen = { value: `${temperatureC ?? 'no'} °C`, at: reading.startedAt };
        const own = { command: reading.facts.tool, verify: cardFigures({ target, reading }) };
        const on = judge('GPU-002', target.id, index, proofOf(target, own, TEMPERATURE_METRICS, seen));
        if (temperatureC === null)
          yield on.unknown({ id: 'gpu-figure-unknown', values: { target: target.id, index, what: 'temperature' } });
        else if (temperatureC >= WARM_C)
          yield on.violation(
            { id: 'gpu-hot', values: { target: target.id, index, name: name ?? 'GPU', temperatureC } },
            temperatureC >= HOT_C ? 'high' : 'medium',
          );
        else yield on.pass();
      }
    }
  },
});

const memoryHeadroom = defineRule({
  code: 'GPU-003',
  dimension: 'scalability',
  severity: 'medium',
  about: 'target',
  needs: { gpu },
  *check({ gpu }) {
    for (const { target, reading } of gpu) {
      if (!reading.ok) continue;
      yield* figuresLost('GPU-003', target.id, reading.facts.gpus, 'vram', cardFigures({ target, reading }));
      for (const { index, memoryFreeMiB: freeMiB, memoryTotalMiB: totalMiB } of reading.facts.gpus.filter((card) => !isLost(card))) {
        const seen = { value: `${freeMiB ?? '?'} of ${totalMiB ?? '?'} MiB free`, at: reading.startedAt };
        const own = { command: reading.facts.tool, verify: cardFigures({ target, reading }) };
        const on = judge('GPU-003', target.id, index, proofOf(target, own, MEMORY_METRICS, seen));
        if (freeMiB === null || !totalMiB)
          yield on.unknown({ id: 'gpu-figure-unknown', values: { target: target.id, index, what: 'vram' } });
        else if ((100 * freeMiB) / totalMiB < LEAST_FREE_PERCENT)
          yield on.violation({ id: 'gpu-memory-full', values: { target: target.id, index, freeMiB, totalMiB } });
        else yield on.pass();
      }
    }
  },
});

const expectedCount = defineRule({
  code: 'GPU-004',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { gpu },
  *check({ gpu }) {
    for (const { target, reading } of gpu) {
      const { count = 0, uuids = [] } = target.expect ?? {};
      const expected = Math.max(count, uuids.length);
      if (target.expect?.count === undefined && uuids.length === 0) yield judge('GPU-004', target.id, target.id).notApplicable();
      else if (reading.ok) {
        const { tool } = reading.facts;
        const gpus = reading.facts.gpus.filter((card) => !isLost(card));
        const known = new Set(gpus.map(({ uuid }) => uuid));
        const missing = uuids.filter((uuid) => !known.has(canonicalUuid(uuid)));
        const seen = { value: `${gpus.length} of ${expected}`, at: reading.startedAt };
        const own = { command: tool, verify: askCards({ target, reading }, '-L', '--showid --showuniqueid') };
        const on = judge('GPU-004', target.id, target.id, proofOf(target, own, CARD_METRICS, seen));
        if (gpus.length >= expected && missing.length === 0) yield on.pass();
        else yield on.violation({ id: 'gpu-missing', values: { target: target.id, seen: gpus.length, expected, uuids: missing } });
      }
    }
  },
});

export const gpuRules: readonly Rule[] = [gpusReadable, temperature, memoryHeadroom, expectedCount];

function seen(on: ReturnType<typeof judge>, target: string, gpus: readonly Gpu[]): Verdict {
  const lost = indexes(gpus.filter(isLost));
  const detail = `unable to determine the device handle for GPU ${lost}`;
  if (lost) return on.violation({ id: 'gpu-unreadable', values: { target, failure: 'bad-status', detail } });
  return gpus.length > 0 ? on.pass() : on.violation({ id: 'gpu-none', values: { target } });
}

/** Which card fell off the bus cannot be told from its PCI address: as long as one is gone, no card's older finding is fixed. */
function* figuresLost(
  code: RuleCode,
  target: string,
  gpus: readonly Gpu[],
  what: 'temperature' | 'vram',
  verify: string,
): Generator<Verdict> {
  const index = indexes(gpus.filter(isLost));
  if (index) yield judge(code, target, target, { verify }).unknown({ id: 'gpu-figure-unknown', values: { target, index, what } });
}

const isLost = ({ lost }: Gpu) => lost;
const indexes = (gpus: readonly Gpu[]) => gpus.map(({ index }) => index).join(', ');
