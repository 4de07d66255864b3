import { type CaseId, notFound } from '@accord/kernel';
import { type Tx, youthProcedure } from '@accord/rpc';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { KeepOutInput, KeptOut } from '../../contract/index.ts';
import { enterOwnCase } from '../consent.queries.ts';
import * as q from './kept-out.queries.ts';

/** Whom the young person keeps out, and whom they could. */
export const keptOut = youthProcedure.output(KeptOut).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const people = await q.listKeptOut(tx, await ownCase(tx));
    const out = new Set(people.map(({ staffId }) => staffId));
    return { people, others: (await q.listStaff(tx)).filter(({ staffId }) => !out.has(staffId)) };
  }),
);

/**
 * Keeps one person out of everything: what opens to their colleagues does not open to them. It acts at once, needs
 * no reason, and looks to them as if nothing was ever shared. NOT_FOUND for somebody who does not work here.
 */
export const keepOut = youthProcedure
  .input(KeepOutInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      await q.keepOut(tx, await ownCase(tx), input.staffId, randomUUID());
      return {};
    }),
  );

/** Only who kept them out lets them back. What still holds opens again; what ended meanwhile does not. */
export const letBack = youthProcedure
  .input(KeepOutInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      await q.letBack(tx, await ownCase(tx), input.staffId);
      return {};
    }),
  );

async function ownCase(tx: Tx): Promise<CaseId> {
  const caseId = await enterOwnCase(tx);
  if (!caseId) throw notFound('no own case');
  return caseId;
}
