import { networkZone } from '@accord/consent/server';
import { moveScope, type Tx } from '@accord/db';
import type { AgencyId, CaseId, ItemId, StaffId, YoungPersonId } from '@accord/kernel';
import type { SealedRow } from '@accord/vault';
import { CONTACT_HOLDS_DAYS, type ItemKind, type ReferralStatus } from '../contract/index.ts';

/** A row of the spine with its current body, where the floor gives one, and the wrap that opens it. */
export type ItemRow = Omit<SealedRow, 'sealed' | 'keyVersion'> & {
  itemId: ItemId;
  kind: ItemKind;
  parentId: ItemId | null;
  dueOn: string | null;
  isOverdue: boolean;
  state: 'open' | 'done' | ReferralStatus;
  stateReason: string | null;
  stateAt: string | null;
  stateBy: string | null;
  revision: number;
  bodyVersion: number;
  occurredAt: string;
  createdBy: StaffId;
  sealed: Buffer | null;
  /** When this version of the text was written; null where it is not theirs to see. */
  writtenAt: string | null;
  keyVersion: number | null;
};

/** Opening a case is this one statement over the spine and its bodies, whatever the number of domains. */
export async function listItems(tx: Tx, caseId: CaseId): Promise<ItemRow[]> {
  return tx<ItemRow[]>`${itemRows(tx)} where i.case_id = ${caseId} order by i.occurred_at desc, i.id desc`;
}

/** The profiles of the cases in scope, for a list. */
export async function listProfiles(tx: Tx, cases: readonly CaseId[]): Promise<ItemRow[]> {
  return tx<ItemRow[]>`${itemRows(tx)} where i.case_id = any (${[...cases]}::uuid[]) and i.kind = 'profile'`;
}

/** One item with its present body, or with the one that many versions before it. */
export async function findRow(
  tx: Tx,
  caseId: CaseId,
  itemId: ItemId,
  before = 0,
): Promise<ItemRow | undefined> {
  const [row] = await tx<ItemRow[]>`${itemRows(tx, before)} where i.case_id = ${caseId} and i.id = ${itemId}`;
  return row;
}

export function itemRows(tx: Tx, before = 0) {
  const version = before === 0 ? tx`i.body_version` : tx`i.body_version - ${before}::int`;
  return tx`
    select i.case_id as "caseId", i.id as "itemId", i.kind, i.owner_agency as "ownerAgency",
      i.category_mask as "categoryMask", i.parent_id as "parentId", i.state, i.revision,
      i.state_reason as "stateReason", i.state_at as "stateAt", i.state_by as "stateBy",
      to_char(i.due_on, 'YYYY-MM-DD') as "dueOn",
      i.state = 'open' and coalesce(i.due_on < (statement_timestamp() at time zone ${networkZone()})::date, false)
        as "isOverdue",
      ${version} as "bodyVersion", i.occurred_at as "occurredAt", i.created_by as "createdBy",
      b.sealed, b.created_at as "writtenAt", b.key_version as "keyVersion", statement_timestamp() as "readAt",
      w.id as "wrapId", w.wrapped, w.holder_epoch as "holderEpoch", w.basis_id as "basisId",
      nullif(w.ends_at, 'infinity') as "endsAt"
    from case_item i
    left join case_item_body b on b.case_id = i.case_id and b.item_id = i.id and b.version = ${version}
    left join lateral (
      select * from key_wrap k
      where k.case_id = b.case_id and k.owner_agency = b.owner_agency and k.category_mask = b.category_mask
        and k.key_version = b.key_version
      order by k.ends_at desc limit 1
    ) w on true`;
}

/** Kinds and times of one agency's items that were there before an instant; no text, and no body is touched. */
export async function listOwnItems(tx: Tx, caseId: CaseId, owner: AgencyId, before: string) {
  return tx<{ itemId: ItemId; categoryMask: bigint; occurredAt: string; createdAt: string }[]>`
    select id as "itemId", category_mask as "categoryMask", occurred_at as "occurredAt", created_at as "createdAt"
    from case_item
    where case_id = ${caseId} and owner_agency = ${owner} and occurred_at <= ${before}
    order by occurred_at desc, id`;
}

export interface CaseHead {
  caseId: CaseId;
  codeName: string;
  openedAt: string;
  leadAgency: AgencyId;
  accessEndsAt: string | null;
}

/** `staleBefore`: a safe contact that was confirmed before this day, by the database's clock, is asked for again. */
export type OpenHead = CaseHead & { staleBefore: string };

export async function findCase(tx: Tx, caseId: CaseId): Promise<OpenHead | undefined> {
  const [row] = await tx<OpenHead[]>`
    select id as "caseId", code_name as "codeName", opened_at as "openedAt", lead_agency as "leadAgency",
      access_ends_at(id) as "accessEndsAt",
      to_char((statement_timestamp() at time zone ${networkZone()})::date - ${CONTACT_HOLDS_DAYS}::int, 'YYYY-MM-DD')
        as "staleBefore"
    from case_file where id = ${caseId}`;
  return row;
}

/** Who shares with this reader by a permission, and the last day before some of that ends, in the network's zone. */
export async function listSharers(tx: Tx, caseId: CaseId) {
  return tx<{ owner: string; endsOn: string }[]>`
    select a.name as owner,
      to_char((min(o.valid_to) at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "endsOn"
    from unnest(openings()) o join agency a on a.id = o.owner_agency
    where o.case_id = ${caseId} and o.basis_kind = 'consent' and o.see_mask <> 0
    group by a.name order by a.name`;
}

export interface Named {
  id: string;
  name: string;
}

/** Names of the agencies and staff on a page: only those whose items the reader already has. */
export async function listNames(tx: Tx, ids: readonly string[]): Promise<Named[]> {
  return tx<Named[]>`
    select id, name from agency where id = any (${[...ids]}::uuid[])
    union all select id, name from staff where id = any (${[...ids]}::uuid[])`;
}

export async function findSystem(tx: Tx, agencyId: AgencyId): Promise<string | undefined> {
  const [row] = await tx<{ system: string }[]>`select system from agency where id = ${agencyId}`;
  return row?.system;
}

/** What the reader's agency has of a case: whether they are on it there, and whether they write. */
export async function findCustody(tx: Tx, caseId: CaseId, agencyId: AgencyId) {
  const [row] = await tx<{ holds: boolean; writes: boolean }[]>`
    select holds_for(${caseId}, ${agencyId}) as holds, writes_for(${caseId}, ${agencyId}) as writes`;
  return row ?? { holds: false, writes: false };
}

export interface AudienceRow {
  ownerAgency: AgencyId;
  seeMask: bigint;
  name: string;
}

export async function listAudience(tx: Tx, caseId: CaseId): Promise<AudienceRow[]> {
  return tx<AudienceRow[]>`
    select owner_agency as "ownerAgency", see_mask as "seeMask", name from audience(${caseId}) order by name, owner_agency`;
}

/** The people around the case whose part in it this reader may know. */
export async function listTeam(tx: Tx, caseId: CaseId) {
  return tx<
    { name: string; title: string; agency: string }[]
  >`select name, title, agency from team(${caseId})`;
}

/** The newest cases that the reader may know of, with the scope moved to them. */
export async function enterMyCases(tx: Tx, most: number): Promise<(CaseHead & { withMe: boolean })[]> {
  const mine = await tx<{ caseId: CaseId }[]>`select case_id as "caseId" from my_cases('infinity', ${most})`;
  await moveScope(
    tx,
    mine.map((row) => row.caseId),
  );
  if (mine.length === 0) return [];
  return tx<(CaseHead & { withMe: boolean })[]>`
    select id as "caseId", code_name as "codeName", opened_at as "openedAt", lead_agency as "leadAgency",
      null as "accessEndsAt",
      exists (select from unnest((select openings())) o where o.case_id = case_file.id and o.holds) as "withMe"
    from case_file where id = any (${mine.map((row) => row.caseId)}::uuid[]) order by opened_at desc, id`;
}

export interface NewCase {
  caseId: CaseId;
  youngPersonId: YoungPersonId;
  codeName: string;
  purposes: readonly number[];
  selfPurpose: number;
  selfMask: bigint;
}

export async function createCase(tx: Tx, row: NewCase): Promise<void> {
  await tx`select create_case(${row.caseId}, ${row.youngPersonId}, ${row.codeName},
    ${tx.array([...row.purposes], 21)}::smallint[], ${row.selfPurpose}, ${row.selfMask})`;
}

export interface NewItem {
  caseId: CaseId;
  itemId: ItemId;
  kind: ItemKind;
  owner: AgencyId;
  mask: bigint;
  parentId: ItemId | null;
  author: StaffId;
  doer: StaffId | null;
  forYoungPerson: boolean;
  dueOn: string | null;
}

export async function insertItem(tx: Tx, item: NewItem): Promise<void> {
  await tx`insert into case_item (case_id, id, kind, owner_agency, category_mask, parent_id, created_by, assigned_to,
      for_young_person, due_on)
    values (${item.caseId}, ${item.itemId}, ${item.kind}, ${item.owner}, ${item.mask}, ${item.parentId},
      ${item.author}, ${item.doer}, ${item.forYoungPerson}, ${item.dueOn}::date)`;
}

export async function insertBody(
  tx: Tx,
  item: { caseId: CaseId; itemId: ItemId },
  body: { version: number; keyVersion: number; sealed: Buffer },
): Promise<void> {
  await tx`insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, key_version,
      occurred_at, sealed)
    select case_id, id, ${body.version}, owner_agency, category_mask, ${body.keyVersion}, occurred_at, ${body.sealed}
    from case_item where case_id = ${item.caseId} and id = ${item.itemId}`;
}

export interface KnownItem {
  ownerAgency: AgencyId;
  categoryMask: bigint;
  occurredAt: string;
  isSeen: boolean;
}

/** An item that the reader may know of, and whether they see it; no text is touched. */
export async function findKnown(tx: Tx, caseId: CaseId, itemId: ItemId): Promise<KnownItem | undefined> {
  const [row] = await tx<KnownItem[]>`
    select i.owner_agency as "ownerAgency", i.category_mask as "categoryMask", i.occurred_at as "occurredAt",
      exists (select from case_item_body b where b.case_id = i.case_id and b.item_id = i.id) as "isSeen"
    from case_item i where i.case_id = ${caseId} and i.id = ${itemId}`;
  return row;
}

/** Moves a step on from exactly this revision; undefined when another change came first. */
export async function updateState(
  tx: Tx,
  caseId: CaseId,
  itemId: ItemId,
  state: 'open' | 'done',
  revision: number,
): Promise<number | undefined> {
  const [row] = await tx<{ revision: number }[]>`
    update case_item set state = ${state}, revision = revision + 1
    where case_id = ${caseId} and id = ${itemId} and revision = ${revision} returning revision`;
  return row?.revision;
}

/** The topic of a case, for those who may know of it now. */
export async function watchTopic(tx: Tx, caseId: CaseId): Promise<string | null> {
  const [row] = await tx<{ topic: string | null }[]>`select watch(${caseId}) as topic`;
  return row?.topic ?? null;
}
