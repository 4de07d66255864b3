import { CaseId, type GrantId, newId, notFound } from '@accord/kernel';
import { record, type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx, youthProcedure } from '@accord/rpc';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { MarkId, MarkInput, Marks, SettleInput } from '../../contract/index.ts';
import { enterOwnCase, type GrantRow, holdsFor, listGrants } from '../consent.queries.ts';
import * as q from './marks.queries.ts';

const none = z.strictObject({});

/** The marks on what the caller's agency shared. NOT_FOUND for whoever is not on the case for a holder of items. */
export const listMarks = staffProcedure
  .input(z.strictObject({ caseId: CaseId }))
  .output(Marks)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      if (!(await holdsFor(tx, caseId, ctx.actor.agencyId))) throw notFound('no such case for this speaker');
      const marks = (await q.listMarks(tx, caseId)).map(
        ({ outcome, settledBy, settledAt, ...mark }: q.MarkRow) => ({
          ...mark,
          settled: outcome && settledAt ? { outcome, by: settledBy ?? '', at: settledAt } : null,
        }),
      );
      return { marks };
    }),
  );

/**
 * Says that a permission or a stop may not have been their own choice. A permission closes at once and to everybody
 * looks like one that is paused; a stop stays closed. Neither starts again before it is settled. A second mark answers
 * like the first.
 */
export const mark = staffProcedure
  .input(MarkInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, grantId } }) =>
    ctx.inCase(caseId, (tx) => markNow(tx, speakerOf(ctx), caseId, grantId)),
  );

/** The young person says it themselves. Their page shows nothing of it but that the permission is paused. */
export const markMine = youthProcedure
  .input(MarkInput.omit({ caseId: true }))
  .output(none)
  .mutation(({ ctx, input: { grantId } }) =>
    ctx.read(async (tx) => {
      const caseId = await enterOwnCase(tx);
      if (!caseId) throw notFound('no own case');
      return markNow(tx, speakerOf(ctx), caseId, grantId);
    }),
  );

/**
 * What the young person said, alone with the worker who writes it down. A permission that was not their choice is
 * stopped for good. CONFLICT when it is settled already.
 */
export const settle = staffProcedure
  .input(SettleInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, markId, outcome } }) =>
    ctx.inCase(caseId, async (tx) => {
      const about = (await q.listMarks(tx, caseId)).find((each) => each.markId === markId);
      if (!about) throw notFound('no such mark for this speaker');
      const grant = await getGrant(tx, caseId, about.grantId);
      const stops = await q.settleMark(tx, markId, outcome, randomUUID());
      // The mark itself leaves no line: a young person may have to show who looked.
      if (stops) await record(tx, speakerOf(ctx), 'stopped', caseId, [whatIs(grant)]);
      return {};
    }),
  );

async function markNow(tx: Tx, speaker: Speaker, caseId: CaseId, grantId: GrantId) {
  const grant = await getGrant(tx, caseId, grantId);
  const closes = await q.markChoice(tx, newId(MarkId), grantId, randomUUID());
  if (closes) await record(tx, speaker, 'paused', caseId, [whatIs(grant)]);
  return {};
}

async function getGrant(tx: Tx, caseId: CaseId, grantId: GrantId): Promise<GrantRow> {
  const [grant] = await listGrants(tx, caseId, grantId);
  if (!grant) throw notFound('no such permission for this speaker');
  return grant;
}

const whatIs = ({ discloser, categories, stopped }: GrantRow) => ({
  ownerAgency: discloser,
  categoryMask: categories & ~stopped,
  items: [],
});
