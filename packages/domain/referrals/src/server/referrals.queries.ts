import type { Tx } from '@accord/db';
import type { CaseId, ItemId, ServiceId } from '@accord/kernel';

/** Where a new referral stands: asked for. */
export async function insertReferral(
  tx: Tx,
  caseId: CaseId,
  itemId: ItemId,
  serviceId: ServiceId,
): Promise<void> {
  await tx`insert into referral (case_id, item_id, service_id) values (${caseId}, ${itemId}, ${serviceId})`;
}
