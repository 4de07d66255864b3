import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const sheet = fileURLToPath(new URL('sheet.ts', import.meta.url));

/** Runs the mutants of the SQL: what the product's own tests say of a floor with one mistake in it. */
export default defineConfig({
  root: fileURLToPath(new URL('../../../', import.meta.url)),
  plugins: [
    {
      name: 'tests-as-sheets',
      enforce: 'pre',
      resolveId: (source, importer) =>
        source === 'vitest' && /\.(test|check)\.ts(\?|$)/.test(importer ?? '') ? sheet : undefined,
    },
  ],
  test: {
    name: 'sql-mutants',
    environment: 'node',
    globalSetup: './packages/platform/testing/src/global-setup.ts',
    include: ['tests/long/sql/*.long.ts'],
    maxWorkers: 2,
    testTimeout: 900_000,
    hookTimeout: 300_000,
  },
});
