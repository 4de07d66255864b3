import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecords } from './csv.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Records as `[line, cells]`, and broken ones as `[line, reason]`. */
async function read(text: string) {
  const path = join(folder, 'table.csv');
  await writeFile(path, text);
  const records: [number, readonly string[] | string][] = [];
  for await (const record of readRecords(path)) {
    records.push([record.line, 'cells' in record ? record.cells : record.broken.reason]);
  }
  return records;
}

test('a byte order mark, line ends of every kind, blank lines and uneven rows are understood', async () => {
  expect(await read('\ufeffid,name\r\n1,"two\r\nlines"\r\n\r\n,,\n2,b,,\r\n3')).toEqual([
    [1, ['id', 'name']],
    [2, ['1', 'two\r\nlines']],
    [6, ['2', 'b', '', '']],
    [7, ['3']],
  ]);
});

test('a broken row costs no other row', async () => {
  expect(await read('id,name\n1,a\n2,say "hi"\n3,"never closed\n4,"d"\n5,"x"y\n6,f\n7,"last')).toEqual([
    [1, ['id', 'name']],
    [2, ['1', 'a']],
    [3, 'a quotation mark stands inside a value'],
    [4, 'a quotation mark stands inside a value'],
    [5, ['4', 'd']],
    [6, 'a quotation mark stands inside a value'],
    [7, ['6', 'f']],
    [8, 'a quotation mark opens a value and is never closed'],
  ]);
});

test('a broken row is found behind many good ones, and the good ones behind it', async () => {
  const good = (from: number) =>
    Array.from({ length: 5_000 }, (_, index) => `${from + index},"a\nb é"`).join('\n');
  const records = await read(`id,name\n${good(0)}\n9,"broken"row\n${good(5_000)}\n`);
  expect(records).toHaveLength(10_002);
  expect(records[5_001]).toEqual([10_002, 'a quotation mark stands inside a value']);
  expect(records.at(-1)).toEqual([20_001, ['9999', 'a\nb é']]);
});

test('a row of more than a megabyte is told and passed over', async () => {
  expect(await read(`id\n${'x'.repeat(1_100_000)}\n2\n`)).toEqual([
    [1, ['id']],
    [2, 'the row is longer than 1 MB'],
    [3, ['2']],
  ]);
});
