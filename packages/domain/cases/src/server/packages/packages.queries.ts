import type { Demand } from '@accord/consent';
import { networkZone } from '@accord/consent/server';
import { moveScope, type Tx } from '@accord/db';
import type { AgencyId, BasisId, CaseId, ItemId, StaffId } from '@accord/kernel';
import type { ItemKind, PackageAskInput, PackageId, RecordsPackage } from '../../contract/index.ts';
import { type ItemRow, itemRows } from '../cases.queries.ts';

export interface OwnItemRow {
  itemId: ItemId;
  kind: ItemKind;
  version: number;
  categoryMask: bigint;
  occurredAt: string;
}

/** One agency's own items of a case, newest first; what its author alone reads is told to no colleague. No text. */
export async function listOwn(tx: Tx, caseId: CaseId, owner: AgencyId): Promise<OwnItemRow[]> {
  return tx<OwnItemRow[]>`
    select i.id as "itemId", i.kind, i.body_version as version, i.category_mask as "categoryMask",
      i.occurred_at as "occurredAt"
    from case_item i
    where i.case_id = ${caseId} and i.owner_agency = ${owner}
      and not exists (select from category c where c.author_only and i.category_mask >> c.bit & 1 = 1)
    order by i.occurred_at desc, i.id desc`;
}

/** These items with their present bodies, as the floor gives them to the reader; newest first. */
export async function listTexts(tx: Tx, caseId: CaseId, items: readonly ItemId[]): Promise<ItemRow[]> {
  return tx<ItemRow[]>`${itemRows(tx)} where i.case_id = ${caseId} and i.id = any (${[...items]}::uuid[])
    order by i.occurred_at desc, i.id desc`;
}

/** What the reader may do with packages of a case; undefined for whoever is not on it for this agency. */
export async function findDesk(tx: Tx, caseId: CaseId, owner: AgencyId) {
  const [row] = await tx<
    {
      codeName: string;
      agency: string;
      mayPrepare: boolean;
      mayApprove: boolean;
      isHeld: boolean;
    }[]
  >`
    select f.code_name as "codeName", a.name as agency, writes_for(f.id, a.id) as "mayPrepare",
      oversees(f.id) as "mayApprove",
      exists (select from legal_hold h where h.case_id = f.id and h.lifted_at is null) as "isHeld"
    from case_file f join agency a on a.id = ${owner}
    where f.id = ${caseId} and holds_for(f.id, a.id)`;
  return row;
}

export interface PackageRow {
  packageId: PackageId;
  demand: Demand;
  basisId: BasisId | null;
  number: string;
  receivedOn: string;
  dueOn: string;
  kinds: bigint;
  since: string;
  until: string;
  firstDay: string;
  lastDay: string;
  quietUntil: string | null;
  state: RecordsPackage['state'];
  isWhole: boolean;
  preparedById: StaffId;
  preparedBy: string;
  preparedAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
  endedBy: string | null;
  endedAt: string | null;
}

/** The packages of a case, as the row policy gives them to whoever is on it for the agency that answers. */
export async function listPackages(tx: Tx, caseId: CaseId): Promise<PackageRow[]> {
  const zone = networkZone();
  return tx<PackageRow[]>`
    select p.id as "packageId", p.demand, p.basis_id as "basisId", p.number,
      to_char(p.received_on, 'YYYY-MM-DD') as "receivedOn", to_char(p.due_on, 'YYYY-MM-DD') as "dueOn", p.kinds,
      p.since, p.until, to_char(p.since at time zone ${zone}, 'YYYY-MM-DD') as "firstDay",
      to_char((p.until at time zone ${zone}) - interval '1 second', 'YYYY-MM-DD') as "lastDay",
      to_char((p.quiet_until at time zone ${zone}) - interval '1 second', 'YYYY-MM-DD') as "quietUntil", p.state,
      p.state in ('waiting', 'approved') and package_is_whole(p.id) as "isWhole", p.prepared_by as "preparedById",
      s.name as "preparedBy", p.prepared_at as "preparedAt", a.name as "approvedBy", p.approved_at as "approvedAt",
      e.name as "endedBy", p.ended_at as "endedAt"
    from records_package p
    join staff s on s.id = p.prepared_by
    left join staff a on a.id = p.approved_by
    left join staff e on e.id = p.ended_by
    where p.case_id = ${caseId}
    order by p.ended_at is not null, case when p.ended_at is null then p.due_on end, p.ended_at desc, p.id`;
}

export async function listPackageItems(tx: Tx, caseId: CaseId) {
  return tx<(OwnItemRow & { packageId: PackageId; sha256: string | null })[]>`
    select package_id as "packageId", item_id as "itemId", kind, version, category_mask as "categoryMask",
      occurred_at as "occurredAt", encode(digest, 'hex') as sha256
    from records_package_item where case_id = ${caseId} order by occurred_at desc, item_id`;
}

/** What has not gone out yet, over the newest cases of the reader; the soonest due first. */
export async function listWaiting(tx: Tx, most: number) {
  const mine = await tx<{ caseId: CaseId }[]>`select case_id as "caseId" from my_cases('infinity', ${most})`;
  await moveScope(
    tx,
    mine.map(({ caseId }) => caseId),
  );
  return tx<
    {
      packageId: PackageId;
      caseId: CaseId;
      codeName: string;
      number: string;
      dueOn: string;
      state: 'waiting' | 'approved';
    }[]
  >`
    select p.id as "packageId", p.case_id as "caseId", f.code_name as "codeName", p.number,
      to_char(p.due_on, 'YYYY-MM-DD') as "dueOn", p.state
    from records_package p join case_file f on f.id = p.case_id
    where p.state in ('waiting', 'approved') order by p.due_on, f.code_name, p.id`;
}

export async function preparePackage(
  tx: Tx,
  packageId: PackageId,
  ask: PackageAskInput,
  kinds: bigint,
  items: readonly ItemId[],
): Promise<void> {
  const { caseId, demand, number, receivedOn, dueOn, firstDay, lastDay } = ask;
  const [basisId, quietUntil] =
    ask.demand === 'court-order' ? [ask.basisId, ask.quietUntil ?? null] : [null, null];
  await tx`select prepare_package(${packageId}, ${caseId}, ${demand}, ${basisId}, ${number}, ${receivedOn}::date,
    ${dueOn}::date, ${kinds}, ${firstDay}::date, ${lastDay}::date, ${quietUntil}::date, ${networkZone()},
    ${[...items]}::uuid[])`;
}

export async function approvePackage(tx: Tx, packageId: PackageId): Promise<void> {
  await tx`select approve_package(${packageId})`;
}

export async function returnPackage(tx: Tx, packageId: PackageId, hasChanged: boolean): Promise<void> {
  await tx`select return_package(${packageId}, ${hasChanged})`;
}

/** What was approved, with the package locked and the keys of its case held. */
export async function claimApproved(tx: Tx, packageId: PackageId) {
  return tx<{ itemId: ItemId; version: number }[]>`
    select item_id as "itemId", version from claim_approved(${packageId})`;
}

export async function handOut(
  tx: Tx,
  packageId: PackageId,
  contents: readonly { itemId: ItemId; sha256: string }[],
  notices: readonly string[],
  policyVersion: string | null,
): Promise<void> {
  await tx`select hand_out(${packageId}, ${contents.map(({ itemId }) => itemId)}::uuid[],
    array(select decode(d, 'hex') from unnest(${contents.map(({ sha256 }) => sha256)}::text[]) with ordinality u(d, n)
      order by n), ${[...notices]}::text[], ${policyVersion})`;
}

export async function findPrinter(tx: Tx, staffId: StaffId) {
  const [row] = await tx<{ name: string; now: string }[]>`
    select name, statement_timestamp() as now from staff where id = ${staffId}`;
  return row;
}
