import { CaseId, GrantId } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { discardGrant } from '../consent.queries.ts';

/** Throws a draft away. What was signed stays on record. */
export const discard = staffProcedure
  .input(z.strictObject({ caseId: CaseId, grantId: GrantId }))
  .output(z.strictObject({}))
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      await discardGrant(tx, input.grantId);
      return {};
    }),
  );
