import { findCustody } from '@accord/cases/server';
import { enterOwnCase } from '@accord/consent/server';
import { type CaseId, newId, notFound } from '@accord/kernel';
import { record, type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx, youthProcedure } from '@accord/rpc';
import { z } from 'zod';
import {
  AnswerMyPlanInput,
  AnswerPlanInput,
  CaseOnly,
  MyPlans,
  PlanId,
  PlanStanding,
} from '../contract/index.ts';
import * as q from './signing.queries.ts';
import { versionOf } from './standing.ts';

const none = z.strictObject({});

/** Where the plan of the caller's agency stands: for whoever is on the case there. It tells no text. */
export const planStanding = staffProcedure
  .input(CaseOnly)
  .output(PlanStanding)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { holds } = await findCustody(tx, caseId, ctx.actor.agencyId);
      if (!holds) throw notFound('no such case for this speaker');
      const [row] = await q.listStandings(tx, caseId);
      return {
        version: row ? versionOf(row, 'supervisor') : null,
        maySend: await q.maySendPlan(tx, caseId),
      };
    }),
  );

/** Sends the plan as it stands to be signed by a supervisor and by the young person. CONFLICT: it is sent already. */
export const sendPlan = staffProcedure
  .input(CaseOnly)
  .output(z.strictObject({ planId: PlanId }))
  .mutation(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const planId = newId(PlanId);
      const categoryMask = await q.sendPlan(tx, caseId, planId);
      const line = { ownerAgency: ctx.actor.agencyId, categoryMask, items: [] };
      await record(tx, speakerOf(ctx), 'plan-sent', caseId, [line]);
      return { planId };
    }),
  );

/**
 * The supervisor's word: signed, or sent back. NOT_FOUND for who does not answer for the case; CONFLICT for who sent it,
 * for an older version, and where the plan has changed since.
 */
export const answerPlan = staffProcedure
  .input(AnswerPlanInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, planId, answer } }) =>
    ctx.inCase(caseId, (tx) => answerTo(tx, speakerOf(ctx), caseId, planId, answer)),
  );

/** The young person's own plans: what they are asked to sign, and where each stands. */
export const myPlans = youthProcedure.output(MyPlans).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const caseId = await enterOwnCase(tx);
    if (!caseId) throw notFound('no own case');
    return { plans: (await q.listStandings(tx, caseId)).map((row) => versionOf(row, 'young')) };
  }),
);

/** The young person's word. Nobody can say it for them. */
export const answerMyPlan = youthProcedure
  .input(AnswerMyPlanInput)
  .output(none)
  .mutation(({ ctx, input: { planId, answer } }) =>
    ctx.read(async (tx) => {
      const caseId = await enterOwnCase(tx);
      if (!caseId) throw notFound('no own case');
      return answerTo(tx, speakerOf(ctx), caseId, planId, answer);
    }),
  );

async function answerTo(
  tx: Tx,
  speaker: Speaker,
  caseId: CaseId,
  planId: PlanId,
  answer: z.output<typeof AnswerMyPlanInput>['answer'],
) {
  const reason = answer.is === 'signed' ? null : answer.reason;
  const { ownerAgency, categoryMask } = await q.answerPlan(tx, caseId, planId, reason);
  const action = answer.is === 'signed' ? 'plan-signed' : 'plan-returned';
  await record(tx, speaker, action, caseId, [{ ownerAgency, categoryMask, items: [] }]);
  return {};
}
