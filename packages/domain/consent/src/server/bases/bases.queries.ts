import type { Tx } from '@accord/db';
import { type AgencyId, type BasisId, type CaseId, notFound, type StaffId } from '@accord/kernel';
import type { LawBasisEntry, LawBasisKind } from '../../contract/index.ts';
import { networkZone } from '../zone.ts';

export interface NewBasis {
  basisId: BasisId;
  caseId: CaseId;
  kind: LawBasisKind;
  recipientKind: 'staff' | 'agency';
  recipientId: StaffId | AgencyId;
  purposes: readonly number[];
  see: bigint;
  know: bigint;
  endsAt: string;
  duty: string | null;
  evidence: string;
  subpoena: string | null;
  issuedOn: string | null;
  toldHow: string | null;
  notTold: string | null;
}

/** Writes the record and the rows that it opens; the database refuses what the law does not open this way. */
export async function recordBasis(tx: Tx, basis: NewBasis): Promise<void> {
  await tx`select record_basis(${basis.basisId}, ${basis.caseId}, ${basis.kind}, ${basis.recipientKind},
    ${basis.recipientId}, ${tx.array([...basis.purposes], 21)}::smallint[], ${basis.see}, ${basis.know}, ${basis.endsAt},
    ${basis.duty}, ${basis.evidence}, ${basis.subpoena}, ${basis.issuedOn}::date, ${basis.toldHow}, ${basis.notTold})`;
}

/** Ends it, and answers the kinds that it opened. */
export async function endBasis(tx: Tx, basisId: BasisId, reason: string): Promise<bigint> {
  const [row] = await tx<{ mask: bigint }[]>`select end_basis(${basisId}, ${reason}) as mask`;
  if (!row) throw notFound('no such basis for this speaker');
  return row.mask;
}

export async function tellBasis(tx: Tx, basisId: BasisId, how: string): Promise<void> {
  await tx`select tell_basis(${basisId}, ${how})`;
}

/** Some minutes from now, and whether a day is over or still to come, in the network's time zone. */
export async function momentsOf(tx: Tx, minutes: number, day: string | null) {
  const [row] = await tx<{ endsAt: string; isToCome: boolean }[]>`
    select statement_timestamp() + make_interval(mins => ${minutes}) as "endsAt",
      coalesce(${day}::date > (statement_timestamp() at time zone ${networkZone()})::date, false) as "isToCome"`;
  if (!row) throw new Error('the database gave no time');
  return row;
}

export async function findSystem(tx: Tx, agencyId: AgencyId): Promise<string> {
  const [row] = await tx<{ system: string }[]>`select system from agency where id = ${agencyId}`;
  if (!row) throw notFound('no such agency');
  return row.system;
}

export interface BasisRow {
  basisId: BasisId;
  owner: AgencyId;
  ownerName: string;
  kind: LawBasisKind;
  state: LawBasisEntry['state'];
  recipientName: string;
  recipientTitle: string | null;
  recipientAgency: string;
  recipientAgencyId: AgencyId;
  recipientSystem: string;
  see: bigint;
  know: bigint;
  purposes: string[];
  duty: string | null;
  evidence: string;
  subpoena: string | null;
  issuedOn: string | null;
  startsAt: string;
  endsAt: string;
  endsOn: string;
  recordedBy: string;
  secondedBy: string | null;
  reviewOutcome: 'right' | 'not-right' | null;
  reviewedBy: string | null;
  reviewedAt: string | null;
  toldHow: 'in-person' | 'by-phone' | null;
  toldAt: string | null;
  notTold: 'safe-moment' | 'not-reached' | null;
  endedAt: string | null;
  endedBy: string | null;
  endReason: 'lifted' | 'done' | 'mistake' | null;
}

/** The bases of the case in scope that its row policy gives: to the owner's staff and the young person. Newest first. */
export async function listBases(tx: Tx, caseId: CaseId): Promise<BasisRow[]> {
  return tx<BasisRow[]>`
    select b.id as "basisId", b.owner_agency as owner, o.name as "ownerName", b.kind,
      case when b.ended_at is not null then 'ended' when b.valid_to <= statement_timestamp() then 'over'
        else 'active' end as state,
      coalesce(s.name, ra.name) as "recipientName", s.title as "recipientTitle", ra.name as "recipientAgency",
      ra.id as "recipientAgencyId", ra.system as "recipientSystem", b.see_mask as see, b.know_mask as know,
      array(select p.code from purpose p where p.id = any (b.purposes) order by p.id) as purposes, b.duty, b.evidence,
      b.subpoena, to_char(b.issued_on, 'YYYY-MM-DD') as "issuedOn", b.valid_from as "startsAt", b.valid_to as "endsAt",
      to_char((b.valid_to at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "endsOn",
      r.name as "recordedBy", w.name as "secondedBy", v.outcome as "reviewOutcome", vs.name as "reviewedBy",
      v.reviewed_at as "reviewedAt", b.told_how as "toldHow", b.told_at as "toldAt", b.not_told as "notTold",
      b.ended_at as "endedAt", e.name as "endedBy", b.end_reason as "endReason"
    from law_basis b
    join agency o on o.id = b.owner_agency
    left join staff s on b.recipient_kind = 'staff' and s.id = b.recipient_id
    join agency ra on ra.id = coalesce(s.agency_id, b.recipient_id)
    join staff r on r.id = b.recorded_by
    left join staff w on w.id = b.seconded_by
    left join emergency_review v on v.basis_id = b.id
    left join staff vs on vs.id = v.reviewed_by
    left join staff e on e.id = b.ended_by
    where b.case_id = ${caseId}
    order by b.recorded_at desc, b.id desc`;
}
