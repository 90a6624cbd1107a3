import { consoleReport } from './console.ts';
import { json } from './json.ts';
import type { Reporter } from './reporter.ts';
import { sh } from './sh.ts';
import { spoken } from './spoken.ts';

/** Every form that `--reporter` knows. */
export const reporters: readonly Reporter[] = [consoleReport, json, spoken, sh];
