import { readFileSync } from 'node:fs';
import { saveReport } from '../../skill/history/save.ts';

/**
 * Saves this report for ever, three to a minute of the given day, and says when the first is saved: to be killed. It
 * loads what `save` needs and no more, because it starts 200 times.
 */
const [folder = '', sample = '', day = '0', most = 'Infinity'] = process.argv.slice(2);
const report = JSON.parse(readFileSync(sample, 'utf8'));

for (let saved = 0; saved < Number(most); saved += 1) {
  const minute = Math.floor(saved / 3);
  const timestamp = new Date(Date.UTC(2026, 0, 1 + Number(day), 0, minute)).toISOString();
  await saveReport(folder, { ...report, id: `${day}-${saved}`, timestamp });
  if (saved === 0) process.stdout.write('saved\n');
}
