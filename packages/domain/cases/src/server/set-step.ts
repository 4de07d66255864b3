import { AppError, notFound } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { SetStepInput } from '../contract/index.ts';
import { findCustody, findItem, updateState } from './cases.queries.ts';

/** Ticks a step, or takes the tick back. CONFLICT when somebody changed it since it was read. */
export const setStep = staffProcedure
  .input(SetStepInput)
  .output(z.strictObject({ revision: z.int() }))
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const step = await findItem(tx, input.caseId, input.stepId);
      const { agencyId } = ctx.actor;
      const { writes } = await findCustody(tx, input.caseId, agencyId);
      if (step?.kind !== 'step' || step.ownerAgency !== agencyId || !writes) {
        throw notFound('no such step for this writer');
      }
      const state = input.done ? 'done' : 'open';
      const revision = await updateState(tx, input.caseId, input.stepId, state, input.revision);
      if (revision === undefined) throw new AppError('CONFLICT', 'the step moved on');
      await record(tx, speakerOf(ctx), 'wrote', input.caseId, [
        {
          ownerAgency: step.ownerAgency,
          categoryMask: step.categoryMask,
          items: [{ itemId: input.stepId, version: 1 }],
        },
      ]);
      return { revision };
    }),
  );
