import { z } from 'zod';
import { ProbeError } from '../../audit/define.ts';
import { cut } from '../cut.ts';
import { isAllowlist, isDirect } from '../execution.ts';

/** One unit, as far as it is known. */
export const Unit = z.strictObject({
  unit: z.string(),
  load: z.string(),
  active: z.string(),
  sub: z.string(),
  type: z.string().nullable(),
  result: z.string().nullable(),
  exitStatus: z.int().nullable(),
  /** When it is started again by itself. */
  restart: z.string().nullable(),
  restarts: z.int().nonnegative().nullable(),
  /** Seconds that it has been active. */
  activeForS: z.number().nonnegative().nullable(),
  /** A socket, a timer or a path starts it when it is needed. */
  isTriggered: z.boolean(),
  /** The file that defines it. */
  file: z.string().nullable(),
  /** How it runs the commands that it is given, where its environment says so. */
  execution: z.strictObject({ isDirect: z.boolean(), hasAllowlist: z.boolean() }).nullable(),
});
export type Unit = z.infer<typeof Unit>;

/** What is asked of each unit, in one call for all. */
export const PROPERTIES = [
  'Id',
  'LoadState',
  'ActiveState',
  'SubState',
  'Type',
  'Result',
  'ExecMainStatus',
  'Restart',
  'NRestarts',
  'ActiveEnterTimestampMonotonic',
  'TriggeredBy',
  'FragmentPath',
  'Environment',
];

/** Blocks of KEY=VALUE in the order of the names that were asked for, parted by an empty line; the keys come in any order. */
export function parseShow(stdout: string, names: readonly string[], upForS: number | null): readonly Unit[] {
  const blocks = stdout
    .split(/\n\s*\n/)
    .map((block) => new Map(block.split('\n').flatMap(entryOf)))
    .filter((block) => block.has('LoadState'));
  if (blocks.length !== names.length) throw new ProbeError('malformed', `${blocks.length} units shown of ${names.length}`);
  return blocks.map((block, index) => unitOf(names[index] ?? '', block, upForS));
}

function entryOf(line: string): readonly (readonly [string, string])[] {
  const at = line.indexOf('=');
  return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : [];
}

function unitOf(unit: string, block: ReadonlyMap<string, string>, upForS: number | null): Unit {
  const text = (key: string) => cut(block.get(key) ?? '') || null;
  const since = numberOf(block.get('ActiveEnterTimestampMonotonic'));
  return {
    unit,
    load: text('LoadState') ?? 'unknown',
    active: text('ActiveState') ?? 'unknown',
    sub: text('SubState') ?? 'unknown',
    type: text('Type'),
    result: text('Result'),
    exitStatus: numberOf(block.get('ExecMainStatus')),
    restart: text('Restart'),
    restarts: numberOf(block.get('NRestarts')),
    activeForS: since === null || since === 0 || upForS === null ? null : Math.max(0, upForS - since / 1_000_000),
    isTriggered: text('TriggeredBy') !== null,
    file: text('FragmentPath'),
    execution: executionOf(block.get('Environment') ?? ''),
  };
}

/** « [not set] » and the largest number that there is are both no figure. */
function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The rest of an environment may be secret: it goes no further. */
function executionOf(environment: string): Unit['execution'] {
  const pairs = [...environment.matchAll(/(?:^|\s)["']?([A-Za-z_]\w{0,80})=("?[^\s"']*)/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const mode = pairs.findLast(([name]) => /(?:^|_)EXECUT(?:E|ION)_MODE$/i.test(name));
  if (!mode) return null;
  return { isDirect: isDirect(mode[1].replace(/"/g, '')), hasAllowlist: pairs.some(([name, value]) => isAllowlist(name) && value !== '') };
}
