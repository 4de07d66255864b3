import type { Tx } from '@accord/db';

export type { Tx };

/** Tables whose rows have an id in the source. */
export type KeyedTable = 'directory_organization' | 'directory_service' | 'directory_location';

/** Tables whose rows are replaced as a set per parent, and the columns that may name the parent. */
export const PARENT_COLUMNS = {
  directory_phone: ['service_id', 'location_id', 'organization_id'],
  directory_postal_address: ['location_id', 'organization_id'],
  directory_regular_schedule: ['service_id', 'location_id'],
} as const;
export type SetTable = keyof typeof PARENT_COLUMNS;

export type Values = Record<string, string | number | boolean | null>;

export interface StoredRow {
  id: string;
  sourceId: string;
  /** Null while the source does not give the row. */
  digest: string | null;
}

export interface StoredChild {
  id: string;
  parentId: string;
  digest: string;
}

export interface WordSource {
  id: string;
  name: string;
  alternateName: string | null;
  description: string | null;
  organizationName: string | null;
  organizationDescription: string | null;
}

/** A statement takes 65,535 parameters at most; the widest row has 18. */
const CHUNK = 1_000;

/** Two imports of one source wait for each other; of two sources, they do not. */
export async function lockSource(tx: Tx, source: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`directory:${source}`}, 0))`;
}

export async function findStored(tx: Tx, table: KeyedTable, source: string): Promise<StoredRow[]> {
  return await tx<StoredRow[]>`
    select id, source_id as "sourceId", digest from ${tx(`accord.${table}`)} where source = ${source}`;
}

/** Ids of the organisations that stand in for one that the source does not describe, as they are stored. */
export async function findPlaceholders(tx: Tx, source: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from accord.directory_organization
    where source = ${source} and placeholder and withdrawn_at is null`;
  return rows.map((row) => row.id);
}

export async function insertRows(
  tx: Tx,
  table: KeyedTable | SetTable,
  rows: readonly Values[],
): Promise<void> {
  for (const some of chunks(rows)) await tx`insert into ${tx(`accord.${table}`)} ${tx(some)}`;
}

export async function updateRow(tx: Tx, table: KeyedTable, id: string, values: Values): Promise<void> {
  await tx`update ${tx(`accord.${table}`)} set ${tx(values)} where id = ${id}`;
}

export async function withdrawRows(
  tx: Tx,
  table: 'directory_organization' | 'directory_service',
  ids: readonly string[],
): Promise<number> {
  let count = 0;
  for (const some of chunks(ids)) {
    const result = await tx`
      update ${tx(`accord.${table}`)} set withdrawn_at = now(), digest = null
      where id in ${tx(some)} and withdrawn_at is null`;
    count += result.count;
  }
  return count;
}

export async function deleteRows(
  tx: Tx,
  table: SetTable | 'directory_location',
  ids: readonly string[],
): Promise<void> {
  for (const some of chunks(ids)) await tx`delete from ${tx(`accord.${table}`)} where id in ${tx(some)}`;
}

/** All rows of a table of sets, those of one parent in their order. */
export async function findChildren(tx: Tx, table: SetTable, source: string): Promise<StoredChild[]> {
  return await tx<StoredChild[]>`
    select id, coalesce(${tx([...PARENT_COLUMNS[table]])}) as "parentId", digest
    from ${tx(`accord.${table}`)} where source = ${source} order by position`;
}

/** A placeholder lends no words: its name is ours. */
export async function findWordSources(tx: Tx, source: string): Promise<WordSource[]> {
  return await tx<WordSource[]>`
    select s.id, s.name, s.alternate_name as "alternateName", s.description,
      case when not o.placeholder then o.name end as "organizationName",
      case when not o.placeholder then o.description end as "organizationDescription"
    from accord.directory_service s
    join accord.directory_organization o on o.id = s.organization_id
    where s.source = ${source} and s.withdrawn_at is null`;
}

/** Stores the words of each service, and writes nothing where they are the same. */
export async function saveWords(tx: Tx, rows: readonly { id: string; words: string }[]): Promise<void> {
  for (const some of chunks(rows)) {
    await tx`
      update accord.directory_service s set words = fresh.words::tsvector
      from jsonb_to_recordset(${tx.json(some)}::jsonb) as fresh(id uuid, words text)
      where s.id = fresh.id and s.words is distinct from fresh.words::tsvector`;
  }
}

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += CHUNK) yield rows.slice(start, start + CHUNK);
}
