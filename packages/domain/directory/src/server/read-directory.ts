import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AppError } from '@accord/kernel';
import { type ReadTable, readTable } from './read-table.ts';
import type { OnProgress } from './report.ts';
import * as tables from './tables.ts';

/** A folder of HSDS tables, read and checked row by row. Nothing is saved yet. */
export interface ReadDirectory {
  source: string;
  organizations: ReadTable<tables.OrganizationRow>;
  services: ReadTable<tables.ServiceRow>;
  locations: ReadTable<tables.LocationRow>;
  phones: ReadTable<tables.PhoneRow>;
  postalAddresses: ReadTable<tables.PostalAddressRow>;
  regularSchedules: ReadTable<tables.RegularScheduleRow>;
}

export interface ReadOptions {
  /** The name that ids are unique under; the folder's own name unless given. */
  source?: string;
  onProgress?: OnProgress;
}

/**
 * Throws BAD_INPUT, naming the file, when the folder has no services.csv that can be read: without services there
 * is nothing to look for, and a whole directory must not be withdrawn by a wrong path. Every other file may be absent.
 */
export async function readDirectory(folder: string, options: ReadOptions = {}): Promise<ReadDirectory> {
  const { onProgress = () => {} } = options;
  const source = (options.source ?? basename(resolve(folder))).trim();
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw unusable('folder', `There is no folder ${folder}. Give the path of a folder with HSDS tables.`);
  }
  if (!existsSync(join(folder, tables.SERVICES.file))) {
    throw unusable('services.csv', `There is no services.csv in ${folder}. A folder of HSDS tables has one.`);
  }
  const services = await readTable(tables.SERVICES, folder, onProgress);
  if (services.rows.length === 0) {
    const [first] = services.badRows;
    const why = first
      ? ` Line ${first.line}${first.column ? `, ${first.column}` : ''}: ${first.reason}.`
      : '';
    throw unusable('services.csv', `services.csv has no row that can be used.${why}`);
  }
  return {
    source,
    services,
    organizations: await readTable(tables.ORGANIZATIONS, folder, onProgress),
    locations: await readTable(tables.LOCATIONS, folder, onProgress),
    phones: await readTable(tables.PHONES, folder, onProgress),
    postalAddresses: await readTable(tables.POSTAL_ADDRESSES, folder, onProgress),
    regularSchedules: await readTable(tables.REGULAR_SCHEDULES, folder, onProgress),
  };
}

function unusable(field: string, message: string): AppError {
  return new AppError('BAD_INPUT', `directory import: ${field} cannot be used`, [{ field, message }]);
}
