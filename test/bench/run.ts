import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../../reporters/table.ts';
import { type Figure, figures } from './figures.ts';
import type { Places } from './servers.ts';

const USAGE = `npm run bench [-- --json] [-- WORD…]
  measures the built program (npm run prepack), each figure beside « node -e 0 », alternating
  WORD    only the figures whose name holds it
  --json  the figures as one JSON document
  --intents FILE [--fails]  instead: what the matcher makes of labelled sentences (CSV), and those it fails
`;
/** Whoever shares the processor makes everything late: above this, no time is judged. */
const IDLE_LOAD = 1;
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const file = argv[argv.indexOf('--intents') + 1];
  if (argv.includes('--intents')) return await intents(file, argv.includes('--fails'));
  if (!existsSync(MAIN)) {
    process.stderr.write(USAGE);
    return 3;
  }
  const words = argv.filter((word) => !word.startsWith('--'));
  const load = loadavg()[0] ?? 0;
  const servers = fork(new URL('servers.ts', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-bench-'));
  try {
    const [places] = (await once(servers, 'message')) as [Places];
    const done: Figure[] = [];
    for await (const figure of figures({ main: MAIN, folder, places, words })) {
      done.push(figure);
      process.stderr.write(`${figure.name}: ${figure.value}\n`);
    }
    const document = { node: process.version, load: [load, loadavg()[0] ?? 0], isIdle: load <= IDLE_LOAD, figures: done };
    process.stdout.write(argv.includes('--json') ? `${JSON.stringify(document, null, 2)}\n` : `${shown(done, load).join('\n')}\n`);
    return load <= IDLE_LOAD && done.some(({ isKept }) => !isKept) ? 1 : 0;
  } finally {
    servers.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function intents(file: string | undefined, areFailsShown: boolean): Promise<number> {
  if (file === undefined) {
    process.stderr.write(USAGE);
    return 3;
  }
  const { intentFigures } = await import('./intents.ts');
  process.stdout.write(await intentFigures(file, areFailsShown));
  return 0;
}

function shown(done: readonly Figure[], load: number): readonly string[] {
  const rows = done.map(({ name, value, target, cpuMs, ratio, isKept }) => [
    name,
    value,
    target,
    cpuMs === null ? '' : `${Math.round(cpuMs)} ms`,
    ratio === null ? '' : `× ${ratio.toFixed(1)}`,
    isKept ? 'kept' : 'missed',
  ]);
  const note =
    load > IDLE_LOAD
      ? [
          `Load average ${load.toFixed(1)}: something else is running, so that times are too long. Targets are judged at ${IDLE_LOAD} or less.`,
        ]
      : [];
  const dominated = done.flatMap(({ name, dominated: most }) => (most === null ? [] : [`${name}: ${most}`]));
  return [
    ...table(['', 'measured', 'target', 'CPU', 'node -e 0', ''], rows),
    ...note,
    '',
    'What takes most of the time, by a profile of one more run:',
    ...dominated,
  ];
}
