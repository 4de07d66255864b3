import { speakerOf } from '@accord/ledger/server';
import { notFound } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { Added, AddStepInput } from '../contract/index.ts';
import { findItem } from './cases.queries.ts';
import { writeItem } from './write-item.ts';

/** A step toward a goal. It takes the goal's kinds of data, so that it is never more open than its goal. */
export const addStep = staffProcedure
  .input(AddStepInput)
  .output(Added)
  .mutation(({ ctx, input: { caseId, goalId, text } }) =>
    ctx.inCase(caseId, async (tx) => {
      const goal = await findItem(tx, caseId, goalId);
      if (goal?.kind !== 'goal') throw notFound('no such goal for this writer');
      const draft = {
        caseId,
        kind: 'step',
        mask: goal.categoryMask,
        parentId: goalId,
        body: { text },
      } as const;
      return { itemId: await writeItem(tx, ctx.vault, speakerOf(ctx), draft) };
    }),
  );
