import { z } from 'zod';
import { commonFields, defineProbe, ProbeError } from '../audit/define.ts';
import type { RunResult } from '../host/host.ts';
import { cut } from './cut.ts';
import { parseJson } from './json.ts';
import { isMissingScript } from './missing-script.ts';

const DEFAULT_BUDGET_MS = 8_000;

const CommandTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('command'),
  /** Program and arguments; no shell reads them. */
  command: z.array(z.string().min(1)).min(1),
  budgetMs: z.int().min(100).max(600_000).optional(),
  expect: z.strictObject({ stdout: z.string().optional() }).optional(),
});

const CommandFacts = z.strictObject({
  exitCode: z.int(),
  latencyMs: z.number().nonnegative(),
  /** What the program said of itself, cut: the answer, or the `status` of a JSON line. */
  answer: z.string(),
  /** `ok`: exit 0 and an answer that is not a reported failure; `degraded`: it says so itself; `failed`: exit code or text. */
  state: z.enum(['ok', 'degraded', 'failed']),
});

/** A node that is reached by running a program, such as a Gemini proxy. */
export const command = defineProbe({
  kind: 'command',
  target: CommandTarget,
  facts: CommandFacts,
  quick: false,
  node: true,
  budgetMs: (target) => target.budgetMs ?? DEFAULT_BUDGET_MS,
  async read(target, host, _mode, signal) {
    const result = await host.run(target.command, {}, signal);
    refuseMissingScript(result);
    const { exitCode, stdout, durationMs } = result;
    const status = parseCommandStatus(stdout);
    return {
      exitCode,
      latencyMs: durationMs,
      answer: cut(status ?? stdout.trim()),
      state: stateOf(result, status, target.expect?.stdout ?? ''),
    };
  },
});

const StatusLine = z.object({ status: z.enum(['ok', 'error', 'degraded']) });
type Status = z.infer<typeof StatusLine>['status'];

/** The `status` of the last JSON line that has one; null when the program does not speak that way. */
export function parseCommandStatus(stdout: string): Status | null {
  const statuses = stdout.split('\n').map(statusOf);
  return statuses.findLast((status) => status !== null) ?? null;
}

function statusOf(line: string): Status | null {
  const text = line.trim();
  if (!/^\uFEFF?\{/.test(text)) return null;
  try {
    return StatusLine.safeParse(parseJson(text)).data?.status ?? null;
  } catch {
    // braces do not make a line JSON
    return null;
  }
}

/** Nothing was learnt about the node. */
function refuseMissingScript({ exitCode, stderr }: RunResult) {
  if (isMissingScript(exitCode, stderr)) throw new ProbeError('missing-tool', 'the script to run is not there');
}

function stateOf({ exitCode, stdout }: RunResult, status: Status | null, expected: string): z.infer<typeof CommandFacts>['state'] {
  const isSilent = stdout.trim() === '';
  if (exitCode !== 0 || isSilent || status === 'error' || !stdout.includes(expected)) return 'failed';
  return status === 'degraded' ? 'degraded' : 'ok';
}
