import { isPartKind, type PartKind } from '@accord/cases';
import { findCustody, findRow, type ItemRow } from '@accord/cases/server';
import { type CaseId, type ItemId, notFound, type StaffActor } from '@accord/kernel';
import type { Tx } from '@accord/rpc';

/**
 * A part of the plan that the speaker's own agency keeps and that they see. `to`: what they have to be there for.
 * NOT_FOUND for everything else, which then looks like what is not there.
 */
export async function getOwnPart(
  tx: Tx,
  { agencyId }: StaffActor,
  caseId: CaseId,
  itemId: ItemId,
  to: 'holds' | 'writes',
): Promise<ItemRow & { kind: PartKind }> {
  const row = await findRow(tx, caseId, itemId);
  const custody = await findCustody(tx, caseId, agencyId);
  if (!row || !isPartKind(row.kind) || row.sealed === null || row.ownerAgency !== agencyId || !custody[to]) {
    throw notFound('no such part of the plan for this speaker');
  }
  return { ...row, kind: row.kind };
}
