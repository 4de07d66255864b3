import { maskOf } from '@accord/consent';
import { notFound } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { Doers, OpenInput } from '../contract/index.ts';
import { findCustody } from './cases.queries.ts';
import { listDoers } from './plan.queries.ts';

/**
 * Whom a step of the caller's own agency can be given to: those who would see it. It reads names of colleagues and
 * recipients and nothing about the young person, so it writes no line. NOT_FOUND for whoever does not write here.
 */
export const doers = staffProcedure
  .input(OpenInput)
  .output(Doers)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { writes } = await findCustody(tx, caseId, ctx.actor.agencyId);
      if (!writes) throw notFound('no such case for this writer');
      return { doers: await listDoers(tx, caseId, maskOf(['case-plan']), null) };
    }),
  );
