import { z } from 'zod';
import { commonFields, defineProbe } from '../audit/define.ts';
import { Port } from './compose/ports.ts';
import { Lack, path, ReadFailure } from './file-ages.ts';

const ComposeTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('compose'),
  /** Files, folders or patterns; of a folder what is called after Compose. */
  paths: z
    .array(path)
    .min(1)
    .max(200)
    .refine((paths) => new Set(paths).size === paths.length, 'expected each path once'),
});
export type ComposeTarget = z.infer<typeof ComposeTarget>;

const line = z.int().positive();

const Service = z.strictObject({
  name: z.string(),
  line,
  containerName: z.strictObject({ name: z.string(), line }).nullable(),
  image: z.string().nullable(),
  /** Started by `docker compose up`: it has no profile, or one that `.env` switches on. */
  isEnabled: z.boolean(),
  profiles: z.array(z.string()),
  networkMode: z.string().nullable(),
  /** As the engine will name them. */
  networks: z.array(z.string()),
  ports: z.array(Port),
  /** Ports whose numbers hang on variables that nothing sets, or that nobody can read. */
  unclearPorts: z.array(z.strictObject({ line, variables: z.array(z.string()) })),
  volumes: z.array(z.strictObject({ line, source: z.string(), target: z.string(), isReadOnly: z.boolean() })),
  envFiles: z.array(z.string()),
  dependsOn: z.array(z.string()),
});
export type Service = z.infer<typeof Service>;

const ComposeFile = z.strictObject({
  /** Relative to the inventory where it lies below it. */
  path: z.string(),
  /** As the engine's labels name it. */
  absolute: z.string(),
  modifiedAt: z.string(),
  /** Its name says that it was put aside. */
  isObsolete: z.boolean(),
  /** As Compose would name it, unless the shell says otherwise. */
  project: z.string(),
  failure: ReadFailure.nullable(),
  services: z.array(Service),
});
export type ComposeFile = z.infer<typeof ComposeFile>;

const ComposeFacts = z.strictObject({
  files: z.array(ComposeFile),
  /** What of the paths could not be looked into. */
  lack: Lack.nullable(),
  unread: z.array(z.strictObject({ path: z.string(), failure: ReadFailure })),
});
export type ComposeFacts = z.infer<typeof ComposeFacts>;

/** The Compose files of some paths, also those that were put aside: what they would start, on which ports, with the line of each. */
export const compose = defineProbe({
  kind: 'compose',
  target: ComposeTarget,
  facts: ComposeFacts,
  quick: false,
  async read(target, host, _mode, signal) {
    const { readComposeFiles } = await import('./compose/read.ts');
    return readComposeFiles(target, host, signal);
  },
});
