import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { OpenInput } from '../../contract/index.ts';
import { noteVisit } from './today.queries.ts';

/**
 * The page of a case was looked at: what comes from now on is new to the caller. It reads nothing, so it writes no line.
 * NOT_FOUND for whoever may not know of the case.
 */
export const looked = staffProcedure
  .input(OpenInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      await noteVisit(tx, caseId);
      return {};
    }),
  );
