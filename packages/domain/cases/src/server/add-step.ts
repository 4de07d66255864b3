import { derivedMask } from '@accord/consent';
import { speakerOf } from '@accord/ledger/server';
import { notFound } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { AddStepInput, Added } from '../contract/index.ts';
import { findCustody, findRow } from './cases.queries.ts';
import { planFor } from './doer.ts';
import { writeItem } from './write-item.ts';

/**
 * A step toward a goal that the writer sees, whoever's goal it is; the step is the writer's own agency's. It takes the
 * goal's kinds of data, so that it is never more open than its goal.
 */
export const addStep = staffProcedure
  .input(AddStepInput)
  .output(Added)
  .mutation(({ ctx, input: { caseId, goalId, text, doer = null, dueOn = null } }) =>
    ctx.inCase(caseId, async (tx) => {
      const goal = await findRow(tx, caseId, goalId);
      const { writes } = await findCustody(tx, caseId, ctx.actor.agencyId);
      if (goal?.kind !== 'goal' || goal.sealed === null || !writes) {
        throw notFound('no such goal for this writer');
      }
      const mask = derivedMask([{ mask: goal.categoryMask }]);
      const plan = await planFor(tx, caseId, { mask, happened: null }, { doer, dueOn });
      const draft = { caseId, kind: 'step', mask, parentId: goalId, plan, body: { text } } as const;
      return { itemId: await writeItem(tx, ctx.vault, speakerOf(ctx), draft) };
    }),
  );
