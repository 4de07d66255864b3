import {
  AppError,
  badInput,
  GrantId,
  newId,
  notFound,
  PURPOSES,
  Purpose,
  type StaffActor,
} from '@accord/kernel';
import { type Speaker, speakerOf, record } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import { z } from 'zod';
import { DeclineInput, LONGEST_DAYS, maskOf, Renewed, RenewInput } from '../../contract/index.ts';
import * as q from '../consent.queries.ts';
import type { PreparedWords } from '../permissions/document.ts';
import { putPrepared, readPrepared } from '../permissions/prepared.ts';
import { projectNow } from '../permissions/project.ts';
import { listPermissions, paperOf } from '../permissions/read.ts';
import { recipientPurposes } from '../permissions/recipient-purposes.ts';
import { putWords } from '../permissions/sign.ts';
import { networkZone } from '../zone.ts';
import { leftOf, listRenewable, type Renewable } from './renewable.ts';
import { declineRenewal, replaceGrant } from './renewal.queries.ts';

/**
 * The same again, for each permission that the young person said yes to: one signature, one paper and one end date for
 * each, and all of them in one transaction. The old one ends in that moment, so that one stop of the new one is enough.
 * CONFLICT where one of them is no longer as it was.
 */
export const renew = staffProcedure
  .input(RenewInput)
  .output(Renewed)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const { caseId, endsOn } = input;
      const { agencyId } = ctx.actor;
      if (!(await q.writesFor(tx, caseId, agencyId))) throw notFound('no such case for this speaker');
      await q.takeKeysToStop(tx, caseId);
      const endsAt = await getEnd(tx, endsOn);
      const renewable = await listRenewable(tx, caseId, agencyId);
      const words = await readPrepared(tx, ctx.vault, ctx.actor, caseId);
      const signed = new Set<GrantId>();
      let opened = 0n;
      for (const { grantId, initials } of input.yes) {
        const { grant } = getUnchanged(renewable, grantId);
        const prepared = words.get(paperOf(grant));
        if (!prepared) throw new AppError('CONFLICT', 'the key of its words is still on its way');
        const signing = { ...input, endsAt, initials, prepared };
        const again = await signAgain(tx, ctx.vault, speakerOf(ctx), grant, signing);
        signed.add(again.grantId);
        opened |= again.opened;
      }
      await ctx.vault.share(tx, caseId);
      await record(tx, speakerOf(ctx), 'shared', caseId, [
        { ownerAgency: agencyId, categoryMask: opened, items: [] },
      ]);
      const all = await listPermissions(tx, ctx.vault, speakerOf(ctx), caseId);
      return { permissions: all.filter(({ grantId }) => signed.has(grantId)) };
    }),
  );

/** "No, let it end": it goes on until its own end, and nobody asks for it again. */
export const declineToRenew = staffProcedure
  .input(DeclineInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      await declineRenewal(tx, input.grantId);
      return {};
    }),
  );

async function getEnd(tx: Tx, endsOn: string): Promise<string> {
  const end = await q.endOfDay(tx, endsOn, networkZone(), LONGEST_DAYS);
  if (!end || end.isPast) throw badInput('endsOn', 'Choose a day that is still to come.');
  if (end.isTooFar) throw badInput('endsOn', 'A permission can last a year at most. Choose an earlier day.');
  return end.endsAt;
}

function getUnchanged(renewable: readonly Renewable[], grantId: GrantId): Renewable {
  const found = renewable.find(({ grant }) => grant.grantId === grantId);
  if (!found) throw notFound('no such permission that ends soon for this speaker');
  if (found.change !== null) throw new AppError('CONFLICT', 'it is not the same as before');
  return found;
}

type Signing = RenewInput & {
  endsAt: string;
  initials: RenewInput['yes'][number]['initials'];
  prepared: PreparedWords;
};

async function signAgain(
  tx: Tx,
  vault: Vault,
  speaker: Speaker & { actor: StaffActor },
  before: q.GrantRow,
  signing: Signing,
): Promise<{ grantId: GrantId; opened: bigint }> {
  const { caseId, method, endsAt, initials, prepared } = signing;
  const { actor } = speaker;
  const grantId = newId(GrantId);
  await q.insertGrant(tx, {
    grantId,
    caseId,
    discloser: before.discloser,
    recipientKind: before.recipientKind,
    recipientId: before.recipientId,
    postId: before.postId,
    purpose: PURPOSES[Purpose.parse(before.purpose)],
    categories: leftOf(before),
    startsAt: null,
    endsAt,
    preparedBy: actor.staffId,
    mayWrite: before.mayWrite,
    language: before.language,
  });
  await putPrepared(tx, vault, actor, caseId, grantId, prepared);
  await putWords(tx, vault, speaker, { ...signing, grantId }, 2, (formDigest) =>
    q.signGrant(tx, grantId, { method, formDigest, initials: maskOf(initials) }),
  );
  const opened = await projectNow(tx, caseId, grantId);
  await replaceGrant(tx, before.grantId, grantId);
  if (before.mayWrite && opened !== 0n) await q.letRecipientWrite(tx, grantId, recipientPurposes(before));
  return { grantId, opened };
}
