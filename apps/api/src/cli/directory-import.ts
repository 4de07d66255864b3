import {
  type BadRow,
  type ImportProgress,
  type ImportReport,
  readDirectory,
  saveDirectory,
  type Tx,
} from '@accord/directory/server';
import { AppError } from '@accord/kernel';

/** Where news that replaces itself goes: a terminal. */
export type Live = (text: string) => void;

/**
 * `npm run accord -- directory import <folder>`: reads, saves in one transaction of `withDirectory` (the system actor
 * of the job `directory`), and tells what happened.
 *
 * @param print takes one line. @param live overwrites one line of a terminal; absent, only whole lines are printed.
 * @returns the exit code: 0 when the good rows are in, bad rows or not; 1 when nothing could be imported.
 */
export async function directoryImport(
  withDirectory: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  folder: string,
  print: (line: string) => void,
  live: Live | undefined = terminal(),
): Promise<number> {
  const onProgress = (progress: ImportProgress) => {
    live?.(progressLine(progress));
    if (progress.percent < 100) return;
    live?.('');
    print(progressLine(progress));
  };
  try {
    // Read before the transaction opens: it is held only to save.
    const read = await readDirectory(folder, { onProgress });
    const report = await withDirectory((tx) => saveDirectory(tx, read, onProgress));
    for (const line of reportLines(report)) print(line);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    live?.('');
    const reasons = error.fields.length > 0 ? error.fields.map((field) => field.message) : [error.sentence];
    for (const reason of reasons) print(reason);
    print('Nothing was imported.');
    return 1;
  }
}

function progressLine({ step, file, rows, percent }: ImportProgress): string {
  const verb = step === 'reading' ? 'Reading' : 'Saving ';
  return `${verb} ${file.padEnd(22)} ${String(rows).padStart(7)} rows ${String(percent).padStart(4)}%`;
}

/** The bad rows, those that were taken first, then a table with a line for each file. */
function* reportLines({ source, files, badRows, placeholders }: ImportReport): Generator<string> {
  const [kept, left] = [badRows.filter((row) => row.kept), badRows.filter((row) => !row.kept)];
  if (kept.length > 0)
    yield* ['', `Taken, with something to look at (${kept.length}):`, ...kept.map(badRowLine)];
  if (left.length > 0) yield* ['', `Left out (${left.length}):`, ...left.map(badRowLine)];
  yield '';
  yield tableLine(['', 'rows', 'created', 'updated', 'skipped', 'removed', 'bad']);
  for (const { file, present, rows, created, updated, skipped, removed, bad } of files) {
    const figures = present ? [rows, created, updated, skipped, removed, bad].map(String) : ['not used'];
    yield tableLine([file, ...figures]);
  }
  yield '';
  yield `${source}: ${placeholders} organizations are placeholders, since services name them and no row describes them.`;
  yield `${left.length} rows were left out; ${kept.length} were taken and need a look.`;
}

function badRowLine({ file, line, column, reason, expected }: BadRow): string {
  return `  ${file}:${line}${column === null ? '' : ` ${column}`}: ${reason}. Right would be: ${expected}.`;
}

function tableLine([file = '', ...figures]: readonly string[]): string {
  return `${file.padEnd(22)}${figures.map((figure) => figure.padStart(9)).join('')}`;
}

/** Undefined where nobody watches: then a log stays free of overwritten lines. */
function terminal(): Live | undefined {
  if (!process.stderr.isTTY) return undefined;
  return (text) => process.stderr.write(`\r\u001b[2K${text}`);
}
