import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { CasePage, OpenInput } from '../contract/index.ts';
import { openCase } from './open-case.ts';

export const open = staffProcedure
  .input(OpenInput)
  .output(CasePage)
  .query(({ ctx, input }) =>
    ctx.inCase(input.caseId, (tx) => openCase(tx, ctx.vault, speakerOf(ctx), input.caseId)),
  );
