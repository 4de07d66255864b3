import { newId, type StaffActor } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { Hold, HoldId, LiftHoldInput, PlaceHoldInput } from '../../contract/index.ts';
import * as q from './hold.queries.ts';

const none = z.strictObject({});

/** Places a hold, which is one person's to do: from this instant nothing of the case is erased, by nobody. */
export const placeHold = staffProcedure
  .input(PlaceHoldInput)
  .output(z.strictObject({ holdId: HoldId }))
  .mutation(({ ctx, input: { caseId, reason } }) =>
    ctx.inCase(caseId, async (tx) => {
      const holdId = newId(HoldId);
      await q.placeHold(tx, holdId, caseId, reason);
      await record(tx, speakerOf(ctx), 'held', caseId, [nothingOf(ctx.actor)]);
      return { holdId };
    }),
  );

/** Lifts a hold that somebody else of the agency placed; CONFLICT for the one who did. */
export const liftHold = staffProcedure
  .input(LiftHoldInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, holdId } }) =>
    ctx.inCase(caseId, async (tx) => {
      await q.liftHold(tx, holdId);
      await record(tx, speakerOf(ctx), 'unheld', caseId, [nothingOf(ctx.actor)]);
      return {};
    }),
  );

/** A hold is about the case, and no item of it was met. */
const nothingOf = ({ agencyId }: StaffActor) => ({ ownerAgency: agencyId, categoryMask: 0n, items: [] });

export function holdOf(row: q.HoldRow, me: StaffActor): Hold {
  const { holdId, reason, agency, placedBy, placedAt, liftedBy, liftedAt } = row;
  return {
    holdId,
    reason: Hold.shape.reason.parse(reason),
    agency,
    placedBy,
    placedAt,
    lifted: liftedAt === null ? null : { by: liftedBy ?? '', at: liftedAt },
    lifting: liftingOf(row, me),
  };
}

function liftingOf({ liftedAt, agencyId, placedById }: q.HoldRow, me: StaffActor): Hold['lifting'] {
  if (liftedAt !== null) return 'over';
  if (agencyId !== me.agencyId) return 'not-ours';
  return placedById === me.staffId ? 'other' : 'may';
}
