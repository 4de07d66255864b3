import { defineConfig } from 'vitest/config';

/** Two kinds of test: those that run as the server does, on a real Postgres, and components in a page of jsdom's. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    restoreMocks: true,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'packages/**/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/**/*.test.ts',
          ],
          globalSetup: './packages/platform/testing/src/global-setup.ts',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        // React 19's page-side code asks for the automatic runtime.
        oxc: { jsx: { runtime: 'automatic' } },
        test: {
          name: 'components',
          environment: 'jsdom',
          // Testing Library tidies up after each test only where it finds these.
          globals: true,
          include: ['{packages/platform/ui,apps/web,apps/youth}/src/**/*.test.tsx'],
          setupFiles: ['./scripts/vitest/quiet-console.ts', './scripts/vitest/page.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
