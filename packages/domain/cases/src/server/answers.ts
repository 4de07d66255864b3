import { Answer, AnswerChoices, AnswerInput, codesOf, maskOf, OverseenCases } from '@accord/consent';
import { answerAbout, listEverybody, listOverseen, oversees } from '@accord/consent/server';
import { System, SYSTEMS } from '@accord/identity';
import { CaseId, notFound, type StaffActor } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { z } from 'zod';
import * as q from './cases.queries.ts';

/** More cases than anyone answers for. */
const MOST_CASES = 500;
const NOBODY = 'nobody who answers for this case';

/** The cases that the caller answers for: those that they supervise for the agency that holds the items. */
export const overseen = staffProcedure.output(OverseenCases).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const mine = await q.enterMyCases(tx, MOST_CASES);
    const ids = mine.map(({ caseId }) => caseId);
    return { cases: await listOverseen(tx, ids) };
  }),
);

/** What can be asked about in one case: people, also those who have left, and the agency's own items, without text. */
export const answerChoices = staffProcedure
  .input(z.strictObject({ caseId: CaseId }))
  .output(AnswerChoices)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const head = await q.findCase(tx, caseId);
      if (!head || !(await oversees(tx, caseId))) throw notFound(NOBODY);
      const people = await listEverybody(tx);
      const items = await listItemsOf(tx, ctx.actor, caseId);
      return {
        codeName: head.codeName,
        people: people.map(({ system, ...person }) => ({
          ...person,
          purposes: [...SYSTEMS[System.parse(system)]],
        })),
        items: items.map(({ itemId, categoryMask, occurredAt }) => ({
          itemId,
          categories: codesOf(categoryMask),
          at: occurredAt,
        })),
      };
    }),
  );

/**
 * "Could this person see this on that day?", for whoever supervises the case for the agency that holds the item:
 * NOT_FOUND for everybody else. The asking is a line of the ledger, which the young person reads.
 */
export const askAnswer = staffProcedure
  .input(AnswerInput)
  .output(Answer)
  .query(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const { caseId, what } = input;
      if (!(await oversees(tx, caseId))) throw notFound(NOBODY);
      const item =
        what.is === 'kind'
          ? { mask: maskOf([what.kind]), written: null }
          : (await listItemsOf(tx, ctx.actor, caseId))
              .filter(({ itemId }) => itemId === what.itemId)
              .map(({ categoryMask, occurredAt, createdAt }) => ({
                mask: categoryMask,
                written: { occurredAt: Date.parse(occurredAt), createdAt: Date.parse(createdAt) },
              }))[0];
      if (!item) throw notFound('no such item of this agency');
      const answer = await answerAbout(tx, ctx.actor, input, item);
      const asked = { ownerAgency: ctx.actor.agencyId, categoryMask: item.mask, items: [] };
      await record(tx, speakerOf(ctx), 'checked', caseId, [asked]);
      return answer;
    }),
  );

const listItemsOf = (tx: Tx, { agencyId }: StaffActor, caseId: CaseId) =>
  q.listOwnItems(tx, caseId, agencyId, 'infinity');
