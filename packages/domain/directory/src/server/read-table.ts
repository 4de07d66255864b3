import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { expectedBy, isCostly, isNeeded } from './cell.ts';
import { readRecords } from './csv.ts';
import type { BadRow, OnProgress } from './report.ts';
import type { Table } from './tables.ts';
import { sourceId } from './values.ts';

interface ReadRow<Row> {
  line: number;
  row: Row;
}

/** One file as read: the good rows, what is wrong with the others, and the ids that were at least mentioned. */
export interface ReadTable<Row> {
  file: string;
  present: boolean;
  /** All rows, good and bad. */
  count: number;
  rows: ReadRow<Row>[];
  badRows: BadRow[];
  /** Ids of all rows. What is mentioned has not vanished from the source, however bad its row is now. */
  mentioned: Set<string>;
}

const ROWS_BETWEEN_NEWS = 500;

/** Reads one CSV file of the folder. Bad rows are told, with their place; they never stop the good ones. */
export async function readTable<Schema extends z.ZodObject>(
  table: Table<Schema>,
  folder: string,
  onProgress: OnProgress,
): Promise<ReadTable<z.output<Schema>>> {
  const { file } = table;
  const path = join(folder, file);
  const read: ReadTable<z.output<Schema>> = {
    file,
    present: existsSync(path),
    count: 0,
    rows: [],
    badRows: [],
    mentioned: new Set(),
  };
  if (!read.present) return read;
  const size = Math.max(1, statSync(path).size);
  const news = (bytes: number) =>
    onProgress({ step: 'reading', file, rows: read.count, percent: Math.floor((100 * bytes) / size) });

  const needed = Object.keys(table.row.shape).filter((column) => isNeeded(table.row.shape[column]));
  let header: string[] | undefined;
  for await (const record of readRecords(path)) {
    const tell = teller(read, record.line);
    if (header === undefined) {
      header = 'cells' in record ? record.cells.map((name) => name.trim().toLowerCase()) : [];
      const missing = needed.filter((column) => !header?.includes(column));
      if (missing.length > 0) {
        tell(missing.join(', '), 'is not in the header', `a first line that names ${needed.join(', ')}`);
        read.present = false;
        return read;
      }
      continue;
    }
    read.count += 1;
    if ('broken' in record) tell(null, record.broken.reason, record.broken.expected);
    else takeRow(table, read, record.line, header, record.cells);
    if (read.count % ROWS_BETWEEN_NEWS === 0) news(record.bytes);
  }
  if (header === undefined) {
    teller(read, 1)(null, 'the file is empty', 'a first line with the names of the columns');
    read.present = false;
  }
  news(size);
  return read;
}

function takeRow<Schema extends z.ZodObject>(
  table: Table<Schema>,
  read: ReadTable<z.output<Schema>>,
  line: number,
  header: readonly string[],
  values: readonly string[],
): void {
  const tell = teller(read, line);
  if (values.slice(header.length).some((value) => value.trim() !== '')) {
    const expected = `${header.length} cells, a value with a comma in quotation marks`;
    return tell(null, `has ${values.length} cells under ${header.length} columns`, expected);
  }
  const cells = Object.fromEntries(header.map((column, index) => [column, values[index] ?? '']));
  const id = 'id' in table.row.shape ? sourceId(cells['id'] ?? '') : '';
  if (typeof id === 'string' && id !== '') {
    if (read.mentioned.has(id))
      return tell('id', `${id} is the id of an earlier row`, 'an id for one row only');
    read.mentioned.add(id);
  }
  let parsed = table.row.safeParse(cells);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({ issue, column: String(issue.path[0]) }));
    const costly = faults.find(({ column }) => isCostly(table.row.shape[column]));
    if (costly) return tell(costly.column, costly.issue.message, expectedBy(costly.issue));
    for (const { issue, column } of faults) {
      tell(column, issue.message, expectedBy(issue), true);
      delete cells[column];
    }
    parsed = table.row.safeParse(cells);
    if (!parsed.success) return tell(null, 'could not be read', 'a row as HSDS describes it');
  }
  const refused = table.refuse?.(parsed.data);
  if (refused) return tell(refused.column, refused.wrong.reason, refused.wrong.expected);
  for (const { column, wrong } of table.notes?.(parsed.data) ?? [])
    tell(column, wrong.reason, wrong.expected, true);
  read.rows.push({ line, row: parsed.data });
}

type Tell = (column: string | null, reason: string, expected: string, kept?: boolean) => void;

/** Notes a fault of one row of a file. */
export function teller(read: { file: string; badRows: BadRow[] }, line: number): Tell {
  return (column, reason, expected, kept = false) => {
    read.badRows.push({ file: read.file, line, column, reason, expected, kept });
  };
}
