import { derivedMask, maskOf } from '@accord/consent';
import { type CaseId, type ItemId, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { AddGoalInput, Added } from '../contract/index.ts';
import { findRow } from './cases.queries.ts';
import { writeItem } from './write-item.ts';

const PLAN = maskOf(['case-plan']);

/**
 * A goal in the young person's own words; adult wording stands second. Toward a need that the writer sees, whoever's
 * it is, it takes that need's kinds of data too, so that it is never more open.
 */
export const addGoal = staffProcedure
  .input(AddGoalInput)
  .output(Added)
  .mutation(({ ctx, input: { caseId, needId, ...body } }) =>
    ctx.inCase(caseId, async (tx) => {
      const mask = needId
        ? derivedMask([{ mask: PLAN }, { mask: await maskOfNeed(tx, caseId, needId) }])
        : PLAN;
      const draft = { caseId, kind: 'goal', mask, ...(needId && { parentId: needId }), body } as const;
      return { itemId: await writeItem(tx, ctx.vault, speakerOf(ctx), draft) };
    }),
  );

async function maskOfNeed(tx: Tx, caseId: CaseId, needId: ItemId): Promise<bigint> {
  const need = await findRow(tx, caseId, needId);
  if (need?.kind !== 'need' || need.sealed === null) throw notFound('no such need for this writer');
  return need.categoryMask;
}
