import { defineConfig } from 'vitest/config';

/**
 * The tests of the rule by example: pure, without a database. Its properties over thousands of random worlds are left
 * out, since each mutant would ask them anew: the score is that of the examples alone, and the same each time.
 */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['packages/domain/consent/src/contract/**/*.test.ts'],
    exclude: ['**/*.properties.test.ts'],
    setupFiles: ['./tests/long/mutation/few-runs.ts'],
    testTimeout: 60_000,
  },
});
