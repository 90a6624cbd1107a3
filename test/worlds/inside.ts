import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fr } from '../../locales/fr/locale.ts';
import { coloured } from '../../reporters/colour.ts';
import { consoleReport } from '../../reporters/console.ts';
import { spoken } from '../../reporters/spoken.ts';
import { reportSchema } from '../../skill/audit/report.ts';
import { type Audited, runAudit } from '../../skill/audit/run.ts';
import { createFileStore } from '../../skill/history/files.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { findInventory } from '../../skill/inventory/find.ts';
import { tool } from '../../skill/tool.ts';
import { compare, comparisonLines } from './compare.ts';
import { documentFacts } from './document-facts.ts';
import type { StartedWorld, WorldState } from './world.ts';

const DEADLINE_MS = 10_000;
/** The real program, from the sources. */
const PROGRAM = fileURLToPath(new URL('../../skill/main.ts', import.meta.url));

export interface Visit {
  readonly title: string;
  readonly state: WorldState;
  /** The world's folder. */
  readonly place: string;
  readonly isCheck: boolean;
  /** Run in place of the audit. */
  readonly command: readonly string[] | null;
}

/** Starts the world in this process, audits it, tells and compares. Resolves to the exit code. */
export async function inside({ title, state, place, isCheck, command }: Visit, signal: AbortSignal): Promise<number> {
  const world = await state.start(place);
  try {
    replaceEnvironment(world.env);
    process.chdir(place);
    if (command !== null) return await runHere(command, signal);
    const startedAt = performance.now();
    const seen = state.byCommandLine ? await auditByCommandLine(place, signal) : await audit(world, place, signal);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const summary = spoken.render(seen.report, fr);
    if (!isCheck) {
      const text = consoleReport.render(seen.report, fr);
      process.stdout.write(`${process.stdout.isTTY ? coloured(text) : text}\n${summary}\n\n`);
    }
    const comparison = compare(seen.report, state, [...documentFacts(seen.report, summary), ...world.facts(seen)]);
    const words = summary.split(/\s+/).length;
    const lines = [`— ${title} (${seconds} s) —`, ...comparisonLines(comparison), `M0: ${summary.length} caractères, ${words} mots`];
    process.stdout.write(`${lines.join('\n')}\n`);
    return comparison.missing.length + comparison.invented.length === 0 ? 0 : 1;
  } finally {
    await world.close();
  }
}

/** The same functions as the command line, on the world's machine. */
async function audit({ inventoryFile, env, host }: StartedWorld, place: string, signal: AbortSignal): Promise<Audited> {
  const real = createNodeHost();
  try {
    const seen = host?.(real) ?? real;
    const { inventory, secrets, folder } = await findInventory(inventoryFile, env, seen, signal);
    const store = createFileStore(join(place, 'data'));
    const audited = await runAudit(
      { inventory, secrets, mode: 'full', locale: fr, deadlineMs: DEADLINE_MS, host: seen, folder, store, tool },
      signal,
    );
    await store.save(audited.report);
    return audited;
  } finally {
    await real.close();
  }
}

/** Its report is the file that it leaves. */
async function auditByCommandLine(place: string, signal: AbortSignal): Promise<Pick<Audited, 'report'>> {
  const code = await runHere(['node', PROGRAM], signal, 'ignore');
  if (code !== 0) throw new Error(`node skill/main.ts exited with ${code}`);
  const [file, surplus] = readdirSync(join(place, 'data'));
  if (!file || surplus) throw new Error(`expected one report, found ${file} ${surplus}`);
  return { report: reportSchema.parse(JSON.parse(readFileSync(join(place, 'data', file), 'utf8'))) };
}

async function runHere(
  [program = '', ...args]: readonly string[],
  signal: AbortSignal,
  stdout: 'inherit' | 'ignore' = 'inherit',
): Promise<number> {
  const child = spawn(program === 'node' ? process.execPath : program, args, { stdio: ['ignore', stdout, 'inherit'], signal });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

function replaceEnvironment(environment: StartedWorld['env']): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
}
