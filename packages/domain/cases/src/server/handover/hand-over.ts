import { AppError, badInput, newId } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { HandOverInput, HandoverId, HandoverInput } from '../../contract/index.ts';
import { findToday } from '../plan.queries.ts';
import * as q from './handover.queries.ts';

/**
 * Gives cases to a colleague, for good or until a day: all of them or none. No permission changes. Each has its line in
 * the ledger of its case, and the young person is asked about it in their app. NOT_FOUND where one is not the caller's to
 * give; BAD_INPUT where the colleague is kept out of something of one of them.
 */
export const handOver = staffProcedure
  .input(HandOverInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input: { leaves, comes, caseIds, untilOn } }) =>
    ctx
      .read(async (tx) => {
        if (leaves === comes) throw badInput('comes', 'Choose somebody else.');
        if (untilOn !== null && untilOn < (await findToday(tx)))
          throw badInput('untilOn', 'Choose a day to come.');
        await q.enterCaseloads(tx);
        const handed = [...new Set(caseIds)].map((caseId) => ({ caseId, handoverId: newId(HandoverId) }));
        await q.handOver(tx, handed, { leaves, comes, untilOn });
        const line = { ownerAgency: ctx.actor.agencyId, categoryMask: 0n, items: [] };
        const done = untilOn === null ? 'case-handed' : 'case-covered';
        for (const { caseId } of handed) await record(tx, speakerOf(ctx), done, caseId, [line]);
        return {};
      })
      .catch(keptOut),
  );

/** Who is kept out of a case, and why, is not said. */
function keptOut(error: unknown): never {
  if (error instanceof AppError && error.code === 'CONFLICT') {
    throw badInput('comes', 'They cannot take one of these cases. Choose somebody else for it.');
  }
  throw error;
}

/** Whoever supervises spoke with the young person about somebody new. NOT_FOUND where nobody waits for that. */
export const talkedAboutHandover = staffProcedure
  .input(HandoverInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input: { handoverId } }) =>
    ctx.read(async (tx) => {
      await q.enterCaseloads(tx);
      await q.talked(tx, handoverId);
      return {};
    }),
  );
