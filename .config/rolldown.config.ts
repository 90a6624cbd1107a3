import { defineConfig } from 'rolldown';

export default defineConfig({
  input: {
    main: 'skill/main.ts',
    index: 'skill/index.ts',
    // started in a process of its own, by this name
    'espeak-program': 'skill/voice/engines/espeak-program.ts',
  },
  platform: 'node',
  output: { dir: 'dist', format: 'esm', cleanDir: true, minify: false },
  // it starts programs by paths of its own
  external: ['systeminformation'],
});
