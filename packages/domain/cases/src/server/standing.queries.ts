import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, ItemId } from '@accord/kernel';
import type { ReferralStatus } from '../contract/index.ts';
import { itemRows, type ItemRow } from './cases.queries.ts';

/** Of the cases in scope, the referrals that this reader sees and whose service their own agency runs. */
export async function listReceived(tx: Tx): Promise<Set<ItemId>> {
  const rows = await tx<{ itemId: ItemId }[]>`select r as "itemId" from received_referrals() r`;
  return new Set(rows.map((row) => row.itemId));
}

/** Of these referrals of the reader's own agency, the ones that somebody at the service sees now. */
export async function listReached(tx: Tx, items: readonly ItemId[]): Promise<Set<ItemId>> {
  if (items.length === 0) return new Set();
  const rows = await tx<{ itemId: ItemId }[]>`
    select r as "itemId" from reached_referrals(${[...items]}::uuid[]) r`;
  return new Set(rows.map((row) => row.itemId));
}

export interface Mover {
  id: string;
  name: string;
  agencyId: AgencyId;
  agency: string;
}

export async function listMovers(tx: Tx, ids: readonly string[]): Promise<Mover[]> {
  if (ids.length === 0) return [];
  return tx<Mover[]>`
    select s.id, s.name, s.agency_id as "agencyId", a.name as agency from staff s join agency a on a.id = s.agency_id
    where s.id = any (${[...ids]}::uuid[])`;
}

export interface ReferralFilter {
  cases: readonly CaseId[];
  statuses: readonly ReferralStatus[];
  /** Of these, the ones that the reader's agency sent, received, or both. */
  agencyId: AgencyId;
  sent: boolean;
  received: boolean;
  most: number;
}

/** Referrals of the cases in scope, whoever waits longest first. */
export async function listReferralRows(tx: Tx, filter: ReferralFilter): Promise<ItemRow[]> {
  const { cases, statuses, agencyId, sent, received, most } = filter;
  return tx<ItemRow[]>`
    ${itemRows(tx)}
    where i.case_id = any (${[...cases]}::uuid[]) and i.kind = 'referral' and i.state = any (${[...statuses]})
      and b.sealed is not null
      and (
        ${sent} and i.owner_agency = ${agencyId} and holds_for(i.case_id, i.owner_agency)
        or ${received} and i.id = any (array(select r from received_referrals() r))
      )
    order by coalesce(i.state_at, i.occurred_at), i.id limit ${most}`;
}
