import { newId } from '@accord/kernel';
import { z } from 'zod';
import {
  findPlaceholders,
  insertRows,
  type Tx,
  updateRow,
  type Values,
  withdrawRows,
} from './import.queries.ts';
import type { ReadDirectory } from './read-directory.ts';
import { teller } from './read-table.ts';
import { KeyedRows } from './save-keyed.ts';

/**
 * Saves the organisations, and a flagged placeholder for each that a service names and the source does not
 * describe. A placeholder is the same row that the real organisation fills when it arrives, so that services and
 * referrals keep pointing at it; one that the source described before keeps its last known name.
 */
export async function saveOrganizations(
  tx: Tx,
  read: ReadDirectory,
): Promise<{ organizations: KeyedRows; placeholders: number }> {
  const { source } = read;
  const organizations = await KeyedRows.open(tx, 'directory_organization', source, read.organizations);
  await organizations.save(
    tx,
    read.organizations.rows.map(({ row: { id, ...values } }) => ({
      sourceId: id,
      values: { ...values, placeholder: false, withdrawn_at: null },
    })),
  );
  const missing = missingOrganizations(read, organizations);
  await savePlaceholders(tx, source, organizations, missing);
  const gone = organizations.vanished().map((row) => row.id);
  organizations.tally.removed = await withdrawRows(tx, 'directory_organization', gone);
  return { organizations, placeholders: missing.size };
}

function missingOrganizations(read: ReadDirectory, organizations: KeyedRows): Set<string> {
  const missing = new Set<string>();
  for (const { line, row } of read.services.rows) {
    if (organizations.idOf(row.organization_id) !== undefined) continue;
    missing.add(row.organization_id);
    const tell = teller(read.services, line);
    const reason = `${read.organizations.file} describes no organization ${row.organization_id}`;
    tell(
      'organization_id',
      reason,
      'the id of an organization; a placeholder stands in until it arrives',
      true,
    );
  }
  return missing;
}

async function savePlaceholders(
  tx: Tx,
  source: string,
  organizations: KeyedRows,
  missing: ReadonlySet<string>,
): Promise<void> {
  const standing = new Set(await findPlaceholders(tx, source));
  const created: Values[] = [];
  for (const sourceId of missing) {
    const stored = organizations.findStored(sourceId);
    const id = stored?.id ?? newId(z.uuid());
    const state = { placeholder: true, withdrawn_at: null, digest: null };
    if (stored === undefined) {
      created.push({ id, source, source_id: sourceId, name: `Organization ${sourceId}`, ...state });
    } else if (!standing.has(id)) {
      await updateRow(tx, 'directory_organization', id, state);
    }
    organizations.admit(sourceId, id);
  }
  await insertRows(tx, 'directory_organization', created);
}
