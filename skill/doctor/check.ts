import type { DoctorNote } from '../../locales/locale.ts';
import type { Host } from '../host/host.ts';
import type { Environment } from '../inventory/expand.ts';
import type { Packages } from './packages.ts';

/** `missing` keeps an audit from being whole or kept; without what is `optional` it only says less. */
export type State = 'missing' | 'unknown' | 'optional' | 'ok';

export interface Diagnosis {
  readonly state: State;
  readonly note: DoctorNote;
  /** What brings it on this very system, ready to be copied; null when there is nothing to type. */
  readonly command: string | null;
  /** The system's packages that the command installs, so that several can be brought at once. */
  readonly packages?: readonly string[];
}

/** The machine that is looked at, and how one would run an audit on it. */
export interface Patient {
  readonly host: Host;
  readonly environment: Environment;
  readonly isRoot: boolean;
  readonly nodeVersion: string;
  readonly packages: Packages;
  /** Of the words that would be spoken. */
  readonly language: 'fr' | 'en';
  /** `--config`, `--out`, as for the audit. */
  readonly config: string | undefined;
  readonly out: string;
  readonly files: Files;
}

/** What a check needs of the file system; everything absent, forbidden or broken is null or false. */
export interface Files {
  /** The whole path of a program on PATH. */
  program(name: string, signal: AbortSignal): Promise<string | null>;
  exists(path: string, signal: AbortSignal): Promise<boolean>;
  isWritable(path: string, signal: AbortSignal): Promise<boolean>;
  isReadable(path: string, signal: AbortSignal): Promise<boolean>;
  names(folder: string, signal: AbortSignal): Promise<readonly string[]>;
  text(path: string, signal: AbortSignal): Promise<string | null>;
  /** Whether npm has installed this package for this program. */
  hasPackage(name: string): boolean;
}

/** One thing that an audit, a voice or a microphone rests on. Its name in words is `locale.doctor.checks[id]`. */
export interface Check {
  readonly id: CheckId;
  /** Nothing: it does not matter on this machine. */
  look(patient: Patient, signal: AbortSignal): Promise<readonly Diagnosis[]>;
}

export type CheckId =
  | 'node'
  | 'inventory'
  | 'reports'
  | 'clock'
  | 'network'
  | 'rights'
  | 'tools'
  | 'gpu'
  | 'voice'
  | 'sound'
  | 'microphone'
  | 'hearing';

export const fine = (note: DoctorNote): Diagnosis => ({ state: 'ok', note, command: null });
