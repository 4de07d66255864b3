import type { Database } from '@accord/db';
import { type Actor, AppError, type Purpose } from '@accord/kernel';
import type { Sql } from 'postgres';
import { STAFF_PURPOSES } from './plan.ts';
import type { PlacedWorld } from './place.ts';

/** What the floor lets one reader know and see of a world, for one purpose. */
export interface Answer {
  reader: Actor;
  purpose: Purpose;
  known: ReadonlySet<string>;
  seen: ReadonlySet<string>;
}

/**
 * Lets a reading transaction choose the instant at which the floor decides, in this test's database alone, so that
 * a period can begin or end at exactly that instant. The product's own text is kept but for its clock. The expiry of
 * the signature keeps the real one.
 */
export async function giveClock(sql: Sql): Promise<void> {
  const clock = `coalesce(nullif(current_setting('accord_test.at', true), '')::timestamptz, statement_timestamp())`;
  for (const name of ['openings', 'context']) {
    const text = await definitionOf(sql, name);
    const dated = text.replace(/(?<!\bif )statement_timestamp\(\)/g, clock);
    if (dated === text) throw new Error(`accord.${name} no longer asks for the time of the statement`);
    await sql.unsafe(dated);
  }
}

export async function definitionOf(sql: Sql, name: string): Promise<string> {
  const [row] = await sql<
    { text: string }[]
  >`select pg_get_functiondef(('accord.' || ${name})::regproc) as text`;
  if (!row) throw new Error(`no function accord.${name}`);
  return row.text;
}

/** Every reader for every purpose, by a query that names no case: what comes back is what the floor lets through. */
export async function readWorld(
  database: Database,
  world: PlacedWorld,
  clock: 'given' | 'real' = 'given',
): Promise<Answer[]> {
  return Promise.all(
    world.readers.flatMap((reader) =>
      purposesOf(reader).map((purpose) => ask(database, world, reader, purpose, clock)),
    ),
  );
}

function purposesOf(reader: Actor): Purpose[] {
  if (reader.kind === 'staff') return [...STAFF_PURPOSES];
  return reader.kind === 'youth' ? ['self-access', STAFF_PURPOSES[0]] : [STAFF_PURPOSES[0]];
}

async function ask(
  database: Database,
  world: PlacedWorld,
  reader: Actor,
  purpose: Purpose,
  clock: 'given' | 'real',
): Promise<Answer> {
  const instant = clock === 'given' ? new Date(world.at).toISOString() : '';
  const reading = database.withActor(reader, { purpose, cases: world.cases }, async (tx) => {
    const [, [found]] = await Promise.all([
      tx`select set_config('accord_test.at', ${instant}, true)`,
      tx<{ known: string[]; seen: string[] }[]>`select
        array(select id from case_item) as known, array(select item_id from case_item_body) as seen`,
    ]);
    return found;
  });
  const row = await reading.catch((error: unknown) => {
    if (reader.kind === 'advisor' && isRefusal(error)) return undefined;
    throw error;
  });
  return { reader, purpose, known: new Set(row?.known), seen: new Set(row?.seen) };
}

/** An advisor's own role has no right on a table of a case: the question itself is refused (42501). */
function isRefusal(error: unknown): boolean {
  const cause = error instanceof AppError ? error.cause : undefined;
  return (cause as { code?: unknown } | undefined)?.code === '42501';
}
