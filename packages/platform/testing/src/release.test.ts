import postgres from 'postgres';
import { expect, test } from 'vitest';
import { createTestDatabase } from './database.ts';

test('the project postgres-15 runs on Postgres 15', async () => {
  await using database = await createTestDatabase();
  const sql = postgres(database.ownerUrl, { max: 1 });
  const [row] = await sql<{ server_version: string }[]>`show server_version`;
  await sql.end();
  expect(row?.server_version).toMatch(/^15\./);
});
