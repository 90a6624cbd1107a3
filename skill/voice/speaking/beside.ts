import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { linkToFree } from '../../history/publish.ts';
import { temporaryName } from '../../history/temporaries.ts';
import type { Wav } from '../wav.ts';

/** For the owner and the group, like the report. */
const FILE_MODE = 0o640;

/** Writes the sound beside its report and under its name, and tells where. Nothing is overwritten. */
export async function keepBeside(report: string, { bytes }: Wav): Promise<string> {
  const folder = dirname(report);
  const stem = basename(report, '.json');
  const temporary = join(folder, await temporaryName());
  try {
    await writeFile(temporary, bytes, { mode: FILE_MODE, flag: 'wx' });
    const name = await linkToFree(temporary, folder, (number) => `${stem}${number === 1 ? '' : `_${number}`}.wav`);
    return join(folder, name);
  } finally {
    // what cannot be removed now is swept later
    await rm(temporary, { force: true }).catch(() => {});
  }
}
