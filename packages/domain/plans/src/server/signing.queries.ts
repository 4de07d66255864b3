import type { Tx } from '@accord/db';
import type { AgencyId, CaseId } from '@accord/kernel';
import type { PlanAnswer, PlanId, ReturnReason } from '../contract/index.ts';

export interface StandingRow {
  planId: PlanId;
  ownerId: AgencyId;
  owner: string;
  number: number;
  sentBy: string;
  sentAt: string;
  supervisorAnswer: PlanAnswer['is'] | null;
  supervisorReason: ReturnReason | null;
  supervisor: string | null;
  supervisorAt: string | null;
  youngAnswer: PlanAnswer['is'] | null;
  youngReason: ReturnReason | null;
  youngAt: string | null;
  isNow: boolean;
  mayAnswer: boolean;
  categoryMask: bigint;
}

/** The newest version of each agency's plan that the reader may know of: their own agency's, or all of their own. */
export async function listStandings(tx: Tx, caseId: CaseId): Promise<StandingRow[]> {
  return tx<StandingRow[]>`
    select plan_id as "planId", owner_agency as "ownerId", owner, number, category_mask as "categoryMask",
      sent_by as "sentBy", sent_at as "sentAt", supervisor_answer as "supervisorAnswer",
      supervisor_reason as "supervisorReason", supervisor, supervisor_at as "supervisorAt",
      young_answer as "youngAnswer", young_reason as "youngReason", young_at as "youngAt", is_now as "isNow",
      may_answer as "mayAnswer"
    from plan_standings(${caseId})`;
}

export async function maySendPlan(tx: Tx, caseId: CaseId): Promise<boolean> {
  const [row] = await tx<{ may: boolean }[]>`select may_send_plan(${caseId}) as may`;
  return row?.may ?? false;
}

/** Sends the plan as it stands. NOT_FOUND and CONFLICT are the database's. */
export async function sendPlan(tx: Tx, caseId: CaseId, planId: PlanId): Promise<bigint> {
  const [row] = await tx<{ categoryMask: bigint }[]>`
    select category_mask as "categoryMask" from send_plan(${planId}, ${caseId})`;
  if (!row) throw new Error('a plan without a line was sent');
  return row.categoryMask;
}

/** Writes one of the two words. `reason`: null for a signature. */
export async function answerPlan(tx: Tx, caseId: CaseId, planId: PlanId, reason: ReturnReason | null) {
  const [row] = await tx<{ ownerAgency: AgencyId; categoryMask: bigint }[]>`
    select owner_agency as "ownerAgency", category_mask as "categoryMask"
    from answer_plan(${caseId}, ${planId}, ${reason === null}, ${reason})`;
  if (!row) throw new Error('an answer to no plan');
  return row;
}
