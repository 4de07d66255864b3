import { networkZone } from '@accord/consent/server';
import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, ItemId, StaffId } from '@accord/kernel';

/** Who does an item and who changed it, as far as this reader may know them; `sees` is what the floor says. */
export interface PeopleRow {
  itemId: ItemId;
  doerId: StaffId | null;
  doer: string | null;
  doerAgency: string | null;
  doerSees: boolean;
  isYoung: boolean;
  isMine: boolean;
  changedBy: string | null;
  isMyChange: boolean;
  changedAt: string | null;
}

export async function listItemPeople(tx: Tx, caseId: CaseId): Promise<PeopleRow[]> {
  return tx<PeopleRow[]>`
    select item_id as "itemId", doer_id as "doerId", doer, doer_agency as "doerAgency",
      doer_sees as "doerSees", is_young as "isYoung",
      is_mine as "isMine", changed_by as "changedBy", is_my_change as "isMyChange", changed_at as "changedAt"
    from item_people(${caseId})`;
}

/** People who could do a step of the speaker's agency with these kinds, from `happened` (null: now) on. */
export async function listDoers(tx: Tx, caseId: CaseId, mask: bigint, happened: string | null) {
  return tx<{ staffId: StaffId; name: string; title: string; agency: string }[]>`
    select staff_id as "staffId", name, title, agency
    from possible_doers(${caseId}, ${mask}, coalesce(${happened}::timestamptz, statement_timestamp()))`;
}

/** The doer's own tick; undefined when another change came first. Throws NOT_FOUND where it is not theirs to tick. */
export async function tickStep(tx: Tx, caseId: CaseId, stepId: ItemId, done: boolean, revision: number) {
  const [row] = await tx<{ revision: number | null }[]>`
    select tick_step(${caseId}, ${stepId}, ${done}, ${revision}) as revision`;
  return row?.revision ?? undefined;
}

export interface StepPlan {
  doer: StaffId | null;
  forYoungPerson: boolean;
  dueOn: string | null;
}

/** Undefined when another change came first, or the step is done. */
export async function planStep(tx: Tx, caseId: CaseId, stepId: ItemId, plan: StepPlan, revision: number) {
  const [row] = await tx<{ revision: number | null }[]>`
    select plan_step(${caseId}, ${stepId}, ${plan.doer}, ${plan.forYoungPerson}, ${plan.dueOn}::date, ${revision})
      as revision`;
  return row?.revision ?? undefined;
}

/** The profile that an agency keeps of the young person. */
export async function findProfileId(tx: Tx, caseId: CaseId, owner: AgencyId): Promise<ItemId | undefined> {
  const [row] = await tx<{ itemId: ItemId }[]>`
    select id as "itemId" from case_item
    where case_id = ${caseId} and kind = 'profile' and owner_agency = ${owner}`;
  return row?.itemId;
}

/** What finds the name and the birthday of a case again, by the secret of its agency; null where one is missing. */
export async function putNameToken(tx: Tx, caseId: CaseId, token: Buffer | null): Promise<void> {
  await tx`select put_name_token(${caseId}, ${token})`;
}

/** Makes way for a new version of a text, from exactly this revision; undefined when another change came first. */
export async function reviseBody(tx: Tx, caseId: CaseId, itemId: ItemId, revision: number) {
  const [row] = await tx<{ revision: number; bodyVersion: number }[]>`
    update case_item set revision = revision + 1, body_version = body_version + 1
    where case_id = ${caseId} and id = ${itemId} and revision = ${revision}
    returning revision, body_version as "bodyVersion"`;
  return row;
}

/** Today, by the database's clock, where the network is. */
export async function findToday(tx: Tx): Promise<string> {
  const [row] = await tx<{ today: string }[]>`
    select to_char(statement_timestamp() at time zone ${networkZone()}, 'YYYY-MM-DD') as today`;
  if (!row) throw new Error('the database gave no day');
  return row.today;
}
