import { previewFor } from '@accord/cases/server';
import { Prepared, PrepareInput } from '@accord/consent';
import { prepareGrant } from '@accord/consent/server';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';

/** Writes a draft and shows, from the same transaction, what its recipient would be able to read today. */
export const preparePermission = staffProcedure
  .input(PrepareInput)
  .output(Prepared)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const { grantId, mask, law } = await prepareGrant(tx, ctx.vault, ctx.actor, input);
      const preview = await previewFor(tx, ctx.vault, speakerOf(ctx), input.caseId, mask);
      return { grantId, preview, law };
    }),
  );
