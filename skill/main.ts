#!/usr/bin/env node
import { cli } from './cli.ts';

process.stdout.on('error', () => process.exit(0));
const code = await cli(process.argv.slice(2), process.env);
// what was written may still be in a pipe; then it ends, whatever thread a dead resolver still holds
process.exitCode = code;
process.stdout.write('', () => process.exit(code));
