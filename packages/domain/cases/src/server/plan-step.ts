import { AppError, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { PlanStepInput, Revised } from '../contract/index.ts';
import { findCustody, findRow } from './cases.queries.ts';
import { planFor } from './doer.ts';
import * as q from './plan.queries.ts';
import { recordWrote } from './write-item.ts';

/**
 * Who is to do an open step, and by when: for those who write for its owner. CONFLICT when somebody changed or ticked
 * it since it was read; BAD_INPUT at `doer` for somebody who does not see it.
 */
export const planStep = staffProcedure
  .input(PlanStepInput)
  .output(Revised)
  .mutation(({ ctx, input: { caseId, stepId, doer, dueOn, revision: seen } }) =>
    ctx.inCase(caseId, async (tx) => {
      const step = await findRow(tx, caseId, stepId);
      const { agencyId } = ctx.actor;
      const { writes } = await findCustody(tx, caseId, agencyId);
      if (step?.kind !== 'step' || step.sealed === null || step.ownerAgency !== agencyId || !writes) {
        throw notFound('no such step for this writer');
      }
      const kinds = { mask: step.categoryMask, happened: step.occurredAt };
      const plan = await planFor(tx, caseId, kinds, { doer, dueOn });
      const revision = await q.planStep(tx, caseId, stepId, plan, seen);
      if (revision === undefined) throw new AppError('CONFLICT', 'the step moved on');
      await recordWrote(tx, speakerOf(ctx), step);
      return { revision };
    }),
  );
