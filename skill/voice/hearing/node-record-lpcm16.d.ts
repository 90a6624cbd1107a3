/** The small part that we use; the package brings no types. */
declare module 'node-record-lpcm16' {
  import type { ChildProcessByStdio } from 'node:child_process';
  import type { Readable } from 'node:stream';

  export interface RecordingOptions {
    /** Of a module that makes a command of these options; it is loaded, so that it must be ours. */
    readonly recorder: string;
    readonly sampleRate: number;
    readonly channels: number;
    readonly audioType: 'raw';
    readonly [own: string]: unknown;
  }
  export interface Recording {
    readonly process: ChildProcessByStdio<null, Readable, Readable>;
    stream(): Readable;
  }
  export function record(options: RecordingOptions): Recording;
}
