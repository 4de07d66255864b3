import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, YoungPersonId } from '@accord/kernel';
import type { CaseKeyRow, YoungPersonKeyRow } from './vault.queries.ts';

/** Only the job that tends keys sees these rows, and only for the agencies of its node. */
export interface HeldWrap {
  wrapId: string;
  caseId: CaseId;
  ownerAgency: AgencyId;
  categoryMask: bigint;
  keyVersion: number;
  holderEpoch: number;
  basisId: string;
  endsAt: string | null;
  wrapped: Buffer;
}

/** What an epoch has left behind, some at a time: `most` rows after the `skip` that are known not to open. */
export interface Before {
  agencyId: AgencyId;
  epoch: number;
  most: number;
  skip: number;
}

export async function publishEpoch(
  tx: Tx,
  agencyId: AgencyId,
  epoch: number,
  publicKey: Buffer,
): Promise<void> {
  await tx`insert into agency_key (agency_id, epoch, public_key) values (${agencyId}, ${epoch}, ${publicKey})
    on conflict do nothing`;
  await tx`update agency_key set retired_at = now()
    where agency_id = ${agencyId} and epoch < ${epoch} and retired_at is null`;
}

export async function listCaseKeysBefore(
  tx: Tx,
  { agencyId, epoch, most, skip }: Before,
): Promise<CaseKeyRow[]> {
  return tx<CaseKeyRow[]>`
    select case_id as "caseId", owner_agency as "ownerAgency", version, agency_epoch as "agencyEpoch", wrapped
    from case_key where owner_agency = ${agencyId} and agency_epoch < ${epoch}
    order by case_id limit ${most} offset ${skip}`;
}

export async function listWrapsBefore(tx: Tx, { agencyId, epoch, most, skip }: Before): Promise<HeldWrap[]> {
  return tx<HeldWrap[]>`
    ${heldWraps(tx)} where holder_id = ${agencyId} and holder_epoch < ${epoch}
    order by id limit ${most} offset ${skip}`;
}

export async function listWrapsOf(tx: Tx, youngPersonId: YoungPersonId): Promise<HeldWrap[]> {
  return tx<HeldWrap[]>`${heldWraps(tx)} where holder_id = ${youngPersonId}`;
}

function heldWraps(tx: Tx) {
  return tx`
    select id as "wrapId", case_id as "caseId", owner_agency as "ownerAgency", category_mask as "categoryMask",
      key_version as "keyVersion", holder_epoch as "holderEpoch", basis_id as "basisId",
      nullif(ends_at, 'infinity') as "endsAt", wrapped
    from key_wrap`;
}

export async function listYoungPersonKeysBefore(tx: Tx, { agencyId, epoch, most, skip }: Before) {
  return tx<YoungPersonKeyRow[]>`
    select young_person_id as "youngPersonId", case_id as "caseId", agency_id as "agencyId",
      agency_epoch as "agencyEpoch", epoch, wrapped
    from young_person_key where agency_id = ${agencyId} and agency_epoch < ${epoch}
    order by young_person_id limit ${most} offset ${skip}`;
}

export async function rewrapCaseKey(tx: Tx, row: CaseKeyRow, epoch: number, wrapped: Buffer): Promise<void> {
  await tx`update case_key set agency_epoch = ${epoch}, wrapped = ${wrapped}
    where case_id = ${row.caseId} and owner_agency = ${row.ownerAgency}`;
}

export async function rewrapKey(tx: Tx, wrapId: string, epoch: number, wrapped: Buffer): Promise<void> {
  await tx`update key_wrap set holder_epoch = ${epoch}, wrapped = ${wrapped} where id = ${wrapId}`;
}

export async function renewYoungPersonKey(
  tx: Tx,
  row: Pick<YoungPersonKeyRow, 'youngPersonId' | 'agencyEpoch' | 'epoch' | 'wrapped'>,
  publicKey: Buffer,
): Promise<void> {
  await tx`update young_person_key set agency_epoch = ${row.agencyEpoch}, epoch = ${row.epoch},
      public_key = ${publicKey}, wrapped = ${row.wrapped}
    where young_person_id = ${row.youngPersonId}`;
}

/** When something was erased of which this agency had a key; null: never, or this node does not serve it. */
export async function findLastErasure(tx: Tx, agencyId: AgencyId): Promise<string | null> {
  const [row] = await tx<{ at: string | null }[]>`select last_erasure(${agencyId}) as at`;
  return row?.at ?? null;
}
