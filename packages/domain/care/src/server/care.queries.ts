import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, ItemId } from '@accord/kernel';
import type { SheetKind } from '@accord/cases';

/** The one sheet of this kind that an agency keeps, as far as the speaker sees it. */
export async function findSheetId(
  tx: Tx,
  caseId: CaseId,
  owner: AgencyId,
  kind: SheetKind,
): Promise<ItemId | undefined> {
  const [row] = await tx<{ itemId: ItemId }[]>`
    select id as "itemId" from case_item where case_id = ${caseId} and owner_agency = ${owner} and kind = ${kind}`;
  return row?.itemId;
}

/** The agencies whose people the speaker knows to be around the case, and their own or the one that leads it. */
export async function listAround(tx: Tx, caseId: CaseId, keeper: AgencyId) {
  return tx<{ agencyId: AgencyId; name: string }[]>`
    select id as "agencyId", name from agency
    where id = ${keeper} or name in (select agency from team(${caseId})) order by name, id`;
}

/** The agency that leads a case; undefined for whoever may not know of it. */
export async function findLead(tx: Tx, caseId: CaseId): Promise<AgencyId | undefined> {
  const [row] = await tx<
    { lead: AgencyId }[]
  >`select lead_agency as lead from case_file where id = ${caseId}`;
  return row?.lead;
}
