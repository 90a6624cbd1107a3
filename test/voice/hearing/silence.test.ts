import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { figure } from '../../support/gathering.ts';
import type { Silence } from '../../support/silence-loop.ts';
import { isMissing } from '../../support/voices.ts';

const LOOP = fileURLToPath(new URL('../../support/silence-loop.ts', import.meta.url));
const MINUTES = 60;
/** The heap breathes. */
const MOST_GROWTH_KIB = 512;
/** Of the memory that WebAssembly took, nothing is given back: it is full after the first minutes. */
const MOST_GROWTH_MIB = 24;
/** A listener that is on all day: a twentieth of one processor at most. */
const MOST_CPU = 0.05;

test.skipIf(isMissing('espeak-ng'))(
  'an hour of silence costs no memory and little else, and whoever speaks then is heard',
  { timeout: 300_000 },
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', LOOP, String(MINUTES)]);
    const { heapKiB, rssMiB, cpuMs, heard } = JSON.parse(stdout) as Silence;
    const cpu = cpuMs / (MINUTES * 60_000);
    figure(`heap ${heapKiB.map(Math.round)} KiB, ${rssMiB.map(Math.round)} MiB, ${(100 * cpu).toFixed(2)} % of a processor`);
    expect(heard).toEqual([0, 1]);
    expect(heapKiB[1] - heapKiB[0]).toBeLessThan(MOST_GROWTH_KIB);
    expect(rssMiB[1] - rssMiB[0]).toBeLessThan(MOST_GROWTH_MIB);
    expect(cpu).toBeLessThan(MOST_CPU);
  },
);
