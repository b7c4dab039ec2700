import { defineConfig, devices } from '@playwright/test';
import { findChromium } from '../tools/chromium.mjs';

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  // Pages wait as much as they work: four keep two cores busy.
  workers: 4,
  // A test that passes at the second attempt is a test, or a product, to mend: npm test names it. On a shared builder it
  // does not undo the work of everybody else meanwhile.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  // Time limits end what hangs; nothing here measures speed.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['line'],
    ['json', { outputFile: '../test-results/e2e.json' }],
    ['./operations-report.ts'],
  ],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    // A trace of every test costs a seventh of the whole run; what failed is run again with --trace on.
    trace: 'off',
    launchOptions: {
      // Playwright's own download when the machine has none.
      executablePath: findChromium(),
      args: [
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        // Chromium refuses its sandbox to root, which is what a container often runs as.
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
});
