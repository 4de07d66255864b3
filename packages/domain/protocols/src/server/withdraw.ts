import { AppError, notFound } from '@accord/kernel';
import { advisorProcedure } from '@accord/rpc';
import { Done, mayWithdraw, WithdrawInput } from '../contract/index.ts';
import { holdProtocol } from './hold-protocol.ts';
import * as q from './protocols.queries.ts';

/** Takes back one's own comment; with it an objection stops standing. CONFLICT when it is withdrawn already. */
export const withdraw = advisorProcedure
  .input(WithdrawInput)
  .output(Done)
  .mutation(({ ctx, input: { protocolId, commentId } }) =>
    ctx.read(async (tx) => {
      const { comments } = await holdProtocol(tx, ctx.actor, protocolId);
      const comment = comments.find((each) => each.commentId === commentId);
      if (!comment?.mine) throw notFound('no such comment of this advisor');
      if (!mayWithdraw(comment)) throw new AppError('CONFLICT', 'the comment is withdrawn already');
      if (!(await q.moveComment(tx, commentId, 'withdrawn'))) throw notFound('the floor kept the comment');
      await q.countTime(tx, protocolId);
      return {};
    }),
  );
