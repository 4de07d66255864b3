import { notFound } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { Done, VersionInput } from '../contract/index.ts';
import { holdVersion } from './hold-protocol.ts';
import { moveVersion } from './protocols.queries.ts';

/** Puts the newest draft before the advisors. */
export const sendForReview = staffProcedure
  .input(VersionInput)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const { may, protocolId, version } = await holdVersion(tx, ctx.actor, input);
      if (!may.includes('send-for-review')) throw notFound('no draft of this writer');
      if (!(await moveVersion(tx, protocolId, version, 'in-review')))
        throw notFound('the floor kept the draft');
      return {};
    }),
  );
