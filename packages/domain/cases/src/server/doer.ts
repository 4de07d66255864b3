import { badInput, type CaseId, type StaffId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { listDoers, type StepPlan } from './plan.queries.ts';

/** The kinds of a step, and when it was written: a permission may cover only a period. */
interface StepKinds {
  mask: bigint;
  /** Null: now. */
  happened: string | null;
}

/**
 * A plan whose doer can see the step. BAD_INPUT names the field: one answer for whoever is not shared with, has left,
 * may never see, or never was there.
 */
export async function planFor(
  tx: Tx,
  caseId: CaseId,
  { mask, happened }: StepKinds,
  { doer, dueOn }: { doer: StaffId | 'young-person' | null; dueOn: string | null },
): Promise<StepPlan> {
  if (doer === 'young-person' || doer === null) {
    return { doer: null, forYoungPerson: doer !== null, dueOn };
  }
  const doers = await listDoers(tx, caseId, mask, happened);
  if (!doers.some(({ staffId }) => staffId === doer)) {
    throw badInput('doer', "They can't see this step yet. Ask for permission first.");
  }
  return { doer, forYoungPerson: false, dueOn };
}
