import { defineConfig } from '@playwright/test';
import { resolveBrowser } from './e2e/support/browser.ts';
import { data } from './e2e/support/folders.ts';

const { env, ...browser } = await resolveBrowser();

export default defineConfig({
  testDir: './e2e',
  outputDir: data('browser'),
  globalSetup: './e2e/support/global-setup.ts',
  reporter: [['list'], ['json', { outputFile: data('reports/browser.json') }]],
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    // A trace of every test costs a seventh of the run: ask for one with --trace on.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...browser,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--font-render-hinting=none',
      ],
      env: { ...process.env, ...env } as Record<string, string>,
    },
  },
});
