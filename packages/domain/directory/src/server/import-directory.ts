import type { Tx } from './import.queries.ts';
import { readDirectory, type ReadOptions } from './read-directory.ts';
import type { ImportReport } from './report.ts';
import { saveDirectory } from './save-directory.ts';

/**
 * Reads a folder of HSDS tables and saves it in the caller's transaction, as the system actor of the job
 * `directory`. A bad row is reported and never stops a good one. Throws BAD_INPUT, naming the file, when the
 * folder cannot be used.
 *
 * A caller with a large folder reads first (`readDirectory`) and opens its transaction to save (`saveDirectory`).
 */
export async function importDirectory(
  tx: Tx,
  folder: string,
  options: ReadOptions = {},
): Promise<ImportReport> {
  return await saveDirectory(tx, await readDirectory(folder, options), options.onProgress);
}
