import { describe, expect, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { loadedLines, vramLines } from '../../reporters/models.ts';
import type { LoadedModel, MachineVram } from '../../skill/audit/section-tables.ts';

const GIB = 2 ** 30;

const loaded = (fields: Partial<LoadedModel> = {}): LoadedModel => ({
  node: 'M2',
  model: 'qwen3-8b',
  type: 'llm',
  sizeBytes: 5 * GIB,
  contextLength: 8_192,
  vramMiB: null,
  vramEstimateMiB: null,
  ...fields,
});
const machine = (fields: Partial<MachineVram> = {}): MachineVram => ({
  machine: 'm2',
  nodes: ['M2'],
  freeMiB: 11_264,
  totalMiB: 24_576,
  modelsMiB: 12_288,
  isEstimate: true,
  ...fields,
});
const lineOf = (fields: Partial<MachineVram>, locale = fr) =>
  vramLines([machine(fields)], locale.sections)
    .join(' ')
    .replace(/\s+/g, ' ');

describe('the models that are loaded', () => {
  test('show a measure as it is, an estimate with its sign, and what nobody knows as such', () => {
    const lines = loadedLines(
      [
        loaded({ vramMiB: 4_096 }),
        loaded({ node: 'M3', vramEstimateMiB: 6_144 }),
        loaded({ node: 'V', sizeBytes: null, contextLength: null }),
      ],
      fr,
    );
    expect(lines).toEqual([
      '',
      'Nœud  Modèle chargé  Taille  Contexte  VRAM',
      'M2    qwen3-8b       5 Gio   8 192     4 Gio',
      'M3    qwen3-8b       5 Gio   8 192     ≈ 6 Gio',
      'V     qwen3-8b       ?       ?         ?',
      '≈ : estimation (taille des poids × 1,2), et non une mesure.',
    ]);
  });

  test('explain the sign only where it stands', () => {
    expect(loadedLines([loaded({ vramMiB: 4_096 })], en).join('\n')).not.toContain('≈');
    expect(loadedLines([loaded({ vramEstimateMiB: 1 })], en).at(-1)).toBe('≈: an estimate (size of the weights × 1.2), not a measure.');
    expect(loadedLines([], fr)).toEqual([]);
  });

  test('are sixty at most, and how many more there are', () => {
    const lines = loadedLines(
      Array.from({ length: 75 }, (_, index) => loaded({ model: `model-${index}` })),
      fr,
    );
    expect(lines.filter((line) => line.includes('model-'))).toHaveLength(60);
    expect(lines.at(-1)).toBe('… et 15 autres lignes dans le rapport JSON.');
  });

  test('fit the width of the console, whatever their names', () => {
    const lines = loadedLines([loaded({ node: 'n'.repeat(64), model: 'm'.repeat(200), vramEstimateMiB: 1_024 })], fr);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
  });
});

describe('the video memory of a machine', () => {
  test('is labelled as an estimate where one part is', () => {
    expect(lineOf({})).toBe('m2 : VRAM libre 11 Gio sur 24 Gio ; modèles chargés ≈ 12 Gio (estimation)');
    expect(lineOf({ isEstimate: false })).not.toMatch(/≈|estimation/);
    expect(lineOf({}, en)).toContain('models loaded ≈ 12 GiB (estimate)');
  });

  test('is too little where models take more', () => {
    expect(lineOf({ totalMiB: 8_192 })).toContain(', ≈ 4 Gio de trop');
  });

  test('is not told where something is unknown', () => {
    expect(lineOf({ modelsMiB: null })).toBe('m2 : VRAM libre 11 Gio sur 24 Gio ; place des modèles inconnue');
    expect(lineOf({ freeMiB: null, modelsMiB: 0, isEstimate: false })).toBe('m2 : VRAM libre inconnue sur 24 Gio ; aucun modèle en VRAM');
  });
});
