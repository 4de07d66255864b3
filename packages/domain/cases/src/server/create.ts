import { CaseId, newId } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { Created, ProfileInput } from '../contract/index.ts';
import { newCase } from './new-case.ts';

/** Opens a case for a young person. */
export const create = staffProcedure
  .input(ProfileInput)
  .output(Created)
  .mutation(({ ctx, input }) => {
    const caseId = newId(CaseId);
    return ctx.inCase(caseId, async (tx) => {
      await newCase(tx, ctx.vault, speakerOf(ctx), caseId, input);
      return { caseId };
    });
  });
