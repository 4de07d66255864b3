import type { Tx } from '@accord/rpc';
import { badInput, type CaseId, type GrantId, notFound } from '@accord/kernel';
import { type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, youthProcedure } from '@accord/rpc';
import { type CategoryCode, codesOf, maskOf, StopInput, Stopped } from '../../contract/index.ts';
import { listOut } from './already-out.ts';
import * as q from '../consent.queries.ts';
import { isLive, stopGrants } from './stop-grants.ts';

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

interface Stop {
  grantId: GrantId;
  categories?: CategoryCode[] | undefined;
  everything?: true | undefined;
}

async function stopNow(
  tx: Tx,
  speaker: Speaker,
  caseId: CaseId,
  { grantId, categories, everything }: Stop,
): Promise<Stopped> {
  const [grant] = await q.listGrants(tx, caseId, grantId);
  if (!grant) throw notFound('no such permission for this speaker');
  const kinds = categories && !everything ? maskOf(categories) : ALL;
  if ((kinds & grant.categories) === 0n)
    throw badInput('categories', 'Choose from what this permission shares.');
  const stopped = everything ? [grant, ...(await listOthers(tx, caseId, grant))] : [grant];
  const left = await stopGrants(tx, speaker, caseId, stopped, kinds);
  const over = stopped.reduce((mask, each) => mask | (kinds & each.categories), 0n);
  return {
    stillShared: codesOf(left),
    recipient: grant.recipientName,
    alsoFrom: stillOpen(await listOthers(tx, caseId, grant), over),
    out: await listOut(
      tx,
      stopped.map(({ grantId: id }) => id),
      over,
    ),
  };
}

/** Other permissions of the same recipient that are neither stopped nor over, as far as the speaker knows of them. */
async function listOthers(tx: Tx, caseId: CaseId, { grantId, recipientId }: q.GrantRow) {
  return (await q.listGrants(tx, caseId)).filter(
    (each) => each.grantId !== grantId && each.recipientId === recipientId && isLive(each),
  );
}

/** Honest about what a stop leaves open: the same recipient may read the same kinds by another permission. */
const stillOpen = (others: readonly q.GrantRow[], kinds: bigint): Stopped['alsoFrom'] =>
  others.flatMap(({ status, discloserName, opens, stopped }) => {
    const open = status === 'active' ? opens & ~stopped & kinds : 0n;
    return open === 0n ? [] : [{ discloser: discloserName, categories: codesOf(open) }];
  });
