import { createHash } from 'node:crypto';
import type { AudienceRow, CaseHead, ItemRow } from './cases.queries.ts';

export interface Marked {
  head: Pick<CaseHead, 'accessEndsAt'>;
  rows: readonly ItemRow[];
  audience: readonly AudienceRow[];
  team: readonly object[];
}

/**
 * Changes exactly when what this reader's page would hold changes: a digest of ids, versions and names that are on
 * that page already, and of no text.
 */
export function markOf({ head, rows, audience, team }: Marked): string {
  const items = rows.map((row) => [
    row.itemId,
    row.revision,
    row.bodyVersion,
    row.sealed !== null,
    row.wrapId !== null,
  ]);
  const lines = audience.map(({ ownerAgency, seeMask, name }) => [ownerAgency, seeMask.toString(), name]);
  const page = JSON.stringify([head.accessEndsAt, items, lines, team]);
  return createHash('sha256').update(page).digest('hex');
}
