import {
  deleteRows,
  findWordSources,
  lockSource,
  saveWords,
  type Tx,
  withdrawRows,
} from './import.queries.ts';
import type { ReadDirectory } from './read-directory.ts';
import { type ReadTable, teller } from './read-table.ts';
import type { FileReport, ImportReport, OnProgress } from './report.ts';
import { KeyedRows, type Tally } from './save-keyed.ts';
import { saveOrganizations } from './save-organizations.ts';
import { type Parents, saveSets } from './save-sets.ts';
import { runsTogether } from './tables.ts';
import { toVector } from './words.ts';

/**
 * Saves a folder that was read, in the caller's transaction, as the system actor of the job `directory`. Saving
 * the same folder again writes nothing. Must be given a fresh reading each time: what points nowhere is told in it.
 */
export async function saveDirectory(
  tx: Tx,
  read: ReadDirectory,
  onProgress: OnProgress = () => {},
): Promise<ImportReport> {
  const { source } = read;
  const files: FileReport[] = [];
  const done = (table: ReadTable<unknown>, tally: Tally) => {
    files.push(fileReport(table, tally));
    onProgress({ step: 'saving', file: table.file, rows: table.count, percent: 100 });
  };

  await lockSource(tx, source);
  const { organizations, placeholders } = await saveOrganizations(tx, read);
  done(read.organizations, organizations.tally);
  const services = await saveServices(tx, read, organizations);
  done(read.services, services.tally);
  const locations = await saveLocations(tx, read, organizations);
  const parents: Parents = { service_id: services, location_id: locations, organization_id: organizations };
  const sets = await saveAllSets(tx, read, parents);
  // Only now: what belonged to a place was counted as removed first.
  if (read.locations.present) {
    const gone = locations.vanished().map((row) => row.id);
    await deleteRows(tx, 'directory_location', gone);
    locations.tally.removed = gone.length;
  }
  done(read.locations, locations.tally);
  for (const [table, tally] of sets) done(table, tally);
  await refreshWords(tx, source);

  const tables = [
    read.organizations,
    read.services,
    read.locations,
    read.phones,
    read.postalAddresses,
    read.regularSchedules,
  ];
  const badRows = tables.flatMap((table) => table.badRows.toSorted((a, b) => a.line - b.line));
  return { source, files, badRows, placeholders };
}

async function saveServices(tx: Tx, read: ReadDirectory, organizations: KeyedRows): Promise<KeyedRows> {
  const services = await KeyedRows.open(tx, 'directory_service', read.source, read.services);
  await services.save(
    tx,
    read.services.rows.map(({ row: { id, organization_id, ...values } }) => ({
      sourceId: id,
      values: { ...values, organization_id: organizations.idOf(organization_id) ?? null, withdrawn_at: null },
    })),
  );
  const gone = services.vanished().map((row) => row.id);
  services.tally.removed = await withdrawRows(tx, 'directory_service', gone);
  return services;
}

/** HSDS lets a place stand without an organisation: one that points nowhere loses that and stays. */
async function saveLocations(tx: Tx, read: ReadDirectory, organizations: KeyedRows): Promise<KeyedRows> {
  const locations = await KeyedRows.open(tx, 'directory_location', read.source, read.locations);
  const rows = read.locations.rows.map(({ line, row: { id, organization_id, ...values } }) => {
    const organization = organization_id === null ? null : organizations.idOf(organization_id);
    if (organization === undefined) {
      const tell = teller(read.locations, line);
      tell(
        'organization_id',
        `${organization_id} points nowhere`,
        'an id that organizations.csv holds',
        true,
      );
    }
    return { sourceId: id, values: { ...values, organization_id: organization ?? null } };
  });
  await locations.save(tx, rows);
  return locations;
}

async function saveAllSets(
  tx: Tx,
  { source, phones, postalAddresses, regularSchedules }: ReadDirectory,
  parents: Parents,
): Promise<[ReadTable<unknown>, Tally][]> {
  return [
    [
      phones,
      await saveSets(tx, 'directory_phone', source, phones, parents, (row) => {
        const { number, extension, type, language, description } = row;
        return { number, extension, type, language, description };
      }),
    ],
    [
      postalAddresses,
      await saveSets(tx, 'directory_postal_address', source, postalAddresses, parents, (row) => {
        const { location_id: _location, organization_id: _organization, ...values } = row;
        return { ...values, run_together: runsTogether(row) };
      }),
    ],
    [
      regularSchedules,
      await saveSets(tx, 'directory_regular_schedule', source, regularSchedules, parents, (row) => {
        const { weekday, opens_at, closes_at } = row;
        return { weekday, opens_at, closes_at };
      }),
    ],
  ];
}

async function refreshWords(tx: Tx, source: string): Promise<void> {
  const services = await findWordSources(tx, source);
  const rows = services.map((service) => ({
    id: service.id,
    words: toVector({
      A: [service.name, service.alternateName].join(' '),
      B: service.organizationName,
      C: service.description,
      D: service.organizationDescription,
    }),
  }));
  await saveWords(tx, rows);
}

function fileReport(read: ReadTable<unknown>, tally: Tally): FileReport {
  const bad = read.badRows.filter((row) => !row.kept).length;
  return { file: read.file, present: read.present, rows: read.count, ...tally, bad };
}
