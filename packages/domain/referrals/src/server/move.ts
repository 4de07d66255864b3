import { enterOwnCase } from '@accord/consent/server';
import { type CaseId, type ItemId, notFound } from '@accord/kernel';
import { record, type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx, youthProcedure } from '@accord/rpc';
import { HelpedInput, Moved, MoveInput, REFERRAL_MOVES, type ReferralStatus } from '../contract/index.ts';
import { moveReferral } from './referrals.queries.ts';

interface Where {
  caseId: CaseId;
  itemId: ItemId;
  revision: number;
}

/**
 * Records an answer, for the agency that sent the referral or the one that runs its service. NOT_FOUND for whoever
 * does not see it now or has no part in it; CONFLICT when it moved on since it was read.
 */
export const move = staffProcedure
  .input(MoveInput)
  .output(Moved)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, (tx) =>
      moveTo(tx, speakerOf(ctx), input, REFERRAL_MOVES[input.move].to, input.reason ?? null),
    ),
  );

/** The young person says whether it helped. They can say otherwise later; nobody can say it for them. */
export const helped = youthProcedure
  .input(HelpedInput)
  .output(Moved)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const caseId = await enterOwnCase(tx);
      if (!caseId) throw notFound('no own case');
      const answer = input.helped ? 'helped' : 'not-helped';
      return moveTo(tx, speakerOf(ctx), { ...input, caseId }, 'completed', answer);
    }),
  );

/** The database moves it and checks who may; the line in the ledger belongs to the same transaction. */
async function moveTo(tx: Tx, speaker: Speaker, where: Where, status: ReferralStatus, reason: string | null) {
  const { ownerAgency, categoryMask, version, revision } = await moveReferral(tx, where, status, reason);
  await record(tx, speaker, 'wrote', where.caseId, [
    { ownerAgency, categoryMask, items: [{ itemId: where.itemId, version }] },
  ]);
  return { revision, status };
}
