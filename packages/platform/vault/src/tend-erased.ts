import type { Database } from '@accord/db';
import type { AgencyId } from '@accord/kernel';
import { findLastErasure } from './epoch.queries.ts';
import { tendAgency } from './tend.ts';
import type { Vault } from './vault.ts';

/**
 * Begins a new epoch for an agency under whose present secret something was wrapped that was erased since. With the old
 * secret goes what a backup still holds: what was erased is noise there too.
 *
 * @returns whether one began.
 */
export async function tendErased(database: Database, vault: Vault, agencyId: AgencyId): Promise<boolean> {
  const erasedAt = await database.withActor(
    { kind: 'system', job: 'keys' },
    { purpose: 'care-plan-coordination' },
    (tx) => findLastErasure(tx, agencyId),
  );
  if (erasedAt === null || new Date(erasedAt) < vault.ring.current(agencyId).createdAt) return false;
  await tendAgency(database, vault, agencyId, { startNow: true });
  return true;
}
