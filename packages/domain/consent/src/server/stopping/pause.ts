import type { Tx } from '@accord/rpc';
import { type CaseId, type GrantId, notFound, type StaffActor, type YouthActor } from '@accord/kernel';
import { record, type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, youthProcedure } from '@accord/rpc';
import { shareMissingIn, type Vault } from '@accord/vault';
import { randomUUID } from 'node:crypto';
import { PauseInput, Permission } from '../../contract/index.ts';
import { recipientPurposes } from '../permissions/recipient-purposes.ts';
import * as q from '../consent.queries.ts';
import { readLaw } from '../law/read.ts';
import { getPermission } from '../permissions/read.ts';

/**
 * Any worker of the agency that discloses records a pause, as they record a stop: it acts on receipt. CONFLICT when
 * nothing of it is shared any more.
 */
export const pause = staffProcedure
  .input(PauseInput)
  .output(Permission)
  .mutation(({ ctx, input: { caseId, grantId } }) =>
    ctx.inCase(caseId, (tx) => pauseNow(tx, ctx.vault, speakerOf(ctx), caseId, grantId)),
  );

/** The young person pauses it themselves: nobody else can start it again. */
export const pauseMine = youthProcedure
  .input(PauseInput.omit({ caseId: true }))
  .output(Permission)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const caseId = await q.enterOwnCase(tx);
      if (!caseId) throw notFound('no own case');
      return pauseNow(tx, ctx.vault, speakerOf(ctx), caseId, input.grantId);
    }),
  );

/**
 * Starts again what staff paused on the young person's word; for whoever could have it signed. CONFLICT when the young
 * person paused it, and when it is stopped or over.
 */
export const resume = staffProcedure
  .input(PauseInput)
  .output(Permission)
  .mutation(({ ctx, input: { caseId, grantId } }) =>
    ctx.inCase(caseId, async (tx) => {
      await resumeNow(tx, speakerOf(ctx), caseId, grantId);
      await ctx.vault.share(tx, caseId);
      return getPermission(tx, ctx.vault, speakerOf(ctx), caseId, grantId);
    }),
  );

export const resumeMine = youthProcedure
  .input(PauseInput.omit({ caseId: true }))
  .output(Permission)
  .mutation(async ({ ctx, input }) => {
    const done = await ctx.read(async (tx) => {
      const caseId = await q.enterOwnCase(tx);
      if (!caseId) throw notFound('no own case');
      await resumeNow(tx, speakerOf(ctx), caseId, input.grantId);
      const permission = await getPermission(tx, ctx.vault, speakerOf(ctx), caseId, input.grantId);
      return { caseId, permission };
    });
    // The young person holds no key of the agency's. Its node shares them, as it does whatever could not be shared
    // at once; where another node holds them, the text reads as being prepared until then.
    await shareMissingIn(ctx.database, ctx.vault, done.caseId);
    return done.permission;
  });

async function pauseNow(
  tx: Tx,
  vault: Vault,
  speaker: Speaker & { actor: StaffActor | YouthActor },
  caseId: CaseId,
  grantId: GrantId,
): Promise<Permission> {
  const grant = await getGrant(tx, caseId, grantId);
  await q.pauseGrant(tx, grantId, randomUUID());
  await record(tx, speaker, 'paused', caseId, [whatIs(grant)]);
  return getPermission(tx, vault, speaker, caseId, grantId);
}

async function resumeNow(tx: Tx, speaker: Speaker, caseId: CaseId, grantId: GrantId): Promise<void> {
  // What a stop takes meanwhile must not be in the rows: from here on it waits.
  await q.holdKeys(tx, caseId);
  const grant = await getGrant(tx, caseId, grantId);
  const rows = (await readLaw(tx, caseId, [grant])).rows(grant);
  await q.resumeGrant(tx, grantId, rows, recipientPurposes(grant));
  await record(tx, speaker, 'resumed', caseId, [whatIs(grant)]);
}

async function getGrant(tx: Tx, caseId: CaseId, grantId: GrantId): Promise<q.GrantRow> {
  const [grant] = await q.listGrants(tx, caseId, grantId);
  if (!grant) throw notFound('no such permission for this speaker');
  return grant;
}

const whatIs = ({ discloser, categories, stopped }: q.GrantRow) => ({
  ownerAgency: discloser,
  categoryMask: categories & ~stopped,
  items: [],
});
