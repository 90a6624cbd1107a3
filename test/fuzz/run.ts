import { subjects } from './cases.ts';
import { foreignTo, fuzz } from './fuzz.ts';

/** `npm run fuzz -- [COUNT [SEED [NAME]]]`: so many attempts on each subject. Exits with 1 when one threw or lied. */
const [count = '100000', seed = '1', only = ''] = process.argv.slice(2);
const all = await subjects();
const tried = all.filter(({ name }) => name.includes(only));
let isWrong = false;
for (const subject of tried) {
  const startedAt = performance.now();
  const { name, ups, exceptions, lies, slowestMs } = await fuzz(subject, foreignTo(subject, all), Number(count), Number(seed));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `${name.padEnd(28)} ${count} tried, ${ups} accepted, ${exceptions.length} exceptions, ${lies.length} false « up », slowest ${slowestMs.toFixed(0)} ms, ${seconds} s\n`,
  );
  for (const { exception, given } of [...exceptions, ...lies]) {
    isWrong = true;
    process.stdout.write(
      `  ${exception ?? 'false « up »'}\n${given.map((text) => `    | ${JSON.stringify(text).slice(0, 400)}\n`).join('')}`,
    );
  }
}
process.exitCode = isWrong ? 1 : 0;
