import { newId } from '@accord/kernel';
import { z } from 'zod';
import { digestOf } from './digest.ts';
import {
  deleteRows,
  findChildren,
  insertRows,
  PARENT_COLUMNS,
  type SetTable,
  type Tx,
  type Values,
} from './import.queries.ts';
import { type ReadTable, teller } from './read-table.ts';
import type { KeyedRows, Tally } from './save-keyed.ts';

type ParentColumn = 'service_id' | 'location_id' | 'organization_id';
type ChildRow = { [column in ParentColumn]?: string | null };

/** Who may be a parent, by the column that names it. */
export type Parents = Record<ParentColumn, KeyedRows>;

interface Child {
  parentColumn: ParentColumn;
  digest: string;
  values: Values;
}

/**
 * Saves rows that have no id of their own: the rows of one parent are replaced together when any of them differs
 * from what is stored, and left alone otherwise. A row that names several parents belongs to the nearest: the
 * service before the place, the place before the organisation. When the file is absent nothing is touched.
 */
export async function saveSets<Row extends ChildRow>(
  tx: Tx,
  table: SetTable,
  source: string,
  read: ReadTable<Row>,
  parents: Parents,
  valuesOf: (row: Row) => Values,
): Promise<Tally> {
  const tally: Tally = { created: 0, updated: 0, skipped: 0, removed: 0 };
  if (!read.present) return tally;
  const wanted = setsByParent(table, read, parents, valuesOf);
  const stored = Map.groupBy(await findChildren(tx, table, source), (child) => child.parentId);
  const doomed: string[] = [];
  const fresh: Values[] = [];
  for (const parentId of new Set([...stored.keys(), ...wanted.keys()])) {
    const before = stored.get(parentId) ?? [];
    const after = wanted.get(parentId) ?? [];
    if (
      before.length === after.length &&
      before.every((child, index) => child.digest === after[index]?.digest)
    ) {
      tally.skipped += after.length;
      continue;
    }
    tally.created += Math.max(0, after.length - before.length);
    tally.updated += Math.min(before.length, after.length);
    tally.removed += Math.max(0, before.length - after.length);
    doomed.push(...before.map((child) => child.id));
    const names = Object.fromEntries(PARENT_COLUMNS[table].map((column) => [column, null]));
    for (const [position, { parentColumn, digest, values }] of after.entries()) {
      fresh.push({
        id: newId(z.uuid()),
        source,
        ...names,
        [parentColumn]: parentId,
        position,
        ...values,
        digest,
      });
    }
  }
  await deleteRows(tx, table, doomed);
  await insertRows(tx, table, fresh);
  return tally;
}

function setsByParent<Row extends ChildRow>(
  table: SetTable,
  read: ReadTable<Row>,
  parents: Parents,
  valuesOf: (row: Row) => Values,
): Map<string, Child[]> {
  const sets = new Map<string, Child[]>();
  for (const { line, row } of read.rows) {
    const tell = teller(read, line);
    const named = PARENT_COLUMNS[table].filter((column) => row[column] != null);
    const [nearest] = named;
    if (nearest === undefined) {
      tell(
        PARENT_COLUMNS[table].join(' or '),
        'is empty: the row belongs to nothing',
        'the id of what it belongs to',
      );
      continue;
    }
    const lost = named.find((column) => parents[column].idOf(row[column] ?? '') === undefined);
    const parentId = parents[nearest].idOf(row[nearest] ?? '');
    if (lost !== undefined || parentId === undefined) {
      const column = lost ?? nearest;
      tell(column, `${row[column]} points nowhere`, `an id that ${FILES[column]} holds`);
      continue;
    }
    const values = valuesOf(row);
    const child: Child = { parentColumn: nearest, digest: digestOf(values), values };
    const set = sets.get(parentId);
    if (set === undefined) sets.set(parentId, [child]);
    else set.push(child);
  }
  return sets;
}

const FILES: Record<ParentColumn, string> = {
  service_id: 'services.csv',
  location_id: 'locations.csv',
  organization_id: 'organizations.csv',
};
