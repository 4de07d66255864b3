import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { globalSetup: 'packages/platform/testing/src/global-setup.ts', include: ['**/*.test.ts'], exclude: ['**/node_modules/**'] } });
