import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, StaffId } from '@accord/kernel';
import type { HoldId } from '../../contract/index.ts';

/** Since when a legal hold stands on a case, for whoever is on it; null when none does. */
export async function findHoldSince(tx: Tx, caseId: CaseId): Promise<string | null> {
  const [row] = await tx<{ since: string }[]>`
    select placed_at as since from legal_hold where case_id = ${caseId} and lifted_at is null
    order by placed_at limit 1`;
  return row?.since ?? null;
}

export async function placeHold(tx: Tx, holdId: HoldId, caseId: CaseId, reason: string): Promise<void> {
  await tx`select place_hold(${holdId}, ${caseId}, ${reason})`;
}

export async function liftHold(tx: Tx, holdId: HoldId): Promise<void> {
  await tx`select lift_hold(${holdId})`;
}

export interface HoldRow {
  holdId: HoldId;
  reason: string;
  agencyId: AgencyId;
  agency: string;
  placedById: StaffId;
  placedBy: string;
  placedAt: string;
  liftedBy: string | null;
  liftedAt: string | null;
}

/** The holds of a case, those that stand first; as the row policy gives them to whoever is on it. */
export async function listHolds(tx: Tx, caseId: CaseId): Promise<HoldRow[]> {
  return tx<HoldRow[]>`
    select h.id as "holdId", h.reason, h.owner_agency as "agencyId", a.name as agency, p.id as "placedById",
      p.name as "placedBy", h.placed_at as "placedAt", l.name as "liftedBy", h.lifted_at as "liftedAt"
    from legal_hold h
    join agency a on a.id = h.owner_agency
    join staff p on p.id = h.placed_by
    left join staff l on l.id = h.lifted_by
    where h.case_id = ${caseId}
    order by h.lifted_at is not null, h.placed_at desc, h.id`;
}
