import { defineConfig } from 'vitest/config';

/** Suites that measure time or fill the machine: one file at a time, when nothing else runs. */
const ALONE = [
  'test/faults/**',
  'test/worlds/**',
  'test/history/**',
  'test/voice/hearing/listener.test.ts',
  'test/voice/hearing/microphone.test.ts',
  'test/voice/hearing/silence.test.ts',
  'test/voice/hearing/virtual-microphone.test.ts',
  'test/voice/speaking/heard.test.ts',
  'test/voice/speaking/say.test.ts',
  'test/voice/dialogue/air-to-air.test.ts',
  'test/pack/**',
  'test/discover.test.ts',
  'test/doctor/**',
  'test/cli.test.ts',
  'test/servers/serve.test.ts',
];
const EVERY = ['test/**/*.test.ts'];

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'together', include: EVERY, exclude: ALONE, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      // a busy machine may be late once; what is wrong is wrong again
      { extends: true, test: { name: 'alone', include: ALONE.map(testsOf), maxWorkers: 1, retry: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});

function testsOf(pattern: string): string {
  return pattern.endsWith('**') ? `${pattern}/*.test.ts` : pattern;
}
