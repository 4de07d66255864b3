import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, YoungPersonId } from '@accord/kernel';

export interface CaseKeyRow {
  caseId: CaseId;
  ownerAgency: AgencyId;
  version: number;
  agencyEpoch: number;
  wrapped: Buffer;
}

export interface MissingWrap {
  ownerAgency: AgencyId;
  categoryMask: bigint;
  keyVersion: number;
  holderId: AgencyId | YoungPersonId;
  holderEpoch: number;
  holderPublic: Buffer;
  basisId: string;
  endsAt: string | null;
}

/** The number of the lock that writers share and that a change of epoch takes alone. */
const EPOCH_LOCK = 20261123;

/** No epoch changes under a transaction that wraps keys: a key wrapped with a secret on its way out would be lost. */
export async function holdEpochs(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock_shared(${EPOCH_LOCK})`;
}

export async function lockEpochs(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(${EPOCH_LOCK})`;
}

export async function findCaseKey(tx: Tx, caseId: CaseId, owner: AgencyId): Promise<CaseKeyRow | undefined> {
  const [row] = await tx<CaseKeyRow[]>`
    select case_id as "caseId", owner_agency as "ownerAgency", version, agency_epoch as "agencyEpoch", wrapped
    from case_key where case_id = ${caseId} and owner_agency = ${owner}`;
  return row;
}

export async function insertCaseKey(tx: Tx, row: Omit<CaseKeyRow, 'version'>): Promise<void> {
  await tx`insert into case_key (case_id, owner_agency, agency_epoch, wrapped)
    values (${row.caseId}, ${row.ownerAgency}, ${row.agencyEpoch}, ${row.wrapped}) on conflict do nothing`;
}

export async function noteCategoryKey(
  tx: Tx,
  key: { caseId: CaseId; ownerAgency: AgencyId; categoryMask: bigint; version: number },
): Promise<void> {
  await tx`insert into category_key (case_id, owner_agency, category_mask, key_version)
    values (${key.caseId}, ${key.ownerAgency}, ${key.categoryMask}, ${key.version}) on conflict do nothing`;
}

export async function listMissingWraps(tx: Tx, caseId: CaseId): Promise<MissingWrap[]> {
  return tx<MissingWrap[]>`
    select owner_agency as "ownerAgency", category_mask as "categoryMask", key_version as "keyVersion",
      holder_id as "holderId", holder_epoch as "holderEpoch", holder_public as "holderPublic",
      basis_id as "basisId", nullif(ends_at, 'infinity') as "endsAt"
    from missing_wraps(${caseId})`;
}

export async function putWrap(tx: Tx, caseId: CaseId, wrapId: string, wrap: MissingWrap, wrapped: Buffer) {
  await tx`select put_wrap(${wrapId}, ${caseId}, ${wrap.ownerAgency}, ${wrap.categoryMask}, ${wrap.keyVersion},
    ${wrap.holderId}, ${wrap.holderEpoch}, ${wrap.basisId}, ${wrapped})`;
}

export interface YoungPersonKeyRow {
  youngPersonId: YoungPersonId;
  caseId: CaseId;
  agencyId: AgencyId;
  agencyEpoch: number;
  wrapped: Buffer;
}

export async function findYoungPersonKey(tx: Tx, youngPersonId: YoungPersonId): Promise<YoungPersonKeyRow | undefined> {
  const [row] = await tx<YoungPersonKeyRow[]>`
    select young_person_id as "youngPersonId", case_id as "caseId", agency_id as "agencyId",
      agency_epoch as "agencyEpoch", wrapped
    from young_person_key where young_person_id = ${youngPersonId}`;
  return row;
}

export async function insertYoungPersonKey(tx: Tx, row: YoungPersonKeyRow, publicKey: Buffer): Promise<void> {
  await tx`insert into young_person_key (young_person_id, case_id, agency_id, agency_epoch, public_key, wrapped)
    values (${row.youngPersonId}, ${row.caseId}, ${row.agencyId}, ${row.agencyEpoch}, ${publicKey}, ${row.wrapped})`;
}
