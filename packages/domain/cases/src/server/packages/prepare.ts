import { codesOf, maskOf } from '@accord/consent';
import { type PackageScope, scopePackage, spanOfDays, writesFor } from '@accord/consent/server';
import { badInput, newId, notFound, type StaffActor } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { z } from 'zod';
import { PackageAskInput, PackageId, PackagePreview } from '../../contract/index.ts';
import * as q from './packages.queries.ts';

/**
 * What a package would hold, and what of the agency's own it would not and why. Ids, kinds and dates: no text is read, so
 * no line is written.
 */
export const previewPackage = staffProcedure
  .input(PackageAskInput)
  .output(PackagePreview)
  .query(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const { items } = await scopeOf(tx, ctx.actor, input);
      return {
        items: items.map(({ itemId, kind, categoryMask, occurredAt, heldOut }) => ({
          itemId,
          kind,
          kinds: codesOf(categoryMask),
          at: occurredAt,
          heldOut,
        })),
      };
    }),
  );

/** Writes one down with its list, for a second person. Nothing leaves by it, and the ledger says who prepared it. */
export const preparePackage = staffProcedure
  .input(PackageAskInput)
  .output(z.strictObject({ packageId: PackageId }))
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const { items } = await scopeOf(tx, ctx.actor, input);
      const inside = items.filter(({ heldOut }) => heldOut === null);
      const packageId = newId(PackageId);
      const ids = inside.map(({ itemId }) => itemId);
      await q.preparePackage(tx, packageId, input, maskOf(input.kinds), ids);
      await record(tx, speakerOf(ctx), 'package-prepared', input.caseId, [listedBy(ctx.actor, inside)]);
      return { packageId };
    }),
  );

/** NOT_FOUND for whoever does not write for the agency on this case, and for an order that is not theirs. */
async function scopeOf(
  tx: Tx,
  actor: StaffActor,
  input: PackageAskInput,
): Promise<PackageScope<q.OwnItemRow>> {
  const { caseId, kinds, firstDay, lastDay, receivedOn } = input;
  if (!(await writesFor(tx, caseId, actor.agencyId))) throw notFound('no such case for this speaker');
  const { since, until, today } = await spanOfDays(tx, firstDay, lastDay);
  if (receivedOn > today) throw badInput('receivedOn', 'Choose a day that has come.');
  const basisId = input.demand === 'court-order' ? input.basisId : null;
  const own = await q.listOwn(tx, caseId, actor.agencyId);
  return scopePackage(tx, actor, { caseId, basisId, kinds: maskOf(kinds), since, until }, own);
}

/** As the ledger keeps it: kinds, and which version of which item. */
export const listedBy = (
  { agencyId }: StaffActor,
  items: readonly Pick<q.OwnItemRow, 'itemId' | 'version' | 'categoryMask'>[],
) => ({
  ownerAgency: agencyId,
  categoryMask: items.reduce((all, { categoryMask }) => all | categoryMask, 0n),
  items: items.map(({ itemId, version }) => ({ itemId, version })),
});
