import { newId } from '@accord/kernel';
import { z } from 'zod';
import { digestOf } from './digest.ts';
import {
  findStored,
  insertRows,
  type KeyedTable,
  type StoredRow,
  type Tx,
  updateRow,
  type Values,
} from './import.queries.ts';
import type { ReadTable } from './read-table.ts';

export interface Tally {
  created: number;
  updated: number;
  skipped: number;
  removed: number;
}

/** Rows with an id in the source, as they stand after the import, and which of them the source gave. */
export class KeyedRows {
  readonly tally: Tally = { created: 0, updated: 0, skipped: 0, removed: 0 };
  readonly #stored: Map<string, StoredRow>;
  readonly #table: KeyedTable;
  readonly #source: string;
  /** Our ids of what may be pointed at, by the id in the source. */
  readonly #ids = new Map<string, string>();

  private constructor(table: KeyedTable, source: string, stored: readonly StoredRow[]) {
    this.#table = table;
    this.#source = source;
    this.#stored = new Map(stored.map((row) => [row.sourceId, row]));
  }

  /** What is stored. A row that the file mentions and that is bad today, or whose file is absent, still counts. */
  static async open(tx: Tx, table: KeyedTable, source: string, read: ReadTable<unknown>): Promise<KeyedRows> {
    const rows = new KeyedRows(table, source, await findStored(tx, table, source));
    for (const { sourceId, id, digest } of rows.#stored.values()) {
      if (digest !== null && (!read.present || read.mentioned.has(sourceId))) rows.#ids.set(sourceId, id);
    }
    return rows;
  }

  idOf(sourceId: string): string | undefined {
    return this.#ids.get(sourceId);
  }

  /** Rows that are stored and that nothing in the source stands behind now. */
  vanished(): StoredRow[] {
    return [...this.#stored.values()].filter((row) => !this.#ids.has(row.sourceId));
  }

  findStored(sourceId: string): StoredRow | undefined {
    return this.#stored.get(sourceId);
  }

  /** Lets others point at a row that this import did not read. */
  admit(sourceId: string, id: string): void {
    this.#ids.set(sourceId, id);
  }

  /** Writes the rows that are new or changed, by their digest. */
  async save(tx: Tx, rows: Iterable<{ sourceId: string; values: Values }>): Promise<void> {
    const created: Values[] = [];
    for (const { sourceId, values } of rows) {
      const digest = digestOf(values);
      const stored = this.#stored.get(sourceId);
      const id = stored?.id ?? newId(z.uuid());
      this.#ids.set(sourceId, id);
      if (stored === undefined)
        created.push({ id, source: this.#source, source_id: sourceId, ...values, digest });
      else if (stored.digest === digest) this.tally.skipped += 1;
      else {
        await updateRow(tx, this.#table, id, { ...values, digest });
        this.tally.updated += 1;
      }
    }
    await insertRows(tx, this.#table, created);
    this.tally.created += created.length;
  }
}
