import { moveScope, type Tx } from '@accord/db';
import {
  type AgencyId,
  type CaseId,
  type GrantId,
  type Language,
  notFound,
  type PostId,
  type StaffId,
} from '@accord/kernel';
import type { SealedRow } from '@accord/vault';
import type { AuthorityId, CameBy, DatedRow } from '../contract/index.ts';
import { keepLawfulEnd } from './agreements/agreements.queries.ts';
import { networkZone } from './zone.ts';

export interface NewGrant {
  grantId: GrantId;
  caseId: CaseId;
  discloser: AgencyId;
  recipientKind: 'staff' | 'agency';
  recipientId: StaffId | AgencyId;
  /** What the recipient is there, where it is for whoever that is. */
  postId: PostId | null;
  purpose: number;
  categories: bigint;
  /** Null: from when it is signed. */
  startsAt: string | null;
  endsAt: string;
  preparedBy: StaffId;
  mayWrite: boolean;
  /** Of its paper. */
  language: Language;
}

export interface GrantRow {
  grantId: GrantId;
  caseId: CaseId;
  discloser: AgencyId;
  discloserName: string;
  recipientKind: 'staff' | 'agency';
  recipientId: StaffId | AgencyId;
  recipientName: string;
  recipientTitle: string | null;
  recipientAgency: string;
  recipientAgencyId: AgencyId;
  recipientSystem: string;
  postId: PostId | null;
  post: string | null;
  /** Of a post: their word on whoever holds it now, or somebody to hold it. Null where it waits for neither. */
  waitsFor: 'answer' | 'holder' | null;
  /** The permission whose paper was signed, of one that was carried on to a later holder of its post. */
  signedAs: GrantId | null;
  purpose: string;
  categories: bigint;
  stopped: bigint;
  /** What the law let it open when it was last looked at. */
  opens: bigint;
  /** The most that a permission of the discloser can open. */
  shareable: bigint;
  status: 'draft' | 'active' | 'paused' | 'stopped';
  pausedBy: 'young_person' | 'staff' | null;
  /** Of staff; null where the young person did it themselves. */
  pausedByName: string | null;
  pausedAt: string | null;
  stoppedByName: string | null;
  stoppedAt: string | null;
  stoppedHow: CameBy | null;
  mayWrite: boolean;
  /** Of its paper. */
  language: Language;
  /** The newer one that stands in its place. */
  replacedBy: GrantId | null;
  /** They do not want it again. */
  saidNo: boolean;
  signedAt: string | null;
  method: 'typed' | 'spoken' | null;
  recordedBy: string | null;
  over: boolean;
  startsAt: string | null;
  /** From when it holds; of a draft, from when it could. */
  validFrom: string;
  endsAt: string;
  endsOn: string;
}

/** The first instant after a day, in the network's time zone, and whether it is still to come and near enough. */
export async function endOfDay(tx: Tx, day: string, zone: string, longestDays: number) {
  const [row] = await tx<{ endsAt: string; isPast: boolean; isTooFar: boolean }[]>`
    select e.at as "endsAt", e.at <= now() as "isPast", e.at > now() + make_interval(days => ${longestDays + 1}) as "isTooFar"
    from (select (${day}::date + 1)::timestamp at time zone ${zone} as at) e`;
  return row;
}

/** The database's own clock. */
export async function readClock(tx: Tx): Promise<string> {
  const [row] = await tx<{ now: string }[]>`select statement_timestamp() as now`;
  if (!row) throw new Error('the database gave no time');
  return row.now;
}

/** What an agency has published about sharing, and the most that a permission of it can open. */
export async function getTerms(
  tx: Tx,
  agencyId: AgencyId,
): Promise<{ terms: string | null; shareable: bigint }> {
  const [row] = await tx<{ terms: string | null; shareable: bigint }[]>`
    select data_terms as terms, shareable_mask as shareable from agency where id = ${agencyId}`;
  if (!row) throw notFound('no such agency');
  return row;
}

/** Whether the reader is on the case for this agency, which holds items of it. */
export async function holdsFor(tx: Tx, caseId: CaseId, agencyId: AgencyId): Promise<boolean> {
  const [row] = await tx<{ holds: boolean }[]>`select holds_for(${caseId}, ${agencyId}) as holds`;
  return row?.holds ?? false;
}

/** Whether they also write for it, and so may have a permission signed: assigned or covering. */
export async function writesFor(tx: Tx, caseId: CaseId, agencyId: AgencyId): Promise<boolean> {
  const [row] = await tx<{ writes: boolean }[]>`select writes_for(${caseId}, ${agencyId}) as writes`;
  return row?.writes ?? false;
}

/** A colleague's name, as it stands beside what they record. */
export async function findStaffName(tx: Tx, staffId: StaffId): Promise<string | undefined> {
  const [row] = await tx<{ name: string }[]>`select name from staff where id = ${staffId}`;
  return row?.name;
}

/** Who a permission would go to, if they are there. */
export async function findRecipientAgency(
  tx: Tx,
  kind: 'staff' | 'agency',
  id: StaffId | AgencyId,
): Promise<AgencyId | undefined> {
  const [row] = await tx<{ agencyId: AgencyId }[]>`
    select a.id as "agencyId" from agency a
    where (${kind} = 'agency' and a.id = ${id})
      or (${kind} = 'staff' and a.id = (select s.agency_id from staff s
        where s.id = ${id} and (s.ended_at is null or s.ended_at > now())))`;
  return row?.agencyId;
}

/** Who holds a post of this name now; undefined where nobody does. */
export async function findHolder(tx: Tx, postId: PostId): Promise<StaffId | undefined> {
  const [row] = await tx<{ staffId: StaffId }[]>`
    select h.staff_id as "staffId" from post_holder h where h.post_id = ${postId} and h.valid_to = 'infinity'`;
  return row?.staffId;
}

export async function insertGrant(tx: Tx, grant: NewGrant): Promise<void> {
  await tx`insert into consent_grant (id, case_id, discloser_agency, recipient_kind, recipient_id, purpose, categories,
      valid_from, valid_to, prepared_by, may_write, language, post_id)
    values (${grant.grantId}, ${grant.caseId}, ${grant.discloser}, ${grant.recipientKind}, ${grant.recipientId},
      ${grant.purpose}, ${grant.categories}, coalesce(${grant.startsAt}::timestamptz, now()), ${grant.endsAt}, ${grant.preparedBy}, ${grant.mayWrite},
      ${grant.language}, ${grant.postId})`;
}

export async function insertDocument(
  tx: Tx,
  row: {
    grantId: GrantId;
    version: number;
    caseId: CaseId;
    owner: AgencyId;
    mask: bigint;
    keyVersion: number;
    sealed: Buffer;
  },
): Promise<void> {
  await tx`insert into consent_document (grant_id, version, case_id, owner_agency, category_mask, key_version, sealed)
    values (${row.grantId}, ${row.version}, ${row.caseId}, ${row.owner}, ${row.mask}, ${row.keyVersion}, ${row.sealed})`;
}

/** Where the words of one more signature are kept: what was prepared is 1, and what the young person signed is 2. */
export async function nextDocument(tx: Tx, grantId: GrantId): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    select greatest(max(version), 2) + 1 as version from consent_document where grant_id = ${grantId}`;
  return row?.version ?? 3;
}

/** The permissions of the case in scope that its row policy gives: to the discloser's staff and the young person. */
export async function listGrants(tx: Tx, caseId: CaseId, only: GrantId | null = null): Promise<GrantRow[]> {
  return tx<GrantRow[]>`
    select g.id as "grantId", g.case_id as "caseId", g.discloser_agency as discloser, d.name as "discloserName",
      g.recipient_kind as "recipientKind", g.recipient_id as "recipientId", coalesce(s.name, ra.name) as "recipientName",
      s.title as "recipientTitle", ra.name as "recipientAgency", ra.id as "recipientAgencyId",
      ra.system as "recipientSystem", g.post_id as "postId", post.name as post, g.signed_as as "signedAs",
      case when i.grant_id is null or i.answer = 'fine' then null
        when i.staff_id is not null and i.answer is null and (s.ended_at is null or s.ended_at > statement_timestamp())
        then 'answer' else 'holder' end as "waitsFor",
      p.code as purpose,
      g.categories, coalesce(v.mask, 0) & g.categories as stopped, g.opens, d.shareable_mask as shareable, g.status,
      u.paused_from as "pausedBy", us.name as "pausedByName", u.paused_at as "pausedAt",
      last.name as "stoppedByName", last.received_at as "stoppedAt", last.came_by as "stoppedHow",
      g.may_write as "mayWrite", g.language, g.replaced_by as "replacedBy", g.said_no_at is not null as "saidNo",
      g.valid_to <= statement_timestamp() as over,
      k.signed_at as "signedAt", k.method, w.name as "recordedBy",
      case when k.signed_at is not null then g.valid_from end as "startsAt", g.valid_from as "validFrom", g.valid_to as "endsAt",
      to_char((g.valid_to at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "endsOn"
    from consent_grant g
    join purpose p on p.id = g.purpose
    join agency d on d.id = g.discloser_agency
    left join staff s on g.recipient_kind = 'staff' and s.id = g.recipient_id
    join agency ra on ra.id = coalesce(s.agency_id, g.recipient_id)
    left join post on post.id = g.post_id
    left join post_introduction i on i.grant_id = g.id
    left join lateral (
      select * from consent_signature c where c.grant_id = g.id order by c.capacity <> 'young_person', c.signed_at limit 1
    ) k on true
    left join staff w on w.id = k.recorded_by
    left join consent_pause u on u.grant_id = g.id and u.resumed_at is null
    left join staff us on u.paused_from = 'staff' and us.id = u.paused_by
    left join lateral (
      select rs.name, r.received_at, r.came_by from consent_revocation r
      left join staff rs on r.received_from = 'staff' and rs.id = r.received_by
      where r.grant_id = g.id order by r.received_at desc, r.id desc limit 1
    ) last on true
    left join lateral (select bit_or(r.categories) as mask from consent_revocation r where r.grant_id = g.id) v on true
    where g.case_id = ${caseId} and (${only}::uuid is null or g.id = ${only})
    order by g.prepared_at desc`;
}

export type DocumentRow = SealedRow & { grantId: GrantId; version: number };

/** What was prepared (version 1) and what was signed (version 2), sealed, with the wrap that opens each. */
export async function listDocuments(tx: Tx, caseId: CaseId): Promise<DocumentRow[]> {
  return tx<DocumentRow[]>`
    select d.grant_id as "grantId", d.version, d.case_id as "caseId", d.owner_agency as "ownerAgency",
      d.category_mask as "categoryMask", d.key_version as "keyVersion", d.sealed, statement_timestamp() as "readAt",
      w.id as "wrapId", w.wrapped, w.holder_epoch as "holderEpoch", w.basis_id as "basisId",
      nullif(w.ends_at, 'infinity') as "endsAt"
    from consent_document d
    left join lateral (
      select * from key_wrap k
      where k.case_id = d.case_id and k.owner_agency = d.owner_agency and k.category_mask = d.category_mask
        and k.key_version = d.key_version
      order by k.ends_at desc limit 1
    ) w on true
    where d.case_id = ${caseId}`;
}

export async function signGrant(
  tx: Tx,
  grantId: GrantId,
  signature: { method: string; formDigest: Buffer; initials: bigint },
): Promise<void> {
  const { method, formDigest, initials } = signature;
  await tx`select sign_grant(${grantId}, ${method}, ${formDigest}, ${initials})`;
}

/** An adult's signature; `mayComeFirst` where the young person is too young to be asked. */
export async function countersignGrant(
  tx: Tx,
  grantId: GrantId,
  signature: { authorityId: AuthorityId; method: string; formDigest: Buffer; mayComeFirst: boolean },
): Promise<void> {
  const { authorityId, method, formDigest, mayComeFirst } = signature;
  await tx`select countersign_grant(${grantId}, ${authorityId}, ${method}, ${formDigest}, ${mayComeFirst})`;
}

export async function withdrawSignature(tx: Tx, grantId: GrantId, capacity: string): Promise<void> {
  await tx`select withdraw_signature(${grantId}, ${capacity})`;
}

export async function projectGrant(tx: Tx, grantId: GrantId, rows: readonly DatedRow[]): Promise<void> {
  await tx`select project_grant(${grantId}, ${tx.json(jsonOf(rows))})`;
  await putLawfulEnd(tx, grantId, rows);
}

/** What continues an agreement may carry the rows on to there, and no further. */
async function putLawfulEnd(tx: Tx, grantId: GrantId, [row]: readonly DatedRow[]): Promise<void> {
  if (row) await keepLawfulEnd(tx, grantId, new Date(row.lawfulTo).toISOString());
}

function jsonOf(rows: readonly DatedRow[]) {
  return rows.map((row) => ({
    owner_agency: row.ownerAgency,
    grantee_kind: row.granteeKind,
    grantee_id: row.granteeId,
    purpose: row.purpose,
    see_mask: row.seeMask.toString(),
    know_mask: row.knowMask.toString(),
    valid_to: new Date(row.valid.to).toISOString(),
  }));
}

export async function pauseGrant(tx: Tx, grantId: GrantId, pauseId: string): Promise<void> {
  await tx`select pause_grant(${grantId}, ${pauseId})`;
}

/** Until the end of the transaction no permission of the case is stopped or paused. */
export async function holdKeys(tx: Tx, caseId: CaseId): Promise<void> {
  await tx`select hold_keys(${caseId})`;
}

/** Until then nobody signs, writes or shares in the case either. For whoever may stop a permission of it. */
export async function takeKeysToStop(tx: Tx, caseId: CaseId): Promise<void> {
  await tx`select take_keys_to_stop(${caseId})`;
}

/** Opens a paused permission again until its own end; `purposes` are those that its recipient writes for. */
export async function resumeGrant(
  tx: Tx,
  grantId: GrantId,
  rows: readonly DatedRow[],
  purposes: readonly number[],
): Promise<void> {
  await tx`select resume_grant(${grantId}, ${tx.json(jsonOf(rows))},
    ${tx.array([...purposes], 21)}::smallint[])`;
  await putLawfulEnd(tx, grantId, rows);
}

export async function letRecipientWrite(
  tx: Tx,
  grantId: GrantId,
  purposes: readonly number[],
): Promise<void> {
  await tx`select let_recipient_write(${grantId}, ${tx.array([...purposes], 21)}::smallint[])`;
}

/** Stops kinds of a permission and answers what is still shared. `cameBy`: how staff came to know of it. */
export async function stopGrant(
  tx: Tx,
  grantId: GrantId,
  kinds: bigint,
  revocationId: string,
  cameBy: CameBy | null,
): Promise<bigint> {
  const [row] = await tx<{ left: bigint }[]>`
    select stop_grant(${grantId}, ${kinds}, ${revocationId}, ${cameBy}) as left`;
  return row?.left ?? 0n;
}

export async function discardGrant(tx: Tx, grantId: GrantId): Promise<void> {
  await tx`select discard_grant(${grantId})`;
}

/** The young person's own case, and the scope moved to it; undefined when there is none. */
export async function enterOwnCase(tx: Tx): Promise<CaseId | undefined> {
  const [row] = await tx<{ caseId: CaseId }[]>`select case_id as "caseId" from my_cases('infinity', 1)`;
  if (row) await moveScope(tx, [row.caseId]);
  return row?.caseId;
}
