import { PartBody, Revised } from '@accord/cases';
import { contentOf, reviseItem } from '@accord/cases/server';
import { notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { RevisePartInput } from '../contract/index.ts';
import { getOwnPart } from './own-part.ts';
import { ratedAs } from './rated.ts';

/**
 * Another wording or rating of a part: a new version, by those who write for its owner. CONFLICT when somebody changed
 * it since it was read.
 */
export const revisePart = staffProcedure
  .input(RevisePartInput)
  .output(Revised)
  .mutation(({ ctx, input: { caseId, itemId, revision, rating, ...words } }) =>
    ctx.inCase(caseId, async (tx) => {
      const row = await getOwnPart(tx, ctx.actor, caseId, itemId, 'writes');
      const content = contentOf(row, await ctx.vault.unsealer(tx, ctx.actor));
      if (content.is !== 'open') throw notFound('no key opens it yet');
      const { entry } = PartBody.pick({ entry: true }).loose().parse(content.body);
      const body = { ...words, entry, ...ratedAs(row.kind, rating) };
      return { revision: await reviseItem(tx, ctx.vault, speakerOf(ctx), row, revision, body) };
    }),
  );
