export { createEmptyDatabase, createTestDatabase } from './database.ts';
export type { TestDatabase } from './database.ts';
