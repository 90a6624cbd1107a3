import type { Environment } from '../expand.ts';

/** Where discovery looks. */
export interface Place {
  readonly folder: string;
  readonly home: string;
  readonly environment: Environment;
}
