import { inject } from 'vitest';
import { cloneDatabase } from './clone.ts';
import type { TestDatabase } from './clone.ts';
import type { TestCluster } from './cluster.ts';

export type { TestDatabase } from './clone.ts';

/**
 * A copy of the migrated database for one test file:
 *
 *     const database = await createTestDatabase();
 *     afterAll(() => database[Symbol.asyncDispose]());
 *
 * Not `await using` at the top of a file: that would drop it before the first test runs.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return await cloneDatabase(getCluster());
}

/** A database without any schema, for the tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return await cloneDatabase(getCluster(), 'template1');
}

function getCluster(): TestCluster {
  const provided = inject('accordCluster');
  if ('failure' in provided) throw new Error(`The test database could not be built: ${provided.failure}`);
  return provided;
}
