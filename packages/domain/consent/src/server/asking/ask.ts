import { badInput, newId, RequestId } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { AskInput, Asked, maskOf, SetAsideInput, SHAREABLE, TakeUpInput } from '../../contract/index.ts';
import { askFor, setAside as putAside } from './requests.queries.ts';

/**
 * Asks for a permission that would open one kind. Whatever comes of it, the answer is the same, and the asker reads
 * nothing of what becomes of it. NOT_FOUND for whoever has no part in the case.
 */
export const ask = staffProcedure
  .input(AskInput)
  .output(Asked)
  .mutation(({ ctx, input: { caseId, kind, need } }) =>
    ctx.inCase(caseId, async (tx) => {
      if (!SHAREABLE.includes(kind)) throw badInput('kind', 'No permission can open this kind.');
      const mask = maskOf([kind]);
      const owners = await askFor(tx, { requestId: newId(RequestId), caseId, kind: mask, need });
      const asked = owners.map((ownerAgency) => ({ ownerAgency, categoryMask: mask, items: [] }));
      if (asked.length > 0) await record(tx, speakerOf(ctx), 'asked', caseId, asked);
      return { asked: true as const };
    }),
  );

/** "Not now": nothing was shared and nothing is, so that it can be taken up again. */
export const setAside = staffProcedure
  .input(SetAsideInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      await putAside(tx, input.requestId, input.reason);
      return {};
    }),
  );

/** Takes "not now" back. */
export const takeUp = staffProcedure
  .input(TakeUpInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      await putAside(tx, input.requestId, null);
      return {};
    }),
  );
