import { newId, notFound } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { z } from 'zod';
import { AnswerErasureInput, ErasureId, KeepingInput } from '../../contract/index.ts';
import * as q from './keeping.queries.ts';

const none = z.strictObject({});

/** Asks for the erasure of what the caller's agency holds of a case. CONFLICT while anything keeps it. */
export const askErasure = staffProcedure
  .input(KeepingInput)
  .output(z.strictObject({ erasureId: ErasureId }))
  .mutation(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const erasureId = newId(ErasureId);
      await q.askErasure(tx, erasureId, caseId);
      const asked = await getErasure(tx, caseId, erasureId);
      const { agencyId } = ctx.actor;
      await record(tx, speakerOf(ctx), 'erasure-asked', caseId, [
        { ownerAgency: agencyId, categoryMask: asked.kinds, items: [] },
      ]);
      return { erasureId };
    }),
  );

/**
 * The second person's word. To erase takes the words of the items and of the signed papers, and all keys of the agency's
 * part; the ledger keeps its lines, and says which versions went. Not to erase, or to take it back, changes nothing.
 */
export const answerErasure = staffProcedure
  .input(AnswerErasureInput)
  .output(none)
  .mutation(async ({ ctx, input: { caseId, erasureId, erase } }) => {
    await ctx.inCase(caseId, async (tx) => {
      const asked = await getErasure(tx, caseId, erasureId);
      const items = await q.answerErasure(tx, erasureId, erase);
      const { agencyId } = ctx.actor;
      await record(tx, speakerOf(ctx), erase ? 'erased' : 'not-erased', caseId, [
        { ownerAgency: agencyId, categoryMask: asked.kinds, items },
      ]);
    });
    if (erase) ctx.vault.forget();
    return {};
  });

async function getErasure(tx: Tx, caseId: z.infer<typeof KeepingInput>['caseId'], erasureId: ErasureId) {
  const found = (await q.listErasures(tx, caseId)).find((each) => each.erasureId === erasureId);
  if (!found) throw notFound('no such erasure for this speaker');
  return found;
}
