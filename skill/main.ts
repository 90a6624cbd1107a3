#!/usr/bin/env node
import { keepCompiledCode } from './compiled-code.ts';

// before anything else is loaded: what is loaded first is compiled each time
keepCompiledCode(process.env);
const argv = process.argv.slice(2);
// what scripts ask before anything else needs nothing of the rest
const { cli } = argv.join(' ') === '--version' ? await import('./version.ts') : await import('./cli.ts');

let isUnwritten = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // a reader that went away has had enough; the report may still be on its way to its file
  if (error.code === 'EPIPE') return;
  if (!isUnwritten) process.stderr.write(`jarvis-audit: standard output cannot be written (${error.message})\n`);
  isUnwritten = true;
});
process.stderr.on('error', () => {});
const code = await cli(argv, process.env);
// what was written may still be in a pipe; then it ends, whatever thread a dead resolver still holds
process.exitCode = code;
// an error reaches its listener after this callback
process.stdout.write('', () => setImmediate(() => process.exit(isUnwritten ? 3 : code)));
