import type { Tx } from '@accord/db';
import type { AgencyId, BasisId, CaseId, ItemId, Purpose, StaffId } from '@accord/kernel';
import type { MyBases } from '../../contract/index.ts';
import { networkZone } from '../zone.ts';

export interface OrderRow {
  basisId: BasisId;
  caseId: CaseId;
  owner: AgencyId;
  recipientKind: 'staff' | 'agency';
  recipientId: StaffId | AgencyId;
  recipientAgencyId: AgencyId;
  purposes: Purpose[];
  see: bigint;
  know: bigint;
  /** Null: open on that side. */
  dataFrom: string | null;
  dataTo: string | null;
  validFrom: string;
  validTo: string;
  evidence: string;
  subpoena: string | null;
  notice: string | null;
  readAt: string;
}

/** An order of a court about the items of this agency, as its row policy gives it, whether it is over or not. */
export async function findOrder(
  tx: Tx,
  caseId: CaseId,
  owner: AgencyId,
  basisId: BasisId,
): Promise<OrderRow | undefined> {
  const [row] = await tx<OrderRow[]>`
    select b.id as "basisId", b.case_id as "caseId", b.owner_agency as owner, b.recipient_kind as "recipientKind",
      b.recipient_id as "recipientId", coalesce(s.agency_id, b.recipient_id) as "recipientAgencyId",
      array(select p.code from purpose p where p.id = any (b.purposes) order by p.id) as purposes,
      b.see_mask as see, b.know_mask as know, nullif(b.data_from, '-infinity') as "dataFrom",
      nullif(b.data_to, 'infinity') as "dataTo",
      b.valid_from as "validFrom", coalesce(b.ended_at, b.valid_to) as "validTo", b.evidence, b.subpoena,
      coalesce(b.told_how, nullif(b.not_told, 'safe-moment')) as notice, statement_timestamp() as "readAt"
    from law_basis b
    left join staff s on b.recipient_kind = 'staff' and s.id = b.recipient_id
    where b.id = ${basisId} and b.case_id = ${caseId} and b.owner_agency = ${owner} and b.kind = 'court_order'`;
  return row;
}

/** What the floor lets out by that order now, of these kinds and in this time: which version of which item. */
export async function listInOrder(
  tx: Tx,
  basisId: BasisId,
  kinds: bigint,
  { since, until }: { since: string; until: string },
) {
  return tx<{ itemId: ItemId; version: number }[]>`
    select item_id as "itemId", version from order_scope(${basisId}, ${kinds}, ${since}, ${until})`;
}

/** From the beginning of the first day to the end of the last, in the network's time zone. */
export async function spanOfDays(tx: Tx, first: string, last: string) {
  const [row] = await tx<{ since: string; until: string; today: string }[]>`
    select ${first}::date::timestamp at time zone ${networkZone()} as since,
      (${last}::date + 1)::timestamp at time zone ${networkZone()} as until,
      to_char(statement_timestamp() at time zone ${networkZone()}, 'YYYY-MM-DD') as today`;
  if (!row) throw new Error('the database gave no time');
  return row;
}

/** What was handed out of the young person's own case, the latest first; the row policy keeps back what may not be told yet. */
export async function listHandedOut(
  tx: Tx,
  caseId: CaseId,
): Promise<(Omit<MyBases['packages'][number], 'categories'> & { kinds: bigint })[]> {
  return tx`
    select p.number, o.name as owner, case when b.id is null then null else coalesce(s.name, ra.name) end as recipient,
      p.ended_at as at, p.handed_kinds as kinds, p.handed_items as items
    from records_package p
    join agency o on o.id = p.owner_agency
    left join law_basis b on b.id = p.basis_id
    left join staff s on b.recipient_kind = 'staff' and s.id = b.recipient_id
    left join agency ra on ra.id = coalesce(s.agency_id, b.recipient_id)
    where p.case_id = ${caseId} and p.state = 'handed-out'
    order by p.ended_at desc, p.id`;
}

/** The orders of courts of the case that the row policy gives, the latest first. */
export async function listOrders(tx: Tx, caseId: CaseId) {
  return tx<
    {
      basisId: BasisId;
      number: string;
      subpoena: string | null;
      recipient: string;
      agency: string;
      see: bigint;
      endsOn: string;
      state: 'active' | 'over';
    }[]
  >`
    select b.id as "basisId", b.evidence as number, b.subpoena, coalesce(s.name, ra.name) as recipient,
      ra.name as agency, b.see_mask as see,
      to_char((b.valid_to at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "endsOn",
      case when b.ended_at is null and b.valid_to > statement_timestamp() then 'active' else 'over' end as state
    from law_basis b
    left join staff s on b.recipient_kind = 'staff' and s.id = b.recipient_id
    join agency ra on ra.id = coalesce(s.agency_id, b.recipient_id)
    where b.case_id = ${caseId} and b.kind = 'court_order'
    order by b.recorded_at desc, b.id desc`;
}

/** Subpoenas of the register that nobody has answered. */
export async function listOpenSubpoenas(tx: Tx, caseId: CaseId) {
  return tx<{ number: string }[]>`
    select d.number from duty_entry d
    where d.case_id = ${caseId} and d.kind = 'subpoena' and d.outcome is null order by d.due_at, d.id`;
}
