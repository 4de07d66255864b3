import type { Tx } from '@accord/rpc';
import { badInput, type CaseId, type GrantId, notFound } from '@accord/kernel';
import { record, type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, youthProcedure } from '@accord/rpc';
import { randomUUID } from 'node:crypto';
import { type CategoryCode, codesOf, maskOf, StopInput, Stopped } from '../contract/index.ts';
import { listOut } from './already-out.ts';
import * as q from './consent.queries.ts';

const ALL = (1n << 63n) - 1n;

/** Any worker of the agency that discloses records a stop; it acts on receipt, without a reason. */
export const stop = staffProcedure
  .input(StopInput)
  .output(Stopped)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, (tx) => stopNow(tx, speakerOf(ctx), input.caseId, input)),
  );

/** The young person stops it themselves. There is no undo: sharing again is a new signature. */
export const stopMine = youthProcedure
  .input(StopInput.omit({ caseId: true }))
  .output(Stopped)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const caseId = await q.enterOwnCase(tx);
      if (!caseId) throw notFound('no own case');
      return stopNow(tx, speakerOf(ctx), caseId, input);
    }),
  );

async function stopNow(
  tx: Tx,
  speaker: Speaker,
  caseId: CaseId,
  { grantId, categories }: { grantId: GrantId; categories?: CategoryCode[] | undefined },
) {
  const [grant] = await q.listGrants(tx, caseId, grantId);
  if (!grant) throw notFound('no such permission for this speaker');
  const kinds = categories ? maskOf(categories) : ALL;
  if ((kinds & grant.categories) === 0n)
    throw badInput('categories', 'Choose from what this permission shares.');
  const left = await q.stopGrant(tx, grantId, kinds, randomUUID());
  const gone = { ownerAgency: grant.discloser, categoryMask: kinds & grant.categories, items: [] };
  await record(tx, speaker, 'stopped', caseId, [gone]);
  return {
    stillShared: codesOf(left),
    recipient: grant.recipientName,
    alsoFrom: await listOthers(tx, caseId, grant, kinds & grant.categories),
    out: await listOut(tx, grantId, kinds & grant.categories),
  };
}

/** Honest about what a stop leaves open: the same recipient may read the same kinds by another permission. */
async function listOthers(tx: Tx, caseId: CaseId, { grantId, recipientId }: q.GrantRow, kinds: bigint) {
  const others = (await q.listGrants(tx, caseId)).filter(
    (each) => each.grantId !== grantId && each.recipientId === recipientId && each.status === 'active',
  );
  return others.flatMap(({ over, discloserName, categories, stopped }) => {
    const open = categories & ~stopped & kinds;
    return over || open === 0n ? [] : [{ discloser: discloserName, categories: codesOf(open) }];
  });
}
