import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';
import { assets } from './assets.ts';
import { builtins } from './builtins.ts';
import { licences } from './licences.ts';
import { tables } from './tables.ts';

const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
/** Its types are part of ours; its code is bundled, which starts three times as fast. */
const TYPES_ONLY = 'zod';

/** What is installed with the package stays outside; everything else, all of devDependencies that is used, goes in. */
export default defineConfig({
  input: {
    main: 'skill/main.ts',
    index: 'skill/index.ts',
    // started by its name, in a process or a thread of its own
    'espeak-program': 'skill/voice/speaking/engines/espeak-program.ts',
    'check-program': 'skill/probes/sqlite/check-program.ts',
    'scan-thread': 'skill/probes/secrets/scan-thread.ts',
    // asked for by node-record-lpcm16, by this name
    'recorder-module': 'skill/voice/hearing/recorder-module.ts',
  },
  platform: 'node',
  external: Object.keys({ ...dependencies, ...optionalDependencies })
    .filter((name) => name !== TYPES_ONLY)
    // and what is in them, such as onnxruntime-web/wasm
    .map((name) => new RegExp(`^${name}(?:/|$)`)),
  plugins: [builtins(), licences(), tables(), assets(['skill/servers/web/page.css', 'skill/servers/web/page.js'])],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    // names stay, for the stack traces of --debug
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    // a file costs more to find than to read: one for what answers at once, one for what every audit needs
    codeSplitting: {
      groups: [
        // a thread, or a program of its own, that shared one word with the others would load them all
        {
          name: 'shared',
          test: /^\0node:(?:crypto|fs|os|path|perf_hooks|sqlite|url|worker_threads)$|skill\/probes\/execution\.ts$/,
          priority: 4,
        },
        { name: 'version', test: /skill\/(?:version|tool)\.ts$/, priority: 3 },
        { name: 'cli', test: /skill\/cli\.ts$/, priority: 2 },
        { name: 'audit', test: /skill\/commands\/audit\.ts$/, priority: 1 },
      ],
    },
  },
});
