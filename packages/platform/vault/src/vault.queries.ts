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
  /** Of a young person: who leads them, and their secret where this node serves that agency. */
  leadAgency: AgencyId | null;
  leadEpoch: number | null;
  holderSecret: Buffer | null;
  basisId: string;
  endsAt: string | null;
}

/** No epoch changes under this transaction: a key wrapped with a secret on its way out would be lost. */
export async function holdEpochs(tx: Tx): Promise<void> {
  await tx`select hold_epochs()`;
}

/** Waits until no other transaction wraps or opens keys; none begins to before this one ends. */
export async function takeEpochs(tx: Tx): Promise<void> {
  await tx`select take_epochs()`;
}

/** `holdEpochs`, and no permission is stopped in this case under this transaction. */
export async function holdKeys(tx: Tx, caseId: CaseId): Promise<void> {
  await tx`select hold_keys(${caseId})`;
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
      lead_agency as "leadAgency", lead_epoch as "leadEpoch", holder_secret as "holderSecret",
      basis_id as "basisId", nullif(ends_at, 'infinity') as "endsAt"
    from missing_wraps(${caseId})`;
}

/** The next cases by id in which an agency of this node has a key; for the job that tends keys. */
export async function listCasesAfter(tx: Tx, after: string, most: number) {
  return tx<{ caseId: CaseId; isMissing: boolean }[]>`
    select case_id as "caseId", is_missing as "isMissing" from cases_after(${after}, ${most}) order by case_id`;
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
  /** The secret's own epoch. */
  epoch: number;
  wrapped: Buffer;
}

export async function findYoungPersonKey(
  tx: Tx,
  youngPersonId: YoungPersonId,
): Promise<YoungPersonKeyRow | undefined> {
  const [row] = await tx<YoungPersonKeyRow[]>`
    select young_person_id as "youngPersonId", case_id as "caseId", agency_id as "agencyId",
      agency_epoch as "agencyEpoch", epoch, wrapped
    from young_person_key where young_person_id = ${youngPersonId}`;
  return row;
}

export async function insertYoungPersonKey(
  tx: Tx,
  row: Omit<YoungPersonKeyRow, 'epoch'>,
  publicKey: Buffer,
): Promise<void> {
  await tx`insert into young_person_key (young_person_id, case_id, agency_id, agency_epoch, public_key, wrapped)
    values (${row.youngPersonId}, ${row.caseId}, ${row.agencyId}, ${row.agencyEpoch}, ${publicKey}, ${row.wrapped})`;
}
