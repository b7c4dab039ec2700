import { defineConfig } from 'vitest/config';

/** Tests that start the built programs. */
const againstBuild = ['src/*.sdk.test.ts', 'src/deploy.test.ts', 'src/serve.test.ts'];

/** Tests that go from page to page of the whole console. */
const wholePages = ['src/fault-forms-*.test.tsx'];

// A file of its own: unit tests neither need the build's plugins nor start the servers of the dev host.
export default defineConfig({
  test: {
    // A time limit is there to end a test that hangs, not to measure: two busy cores are slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default one core is left to whoever edits meanwhile.
    maxWorkers: '100%',
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Nothing these import remembers anything: to import it once for all files halves the time.
          isolate: false,
          include: ['{src,tools}/*.test.ts', 'src/{contract,proxy,simulator}/**/*.test.ts'],
          exclude: againstBuild,
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          environment: 'node',
          include: againstBuild,
          globalSetup: ['tools/built.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'console',
          environment: 'happy-dom',
          // Each file has a window and modules of its own, in a quarter of the time a process for each would take.
          pool: 'vmThreads',
          include: ['src/console/**/*.test.{ts,tsx}', 'src/*.test.tsx'],
          exclude: wholePages,
          setupFiles: ['src/console/vitest.setup.ts'],
        },
      },
      {
        extends: true,
        // React as it is delivered: in development the half of its time goes into traces of where each element is from.
        oxc: { jsx: { runtime: 'automatic', development: false } },
        test: {
          name: 'pages',
          environment: 'happy-dom',
          pool: 'vmThreads',
          env: { NODE_ENV: 'production' },
          include: wholePages,
        },
      },
    ],
  },
});
