import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { commonFields, defineProbe, FAILURE_CODES } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { cut } from './cut.ts';
import { Lack, path, ReadFailure } from './file-ages.ts';
import { KINDS } from './secrets/kinds.ts';
import { msLeft } from './time-left.ts';

const SecretsTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('secrets'),
  /** Files, folders or patterns. */
  paths: z.array(path).min(1).max(200),
  /** Names, or patterns of paths, that are passed over. */
  ignore: z.array(z.string().min(1).max(200)).max(200).optional(),
});

/** A secret in a file: everything but the value. */
const FoundSecret = z.strictObject({
  path: z.string(),
  line: z.int().positive(),
  name: z.string().nullable(),
  /** Which one of its name in this file, or of its kind where it has none. */
  nth: z.int().positive(),
  kind: z.enum(KINDS),
  /** The product that it opens. */
  service: z.string().nullable(),
  length: z.int().nonnegative(),
  /** Equal for equal values within one audit, and good for nothing after it. */
  fingerprint: z.string().regex(/^[\da-f]{8}$/),
});
export type FoundSecret = z.infer<typeof FoundSecret>;

const EnvironmentFile = z.strictObject({
  path: z.string(),
  /** Rights in octal, `644`; null where there are none. */
  mode: z.string().nullable(),
  tracking: z.enum(['tracked', 'untracked', 'outside', ...FAILURE_CODES]),
});
export type EnvironmentFile = z.infer<typeof EnvironmentFile>;

/** A value in force that everybody may know. */
const DefaultValue = z.strictObject({
  path: z.string(),
  line: z.int().positive(),
  name: z.string(),
  /** The file that shows the same value; null where the value is a usual placeholder. */
  example: z.strictObject({ path: z.string(), line: z.int().positive() }).nullable(),
});
export type DefaultValue = z.infer<typeof DefaultValue>;

/** Where a file says how a service runs the commands that it is given. */
const ExecutionModeOf = z.strictObject({
  path: z.string(),
  line: z.int().positive(),
  isDirect: z.boolean(),
  /** Set on purpose, and not what a program falls back on. */
  isSetting: z.boolean(),
  hasAllowlist: z.boolean(),
});

const SecretsFacts = z.strictObject({
  /** Declared paths that could not be looked into at all. */
  lost: z.array(z.strictObject({ path: z.string(), failure: ReadFailure })),
  files: z.int().nonnegative(),
  found: z.array(FoundSecret),
  /** With those beyond the first five hundred. */
  foundCount: z.int().nonnegative(),
  /** Files of environment variables that programs read. */
  environments: z.array(EnvironmentFile),
  defaults: z.array(DefaultValue),
  /** Values that were compared with examples and placeholders. */
  compared: z.int().nonnegative(),
  executionModes: z.array(ExecutionModeOf),
  /** What could not be listed. */
  unlisted: Lack.nullable(),
  /** What was not looked into: the same, or what could not be read. */
  lack: Lack.nullable(),
});
export type SecretsFacts = z.infer<typeof SecretsFacts>;

/** Secrets that lie in files: where, of which kind, and never what they are. */
export const secrets = defineProbe({
  kind: 'secrets',
  target: SecretsTarget,
  facts: SecretsFacts,
  quick: false,
  async read(target, host, _mode, signal) {
    const forMs = msLeft(target, host.now(), host);
    // only an audit that has such a target pays for what finds them
    const { readSecrets } = await import('./secrets/read.ts');
    const facts = await readSecrets(target, keyOf(host), host, forMs, signal);
    return { ...facts, lost: facts.lost.map(({ path: at, failure }) => ({ path: cut(at), failure })) };
  },
});

/** One key an audit, whose host this is: the same secret in two targets has one fingerprint. */
function keyOf(host: Host): Uint8Array {
  const key = keys.get(host) ?? randomBytes(32);
  keys.set(host, key);
  return key;
}

const keys = new WeakMap<Host, Uint8Array>();
