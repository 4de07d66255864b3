import { badInput, newId, notFound, CommentId } from '@accord/kernel';
import { advisorProcedure } from '@accord/rpc';
import { Commented, CommentInput } from '../contract/index.ts';
import { holdVersion } from './hold-protocol.ts';
import * as q from './protocols.queries.ts';

/** A comment on one paragraph of the version in review. */
export const comment = advisorProcedure
  .input(CommentInput)
  .output(Commented)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const page = await holdVersion(tx, ctx.actor, input);
      if (!page.blocks.some(({ blockId }) => blockId === input.blockId)) throw notFound('no such paragraph');
      if (!page.may.includes('comment')) throw badInput('version', 'This version is not in review.');
      const commentId = newId(CommentId);
      await q.insertComment(tx, { commentId, advisorId: ctx.actor.advisorId, ...input });
      await q.countTime(tx, input.protocolId);
      return { commentId };
    }),
  );
