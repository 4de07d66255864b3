import type { CaseId, GrantId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import * as q from '../consent.queries.ts';
import { readLaw, seenBy } from '../law/read.ts';

/**
 * Writes a permission's rows anew, as it is signed now: after a signature, and after one was taken back. Answers what
 * is open by it.
 */
export async function projectNow(tx: Tx, caseId: CaseId, grantId: GrantId): Promise<bigint> {
  const [grant] = await q.listGrants(tx, caseId, grantId);
  if (!grant) throw new Error('a permission that was just signed is not there');
  const law = await readLaw(tx, caseId, [grant]);
  const rows = grant.status === 'active' ? law.rows(grant) : [];
  await q.projectGrant(tx, grantId, rows);
  return seenBy(rows);
}
