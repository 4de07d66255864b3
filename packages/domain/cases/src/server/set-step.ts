import { AppError, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { Revised, SetStepInput } from '../contract/index.ts';
import { findCustody, findRow, updateState } from './cases.queries.ts';
import { tickStep } from './plan.queries.ts';
import { recordWrote } from './write-item.ts';

/**
 * Ticks a step, or takes the tick back: for those who write for its owner, and for whoever does it, as long as they
 * see it. CONFLICT when somebody changed it since it was read; the page says who and when.
 */
export const setStep = staffProcedure
  .input(SetStepInput)
  .output(Revised)
  .mutation(({ ctx, input: { caseId, stepId, done, revision: seen } }) =>
    ctx.inCase(caseId, async (tx) => {
      const step = await findRow(tx, caseId, stepId);
      if (step?.kind !== 'step' || step.sealed === null) throw notFound('no such step for this reader');
      const { agencyId } = ctx.actor;
      const { writes } = await findCustody(tx, caseId, agencyId);
      const revision =
        writes && step.ownerAgency === agencyId
          ? await updateState(tx, caseId, stepId, done ? 'done' : 'open', seen)
          : await tickStep(tx, caseId, stepId, done, seen);
      if (revision === undefined) throw new AppError('CONFLICT', 'the step moved on');
      await recordWrote(tx, speakerOf(ctx), step);
      return { revision };
    }),
  );
