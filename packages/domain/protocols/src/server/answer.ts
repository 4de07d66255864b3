import { AppError, notFound } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { AnswerInput, Done, mayAnswer } from '../contract/index.ts';
import { holdProtocol } from './hold-protocol.ts';
import * as q from './protocols.queries.ts';

/** A written answer, once, by the agency that keeps the protocol. CONFLICT when the comment is not open any more. */
export const answer = staffProcedure
  .input(AnswerInput)
  .output(Done)
  .mutation(({ ctx, input: { protocolId, commentId, result, body } }) =>
    ctx.read(async (tx) => {
      const page = await holdProtocol(tx, ctx.actor, protocolId);
      const comment = page.comments.find((each) => each.commentId === commentId);
      if (!comment || !page.may.includes('answer')) throw notFound('no such comment for this writer');
      if (!mayAnswer(comment)) throw new AppError('CONFLICT', 'the comment is not open');
      await q.insertAnswer(tx, { commentId, result, body, by: ctx.actor.staffId });
      if (!(await q.moveComment(tx, commentId, 'answered'))) throw notFound('the floor kept the comment');
      return {};
    }),
  );
