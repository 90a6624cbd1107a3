import { readFileSync } from 'node:fs';
import { saveReport } from '../../skill/history/save.ts';

/**
 * Saves the reports of these files once its standard input ends, and prints a line of JSON for each: `{ path, id }` or
 * `{ error }`. As another user when `--user` says which, so that root can see what the others see.
 */
const args = process.argv.slice(2);
const user = args[0] === '--user' ? Number(args.splice(0, 2)[1]) : null;
const [folder = '', ...files] = args;
const reports = files.map((file, index) => ({ ...JSON.parse(readFileSync(file, 'utf8')), id: `${process.pid}-${index}` }));
if (user !== null) process.setuid?.(user);

process.stdout.write('waiting\n');
for await (const _ of process.stdin);
for (const report of reports) {
  const result = await saveReport(folder, report).then(
    ({ path }) => ({ path, id: report.id }),
    (error: Error) => ({ error: error.message }),
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
