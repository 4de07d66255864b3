import { AppError, badInput, notFound } from '@accord/kernel';
import { advisorProcedure } from '@accord/rpc';
import { Done, signedAs, SignOffInput } from '../contract/index.ts';
import { holdVersion } from './hold-protocol.ts';
import * as q from './protocols.queries.ts';

/** An advisor's yes to the version in review, with their own name or the one that they write. */
export const signOff = advisorProcedure
  .input(SignOffInput)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const { may, signed, status, version, protocolId } = await holdVersion(tx, ctx.actor, input);
      if (signed) throw new AppError('CONFLICT', 'signed already');
      if (!may.includes('sign')) {
        const why = status === 'in-review' ? 'An objection still stands.' : 'This version is not in review.';
        throw badInput('version', why);
      }
      const ownName = await q.findOwnName(tx);
      if (ownName === undefined) throw notFound('no such advisor');
      const { advisorId } = ctx.actor;
      await q.insertSignOff(tx, protocolId, { version, advisorId, as: signedAs(ownName, input.pseudonym) });
      await q.countTime(tx, protocolId);
      return {};
    }),
  );
