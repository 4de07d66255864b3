import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const LONGEST_RECORD = 1_048_576;

/** Why a record could not be read, and what would be right. */
const BROKEN: Record<string, readonly [reason: string, expected: string]> = {
  CSV_QUOTE_NOT_CLOSED: ['a quotation mark opens a value and is never closed', 'close the value with "'],
  CSV_MAX_RECORD_SIZE: ['the row is longer than 1 MB', 'a shorter row, or a closed quotation mark'],
};
const STRAY_QUOTE = [
  'a quotation mark stands inside a value',
  'the whole value in quotation marks, those inside it doubled: "a ""quoted"" word"',
] as const;

export type CsvRecord = {
  /** Line of the file on which the record begins; the first is 1. */
  line: number;
  /** Bytes of the file read up to the end of this record. */
  bytes: number;
} & ({ cells: string[] } | { broken: { reason: string; expected: string } });

interface Position {
  bytes: number;
  line: number;
}

/**
 * The records of a CSV file, the header first, without holding the file in memory. A record that cannot be read
 * is given as `broken`, and reading starts again on the next line, so that it costs no other row.
 * Blank lines give nothing.
 */
export async function* readRecords(path: string): AsyncGenerator<CsvRecord> {
  let from: Position | undefined = { bytes: 0, line: 1 };
  while (from !== undefined) {
    const stopped: Broken | undefined = yield* readUntilBroken(path, from);
    if (stopped === undefined) return;
    const bytes = await endOfLine(path, stopped.at.bytes);
    const [reason, expected] = BROKEN[stopped.code] ?? STRAY_QUOTE;
    yield { line: stopped.at.line, bytes: bytes ?? stopped.at.bytes, broken: { reason, expected } };
    from = bytes === undefined ? undefined : { bytes, line: stopped.at.line + 1 };
  }
}

interface Broken {
  code: string;
  at: Position;
}

async function* readUntilBroken(path: string, from: Position): AsyncGenerator<CsvRecord, Broken | undefined> {
  // The parser tells of a broken record as soon as it meets it, while good ones still wait in its buffer:
  // `good` says how many of those to take first.
  let failure: { code: string; good: number } | undefined;
  const parser = parse({
    bom: from.bytes === 0,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    skip_records_with_error: true,
    on_skip: (error) => {
      failure ??= { code: String(error?.code), good: Number(error?.['records'] ?? 0) };
      return undefined;
    },
  });
  const file = createReadStream(path, { start: from.bytes });
  file.on('error', (error) => parser.destroy(error));
  let end = from;
  let taken = 0;
  try {
    for await (const { record, info } of file.pipe(parser) as AsyncIterable<Parsed>) {
      if (failure !== undefined && taken >= failure.good) break;
      taken += 1;
      const { line } = end;
      end = { bytes: from.bytes + info.bytes, line: line + 1 + breaksWithin(record) };
      if (record.some((cell) => cell.trim() !== '')) yield { line, bytes: end.bytes, cells: record };
    }
  } finally {
    file.destroy();
  }
  return failure === undefined ? undefined : { code: failure.code, at: end };
}

interface Parsed {
  record: string[];
  info: { bytes: number };
}

/** Counted here, since the parser counts a CRLF inside a value twice. */
function breaksWithin(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

/** The first byte after the line that `start` is on; undefined when that line is the last. */
async function endOfLine(path: string, start: number): Promise<number | undefined> {
  let passed = start;
  for await (const chunk of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
    const at = chunk.indexOf(0x0a);
    if (at >= 0) return passed + at + 1;
    passed += chunk.length;
  }
  return undefined;
}
