import { readFileSync } from 'node:fs';
import { fr } from '../../locales/fr/locale.ts';
import { judge } from '../../skill/audit/run.ts';
import { readingsFromText } from '../../skill/audit/saved-readings.ts';
import { tool } from '../../skill/tool.ts';
import { median } from './measure.ts';

const WARM_UPS = 10;
const ROUNDS = 21;

const saved = readingsFromText(readFileSync(process.argv[2] ?? '', 'utf8'));
const judged = (count: number) => Array.from({ length: count }, once);
const [cold] = judged(1);
judged(WARM_UPS);
const warm = judged(ROUNDS);
const middle = { wallMs: median(warm.map(({ wallMs }) => wallMs)), cpuMs: median(warm.map(({ cpuMs }) => cpuMs)) };
process.stdout.write(JSON.stringify({ cold, warm: middle }));

function once() {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  judge(saved, fr, tool);
  const { user, system } = process.cpuUsage(before);
  return { wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1000 };
}
