import { enterOwnCase } from '@accord/consent/server';
import { notFound } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { youthProcedure } from '@accord/rpc';
import { z } from 'zod';
import { AnswerHandoverInput, MyHandovers } from '../../contract/index.ts';
import * as q from './handover.queries.ts';

/** Who is new and has not been answered yet. */
export const myHandovers = youthProcedure.output(MyHandovers).query(({ ctx }) =>
  ctx.read(async (tx) => {
    await enterOwnCase(tx);
    return { handovers: await q.listOwnHandovers(tx) };
  }),
);

/**
 * That this is fine, or that they want to talk about it: then whoever supervises the case hears of it. NOT_FOUND where
 * there is nothing to answer.
 */
export const answerMyHandover = youthProcedure
  .input(AnswerHandoverInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input: { handoverId, answer } }) =>
    ctx.read(async (tx) => {
      const caseId = await enterOwnCase(tx);
      if (!caseId) throw notFound('no own case');
      const ownerAgency = await q.answerHandover(tx, handoverId, answer);
      if (answer === 'talk') {
        const line = { ownerAgency, categoryMask: 0n, items: [] };
        await record(tx, speakerOf(ctx), 'wants-talk', caseId, [line]);
      }
      return {};
    }),
  );
