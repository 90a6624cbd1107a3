import { readFileSync } from 'node:fs';
import { fr } from '../../locales/fr/locale.ts';
import { assess } from '../../skill/audit/assess.ts';
import { judge } from '../../skill/audit/run.ts';
import { readingsFromText } from '../../skill/audit/saved-readings.ts';
import { rules } from '../../skill/rules/all.ts';
import { tool } from '../../skill/tool.ts';
import { median } from './measure.ts';

const WARM_UPS = 10;
const ROUNDS = 21;

const saved = readingsFromText(readFileSync(process.argv[2] ?? '', 'utf8'));

const assessed = timed(() => void assess({ ...saved, rules, id: '', tool }));
const worded = timed(() => void judge(saved, fr, tool));
process.stdout.write(JSON.stringify({ assessed, worded }));

/** The first time, and the median once warm. */
function timed(work: () => void) {
  const cold = once(work);
  for (let round = 0; round < WARM_UPS; round += 1) work();
  const warm = Array.from({ length: ROUNDS }, () => once(work));
  return { cold, warm: { wallMs: median(warm.map(({ wallMs }) => wallMs)), cpuMs: median(warm.map(({ cpuMs }) => cpuMs)) } };
}

function once(work: () => void) {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1000 };
}
