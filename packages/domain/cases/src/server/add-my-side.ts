import { enterOwnCase } from '@accord/consent/server';
import { AppError, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { youthProcedure } from '@accord/rpc';
import { shareMissingIn } from '@accord/vault';
import { Added, AddMySideInput } from '../contract/index.ts';
import { findRow } from './cases.queries.ts';
import { putItem } from './write-item.ts';

/**
 * The young person's side of something that is written about them and that they read: it goes wherever that goes
 * (45 CFR 164.526(d)(2) and (5)). NOT_FOUND for what they do not see; UNAVAILABLE where the key of its agency is not on
 * this node.
 */
export const addMySide = youthProcedure
  .input(AddMySideInput)
  .output(Added)
  .mutation(async ({ ctx, input: { itemId, text } }) => {
    const added = await ctx.read(async (tx) => {
      const caseId = await enterOwnCase(tx);
      const row = caseId && (await findRow(tx, caseId, itemId));
      if (!row || row.sealed === null) throw notFound('nothing that they read');
      if (!ctx.vault.ring.holds(row.ownerAgency))
        throw new AppError('UNAVAILABLE', 'its key is on another node');
      const statement = await putItem(tx, ctx.vault, speakerOf(ctx), {
        caseId,
        kind: 'statement',
        owner: row.ownerAgency,
        mask: row.categoryMask,
        parentId: itemId,
        author: ctx.actor.youngPersonId,
        asOldAsParent: true,
        doer: null,
        forYoungPerson: false,
        dueOn: null,
        body: { text },
      });
      return { caseId, itemId: statement };
    });
    // Whoever shares keys here is no young person: what a stop made new since is wrapped right after.
    await shareMissingIn(ctx.database, ctx.vault, added.caseId);
    return { itemId: added.itemId };
  });
