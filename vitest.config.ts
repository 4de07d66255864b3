import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** What runs as the server does, on a real Postgres. */
const onPostgres = {
  environment: 'node',
  // Each file has a database or nothing of its own; the modules are read once.
  isolate: false,
  globalSetup: './packages/platform/testing/src/global-setup.ts',
  testTimeout: 20_000,
  hookTimeout: 30_000,
} as const;

/** Holds only on the older release. */
const OF_15 = 'packages/platform/testing/src/release.test.ts';

/**
 * On the oldest release that the product supports: what is there and how it came to be, the heart of the floor, random worlds
 * through it, and every procedure by everybody. What else is in SQL is asked through the procedures that call it.
 */
const postgres15: TestProjectInlineConfiguration = {
  test: {
    ...onPostgres,
    name: 'postgres-15',
    include: [
      'tests/floor/{bases,catalogue,context,marks,masks,migrations,pause,permission,projection,rule-against-floor}.test.ts',
      'tests/access/matrix.test.ts',
      OF_15,
    ],
    // Fewer random worlds show what an older release would do otherwise.
    env: { ACCORD_WORLDS: '30' },
    provide: { postgresRelease: 15 },
  },
};

/**
 * Those that run on Postgres, and components in a page of jsdom's. A server of one's own, by TEST_DATABASE_URL, is the
 * only one then: its release is the one that is asked about.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    restoreMocks: true,
    projects: [
      {
        test: {
          ...onPostgres,
          name: 'node',
          include: [
            'packages/**/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', OF_15],
        },
      },
      ...(process.env['TEST_DATABASE_URL'] ? [] : [postgres15]),
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
