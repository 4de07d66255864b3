import { speakerOf } from '@accord/ledger/server';
import { maskOf } from '@accord/consent';
import { staffProcedure } from '@accord/rpc';
import { AddGoalInput, Added } from '../contract/index.ts';
import { writeItem } from './write-item.ts';

/** A goal in the young person's own words; adult wording stands second. */
export const addGoal = staffProcedure
  .input(AddGoalInput)
  .output(Added)
  .mutation(({ ctx, input: { caseId, ...body } }) =>
    ctx.inCase(caseId, async (tx) => ({
      itemId: await writeItem(tx, ctx.vault, speakerOf(ctx), {
        caseId,
        kind: 'goal',
        mask: maskOf(['case-plan']),
        body,
      }),
    })),
  );
