import type { Tx } from '@accord/db';
import type { ReferralStatus } from '@accord/cases';
import type { AgencyId, CaseId, ItemId, ServiceId, StaffId } from '@accord/kernel';

/** Where a new referral went. How it stands is on its item. */
export async function insertReferral(
  tx: Tx,
  caseId: CaseId,
  itemId: ItemId,
  serviceId: ServiceId,
): Promise<void> {
  await tx`insert into referral (case_id, item_id, service_id) values (${caseId}, ${itemId}, ${serviceId})`;
}

export interface MovedRow {
  revision: number;
  ownerAgency: AgencyId;
  categoryMask: bigint;
  version: number;
}

/** Moves a referral on from exactly this revision, as far as the speaker's part in it goes. */
export async function moveReferral(
  tx: Tx,
  { caseId, itemId, revision }: { caseId: CaseId; itemId: ItemId; revision: number },
  status: ReferralStatus,
  reason: string | null,
): Promise<MovedRow> {
  const [row] = await tx<MovedRow[]>`
    select revision, owner_agency as "ownerAgency", category_mask as "categoryMask", body_version as version
    from move_referral(${caseId}, ${itemId}, ${revision}, ${status}, ${reason})`;
  if (!row) throw new Error('a move without a row');
  return row;
}

export interface ReaderRow {
  staffId: StaffId;
  name: string;
  title: string;
  /** Assigned there: what is open to their agency is open to them. */
  onCase: boolean;
}

/** Who at the agency that runs a service would see these kinds of the speaker's agency at once. */
export async function listReaders(
  tx: Tx,
  caseId: CaseId,
  serviceId: ServiceId,
  mask: bigint,
): Promise<ReaderRow[]> {
  return tx<ReaderRow[]>`
    select staff_id as "staffId", name, title, on_case as "onCase"
    from referral_readers(${caseId}, ${serviceId}, ${mask})`;
}

/** When this service was last asked for this case, as far as the speaker sees it; undefined where none waits. */
export async function findAsked(tx: Tx, caseId: CaseId, serviceId: ServiceId): Promise<string | undefined> {
  const [row] = await tx<{ askedAt: Date }[]>`
    select i.occurred_at as "askedAt"
    from referral r join case_item i on i.case_id = r.case_id and i.id = r.item_id
    where r.case_id = ${caseId} and r.service_id = ${serviceId} and i.state = 'requested'
    order by i.occurred_at desc limit 1`;
  return row && new Date(row.askedAt).toISOString();
}
