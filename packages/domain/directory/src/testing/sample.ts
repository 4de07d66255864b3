import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALDER_COUNTY } from './alder-county.ts';
import { FAULTY_COUNTY } from './faulty-county.ts';

/** Writes the directory of Alder County (17 services of 9 organisations) as HSDS tables into `folder`. */
export async function writeSampleDirectory(folder: string): Promise<void> {
  await writeTables(folder, ALDER_COUNTY);
}

/** Writes a small directory with the faults that `FAULTS` lists. */
export async function writeFaultyDirectory(folder: string): Promise<void> {
  await writeTables(folder, FAULTY_COUNTY);
}

/** Writes files by name into `folder`, which is made when it is not there. */
export async function writeTables(folder: string, tables: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(tables)) await writeFile(join(folder, file), text);
}
