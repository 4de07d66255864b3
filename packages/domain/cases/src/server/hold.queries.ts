import type { Tx } from '@accord/db';
import type { CaseId } from '@accord/kernel';

/** Since when a legal hold stands on a case, for whoever is on it; null when none does. */
export async function findHoldSince(tx: Tx, caseId: CaseId): Promise<string | null> {
  const [row] = await tx<{ since: string }[]>`
    select placed_at as since from legal_hold where case_id = ${caseId} and lifted_at is null
    order by placed_at limit 1`;
  return row?.since ?? null;
}
