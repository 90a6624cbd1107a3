import type { Locale } from '../locales/locale.ts';
import type { LoadedModel, MachineVram } from '../skill/audit/section-tables.ts';
import { firstRows, longTable } from './first-rows.ts';
import { wrap } from './wrap.ts';

type Sections = Locale['sections'];

/** The models that are loaded, with what they take; what is estimated is marked, and the mark is explained. */
export function loadedLines(loaded: readonly LoadedModel[], { sections }: Locale): readonly string[] {
  if (loaded.length === 0) return [];
  const rows = loaded.map(({ node, model, sizeBytes, contextLength, vramMiB, vramEstimateMiB }) => [
    node,
    model,
    sizeBytes === null ? sections.unknownValue : sections.bytes(sizeBytes),
    contextLength === null ? sections.unknownValue : sections.number(contextLength, 0),
    vramMiB !== null
      ? mebibytes(vramMiB, sections)
      : vramEstimateMiB !== null
        ? `≈ ${mebibytes(vramEstimateMiB, sections)}`
        : sections.unknownValue,
  ]);
  const hasEstimate = loaded.some(({ vramEstimateMiB }) => vramEstimateMiB !== null);
  return ['', ...longTable(sections, sections.loadedHead(), rows), ...(hasEstimate ? wrap(sections.estimateLegend) : [])];
}

/** What is left of the video memory of each machine. */
export function vramLines(vram: readonly MachineVram[], sections: Sections): readonly string[] {
  return firstRows(vram, sections, (few) =>
    few.flatMap(({ machine, freeMiB, totalMiB, modelsMiB, isEstimate }) =>
      wrap(sections.vram(machine, freeMiB, totalMiB, modelsMiB, isEstimate), undefined, 2),
    ),
  );
}

export const mebibytes = (value: number, sections: Sections) => sections.bytes(value * 1024 ** 2);
