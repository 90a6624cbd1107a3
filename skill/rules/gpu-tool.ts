import type { Reading } from '../audit/define.ts';
import { quoted } from './shell.ts';

interface Tool {
  readonly target: { readonly tool?: string | undefined };
  readonly reading: Reading<{ readonly tool: string }>;
}

/** The program that was asked, with these options: those of nvidia-smi, else those of rocm-smi. */
export function askCards({ target, reading }: Tool, nvidia: string, rocm: string): string {
  const tool = target.tool ?? (reading.ok ? reading.facts.tool : 'nvidia-smi');
  return `${quoted(tool)} ${/rocm[^\\/]*$/i.test(tool) ? rocm : nvidia}`.trim();
}

/** What shows temperature and memory of each card again. */
export const cardFigures = (read: Tool) =>
  askCards(
    read,
    '--query-gpu=index,uuid,name,temperature.gpu,memory.free,memory.total --format=csv',
    '--showproductname --showtemp --showmeminfo vram',
  );
